"""The problems of one file, collected while it is read."""

from collections import Counter
from collections.abc import Iterable

from tui.checks.registry import diagnose
from tui.diagnostics import Diagnostic, Report, Span
from tui.load.yaml_tree import SourceText
from tui.text.clean import clean

MOST = 500
"""How many problems of one code are told: a file with more is no briefing, and nobody reads on."""
LONGEST = 60
"""Code points of the file that a message repeats."""


class Problems:
    """A report with the words and places of one file."""

    def __init__(self, page: SourceText) -> None:
        self.page = page
        self._report = Report()
        self._told: Counter[str] = Counter()

    def add(
        self,
        code: str,
        place: Span | int,
        message: str,
        help: str = "",
        *,
        item: str = "",
        command: str = "",
    ) -> None:
        """Keep a problem at a span or an offset; the last that is told of many says so."""
        self._told[code] += 1
        if self._told[code] > MOST:
            return
        if self._told[code] == MOST:
            message += f" (further problems of the kind {code} are not told)"
        span = self.page.span(place) if isinstance(place, int) else place
        self._report.add(diagnose(code, span, f"{message}.", help, item=item, command=command))

    def full(self, code: str) -> bool:
        """Whether no more problems of a code are told, so that none need be worded."""
        return self._told[code] > MOST

    def extend(self, found: Iterable[Diagnostic]) -> None:
        """Keep problems that others have found."""
        for each in found:
            self._report.add(each)

    def found(self) -> tuple[Diagnostic, ...]:
        """What was found, in the order of the file."""
        return tuple(self._report)


def quoted(text: str) -> str:
    """Text of the file for a message: harmless, on one line, not too long, in quotation marks."""
    line = " ".join(text[: LONGEST + 1].split())
    shown = f"{line[: LONGEST - 1]}…" if len(text) > LONGEST else line
    return f"“{clean(shown)}”"

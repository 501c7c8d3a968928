"""Problems of one file, collected while it is read."""

from collections import Counter
from collections.abc import Iterable

from tui.checks.registry import diagnose
from tui.diagnostics import Diagnostic, Report, Span
from tui.load.yaml_tree import SourceText
from tui.text.clean import clean

MOST = 500
"""How many problems of one code are reported."""
LONGEST = 60
"""Code points of the file quoted in a message, at most."""


class Problems:
    """Collects the problems of one file."""

    def __init__(self, page: SourceText) -> None:
        self.page = page
        self._report = Report()
        self._counts: Counter[str] = Counter()

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
        """Add a problem at a span or an offset; the last one reported of a code says so."""
        self._counts[code] += 1
        if self._counts[code] > MOST:
            return
        if self._counts[code] == MOST:
            message += f" (further problems of the kind {code} are not told)"
        span = self.page.span(place) if isinstance(place, int) else place
        self._report.add(diagnose(code, span, f"{message}.", help, item=item, command=command))

    def is_full(self, code: str) -> bool:
        """Whether problems of a code are no longer reported."""
        return self._counts[code] > MOST

    def extend(self, found: Iterable[Diagnostic]) -> None:
        """Add problems found elsewhere."""
        for each in found:
            self._report.add(each)

    def found(self) -> tuple[Diagnostic, ...]:
        """The problems, in the order of the file."""
        return tuple(self._report)


def quoted(text: str) -> str:
    """Quote text of the file in a message: cleaned, on one line, shortened."""
    line = " ".join(text[: LONGEST + 1].split())
    shown = f"{line[: LONGEST - 1]}…" if len(text) > LONGEST else line
    return f"“{clean(shown)}”"

"""How briefings are listed, on the screen and by `briefing list`: entries, orders, read or not."""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

from tui.blocks import Entry, Run, Runs, Style, runs
from tui.diagnostics import reason
from tui.frozen import replace
from tui.library.state import ReaderState, file_name
from tui.places import is_placeholder
from tui.search.summary import BriefingSummary


class Read(Enum):
    """Whether a briefing was read; the value is what a list says."""

    NEVER = "not read"
    BEFORE = "changed since read"
    YES = "read"
    UNKNOWN = ""
    """Nothing is remembered of it, because of its marking."""


class Order(NamedTuple):
    """An order of briefings in a list."""

    label: str
    key: Callable[[BriefingSummary], Any]
    is_reversed: bool = False


UNREAD = "unread"
"""The name of the order that depends on what the reader has read."""

ORDERS = {
    "path": Order("by path", lambda each: each.path),
    "issued": Order("newest first", lambda each: each.issued, is_reversed=True),
    UNREAD: Order("not read first", lambda each: each.path),
    "problems": Order(
        "most problems first", lambda each: (each.errors, each.warnings), is_reversed=True
    ),
    "title": Order("by title", lambda each: each.title.casefold()),
    "cutoff": Order("latest cutoff first", lambda each: each.cutoff, is_reversed=True),
    "status": Order("by status", lambda each: each.status),
    "marking": Order("by marking", lambda each: each.marking),
}
"""The orders by name. The first one needs nothing but the paths."""


def ordered(
    briefings: Iterable[BriefingSummary], order: str, read: Callable[[BriefingSummary], Read]
) -> list[BriefingSummary]:
    """Sort briefings in one of `ORDERS`; equal ones are sorted by path."""
    by_path = sorted(briefings, key=lambda each: each.path)
    if order == UNREAD:
        return sorted(by_path, key=lambda each: _URGENCY.index(read(each)))
    chosen = ORDERS[order]
    return sorted(by_path, key=chosen.key, reverse=chosen.is_reversed)


_URGENCY = (Read.NEVER, Read.BEFORE, Read.UNKNOWN, Read.YES)
"""What the reader may have missed comes first."""


class ReadStatus:
    """Whether the reader has read the briefings of a folder."""

    def __init__(self, folder: Path, state: ReaderState | None) -> None:
        """Look it up in a state; without one nothing is known."""
        self._folder = folder
        self._state = state
        self._known: dict[tuple[str, str], Read] = {}
        self._names: frozenset[str] | None = None

    def of(self, briefing: BriefingSummary) -> Read:
        """Return whether a briefing was read; the same version is looked up once."""
        known = (briefing.path, briefing.content_hash)
        if known not in self._known:
            self._known[known] = self._look_up(briefing)
        return self._known[known]

    def forget(self) -> None:
        """Look all briefings up again, since one was read."""
        self._known.clear()
        self._names = None

    def _look_up(self, briefing: BriefingSummary) -> Read:
        if self._state is None or not briefing.content_hash or is_placeholder(briefing.id):
            return Read.UNKNOWN
        if self._names is None:  # one listing of the folder is less than a look for each briefing
            self._names = self._state.names_read()
        name = file_name(briefing.id or str(self._folder / briefing.path))
        if name not in self._names:
            return Read.NEVER
        return Read.YES if self._state.whole_read(name) == briefing.content_hash else Read.BEFORE


def entry(briefing: BriefingSummary, read: Read = Read.UNKNOWN) -> Entry:
    """Return the entry of a briefing in a list; its item is the path."""
    status = (Run(briefing.status, Style.MUTED),) if briefing.status else ()
    gap = "  " if briefing.status and read.value else ""
    style = Style.MUTED if read is Read.YES else Style.CAUTION
    return Entry(
        item=briefing.path,
        kind="briefing",
        name=runs(Run(briefing.title or briefing.shown_path, Style.STRONG)),
        aside=runs(*status, Run(f"{gap}{read.value}", style)),
        details=tuple(line for line in _details(briefing) if line),
        marking=briefing.marking,
    )


def with_line(listed: Entry, item: str, line: str, more: int) -> Entry:
    """Return an entry that shows a line of its briefing, and how many more were found."""
    others = f"  and {more} more" if more else ""
    said = runs(line, Run(others, Style.MUTED))
    return replace(listed, item=item, text=said, details=listed.details[:1])


def unreadable(path: str, error: OSError) -> Entry:
    """Return the entry of a briefing that cannot be read."""
    text = runs(Run(f"cannot be read: {reason(error)}", Style.WRONG))
    return Entry(item=path, kind="briefing", name=runs(Run(path, Style.STRONG)), text=text)


def _details(briefing: BriefingSummary) -> Iterator[Runs]:
    dates = [f"issued {briefing.issued}"] if briefing.issued else []
    if briefing.cutoff:
        dates.append(f"as of {briefing.cutoff}")
    yield runs(Run(" · ".join(filter(None, [*dates, briefing.shown_path])), Style.MUTED))
    yield runs(*_verification(briefing))


def _verification(briefing: BriefingSummary) -> Iterator[Run]:
    """Yield how many excerpts were verified, and the number of errors and warnings."""
    verified = Style.VERIFIED if briefing.verbatim == briefing.excerpts else Style.CAUTION
    proved = f"{briefing.verbatim} of {briefing.excerpts} excerpts word for word in our copy"
    separator = ""
    for count, text, style in (
        (briefing.excerpts, proved, verified),
        (briefing.errors, _counted(briefing.errors, "error"), Style.WRONG),
        (briefing.warnings, _counted(briefing.warnings, "warning"), Style.CAUTION),
    ):
        if count:
            yield Run(f"{separator}{text}", style)
            separator = " · "


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' if count > 1 else ''}"

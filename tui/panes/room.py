"""What a room must not see: the analyst's judgments and notes, and whatever is within them."""

from collections.abc import Iterable

from tui.blocks import Notice, runs
from tui.diagnostics import Severity
from tui.model.document import Document
from tui.places import Options

_KINDS = frozenset({"judgment", "note"})
_HOME_OF_JUDGMENTS = "summary"


def is_hidden(document: Document, id: str, options: Options) -> bool:
    """Whether an item must leave no trace, as judgments, their parts and notes in a room."""
    if not options.room:
        return False
    return document.kinds.get(id) in _KINDS or document.homes.get(id) == _HOME_OF_JUDGMENTS


def visible(document: Document, ids: Iterable[str], options: Options) -> list[str]:
    """The ids of those items that may be shown."""
    return [id for id in ids if not is_hidden(document, id, options)]


def nothing_called(id: str) -> Notice:
    """The answer to an id that nothing has, or that must not be known to exist."""
    return Notice(text=runs(f"There is nothing called “{id}” here."), severity=Severity.WARNING)

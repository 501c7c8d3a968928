"""What must not be seen: what is above a clearance, and in a room what is the analyst's own."""

from collections.abc import Iterable

from tui.blocks import Notice, runs
from tui.diagnostics import Severity
from tui.model.document import Document
from tui.places import WITHHELD, Options

_KINDS = frozenset({"judgment", "note"})
_HOME_OF_JUDGMENTS = "summary"


def is_hidden(document: Document, id: str, options: Options) -> bool:
    """Whether an item must leave no trace.

    In a room, judgments, their parts and notes; under a clearance, what is withheld, but for
    what says no more than that.
    """
    if options.clearance and not is_placeholder(id) and withheld(document, id, options):
        return True
    if not options.room:
        return False
    return document.kinds.get(id) in _KINDS or document.homes.get(id) == _HOME_OF_JUDGMENTS


def withheld(document: Document, id: str, options: Options) -> bool:
    """Whether the reader's clearance does not let them see the item of that id."""
    return bool(options.clearance) and is_placeholder(called(document, id, options) or WITHHELD)


def is_placeholder(id: str) -> bool:
    """Whether an id is that of what only says that something is withheld."""
    return id.startswith(WITHHELD)


def seen(document: Document, options: Options) -> Document:
    """What of a briefing the reader's clearance lets them see: all of it, where none is set."""
    if not options.clearance:
        return document
    from tui.model.withholding import cleared  # noqa: PLC0415 - only under a clearance

    return cleared(document, options.clearance, is_traceless=options.room)


def is_withheld(document: Document) -> bool:
    """Whether a briefing withholds what it says of itself."""
    from tui.model.clearance import is_above  # noqa: PLC0415 - only under a clearance

    return is_above(document.briefing.marking, document.clearance)


def called(document: Document, id: str, options: Options) -> str:
    """What the item of that id is called in what may be seen; empty where it leaves no trace."""
    return seen(document, options).names.get(id, id)


def visible(document: Document, ids: Iterable[str], options: Options) -> list[str]:
    """The ids of those items that may be shown."""
    return [id for id in ids if not is_hidden(document, id, options)]


def nothing_called(id: str) -> Notice:
    """The answer to an id that nothing has, or that must not be known to exist."""
    return Notice(text=runs(f"There is nothing called “{id}” here."), severity=Severity.WARNING)

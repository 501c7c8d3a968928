"""What commands copy: by command id, functions that the screens share."""

from collections.abc import Callable, Mapping

from tui.model.document import Policy
from tui.reading.annotations import link
from tui.reading.copying import Copied, excerpts_alone, item_with_provenance
from tui.reading.open_briefing import OpenBriefing
from tui.reading.session import ReadingSession, unreadable

_NOTHING = "there is no item here"


def _item(session: ReadingSession) -> Copied | str:
    reader = _reader(session)
    if isinstance(reader, str):
        return reader
    return item_with_provenance(reader, _answer(session)) or _NOTHING


def _excerpts(session: ReadingSession) -> Copied | str:
    reader = _reader(session)
    if isinstance(reader, str):
        return reader
    copied = excerpts_alone(reader, _answer(session))
    return copied or "no words of a source stand behind this"


def _link(session: ReadingSession) -> Copied | str:
    if session.reader is None or not session.is_from_file:
        return "this briefing was read from no file that a link could name"
    return link(session.reader, session.root)


def _answer(session: ReadingSession) -> str:
    """The chosen answer; empty if the current item is to be copied."""
    return session.asking.item if session.asking else ""


def _reader(session: ReadingSession) -> OpenBriefing | str:
    """The briefing that holds the item, perhaps another one than is open; a notice if none does."""
    asking, reader = session.asking, session.reader
    if asking is None:
        return reader or _NOTHING
    if reader is None and asking.entry is not None:
        try:
            document = asking.scope.open(asking.entry)
        except OSError as error:
            return unreadable(asking.entry.briefing, error)
        reader = OpenBriefing(document, policy=Policy(session.clearance))
    return reader if reader is not None and asking.item in reader.document.items else _NOTHING


COPIES: Mapping[str, Callable[[ReadingSession], Copied | str]] = {
    "evidence.copy": _item,
    "evidence.copy_excerpt": _excerpts,
    "answer.copy": _item,
    "answer.copy_excerpt": _excerpts,
    "annotations.link": _link,
}
"""Each returns a text to copy, or a notice for the reader if there is none."""

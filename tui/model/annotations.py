"""A reader's annotations on a briefing: notes, and the version read last."""

from collections.abc import Iterable, Mapping
from hashlib import sha256

from tui.frozen import frozen
from tui.model.changes import Prints
from tui.model.document import Document


@frozen(kw_only=True)
class ReaderNote:
    """One version of a reader's note on an item."""

    id: str
    """The id of this version."""
    item: str
    """The id of the item, derived where the file gives it none."""
    text: str
    """Empty if the note was deleted."""
    written: str
    """When: ISO 8601, to the second, in UTC."""
    briefing: str = ""
    """The title of the briefing at that time."""
    marking: str = ""
    """The item's at that time, or the briefing's."""
    statement: str = ""
    """What the item said at that time."""
    quotation: str = ""
    """The words of the first excerpt that it rested on at that time."""
    replaces: tuple[str, ...] = ()
    """The ids of the versions that this one replaces."""


@frozen
class ReadSnapshot:
    """A briefing as it was at the end of a reader's last session."""

    date: str
    """When: ISO 8601, a day."""
    whole: str
    """Its `whole`: if it is still the same, there is nothing to compare."""
    prints: Prints
    titles: Mapping[str, str]
    """A line for each item by id, to name those that are withdrawn later."""


def whole(document: Document) -> str:
    """A hash of the briefing and of all its local copies, in hexadecimal."""
    copies = sorted(f"{id} {copy.sha256}" for id, copy in document.copies.items())
    return sha256("\n".join([document.sha256, *copies]).encode(errors="replace")).hexdigest()


def current_notes(notes: Iterable[ReaderNote]) -> tuple[ReaderNote, ...]:
    """The current versions of notes, among all versions ever written.

    A version is current until another replaces it. Two written at the same time replace the
    same version but not each other: both are current.
    """
    versions = {note.id: note for note in notes}
    replaced = {id for note in versions.values() for id in note.replaces}
    return tuple(note for note in versions.values() if note.text and note.id not in replaced)

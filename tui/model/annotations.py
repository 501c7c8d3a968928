"""What is a reader's own beside a briefing: their notes, and what they have read of it."""

from collections.abc import Iterable, Mapping
from hashlib import sha256

from tui.frozen import frozen
from tui.model.changes import Prints
from tui.model.document import Document


@frozen(kw_only=True)
class ReaderNote:
    """A note of the reader's own on an item, as it was written at one time."""

    id: str
    """Of this version of it."""
    item: str
    """The id of the item, derived where the file gives it none."""
    text: str
    """Empty where it was taken back."""
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
    """The versions that whoever wrote it had before them."""


@frozen
class ReadSnapshot:
    """A briefing as a reader has read it to the end of a session."""

    date: str
    """When: ISO 8601, a day."""
    whole: str
    """`whole` of it: who reads the same again has nothing to compare."""
    prints: Prints
    titles: Mapping[str, str]
    """By id: a line for the item, for what is withdrawn since."""


def whole(document: Document) -> str:
    """A hash of all that a briefing says and is proved against, in hexadecimal."""
    copies = sorted(f"{id} {copy.sha256}" for id, copy in document.copies.items())
    return sha256("\n".join([document.sha256, *copies]).encode(errors="replace")).hexdigest()


def standing(notes: Iterable[ReaderNote]) -> tuple[ReaderNote, ...]:
    """The notes that stand, of all that were ever written.

    A version stands until another replaces it. Two that were written at the same time replace
    the same one and not each other: both stand.
    """
    versions = {note.id: note for note in notes}
    replaced = {id for note in versions.values() for id in note.replaces}
    return tuple(note for note in versions.values() if note.text and note.id not in replaced)

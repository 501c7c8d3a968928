"""What the program remembers for one reader: where they were in each briefing, what they read.

It lies in the user's state folder, small files for each briefing, readable by their owner alone.
A folder that is missing, full or read-only is no error: then nothing is remembered. Of a
briefing that is not for everybody's eyes nothing is written, unless it was asked for.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.diagnostics import reason
from tui.library import json_values, notes
from tui.library.folders import state_folder
from tui.model.annotations import ReaderNote, ReadSnapshot, whole
from tui.model.changes import Print
from tui.model.document import Document
from tui.places import Place, View

if TYPE_CHECKING:
    from tui.library.titles import Titles

LOG = "BRIEFING_LOG"
"""The variable that names a file for the report of a failure, whatever was being read."""

_READ = "read"
"""The folder of what was read last."""

MEETINGS = "meetings"
"""The folder of the meetings that were held."""

_MAY_BE_WRITTEN = frozenset({"TLP:CLEAR", "TLP:GREEN"})
"""Markings (Traffic Light Protocol 2.0) of what may go round in a community; stricter ones bind
it to those it was given to, who may not be the only ones to read a disk."""


class NoteResult(NamedTuple):
    """What became of a note."""

    is_saved: bool
    said: str
    """Where it is saved, or why it is not."""


class ReaderState:
    """The reader's own state, in `folder` (default: the platform's state folder)."""

    def __init__(
        self,
        folder: Path | None = None,
        *,
        keeps_meetings: bool = False,
        is_restricted: bool = False,
    ) -> None:
        """With `keeps_meetings` they are kept whatever a briefing is marked.

        With `is_restricted` no message names a file: it is one of a server.
        """
        self._folder = folder
        self._is_restricted = is_restricted
        self._keeps_meetings = keeps_meetings
        self._titles: tuple[Path, Titles] | None = None
        """Of the last meeting that was kept, with its file."""

    def recall(self, document: Document) -> Place | None:
        """Where the reader left this briefing; `None` if that is not known."""
        try:
            return _place(json_values.read(self._file(document, "places").read_text("utf-8")))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, document: Document, place: Place) -> bool:
        """Remember where the reader is; a failure to write harms nothing. Whether it is done."""
        return self._keep(document, "places", json_values.written(_told(place)))

    def has_read(self, document: Document) -> bool:
        """Whether this briefing, proved against these copies, is what was read last."""
        return self.whole_read(_digest(document)) == whole(document)

    def names_read(self) -> frozenset[str]:
        """The names, as `named` makes them, of all briefings that were ever read."""
        try:
            listed = os.listdir(self._own / _READ)  # noqa: PTH208 - a path for each costs more
        except OSError:
            return frozenset()
        return frozenset(each.removesuffix(".json") for each in listed)

    def whole_read(self, name: str) -> str:
        """The hash, as `whole` makes it, of a briefing as it was read last; empty if unknown."""
        try:
            with (self._own / _READ / f"{name}.json").open("rb") as file:
                return str(json_values.read(file.readline())["whole"])
        except (OSError, ValueError, KeyError, TypeError):
            return ""

    def last_reading(self, document: Document) -> ReadSnapshot | None:
        """The briefing as it was read last; `None` if that is not known."""
        try:
            head, _, body = self._file(document, _READ).read_bytes().partition(b"\n")
            told, items = json_values.read(head), json_values.read(body)
            return ReadSnapshot(
                str(told["date"]),
                str(told["whole"]),
                {id: Print(str(item[0]), str(item[1])) for id, item in items.items()},
                {id: str(item[2]) for id, item in items.items()},
            )
        except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
            return None

    def keep_reading(self, document: Document, reading: ReadSnapshot) -> bool:
        """Remember what was read; whether it is remembered."""
        own = (getattr(item, "marking", "") for item in document.items.values())
        if why_not_written([*filter(None, own)]):
            return False
        items = {id: (*each, reading.titles.get(id, "")) for id, each in reading.prints.items()}
        head = json_values.written({"whole": reading.whole, "date": reading.date})
        return self._keep(document, _READ, f"{head}\n{json_values.written(items)}\n")

    def marks(self, document: Document) -> dict[str, Place]:
        """The places that the reader has marked in a briefing, by letter."""
        try:
            told = json_values.read(self._file(document, "marks").read_bytes())
            return {str(letter): _place(each) for letter, each in told.items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}

    def mark(self, document: Document, letter: str, place: Place) -> bool:
        """Mark a place; whether the mark will be there in another session."""
        marked = {**self.marks(document), letter: place}
        told = {letter: _told(each) for letter, each in marked.items()}
        return self._keep(document, "marks", json_values.written(told))

    def notes(self, document: Document) -> tuple[ReaderNote, ...]:
        """The reader's own notes on a briefing."""
        return notes.read(self._notes_file(document))

    def all_notes(self) -> Iterator[ReaderNote]:
        """The reader's own notes on all briefings."""
        return notes.read_all(self._own / "notes")

    def note(self, document: Document, note: ReaderNote) -> NoteResult:
        """Write a note, whatever the briefing is marked; one without text is deleted."""
        file = self._notes_file(document)
        try:
            written = notes.write(file, note)
        except OSError as error:
            return NoteResult(False, self._failed(file, error))
        if not written.text:
            return NoteResult(True, "your note is taken back")
        marking = document.briefing.marking
        is_strict = bool(why_not_written([marking]))
        though = f", though it is {marking or 'not marked'}," if is_strict else ""
        merged = " with what you wrote in another terminal" if written.text != note.text else ""
        where = "" if self._is_restricted else f" in {_shortened(file.parent)}"
        return NoteResult(True, f"saved{merged}{though}{where}")

    def meeting(self, document: Document) -> Mapping[str, Any] | None:
        """The last meeting on a briefing, as it was kept; `None` if there was none."""
        name, folder = _digest(document), self._own / MEETINGS
        if not (folder / name).is_dir():
            return None
        from tui.library import meetings  # noqa: PLC0415 - for those who have held one

        return meetings.last(folder, name)

    def keep_meeting(self, document: Document, told: Mapping[str, Any]) -> str:
        """Keep how a meeting stands, as JSON can hold it; says why not where it is not kept.

        Titles that may not be written are left out, and how they are marked is kept. Raises
        `KeyError` for what does not say when the meeting began.
        """
        from tui.library import meetings  # noqa: PLC0415 - likewise

        why_not = why_not_written([document.briefing.marking])
        if why_not and not self._keeps_meetings:
            return why_not
        folder, titles = self._own / MEETINGS, told.get("titles", {})
        file = meetings.file_of(folder, _digest(document), told)
        markings = self._titles_in(file).markings(document, titles)
        if not self._keeps_meetings:
            titles = {id: each for id, each in titles.items() if markings[id] in _MAY_BE_WRITTEN}
        whole = {**told, "titles": titles, "markings": markings}
        try:
            meetings.write(folder, _digest(document), whole)
        except OSError as error:
            return self._failed(folder, error)
        return ""

    def _titles_in(self, file: Path) -> "Titles":
        """The titles of the meeting that is kept in a file, perhaps since an earlier run."""
        if self._titles is None or self._titles[0] != file:
            from tui.library import meetings  # noqa: PLC0415 - likewise
            from tui.library.titles import Titles  # noqa: PLC0415 - likewise

            self._titles = file, Titles(meetings.read(file))
        return self._titles[1]

    def save(self, text: str, markings: Sequence[str]) -> str:
        """Save what was copied, instead of what was before; says where, or why it is not."""
        return why_not_written(markings) or self._saved(self._own / "copied.txt", text)

    def report(self, text: str, markings: Sequence[str]) -> str:
        """Save the report of a failure, likewise; where it is asked for, it always is."""
        asked = os.environ.get(LOG)
        if asked:
            return self._saved(Path(asked), text)
        why_not = why_not_written(markings)
        if why_not:
            return why_not if self._is_restricted else f"{why_not}; {LOG}=FILE asks for it"
        return self._saved(self._own / "failure.log", text)

    def _saved(self, file: Path, text: str) -> str:
        """Save a text; where it is saved, or why it is not."""
        try:
            _write(file, text)
        except OSError as error:
            return self._failed(file, error)
        return "saved on the server" if self._is_restricted else f"saved in {file}"

    def _failed(self, file: Path, error: OSError) -> str:
        """Why something is not saved, which comes first where there is no room for all."""
        said = f"not saved: {reason(error)}"
        return said if self._is_restricted else f"{said}: {_shortened(file)}"

    @property
    def _own(self) -> Path:
        if self._folder is None:
            self._folder = state_folder()
        return self._folder

    def _keep(self, document: Document, what: str, text: str) -> bool:
        """Write what is remembered of a briefing, if it may be; whether it is done."""
        if why_not_written([document.briefing.marking]):
            return False
        try:
            _write(self._file(document, what), text)
        except OSError:
            return False
        return True

    def _file(self, document: Document, what: str) -> Path:
        return self._own / what / f"{_digest(document)}.json"

    def _notes_file(self, document: Document) -> Path:
        return notes.file_for(self._own / "notes", _digest(document))


def named(briefing: str) -> str:
    """What a briefing is called in the state, by its id, or by its file if it has none."""
    return sha256(briefing.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _digest(document: Document) -> str:
    """The name of a briefing's files."""
    return named(document.briefing.id or document.name)


def _told(place: Place) -> dict[str, str]:
    return {"view": place.view, "key": place.key, "item": place.item}


def _place(told: dict[str, Any]) -> Place:
    return Place(View(told["view"]), str(told["key"]), str(told["item"]))


def why_not_written(markings: Sequence[str]) -> str:
    """Why something with all of these markings is not written to disk; empty if it may be."""
    for marking in markings:
        if marking not in _MAY_BE_WRITTEN:
            return f"not saved, since it is {marking or 'not marked'}"
    return ""


def _shortened(path: Path) -> str:
    """A path as a shell understands it, which is shorter where it is in the user's own folder."""
    home = os.path.expanduser("~")  # noqa: PTH111 - raises nothing where there is none
    return f"~{str(path).removeprefix(home)}" if path.is_relative_to(home) else str(path)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    replace(file, text.encode(errors="replace"))


def replace(file: Path, data: bytes, *, alike: bool = False) -> None:
    """Write a file whole or not at all: whoever reads it sees the old bytes or the new ones.

    It is for its owner's eyes alone. With `alike` it has the mode, owner and attributes of the
    old one instead, and where that is a link, the file behind it is written. Raises `OSError`;
    the old file then stands as it was.
    """
    import tempfile  # noqa: PLC0415 - 5 ms, when a reader leaves and not when they come

    file = file.resolve() if alike else file
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as new:
            new.write(data)
            if alike:
                _make_alike(new.fileno(), name, file)
            new.flush()
            os.fsync(new.fileno())
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _make_alike(handle: int, name: str, file: Path) -> None:
    """Give a new file all of another but its contents and times."""
    import shutil  # noqa: PLC0415 - for what the reader has asked to have written alone

    old = file.stat()
    new = os.fstat(handle)
    if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
        os.fchown(handle, old.st_uid, old.st_gid)
    shutil.copystat(file, name)
    os.utime(name)

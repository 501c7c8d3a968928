"""What is remembered for a reader: place, marks, notes, meetings and what was read.

These are small files in the user's state folder, readable by their owner alone. If the folder is
missing, full or read-only, nothing is remembered, and that is no error. Only what the reader asks
to have saved is written of a briefing whose marking is stricter than TLP:GREEN.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.diagnostics import reason
from tui.library import notes
from tui.library.folders import state_folder
from tui.library.persistence import parse_json, to_json, write_private
from tui.model.annotations import ReaderNote, ReadSnapshot, whole
from tui.model.changes import Print
from tui.model.document import Document
from tui.model.saving import markings_of, reason_not_saved
from tui.places import Place, View

if TYPE_CHECKING:
    from tui.library.meetings import TitleMarkings

LOG = "BRIEFING_LOG"
"""The variable that names a file for failure reports, whatever is being read."""

_READ = "read"
"""The folder of what was last read of each briefing."""

MEETINGS = "meetings"
"""The folder of past meetings."""


class NoteResult(NamedTuple):
    """Whether a note was saved."""

    is_saved: bool
    said: str
    """Where it is saved, or why it is not, as shown to the reader."""


class ReaderState:
    """The saved state of one reader."""

    def __init__(
        self,
        folder: Path | None = None,
        *,
        keeps_meetings: bool = False,
        is_restricted: bool = False,
    ) -> None:
        """Use a folder for the state.

        Args:
            folder: The folder; by default the platform's state folder.
            keeps_meetings: Save meetings whatever their briefing is marked.
            is_restricted: Name no file in messages, since it is one of a server.
        """
        self._folder = folder
        self._is_restricted = is_restricted
        self._keeps_meetings = keeps_meetings
        self._titles: tuple[Path, TitleMarkings] | None = None
        """The file of the meeting that was last saved, and the markings of its titles."""

    def recall(self, document: Document) -> Place | None:
        """Return where the reader left a briefing; `None` if that is not known."""
        try:
            return _from_dict(parse_json(self._file(document, "places").read_text("utf-8")))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, document: Document, place: Place) -> bool:
        """Save where the reader is; returns whether it was saved."""
        return self._keep(document, "places", to_json(_to_dict(place)))

    def has_read(self, document: Document) -> bool:
        """Return whether this version of a briefing and its sources is the one read last."""
        return self.whole_read(_name(document)) == whole(document)

    def names_read(self) -> frozenset[str]:
        """Return the names, as `file_name` makes them, of all briefings that were read."""
        try:
            listed = os.listdir(self._own / _READ)  # noqa: PTH208 - a path for each costs more
        except OSError:
            return frozenset()
        return frozenset(each.removesuffix(".json") for each in listed)

    def whole_read(self, name: str) -> str:
        """Return the hash, as `whole` makes it, of the version read last; empty if unknown."""
        try:
            with (self._own / _READ / f"{name}.json").open("rb") as file:
                return str(parse_json(file.readline())["whole"])
        except (OSError, ValueError, KeyError, TypeError):
            return ""

    def last_reading(self, document: Document) -> ReadSnapshot | None:
        """Return the version of a briefing that was read last; `None` if that is not known."""
        try:
            head, _, body = self._file(document, _READ).read_bytes().partition(b"\n")
            head_values, items = parse_json(head), parse_json(body)
            return ReadSnapshot(
                str(head_values["date"]),
                str(head_values["whole"]),
                {id: Print(str(item[0]), str(item[1])) for id, item in items.items()},
                {id: str(item[2]) for id, item in items.items()},
            )
        except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
            return None

    def keep_reading(self, document: Document, reading: ReadSnapshot) -> bool:
        """Save what was read; returns whether it was saved."""
        if reason_not_saved(markings_of(document)):
            return False
        items = {id: (*each, reading.titles.get(id, "")) for id, each in reading.prints.items()}
        head = to_json({"whole": reading.whole, "date": reading.date})
        return self._keep(document, _READ, f"{head}\n{to_json(items)}\n")

    def marks(self, document: Document) -> dict[str, Place]:
        """Return the places that the reader has marked in a briefing, by letter."""
        try:
            places = parse_json(self._file(document, "marks").read_bytes())
            return {str(letter): _from_dict(place) for letter, place in places.items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}

    def mark(self, document: Document, letter: str, place: Place) -> bool:
        """Save a marked place; returns whether it was saved."""
        marked = {**self.marks(document), letter: place}
        places = {letter: _to_dict(each) for letter, each in marked.items()}
        return self._keep(document, "marks", to_json(places))

    def notes(self, document: Document) -> tuple[ReaderNote, ...]:
        """Return the reader's notes on a briefing."""
        return notes.read(self._notes_file(document))

    def all_notes(self) -> Iterator[ReaderNote]:
        """Yield the reader's notes on all briefings."""
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
        is_strict = bool(reason_not_saved([marking]))
        though = f", though it is {marking or 'not marked'}," if is_strict else ""
        merged = " with what you wrote in another terminal" if written.text != note.text else ""
        where = "" if self._is_restricted else f" in {_shortened(file.parent)}"
        return NoteResult(True, f"saved{merged}{though}{where}")

    def meeting(self, document: Document) -> Mapping[str, Any] | None:
        """Return the last meeting on a briefing, as it was saved; `None` if there was none."""
        name, folder = _name(document), self._own / MEETINGS
        if not (folder / name).is_dir():
            return None
        from tui.library import meetings  # noqa: PLC0415 - only after a meeting

        return meetings.last(folder / name)

    def keep_meeting(self, document: Document, meeting: Mapping[str, Any]) -> str:
        """Save a meeting, as `to_dict()` of its parts made it.

        Titles that may not be saved are left out, but their markings are saved.

        Returns:
            Why it is not saved; empty if it is.

        Raises:
            KeyError: The meeting does not say when it began.
        """
        from tui.library import meetings  # noqa: PLC0415 - likewise

        reason = "" if self._keeps_meetings else reason_not_saved([document.briefing.marking])
        if reason:
            return reason
        folder, titles = self._own / MEETINGS, meeting.get("titles", {})
        file = meetings.file_for(folder / _name(document), meeting)
        if self._titles is None or self._titles[0] != file:
            self._titles = file, meetings.TitleMarkings(meetings.read(file))
        markings = self._titles[1].markings(document, titles)
        if not self._keeps_meetings:
            titles = {
                id: each for id, each in titles.items() if not reason_not_saved([markings[id]])
            }
        try:
            meetings.write(file, {**meeting, "titles": titles, "markings": markings})
        except OSError as error:
            return self._failed(folder, error)
        return ""

    def save(self, text: str, markings: Sequence[str]) -> str:
        """Save a copied text over the one before; returns where, or why it is not saved."""
        return reason_not_saved(markings) or self._saved(self._own / "copied.txt", text)

    def report(self, text: str, markings: Sequence[str]) -> str:
        """Save a failure report likewise; always if the variable `LOG` names a file for it."""
        asked = os.environ.get(LOG)
        if asked:
            return self._saved(Path(asked), text)
        reason_ = reason_not_saved(markings)
        if reason_:
            return reason_ if self._is_restricted else f"{reason_}; {LOG}=FILE asks for it"
        return self._saved(self._own / "failure.log", text)

    def _saved(self, file: Path, text: str) -> str:
        """Write a text; returns where it is saved, or why it is not."""
        try:
            write_private(file, text)
        except OSError as error:
            return self._failed(file, error)
        return "saved on the server" if self._is_restricted else f"saved in {file}"

    def _failed(self, file: Path, error: OSError) -> str:
        """Say why something is not saved, and then where: a narrow screen cuts off the end."""
        said = f"not saved: {reason(error)}"
        return said if self._is_restricted else f"{said}: {_shortened(file)}"

    @property
    def _own(self) -> Path:
        if self._folder is None:
            self._folder = state_folder()
        return self._folder

    def _keep(self, document: Document, what: str, text: str) -> bool:
        """Write a file of a briefing if its marking permits; returns whether it was written."""
        if reason_not_saved([document.briefing.marking]):
            return False
        try:
            write_private(self._file(document, what), text)
        except OSError:
            return False
        return True

    def _file(self, document: Document, what: str) -> Path:
        return self._own / what / f"{_name(document)}.json"

    def _notes_file(self, document: Document) -> Path:
        return notes.file_for(self._own / "notes", _name(document))


def file_name(briefing: str) -> str:
    """Return the file name of a briefing in the state, from its id, or from its path."""
    return sha256(briefing.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _name(document: Document) -> str:
    """Return the file name of a briefing in the state."""
    return file_name(document.briefing.id or document.name)


def _to_dict(place: Place) -> dict[str, str]:
    return {"view": place.view, "key": place.key, "item": place.item}


def _from_dict(values: dict[str, Any]) -> Place:
    return Place(View(values["view"]), str(values["key"]), str(values["item"]))


def _shortened(path: Path) -> str:
    """Abbreviate the home folder in a path to `~`."""
    home = os.path.expanduser("~")  # noqa: PTH111 - raises nothing where there is none
    return f"~{str(path).removeprefix(home)}" if path.is_relative_to(home) else str(path)

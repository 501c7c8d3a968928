"""Reading sessions for tests: a small briefing, and what a session needs of its surroundings."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from tests.panes.reading import load
from tests.panes.small import BRIEFING
from tui.app.bindings import Keys
from tui.blocks import Block, Entry, runs
from tui.library.lazy_list import LazyList
from tui.library.library import Library
from tui.library.state import NoteResult
from tui.load import load_document
from tui.model.annotations import ReaderNote, ReadSnapshot, current_notes, whole
from tui.model.document import Document
from tui.places import Place, View
from tui.reading import questions
from tui.reading.asking import Asking
from tui.reading.commands import COMMANDS
from tui.reading.copies import COPIES
from tui.reading.open_briefing import OpenBriefing
from tui.reading.prompts import PROMPTS
from tui.reading.session import ReadingSession
from tui.search.find import text_of
from tui.search.library_search import LibraryAnswers

ROOT = Path(__file__).parent.parent.parent
SEED = ROOT / "briefings" / "nato-rok-china-2022.yaml"


class Memory:
    """A memory that lasts as long as the test."""

    def __init__(self, place: Place | None = None) -> None:
        self.place = place
        self.reading: ReadSnapshot | None = None
        self.marked: dict[str, Place] = {}
        self.written: list[ReaderNote] = []
        self.held: Mapping[str, Any] | None = None
        self.is_full = False

    def recall(self, document: Document) -> Place | None:
        return self.place

    def keep(self, document: Document, place: Place) -> bool:
        self.place = place
        return True

    def has_read(self, document: Document) -> bool:
        return self.reading is not None and self.reading.whole == whole(document)

    def last_reading(self, document: Document) -> ReadSnapshot | None:
        return self.reading

    def keep_reading(self, document: Document, reading: ReadSnapshot) -> bool:
        self.reading = reading
        return True

    def marks(self, document: Document) -> Mapping[str, Place]:
        return self.marked

    def mark(self, document: Document, letter: str, place: Place) -> bool:
        self.marked[letter] = place
        return True

    def meeting(self, document: Document) -> Mapping[str, Any] | None:
        return self.held

    def keep_meeting(self, document: Document, told: Mapping[str, Any]) -> str:
        self.held = told
        return ""

    def notes(self, document: Document) -> Sequence[ReaderNote]:
        return current_notes(self.written)

    def note(self, document: Document, note: ReaderNote) -> NoteResult:
        if self.is_full:
            return NoteResult(False, "not saved in a file: No space left on device")
        self.written.append(note)
        return NoteResult(True, "saved in a file" if note.text else "your note is taken back")

    def save(self, text: str, markings: Sequence[str]) -> str:
        return f"saved in a file, {' '.join(markings)}"

    def report(self, text: str, markings: Sequence[str]) -> str:
        return "saved"


class SmallLibrary(Library):
    """Two briefings, of which the second cannot be read."""

    def __init__(self) -> None:
        """Look into no folder."""

    @property
    def progress(self) -> str:
        return ""

    def blocks(self, words: str = "", order: str = "path") -> LazyList:
        names = {"small": "A small briefing", "gone": "Gone"}
        paths = [path for path, name in names.items() if words in name]
        return LazyList(
            paths, (), lambda item: Entry(kind="briefing", item=item, name=runs(names[item]))
        )

    def begin(self) -> None:
        """Nothing is read in the background."""

    def search(self, question: str, limit: int) -> LibraryAnswers:
        return LibraryAnswers()

    def finds(self, path: str, words: str) -> Sequence[str]:
        return ()

    def clear_for(self, clearance: str) -> None:
        """Nothing in it is withheld."""

    def leave(self, document: Document) -> None:
        """Nothing is said of what has been read."""

    def close(self) -> None:
        """Nothing is read in the background."""

    def open(self, path: str) -> Document:
        if path == "gone":
            raise FileNotFoundError(2, "No such file\x1b[2J")
        return small()


@cache
def small() -> Document:
    """The small briefing of the tests of the panes."""
    return load(BRIEFING, Path(mkdtemp()))


@cache
def seed() -> Document:
    """The briefing that comes with the program."""
    return load_document(SEED)


def session(document: Document | None = None, **more: Any) -> ReadingSession:
    """A session with a briefing open: the small one unless another is given."""
    given: dict[str, Any] = {"memory": Memory(), "keys": Keys(), **more}
    return ReadingSession(document=document or small(), **given)


def library_session(**more: Any) -> ReadingSession:
    """A session at the list of a library."""
    given: dict[str, Any] = {"memory": Memory(), "keys": Keys(), "library": SmallLibrary(), **more}
    return ReadingSession(document=None, **given)


def run(session: ReadingSession, *ids: str) -> str:
    """Carry out commands one after another, as a driver does; return the last notice."""
    for id in ids:
        session.notice = command(session, id)
        session.settle()
    return session.notice


def command(session: ReadingSession, id: str) -> str:
    """Carry out a command; `list.next` and `list.previous` go by items."""
    direction = {"list.next": 1, "list.previous": -1}.get(id)
    if direction is None:
        return COMMANDS[id](session)
    if session.reader is not None:
        session.reader.step(direction)
    return ""


def reader(session: ReadingSession) -> OpenBriefing:
    """Return the open briefing."""
    if session.reader is None:
        raise AssertionError("no briefing is open")
    return session.reader


def here(session: ReadingSession) -> Place:
    """Return the current place."""
    return reader(session).here


def go_to(session: ReadingSession, item: str) -> None:
    """Move the cursor down the current list to an item."""
    while here(session).item != item:
        if not reader(session).step(1):
            raise AssertionError(f"{item} is not in the list")
    session.settle()


def find(session: ReadingSession, words: str) -> None:
    """Find words, and stay at the match."""
    enter(session, "find.open", words)


def ask(session: ReadingSession, question: str) -> Asking:
    """Ask a question, without keeping the answer yet."""
    questions.ask(session)
    if session.asking is None:
        raise AssertionError("nothing can be asked")
    session.asking.ask(question)
    session.settle()
    return session.asking


def hold(session: ReadingSession, question: str) -> Asking:
    """Ask a question and keep its answer."""
    asking = ask(session, question)
    asking.hold()
    session.settle()
    return asking


def shown(session: ReadingSession) -> str:
    """Return the text of everything that a driver may show now, a line for each paragraph."""
    blocks: list[Block] = []
    if session.reader is not None:
        blocks += session.reader.header
    elif session.briefings is not None:
        blocks += session.briefings.listing.blocks
    if session.places is not None:
        blocks += session.places.listing.blocks
    elif session.asking is not None:
        blocks += session.asking.listing.blocks
    elif session.meeting is not None and not session.meeting.is_away:
        blocks += session.meeting.slide
    elif session.reader is not None:
        blocks += session.reader.listing.blocks
        if session.reader.here.item:
            beside = Place(View.EVIDENCE, session.reader.here.item)
            blocks += session.reader.listing_at(beside).blocks
    lines = [session.notice, *map(text_of, blocks)]
    if session.reader is not None:
        lines += [tab.title for tab in session.reader.tabs]
    if session.places is not None:
        lines.append(session.places.title)
    if session.asking is not None:
        lines.append(session.asking.title)
    if session.meeting is not None:
        meeting = session.meeting
        lines += [meeting.following, meeting.uncovered, meeting.sentence]
    if session.peer is not None:
        lines.append(session.peer.status())
    return "\n".join(lines)


def enter(session: ReadingSession, id: str, text: str) -> bool:
    """Type a text after a command that asks for one; return whether it is taken."""
    prompt = PROMPTS[id](session)
    if isinstance(prompt, str):
        session.notice = prompt
        return False
    prompt.change(text)
    is_taken = prompt.submit(text)
    session.settle()
    return is_taken


def cancel(session: ReadingSession, id: str, text: str) -> None:
    """Type a text after a command that asks for one, and cancel it."""
    prompt = PROMPTS[id](session)
    if isinstance(prompt, str):
        raise AssertionError(prompt)
    prompt.change(text)
    prompt.cancel()
    session.settle()


def prompt_text(session: ReadingSession, id: str) -> str:
    """Return the text with which a prompt begins."""
    prompt = PROMPTS[id](session)
    if isinstance(prompt, str):
        raise AssertionError(prompt)
    return prompt.text


def copied(session: ReadingSession, id: str) -> str:
    """Return what a command copies, or its notice if that is nothing."""
    made = COPIES[id](session)
    return made if isinstance(made, str) else made.text

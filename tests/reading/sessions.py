"""Desks for the tests of the screen: small lists, a small briefing, and the frame as text."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from tests.panes.reading import load
from tests.panes.small import BRIEFING
from tui.app.flow import Laid, Typeset
from tui.app.frame import Frame, draw
from tui.app.keyboard.dispatch import dispatch
from tui.app.lines import Drawn, width
from tui.app.viewport import Viewport
from tui.blocks import Entry, Heading, Paragraph, Style, runs
from tui.library.lazy_list import LazyList
from tui.library.library import Library
from tui.library.state import NoteResult
from tui.load import load_document
from tui.model.annotations import ReaderNote, ReadSnapshot, current_notes, whole
from tui.model.document import Document
from tui.places import Place
from tui.reading.reply import Reply
from tui.reading.session import ReadingSession
from tui.search.library_search import LibraryAnswers
from tui.terminal.clipboard import Sent

ROOT = Path(__file__).parent.parent.parent
SEED = ROOT / "briefings" / "nato-rok-china-2022.yaml"
SIZES = ((120, 40), (80, 24), (60, 20))

NAMES = {" ": "space", "\r": "enter", "\x1b": "escape", "\x7f": "backspace", "\t": "tab"}


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


class Clipboard:
    """A clipboard that takes everything."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    def send(self, text: str) -> Sent:
        self.sent.append(text)
        return Sent("on its way", f"<{len(self.sent)}>")


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


def session(
    size: tuple[int, int] = (80, 24), document: Document | None = None, **more: Any
) -> ReadingSession:
    """A desk on which a document lies open, the small one unless another is given."""
    given = {"library": None, "memory": Memory(), **more}
    return ReadingSession(
        dispatch=dispatch,
        document=document or small(),
        size=size,
        **given,
    )


def press(session: ReadingSession, *keys: str) -> Reply:
    """Press keys one after another: characters, or names of more than one letter."""
    reply = Reply.DRAW
    for key in keys:
        name = NAMES.get(key, key)
        reply = session.press(name, key if len(key) == 1 else None)
    return reply


def screen(session: ReadingSession) -> str:
    """What is to be seen, as text."""
    return text(draw(session))


def text(frame: Frame) -> str:
    """A frame as text, without the spaces at the ends of lines."""
    left = [*frame.head, *frame.under, *frame.foot]
    right = ["" for _ in frame.head] + [line(drawn) for drawn in frame.beside]
    rows = []
    for row, drawn in enumerate(left):
        beside = right[row] if frame.geometry.beside and row < len(right) else ""
        gap = frame.geometry.list - width(drawn.line)
        rows.append((line(drawn) + " " * gap + beside if beside else line(drawn)).rstrip())
    return "\n".join(rows) + "\n"


def line(drawn: Drawn) -> str:
    """A line of a frame as text."""
    return "".join(part for part, _ in drawn.line)


def viewport(heights: Sequence[int], items: Sequence[bool], size: tuple[int, int]) -> Viewport:
    """A list of blocks of so many lines each, which show an item or are headings.

    At half the width a block is twice as high. Blocks of more than one line have a gap.
    """
    blocks = [
        Paragraph(item=f"item-{at}", text=()) if shows else Heading(text=())
        for at, shows in enumerate(items)
    ]
    view = Viewport(blocks, typeset(heights))
    view.resize(*size)
    return view


def typeset(heights: Sequence[int]) -> Typeset:
    def lay(block: int, columns: int) -> Laid:
        height = max(heights[block] * 80 // columns, 1)
        lines = tuple(((f"{block}.{line}", Style.TEXT),) for line in range(height))
        return Laid(lines, 1 if height > 1 else 0)

    return lay


def seen(view: Viewport) -> list[str]:
    """The lines in the view: `2.0` is the first line of the third block."""
    return ["".join(part for part, _ in row.line) for row in view.rows()]

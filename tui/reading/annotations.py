"""The reader's annotations on the open briefing: notes, marks, and what is new to them."""

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.blocks import Block, Entry, Paragraph, Run, Style, runs
from tui.frozen import replace
from tui.model.annotations import ReaderNote, ReadSnapshot, whole
from tui.model.changes import Changes, compare, prints
from tui.model.document import Document
from tui.panes import annotations, dates, headings, names
from tui.panes.annotations import Annotations
from tui.places import Place, View, is_placeholder
from tui.reading.open_briefing import OpenBriefing
from tui.reading.place_list import PlaceList
from tui.reading.ports import Memory, NoteOutcome

if TYPE_CHECKING:
    from tui.reading.copying import Copied

WITHHELD = "it is withheld from what you have chosen to see"
NOT_IN_ROOM_MODE = "not in room mode: what is your own is not shown there"

_MARK = "mark:"
"""The prefix of the item of a mark in a list; the letter follows."""


class BriefingAnnotations:
    """The reader's notes and marks on one briefing, and its changes since they last read it."""

    def __init__(self, document: Document, memory: Memory) -> None:
        self.document = document
        """The whole briefing."""
        self._memory = memory
        self.is_known = memory.has_read(document)
        """This version is the one that was read last."""
        self.before = None if self.is_known else memory.last_reading(document)
        """The version that was read last, if it was another one or has been saved since."""
        self.changes = Changes()
        """What has changed since `before`."""
        self._marks: dict[str, Place] = {}
        """The marks of this session, of which some may not be written."""
        self.notes: Sequence[ReaderNote] = ()
        self.shown = Annotations()
        """What panes show of them; a new object after every change."""
        self._compare()

    @property
    def marks(self) -> Mapping[str, Place]:
        """The marked places by letter."""
        return {**self._memory.marks(self.document), **self._marks}

    def adopt(self, document: Document) -> None:
        """Take a new version of the briefing and compare it with what was read before."""
        if self.before is None:
            self.before = _snapshot(self.document)
        self.document = document
        self._compare()

    def summary(self) -> str:
        """What has changed since the last reading, in a line; empty if nothing has."""
        if self.before is None or not self.changes:
            return ""
        from tui.panes.changes import counted  # noqa: PLC0415 - only where something has changed

        return f"since {dates.prose(self.before.date)}: {counted(self.changes)}"

    def keep(self) -> None:
        """Remember this version as read."""
        if not self._memory.has_read(self.document):
            self._memory.keep_reading(self.document, _snapshot(self.document))

    def mark(self, letter: str, place: Place) -> str:
        """Mark a place of the whole briefing; return a notice."""
        self._marks[letter] = place
        lasts = self._memory.mark(self.document, letter, place)
        return f"marked {letter}" if lasts else f"marked {letter}, until you leave"

    def refresh(self) -> None:
        """Read the notes again, since another session may have written some."""
        self.notes = self._memory.notes(self.document)
        on: dict[str, list[ReaderNote]] = {}
        for note in self.notes:
            on.setdefault(annotations.found(self.document, note), []).append(note)
        on.pop("", None)
        news = annotations.news(self.document, self.changes) if self.before else {}
        self.shown = Annotations(news, on)

    def draft(self, item: str) -> ReaderNote:
        """Return the note on an item, to be edited; several are joined."""
        from datetime import UTC, datetime  # noqa: PLC0415 - not for the first frame

        self.refresh()
        current = self.shown.notes.get(item, ())
        return ReaderNote(
            id=os.urandom(8).hex(),
            item=item,
            text="; ".join(note.text for note in current),
            written=datetime.now(UTC).isoformat(timespec="seconds"),
            briefing=self.document.briefing.title,
            marking=_marking(self.document, item),
            statement=annotations.full_statement(self.document, item),
            quotation=annotations.quotation(self.document, item),
            replaces=tuple(note.id for note in current),
        )

    def write(self, note: ReaderNote) -> NoteOutcome:
        """Write a note, or take it back if it has no text."""
        outcome = self._memory.note(self.document, note)
        if outcome.is_saved:
            self.refresh()
        return outcome

    def _compare(self) -> None:
        before = self.before
        self.changes = compare(before.prints, prints(self.document)) if before else Changes()
        self.refresh()


def item_to_annotate(reader: OpenBriefing) -> str:
    """Return the id of the current item in the whole briefing; empty if it is none of its items."""
    here = reader.here
    item = here.key if here.view in (View.EVIDENCE, View.WORDS) else here.item
    if item not in reader.document.items:
        return ""
    return item if is_placeholder(item) else reader.whole_place(here.at(item)).item


def mark(reader: OpenBriefing, own: BriefingAnnotations, letter: str) -> str:
    """Mark the current place with a letter; return a notice."""
    return own.mark(letter, reader.whole_place(reader.here))


def draft_note(reader: OpenBriefing, own: BriefingAnnotations) -> ReaderNote | str:
    """Return the note on the current item, to be edited; a notice if there can be none."""
    if reader.policy.room:
        return NOT_IN_ROOM_MODE
    item = item_to_annotate(reader)
    if is_placeholder(item):
        return WITHHELD
    return own.draft(item) if item else "there is no item here"


def write_note(
    reader: OpenBriefing, own: BriefingAnnotations, draft: ReaderNote, text: str
) -> tuple[bool, str]:
    """Save a draft with a text; return whether it is saved, and a notice."""
    text = text.strip()
    if text == draft.text and len(draft.replaces) < 2:
        return True, ""
    outcome = own.write(replace(draft, text=text))
    reader.annotate(own.shown)
    return outcome.is_saved, (
        "your note is taken back" if outcome.is_saved and not text else outcome.said
    )


def go_to_mark(reader: OpenBriefing, own: BriefingAnnotations, letter: str) -> str:
    """Go to a marked place; return a notice if nothing is marked so, or if it is not shown."""
    marked = own.marks.get(letter)
    if marked is None:
        return f"nothing is marked {letter}; * lists what is"
    place = reader.shown_place(marked)
    is_pane = place.view is View.PANE
    shown = [tab.id for tab in reader.tabs] if is_pane else reader.document.items
    if place.key not in shown or (is_pane and marked.item and not place.item):
        return f"what is marked {letter} is not shown here"
    if is_pane:
        reader.go((place,))
        return ""
    trail = reader.way_to(place.key)
    is_there = (trail[-1].view, trail[-1].key) == (place.view, place.key)
    reader.go((*trail[:-1], place) if is_there else (*trail, place))
    return ""


def marks_and_notes(
    reader: OpenBriefing, own: BriefingAnnotations, *, is_restricted: bool = False
) -> PlaceList:
    """List the reader's marks and, outside room mode, their notes."""
    own.refresh()
    blocks = [*_marked(reader, own)]
    if not reader.policy.room:
        blocks += _noted(reader, own, is_restricted=is_restricted)

    def go(item: str) -> str:
        if item.startswith(_MARK):
            return go_to_mark(reader, own, item.removeprefix(_MARK))
        reader.go(reader.way_to(item))
        return ""

    return PlaceList("Marks and notes of your own", blocks, go)


def changes_since_read(reader: OpenBriefing, own: BriefingAnnotations) -> PlaceList | str:
    """List what has changed since the last reading; return a notice if there is no such list."""
    if reader.policy.room:
        return NOT_IN_ROOM_MODE
    if own.before is None:
        if own.is_known:
            return "nothing has changed since you read it last"
        return "you have not read it before, as far as is remembered"

    def go(item: str) -> str:
        reader.go(reader.way_to(item))
        return ""

    blocks = annotations.since(reader.document, own.before, own.changes)
    return PlaceList("Changed since you read it last", [*blocks], go)


def link(reader: OpenBriefing, root: str = "") -> "Copied | str":
    """Return a link to the current item: the path of the file, `#` and the id.

    Args:
        reader: The open briefing.
        root: The folder from which the path is given, as on a server; else it is absolute.

    Returns:
        The link, or a notice if there is none.
    """
    item = item_to_annotate(reader)
    if not item:
        return "there is no item here"
    shown = reader.shown_place(Place(View.EVIDENCE, item)).key
    policy, marking = reader.document.policy, reader.document.briefing.marking
    if is_placeholder(item) or shown != item or policy.withholds(marking):
        return WITHHELD  # an id may be made of what is withheld
    from tui.reading.copying import Copied  # noqa: PLC0415 - not for the first frame

    name = reader.document.name
    path = os.path.relpath(name, root) if root else os.path.abspath(name)  # noqa: PTH100 - keeps symbolic links
    return Copied(f"{path}#{item}", (marking,))


def _marked(reader: OpenBriefing, own: BriefingAnnotations) -> Iterator[Block]:
    titles = {tab.id: tab.title for tab in reader.tabs}
    yield headings.section("marks", "" if own.marks else "m and a letter makes one")
    for letter, marked in sorted(own.marks.items()):
        place = reader.shown_place(marked)
        item = place.item if marked.item else place.key
        if item:
            title = titles.get(item) or names.title(reader.document, item)
            label = runs(Run(letter, Style.LABEL))
            yield Entry(item=f"{_MARK}{letter}", kind="mark", label=label, text=runs(title))


def _noted(
    reader: OpenBriefing, own: BriefingAnnotations, *, is_restricted: bool
) -> Iterator[Block]:
    yield headings.section("notes of your own", "" if own.notes else "a writes one")
    yield from annotations.listed(reader.whole, reader.document, own.notes)
    if own.notes and not is_restricted:
        said = "`briefing notes FILE` prints them; with `--format markdown` as Markdown."
        yield Paragraph(text=runs(said), kind="remark")


def _marking(document: Document, item: str) -> str:
    """An item's marking, or its pane's or the file's; empty if none is marked."""
    from tui.model.clearance import strictness  # noqa: PLC0415 - only for a note
    from tui.model.vocabularies import MARKINGS  # noqa: PLC0415 - likewise

    record, known = document.items[item], strictness(document)
    is_marked = document.briefing.marking or getattr(record, "marking", "")
    return MARKINGS[known.records.get(record, known.file)] if is_marked else ""


def _snapshot(document: Document) -> ReadSnapshot:
    from datetime import datetime  # noqa: PLC0415 - on leaving, not at the start

    made = prints(document)
    today = datetime.now().astimezone().date().isoformat()
    titles = {id: names.title(document, id) for id in made if id}
    return ReadSnapshot(today, whole(document), made, titles)

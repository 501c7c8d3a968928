"""What a reader does with what is their own: they note, mark, list, and go back there."""

import os
from collections.abc import Iterator

from tui import panes
from tui.blocks import Block, Entry, Paragraph, Run, Style, runs
from tui.model.annotations import ReaderNote
from tui.panes import annotations, headings, names
from tui.places import Place, View, is_placeholder
from tui.reading.annotation_prompts import MarkPrompt, NotePrompt, PlaceList
from tui.reading.annotations import BriefingAnnotations
from tui.reading.copying import Copied
from tui.reading.open_briefing import OpenBriefing
from tui.reading.ports import NoteOutcome

WITHHELD = "it is withheld from what you have chosen to see"

NOT_IN_A_ROOM = "not in room mode: what is your own is not shown there"

_MARK = "mark:"
"""The item of an entry for a mark is this and the letter."""


class AnnotationActions:
    """The reader's own in a briefing, and the way to it."""

    def __init__(self, reader: OpenBriefing, personal: BriefingAnnotations) -> None:
        self._reader = reader
        self._personal = personal

    def noting(self) -> NotePrompt | str:
        """A note on the item under the cursor, or on the one whose evidence it is in."""
        if self._reader.policy.room:
            return NOT_IN_A_ROOM
        item = self._item()
        if is_placeholder(item):
            return WITHHELD
        return (
            NotePrompt(self._personal.draft(item), self._write) if item else "there is no item here"
        )

    def marking(self) -> MarkPrompt:
        """A mark on where one is."""
        here = self._reader.meant_by(self._reader.here)
        return MarkPrompt("mark", lambda letter: self._personal.mark(letter, here))

    def returning(self) -> MarkPrompt:
        """To a mark."""
        return MarkPrompt("go to mark", self.go_to_mark)

    def go_to_mark(self, letter: str) -> str:
        """To where a letter marks; says if it marks nothing that is there."""
        marked = self._personal.marks.get(letter)
        if marked is None:
            return f"nothing is marked {letter}; * lists what is"
        reader, place = self._reader, self._reader.shown_as(marked)
        is_pane = place.view is View.PANE
        shown = [tab.id for tab in reader.tabs] if is_pane else reader.document.items
        if place.key not in shown or (is_pane and marked.item and not place.item):
            return f"what is marked {letter} is not shown here"
        if is_pane:
            reader.go((place,))
            return ""
        trail = self._reader.way_to(place.key)
        is_there = (trail[-1].view, trail[-1].key) == (place.view, place.key)
        reader.go((*trail[:-1], place) if is_there else (*trail, place))
        return ""

    def listing(self, *, is_restricted: bool = False) -> PlaceList:
        """The marks, and outside a room the notes; no other command is told of within walls."""
        self._personal.refresh()
        blocks = [*self._marked()]
        if not self._reader.policy.room:
            blocks += self._noted(is_restricted=is_restricted)
        return PlaceList("Marks and notes of your own", blocks, self._go)

    def changes(self) -> PlaceList | str:
        """What has changed since the briefing was read last."""
        reader, before = self._reader, self._personal.before
        if reader.policy.room:
            return NOT_IN_A_ROOM
        if before is None:
            if self._personal.is_known:
                return "nothing has changed since you read it last"
            return "you have not read it before, as far as is remembered"
        blocks = annotations.since(reader.document, before, self._personal.changes)
        return PlaceList("Changed since you read it last", [*blocks], self._go)

    def link(self, root: str = "") -> Copied | str:
        """A link to the item; with a root, as on a server, by the path from there."""
        item = self._item()
        if not item:
            return "there is no item here"
        document = self._reader.document
        shown = self._reader.shown_as(Place(View.EVIDENCE, item)).key
        if (
            is_placeholder(item)
            or shown != item
            or document.policy.withholds(document.briefing.marking)
        ):
            return WITHHELD  # an id may tell what it is made of
        name = document.name
        path = os.path.relpath(name, root) if root else os.path.abspath(name)  # noqa: PTH100 - keeps links
        return Copied(f"{path}#{item}", (document.briefing.marking,))

    def _item(self) -> str:
        """The id of the item that one looks at; empty if it is none of the briefing's."""
        here = self._reader.here
        item = here.key if here.view in (View.EVIDENCE, View.WORDS) else here.item
        if item not in self._reader.document.items:
            return ""
        return item if is_placeholder(item) else self._reader.meant_by(here.at(item)).item

    def _write(self, note: ReaderNote) -> NoteOutcome:
        noted = self._personal.write(note)
        self._reader.take(self._personal.own)
        return noted

    def _go(self, item: str) -> str:
        if item.startswith(_MARK):
            return self.go_to_mark(item.removeprefix(_MARK))
        self._reader.go(self._reader.way_to(item))
        return ""

    def _marked(self) -> Iterator[Block]:
        document = self._reader.document
        titles = {tab.id: tab.title for tab in panes.tabs(document)}
        yield headings.section("marks", "" if self._personal.marks else "m and a letter makes one")
        marks = sorted(self._personal.marks.items())
        for letter, marked in marks:
            place = self._reader.shown_as(marked)
            item = place.item if marked.item else place.key
            if item:
                title = titles.get(item) or names.title(document, item)
                yield Entry(
                    item=f"{_MARK}{letter}",
                    kind="mark",
                    label=runs(Run(letter, Style.LABEL)),
                    text=runs(title),
                )

    def _noted(self, *, is_restricted: bool) -> Iterator[Block]:
        notes = self._personal.notes
        yield headings.section("notes of your own", "" if notes else "a writes one")
        yield from annotations.listed(self._reader.whole, self._reader.document, notes)
        if notes and not is_restricted:
            said = "`briefing notes FILE` prints them; with `--format markdown` as Markdown."
            yield Paragraph(text=runs(said), kind="remark")

"""What is the reader's own in one briefing: what is new to them, their notes, their marks."""

import os
from collections.abc import Mapping, Sequence

from tui.model.annotations import ReaderNote, ReadSnapshot, whole
from tui.model.changes import Changes, compare, prints
from tui.model.document import Document
from tui.panes import annotations, dates, names
from tui.panes.annotations import Annotations
from tui.places import Place
from tui.reading.ports import Memory, NoteOutcome


class BriefingAnnotations:
    """The reader's own in the briefing that is open."""

    def __init__(self, document: Document, memory: Memory) -> None:
        self.document = document
        self._memory = memory
        self.is_known = memory.has_read(document)
        """It is what was read last."""
        self.before = None if self.is_known else memory.last_reading(document)
        """What was read last, where it was something else or has been saved since."""
        self.changes = Changes()
        """What has changed since."""
        self._marks: dict[str, Place] = {}
        """Those of this session, of which some may not be written."""
        self.notes: Sequence[ReaderNote] = ()
        self.own = Annotations()
        """It is another one whenever any of it changes."""
        self._compare()

    def adopt(self, document: Document) -> None:
        """Take another reading of the briefing; it is compared with what was read before."""
        if self.before is None:
            self.before = _reading(self.document)
        self.document = document
        self._compare()

    def told(self) -> str:
        """What has changed since it was read last, in a line; empty where nothing has."""
        if self.before is None or not self.changes:
            return ""
        from tui.panes.changes import counted  # noqa: PLC0415 - only where something has

        return f"since {dates.prose(self.before.date)}: {counted(self.changes)}"

    def keep(self) -> None:
        """Take the briefing as read, since the reader leaves it."""
        if not self._memory.has_read(self.document):
            self._memory.keep_reading(self.document, _reading(self.document))

    @property
    def marks(self) -> Mapping[str, Place]:
        """The places that are marked, by letter."""
        return {**self._memory.marks(self.document), **self._marks}

    def mark(self, letter: str, place: Place) -> str:
        """Mark a place; says how long the mark will last."""
        self._marks[letter] = place
        if self._memory.mark(self.document, letter, place):
            return f"marked {letter}"
        return f"marked {letter}, until you leave"

    def refresh(self) -> None:
        """Read the notes anew: another session may have written some."""
        self.notes = self._memory.notes(self.document)
        on: dict[str, list[ReaderNote]] = {}
        for note in self.notes:
            on.setdefault(annotations.found(self.document, note), []).append(note)
        on.pop("", None)
        before = self.before
        self.own = Annotations(annotations.news(self.document, self.changes) if before else {}, on)

    def draft(self, item: str) -> ReaderNote:
        """The note on an item as it stands, to be written anew; all of them are brought into it."""
        from datetime import UTC, datetime  # noqa: PLC0415 - the first screen has no time for it

        from tui.library.merge import combine  # noqa: PLC0415 - likewise

        self.refresh()
        standing = self.own.notes.get(item, ())
        return ReaderNote(
            id=os.urandom(8).hex(),
            item=item,
            text=combine(note.text for note in standing),
            written=datetime.now(UTC).isoformat(timespec="seconds"),
            briefing=self.document.briefing.title,
            marking=_marking(self.document, item),
            statement=annotations.full_statement(self.document, item),
            quotation=annotations.quotation(self.document, item),
            replaces=tuple(note.id for note in standing),
        )

    def write(self, note: ReaderNote) -> NoteOutcome:
        """Write a note, or take it back where it has no text."""
        noted = self._memory.note(self.document, note)
        if noted.is_saved:
            self.refresh()
        return noted

    def _compare(self) -> None:
        before = self.before
        self.changes = compare(before.prints, prints(self.document)) if before else Changes()
        self.refresh()


def _marking(document: Document, item: str) -> str:
    """An item's marking, or that of its pane or file; empty where none of them has one."""
    from tui.model.clearance import strictness  # noqa: PLC0415 - for who writes a note
    from tui.model.vocabularies import MARKINGS  # noqa: PLC0415 - likewise

    record, known = document.items[item], strictness(document)
    is_marked = document.briefing.marking or getattr(record, "marking", "")
    return MARKINGS[known.records.get(record, known.file)] if is_marked else ""


def _reading(document: Document) -> ReadSnapshot:
    from datetime import datetime  # noqa: PLC0415 - when a reader leaves and not when they come

    made = prints(document)
    today = datetime.now().astimezone().date().isoformat()
    titles = {id: names.title(document, id) for id in made if id}
    return ReadSnapshot(today, whole(document), made, titles)

"""Print your own notes, each with its item and the words quoted there.

FILE is a briefing file, or - for standard input. Without FILE, the notes on all briefings are
printed, each with the item as it was when the note was written. Press `a` while reading to write a
note. Notes are kept in your own state folder, never in a briefing.
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from tui.blocks import Block, Card, Field, Heading, Paragraph, Run, Runs, Style, runs
from tui.commands import output
from tui.commands.exit import Exit
from tui.commands.options import add_print_options, clearance
from tui.commands.reading import read_or_fail
from tui.frozen import fields, replace
from tui.library.folders import state_folder
from tui.library.state import ReaderState
from tui.model.annotations import ReaderNote
from tui.model.document import Document, Policy
from tui.model.projection import project
from tui.panes import annotations

_FORMATS = ("text", "markdown", "json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add = parser.add_argument
    add("file", nargs="?", metavar="FILE", help="a briefing file (default: all with notes)")
    add("--format", choices=_FORMATS, default="text", help="output format (default: text)")
    add_print_options(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Print the notes."""
    notes = _notes(arguments.file, arguments.root, Policy(clearance(arguments)))
    if arguments.format == "json":
        names = [each.name for each in fields(ReaderNote)]
        output.print_json([{name: getattr(note, name) for name in names} for note in notes])
    elif notes:
        output.print_blocks(_blocks(notes), arguments.format, arguments.width, arguments.color)
    else:
        output.say(f"no notes of your own in {state_folder()}")
    return Exit.OK


def _notes(file: str | None, roots: Sequence[Path], policy: Policy) -> list[ReaderNote]:
    """The notes on one briefing, in the order of its items, or on all; none that is withheld."""
    if file is None:
        notes = ReaderState().all_notes()
        visible = [note for note in notes if annotations.may_be_shown(note, "", policy)]
        return [_without_context(note) for note in visible] if policy.clearance else visible
    document = read_or_fail(file, roots)
    order = {item: number for number, item in enumerate(document.items)}
    ordered = sorted(
        ReaderState().notes(document),
        key=lambda note: order.get(annotations.found(document, note), len(order)),
    )
    return [*_cleared(document, ordered, policy)] if policy.clearance else ordered


def _cleared(
    document: Document, notes: Iterable[ReaderNote], policy: Policy
) -> Iterator[ReaderNote]:
    """The notes that a clearance lets through, with the words of the briefing that it shows."""
    shown = project(document, policy)
    for note in notes:
        item = shown.projected_id(annotations.found(document, note))
        if annotations.may_be_shown(note, item, policy):
            words = annotations.quotation(shown, item) if item else ""
            yield replace(note, item=item, quotation=words, briefing=shown.briefing.title)


def _without_context(note: ReaderNote) -> ReaderNote:
    """A note without title, words and derived id, whose marking is not known."""
    item = "" if "/" in note.item else note.item
    return replace(note, item=item, quotation="", briefing="")


def _blocks(notes: Iterable[ReaderNote]) -> Iterator[Block]:
    for briefing, group in groupby(notes, key=lambda note: note.briefing):
        of_briefing = [*group]
        yield Heading(level=1, text=runs(f"Notes of one’s own: {briefing or 'untitled'}"))
        yield from map(_card, of_briefing)
        for marking in dict.fromkeys(note.marking for note in of_briefing if note.marking):
            yield Paragraph(kind="marking", text=runs(Run(marking, Style.MARKING)))


def _card(note: ReaderNote) -> Card:
    parts: dict[str, Runs] = {
        "NOTE": runs(Run(note.text, Style.OURS)),
        "ON": runs(note.statement),
        "WORDS": runs(Run(note.quotation, Style.QUOTE)),
        "WRITTEN": runs(note.written.replace("T", " ").replace("+00:00", " UTC")),
    }
    return Card(
        title=runs(Run(note.item, Style.HEADING)),
        fields=tuple(
            Field(label, (line,), kind="quote" if label == "WORDS" else "")
            for label, line in parts.items()
            if line
        ),
    )

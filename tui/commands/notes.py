"""Print the notes of your own, each with the item that it is on and the words of its source.

FILE is a briefing file; - is standard input. Without it the notes on all briefings are printed,
as the briefings were when the notes were written. Notes are written in the program, by `a`, and
lie in your own folder; no briefing holds them, and no other command prints them.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from tui.blocks import Block, Card, Field, Heading, Paragraph, Run, Runs, Style, runs
from tui.commands import output
from tui.commands.clearance_option import add_clearance, clearance
from tui.commands.exit import Exit
from tui.commands.page_options import add_page
from tui.commands.reading import add_root, read
from tui.diagnostics import reason
from tui.frozen import fields, replace
from tui.library.folders import state_folder
from tui.library.state import ReaderState
from tui.model.annotations import ReaderNote
from tui.model.document import Document, Policy
from tui.model.projection import project
from tui.panes import annotations
from tui.render import markdown, text

_FORMATS = ("text", "markdown", "json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add = parser.add_argument
    add("file", nargs="?", metavar="FILE", help="a briefing file (default: all that have notes)")
    add("--format", choices=_FORMATS, default="text", help="what to print (default: text)")
    add_clearance(parser)
    add_page(parser)
    add_root(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Print the notes that are asked for."""
    try:
        policy = Policy(clearance(arguments))
        notes = _notes(arguments.file, arguments.root, policy)
    except OSError as error:
        return _say(f"{arguments.file}: {reason(error)}", Exit.INVALID)
    if arguments.format == "json":
        output.write([_json(notes)], sys.stdout)
    elif not notes:
        return _say(f"no notes of your own in {state_folder()}", Exit.OK)
    elif arguments.format == "markdown":
        output.write(markdown.lines(_blocks(notes)), sys.stdout)
    else:
        page = output.page(sys.stdout, arguments.width, arguments.color)
        output.write(text.lines(_blocks(notes), page), sys.stdout)
    return Exit.OK


def _notes(file: str | None, roots: Sequence[Path], policy: Policy) -> list[ReaderNote]:
    """The notes on one briefing in its order, or on all; those that may be seen."""
    if file is None:
        every = ReaderState().all_notes()
        return [
            _alone(note) if policy.clearance else note
            for note in every
            if annotations.may_be_seen(note, "", policy)
        ]
    document = read(file, roots)
    notes = sorted(ReaderState().notes(document), key=lambda note: _place(document, note))
    return [*_seen(document, notes, policy)] if policy.clearance else notes


def _seen(document: Document, notes: Iterable[ReaderNote], policy: Policy) -> Iterator[ReaderNote]:
    """Notes as they may be seen beside what may be seen of the briefing."""
    shown = project(document, policy)
    for note in notes:
        item = shown.projected_id(annotations.found(document, note))
        if annotations.may_be_seen(note, item, policy):
            words = annotations.quotation(shown, item) if item else ""
            yield replace(note, item=item, quotation=words, briefing=shown.briefing.title)


def _alone(note: ReaderNote) -> ReaderNote:
    """A note without what is not known to be marked as its item was: title, words, pane."""
    item = "" if "/" in note.item else note.item
    return replace(note, item=item, quotation="", briefing="")


def _place(document: Document, note: ReaderNote) -> int:
    """Where in the briefing the item of a note stands; behind all where it is gone."""
    item = annotations.found(document, note)
    return [*document.items].index(item) if item else len(document.items)


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


def _json(notes: Iterable[ReaderNote]) -> str:
    """An array of objects, one for each note."""
    told = [{each.name: getattr(note, each.name) for each in fields(note)} for note in notes]
    return json.dumps(told, indent=2).replace("\x7f", "\\u007f")


def _say(message: str, status: Exit) -> Exit:
    output.say(message)
    return status

"""Print the minutes of a meeting: what was shown, when and for how long, and the questions.

FILE is a briefing file, or - for standard input. The last meeting on it is printed, or the last on
any briefing; --all prints every one. Your own notes from the time of the meeting follow the items
that they are on. Press `M` while reading to begin a meeting; its record is kept in your state
folder.

Nothing is recorded of a briefing above TLP:GREEN, and only the id of an item above it, unless the
briefing was opened with --keep. An item of FILE that has since been marked more strictly counts as
it is marked now.
"""

import argparse
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from tui.blocks import Block, Entry, Heading, Paragraph, Run, Runs, Style, TimelineRow, runs
from tui.commands import output
from tui.commands.exit import Exit
from tui.commands.options import add_print_options, clearance
from tui.commands.reading import read_or_fail
from tui.frozen import replace
from tui.library.folders import state_folder
from tui.library.meetings import SavedMeeting, read_all
from tui.library.notes import file_for as notes_file
from tui.library.notes import read as read_notes
from tui.library.state import MEETINGS, file_name
from tui.meeting.record import Showing
from tui.meeting.wording import hours_and_minutes, minutes, minutes_and_seconds
from tui.model.annotations import ReaderNote
from tui.model.clearance import strictness
from tui.model.document import Document, Policy
from tui.model.saving import reason_not_saved
from tui.model.vocabularies import MARKINGS, rank

_FORMATS = ("markdown", "text")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add = parser.add_argument
    add("file", nargs="?", metavar="FILE", help="a briefing file (default: the last meeting)")
    add("--all", action="store_true", help="print all meetings, the oldest first")
    add("--format", choices=_FORMATS, default="markdown", help="output format (default: markdown)")
    add_print_options(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Print the minutes."""
    document = None if arguments.file is None else read_or_fail(arguments.file, arguments.root)
    folder = state_folder() / MEETINGS
    if document is None:
        kept = [*read_all(folder)]
    else:
        name = file_name(document.briefing.id or document.name)
        kept = [_as_marked_since(each, document) for each in read_all(folder, name)]
    max_marking = clearance(arguments)
    shown = [each for each in kept if not Policy(max_marking).withholds(each.marking)]
    if len(shown) < len(kept):
        output.say(f"withheld: {len(kept) - len(shown)} of {len(kept)}, above {max_marking}")
    if not kept:
        on = f"on {arguments.file} " if arguments.file else ""
        output.say(f"no meeting {on}was kept in {folder}")
        return Exit.OK
    blocks = [
        block
        for meeting in (shown if arguments.all else shown[-1:])
        for block in _blocks(meeting, max_marking)
    ]
    output.print_blocks(blocks, arguments.format, arguments.width, arguments.color)
    return Exit.OK


def _as_marked_since(meeting: SavedMeeting, document: Document) -> SavedMeeting:
    """Raise the markings of a meeting to those that its briefing and items have now."""
    current = strictness(document)

    def current_rank(id: str) -> int:
        item = document.items.get(id)
        return 0 if item is None else current.records.get(item, current.file)

    ranks = {id: max(rank(each), current_rank(id)) for id, each in meeting.markings.items()}
    return replace(
        meeting,
        marking=max((meeting.marking, document.briefing.marking), key=rank),
        markings={id: MARKINGS[number] for id, number in ranks.items()},
    )


def _blocks(meeting: SavedMeeting, max_marking: str) -> Iterator[Block]:
    """Yield the minutes of a meeting under a clearance; `""` is none."""
    yield Heading(level=1, text=runs(f"Minutes: {meeting.title or 'an untitled briefing'}"))
    if meeting.marking:
        yield Paragraph(kind="marking", text=runs(Run(meeting.marking, Style.MARKING)))
    yield Paragraph(kind="as-of", text=runs(_head(meeting)))
    yield Heading(text=runs("Shown"))
    notes = _notes(meeting, max_marking)
    for showing in meeting.record.showings:
        title = _title(meeting, showing.id, max_marking)
        yield _row(showing, title, notes=notes.pop(showing.id, ()))
    if not meeting.record.showings:
        yield Paragraph(text=runs("Nothing was shown."), kind="remark")
    if meeting.record.questions:
        yield Heading(text=runs("Questions"))
    for question in meeting.record.questions:
        yield _row(question, f"asked on: {_title(meeting, question.id, max_marking)}")
    others = [note for on_item in notes.values() for note in on_item]
    if others:
        yield Heading(text=runs("Your other notes"))
        yield from (Entry(kind="note", text=_note(note)) for note in others)


def _head(meeting: SavedMeeting) -> str:
    """Return date and time, duration, and the time that questions took."""
    clock = meeting.clock
    began = datetime.fromtimestamp(clock.began).astimezone()
    took = f"{minutes(clock.elapsed)} of {minutes(clock.length)}"
    asked = sum(question.seconds for question in meeting.record.questions)
    questions = f"; {minutes(asked)} of it for questions" if asked else ""
    ended = "" if meeting.is_ended else "; it was not ended"
    return f"{began:%Y-%m-%d, %H:%M}; {took}{questions}{ended}"


def _row(showing: Showing, title: str, *, notes: Iterable[ReaderNote] = ()) -> TimelineRow:
    return TimelineRow(
        when=runs(Run(hours_and_minutes(showing.began), Style.LABEL)),
        title=runs(title),
        aside=runs(Run(minutes_and_seconds(showing.seconds), Style.MUTED)),
        details=tuple(map(_note, notes)),
    )


def _title(meeting: SavedMeeting, id: str, max_marking: str) -> str:
    """Return the title of an item, or the reason why it is not shown."""
    marking = meeting.markings.get(id, "")
    if Policy(max_marking).withholds(marking):
        return f"withheld: {marking or 'marking not known'}, above {max_marking}"
    why_not = reason_not_saved([marking]) if marking else ""
    return meeting.titles.get(id) or (f"{id}, whose title is {why_not}" if why_not else id)


def _note(note: ReaderNote) -> Runs:
    return runs(Run("your note: ", Style.LABEL), Run(note.text, Style.OURS))


def _notes(meeting: SavedMeeting, max_marking: str) -> dict[str, list[ReaderNote]]:
    """Return the reader's notes from the time of the meeting by the id of their item.

    A note is withheld if its item is, or was at the time of the meeting.
    """
    found: dict[str, list[ReaderNote]] = {}
    for note in read_notes(notes_file(state_folder() / "notes", meeting.name)):
        markings = (note.marking, meeting.markings.get(note.item, note.marking))
        if any(map(Policy(max_marking).withholds, markings)):
            continue
        try:
            when = datetime.fromisoformat(note.written).replace(tzinfo=UTC).timestamp()
        except ValueError:
            continue
        if meeting.clock.began - 1 <= when <= meeting.clock.seen + 1:
            found.setdefault(note.item, []).append(note)
    return found

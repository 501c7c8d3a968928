"""The function that carries out each command, by the command's id.

Each returns what the terminal must do or what the footer says, or nothing.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.reading import (
    annotation_commands,
    commands,
    library_commands,
    meeting_commands,
    peer_commands,
)
from tui.reading.reply import Reply

if TYPE_CHECKING:
    from tui.reading.session import ReadingSession

ACTIONS: dict[str, "Callable[[ReadingSession], Reply | str | None]"] = {
    "library.open": library_commands.open_briefing,
    "library.ask": library_commands.ask_library,
    "library.filter": library_commands.filter_library,
    "library.all": library_commands.show_library,
    "source.claims": commands.open_connected,
    "evidence.open": commands.open_inside,
    "evidence.beside": commands.toggle_beside,
    "evidence.words": commands.open_words,
    "evidence.source": commands.open_source,
    "evidence.connected": commands.open_connected,
    "evidence.copy": commands.copy_item,
    "evidence.copy-words": commands.copy_words,
    "place.leave": commands.leave_level,
    "find.ask": commands.open_ask,
    "answer.go": commands.go_to_answer,
    "answer.ask": commands.ask_anew,
    "own.mark": annotation_commands.set_mark,
    "own.return": annotation_commands.go_to_mark,
    "own.outline": annotation_commands.open_outline,
    "outline.close": annotation_commands.close_outline,
    "own.list": annotation_commands.list_own,
    "own.note": annotation_commands.write_note,
    "own.changes": annotation_commands.list_changes,
    "own.link": annotation_commands.copy_link,
    "listed.go": annotation_commands.go_to_listed,
    "agenda.blank": meeting_commands.blank_meeting,
    "agenda.notes": meeting_commands.toggle_speaker_notes,
    "agenda.nothing": meeting_commands.do_nothing,
    "meeting.open": meeting_commands.open_meeting,
    "meeting.question": meeting_commands.toggle_question,
    "meeting.shown": meeting_commands.list_shown,
    "meeting.blank": meeting_commands.blank_meeting,
    "meeting.end": meeting_commands.end_meeting,
    "find.open": commands.open_find,
    "follow.return": peer_commands.come_back,
    "view.timeline": commands.open_timeline,
    "view.matrix": commands.open_matrix,
    "view.filter": commands.turn_filter,
    "view.clearance": commands.turn_clearance,
    "view.room": commands.toggle_room,
    "screen.blank": commands.blank,
    "screen.repaint": commands.repaint,
    "screen.mouse": commands.toggle_mouse,
    "screen.theme": commands.turn_theme,
    "program.help": commands.open_help,
    "program.palette": commands.open_palette,
    "program.leave": commands.leave,
    "program.cancel": commands.cancel,
    "program.suspend": commands.suspend,
    "program.quit": commands.quit,
}
"""Commands that do one thing."""

DIRECTED_ACTIONS: dict[str, "Callable[[ReadingSession, int], Reply | str | None]"] = {
    "list.item": commands.move_item,
    "list.page": commands.move_page,
    "list.half": commands.move_half_page,
    "list.end": commands.move_end,
    "list.section": commands.move_section,
    "source.excerpt": commands.move_excerpt,
    "pane.beside": commands.turn_pane,
    "library.order": library_commands.turn_order,
    "place.back": commands.travel,
    "answer.choose": commands.choose_answer,
    "outline.fold": annotation_commands.fold_outline,
    "agenda.step": meeting_commands.turn_agenda,
    "agenda.part": meeting_commands.turn_agenda_part,
    "find.next": commands.find_next,
}
"""Commands with an opposite. They are given a direction: 1, or -1 for the opposite."""

KEY_ACTIONS: dict[str, "Callable[[ReadingSession, str], Reply | str | None]"] = {
    "pane.open": commands.open_pane,
    "answer.words": commands.open_answer,
    "answer.source": commands.open_answer,
    "answer.connected": commands.open_answer,
    "answer.copy": commands.copy_answer,
}
"""Commands whose keys each mean something else. They are given the key of the table."""

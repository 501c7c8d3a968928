"""Every command can be given in a line, and does what its function does to the session."""

from collections.abc import Sequence
from typing import Any

import pytest

from tests.linear.readers import LineReader
from tests.reading.peers import RecordingPeer
from tests.reading.sessions import SmallLibrary
from tui.app.bindings import COMMANDS as TABLE
from tui.linear.commands import ASKING
from tui.linear.cursor import MOVES, ItemCursor
from tui.linear.state import Outcome
from tui.reading.commands import COMMANDS
from tui.reading.prompts import PROMPTS, TextPrompt
from tui.reading.session import ReadingSession

PLACES: dict[str, Sequence[str]] = {
    "library": (),
    "filtered library": ("/ small",),
    "pane": ("enter", "2"),
    "source": ("enter", "4", "s"),
    "answer": ("enter", "f globe"),
    "outline": ("enter", "t"),
    "marks": ("enter", "2", "m x", "*"),
    "agenda": ("enter", "M"),
    "away from the agenda": ("enter", "M", "2"),
}
"""The lines that lead from a library to each kind of place."""

TYPED = {
    "find.open": "seoul",
    "find.ask": "globe",
    "answer.ask": "trap",
    "mark.set": "x",
    "mark.go": "x",
    "annotations.note": "to be asked",
    "library.filter": "small",
    "library.ask": "globe",
    "app.palette": "cross table",
}
"""What is typed behind a command that asks for something."""

ONLY_IN_LINES = {
    "agenda.blank": Outcome.BLANK,
    "meeting.blank": Outcome.BLANK,
    "screen.blank": Outcome.BLANK,
    "app.quit": Outcome.LEAVE,
    "app.suspend": Outcome.SUSPEND,
}


def at(place: str) -> LineReader:
    reader = LineReader(library=SmallLibrary(), peer=RecordingPeer(is_away=True), now=lambda: 0.0)
    reader.type(*PLACES[place])
    return reader


def test_every_command_of_the_table_works_in_some_place() -> None:
    working = {command.id for place in PLACES for command in at(place).commands}
    assert working == {*TABLE}


@pytest.mark.parametrize("place", PLACES)
def test_a_command_in_a_line_does_what_its_function_does(place: str) -> None:
    for command in at(place).commands:
        by_line, by_function = at(place), at(place)
        text = TYPED.get(command.id, "")
        said = by_line.type(" ".join(filter(None, (command.id, text))))
        assert not said or not said[0].startswith("No one command"), command.id
        if call(by_function.session, command.id, text):
            by_function.session.settle()
            assert state(by_line.session) == state(by_function.session), command.id
        elif not by_line.session.is_held:
            expected = ONLY_IN_LINES.get(command.id, Outcome.GO_ON)
            assert by_line.outcome is expected or command.id == "app.leave", command.id


@pytest.mark.parametrize("place", PLACES)
def test_a_key_gives_the_command_that_its_id_gives(place: str) -> None:
    taken: set[str] = set()
    for command in at(place).commands:
        free = [key for key in command.keys if key not in taken]
        taken.update(command.keys)
        for key in free:
            by_key, by_id = at(place), at(place)
            text = TYPED.get(command.id, "")
            by_key.type(" ".join(filter(None, (key, text))))
            by_id.type(" ".join(filter(None, (command.id, text))))
            assert by_key.outcome is by_id.outcome, command.id
            assert state(by_key.session) == state(by_id.session), command.id


def test_a_prompt_is_opened_by_the_commands_that_ask_and_by_no_others() -> None:
    asking = set()
    for place in PLACES:
        for command in at(place).commands:
            reader = at(place)
            reader.type(command.id)
            asking |= {command.id} if reader.session.is_typing else set()
    assert asking == ASKING == {*TYPED}


def call(session: ReadingSession, id: str, text: str) -> bool:
    """Call the function of a command; return whether there is one."""
    if id in MOVES:
        MOVES[id](ItemCursor(session))
    elif id in PROMPTS:
        prompt = PROMPTS[id](session)
        if isinstance(prompt, TextPrompt):
            prompt.change(text)
            if not prompt.submit(text):
                prompt.cancel()
    elif id in COMMANDS:
        COMMANDS[id](session)
    else:
        return False
    return True


def state(session: ReadingSession) -> dict[str, Any]:
    """What a command can change."""
    reader, asking, meeting = session.reader, session.asking, session.meeting
    return {
        "path": session.path,
        "library": session.briefings
        and (session.briefings.sought, session.briefings.order, session.briefings.item),
        "trail": reader and reader.trail,
        "policy": reader and (reader.policy, reader.options),
        "asking": asking and (asking.question, asking.number, asking.is_held),
        "places": session.places and (session.places.title, session.places.item),
        "found": session.finder and (session.finder.query, session.finder.find.current),
        "results": session.results and session.results.said,
        "meeting": meeting and (meeting.shown, meeting.is_away, meeting.place),
        "blank": session.is_blank,
        "marks": session.annotations and {**session.annotations.marks},
        "notes": session.annotations and [note.text for note in session.annotations.notes],
    }


def test_a_peer_is_told_once_of_a_line() -> None:
    peer = RecordingPeer()
    reader = LineReader(library=SmallLibrary(), peer=peer)
    reader.type("enter")
    peer.calls.clear()
    reader.type("2")
    assert peer.calls == ["moved"]

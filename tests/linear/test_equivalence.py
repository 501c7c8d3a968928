"""The twin of the screen: the same keys lead to the same place, whatever they are."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.sessions import Memory, SmallLibrary, small
from tui.app.keyboard.dispatch import dispatch
from tui.app.keyboard.names import shown
from tui.app.keyboard.table import KEYS
from tui.blocks import Paragraph
from tui.frozen import fields
from tui.linear.mode import LinearMode
from tui.linear.prompts import ASKING
from tui.linear.run import PAGE
from tui.reading.asking import Asking
from tui.reading.overlays import HelpOverlay, PlainText
from tui.reading.reply import Reply
from tui.reading.session import ReadingSession

ASKED = {
    "find.open": "seoul",
    "find.ask": "globe",
    "answer.ask": "trap",
    "own.mark": "x",
    "own.return": "x",
    "own.note": "to be asked",
    "library.filter": "small",
    "library.ask": "globe",
    "program.palette": "cross table",
}
"""What is typed after a command that asks for something."""

PRESSED = sorted({pressed for key in KEYS for pressed in key.pressed})


def one(*, is_open: bool = True) -> ReadingSession:
    return ReadingSession(
        dispatch=dispatch,
        document=small() if is_open else None,
        library=SmallLibrary(),
        memory=Memory(),
        size=PAGE,
    )


@pytest.mark.parametrize("pressed", PRESSED)
def test_every_key_of_the_table_does_in_both_what_it_does(pressed: str) -> None:
    for keys in (["2"], ["4", "s"], ["f"], ["t"], ["*"], ["M"]):
        agree([*keys, pressed])
    agree([pressed], is_open=False)


@given(st.lists(st.sampled_from(PRESSED), max_size=12))
def test_any_keys_one_after_another_lead_both_to_the_same_place(keys: Sequence[str]) -> None:
    agree(keys)


@given(st.lists(st.sampled_from(PRESSED), max_size=8))
def test_so_they_do_in_a_library(keys: Sequence[str]) -> None:
    agree(keys, is_open=False)


def test_what_is_known_to_ask_for_something_is_what_does() -> None:
    asking = set()
    for way in ([], ["4"], ["4", "s"], ["f globe"], ["t"], ["*"], ["M"]):
        for is_open in (True, False) if not way else (True,):
            for key in arrived(way, is_open=is_open).bindings.keys:
                session = arrived(way, is_open=is_open)
                if key in session.bindings.within(session.scopes):
                    session.run(key, key.keys[0])
                    asking |= {key.id} if session.mode and session.mode.prompt else set()
    assert asking == ASKING == {*ASKED}


def arrived(keys: Sequence[str], *, is_open: bool) -> ReadingSession:
    """A desk after some lines."""
    session = one(is_open=is_open)
    dialogue = LinearMode(session, lambda _: None)
    for line in keys:
        dialogue.answer(line)
    return session


def agree(keys: Sequence[str], *, is_open: bool = True) -> None:
    """Give the same keys to the screen's desk, one by one, and to the dialogue in lines."""
    screen, talked = one(is_open=is_open), one(is_open=is_open)
    dialogue = LinearMode(talked, lambda _: None)
    dialogue.begin()
    for pressed in keys:
        if pressed.isdecimal() and screen.bindings.lookup(pressed, screen.scopes) is None:
            continue  # a number goes to an entry of a list that is heard: the screen needs none
        text = asked(screen, pressed)
        line = " ".join(filter(None, (shown(pressed), text)))
        reply = press(screen, pressed, text)
        assert dialogue.answer(line) is reply, line
        assert state(talked) == state(screen), line
        if reply is Reply.LEAVE:
            return


def asked(session: ReadingSession, pressed: str) -> str:
    """What is typed after a key, for the command that it gives where the desk is."""
    key = None if session.is_blank else session.bindings.lookup(pressed, session.scopes)
    return ASKED.get(key.id, "") if key else ""


def press(session: ReadingSession, pressed: str, text: str) -> Reply:
    """Press a key as the application would be pressed, until an item is left or a text read."""
    was_blank = session.is_blank
    key = (
        None
        if session.mode and session.mode.prompt
        else session.bindings.lookup(pressed, session.scopes)
    )
    character = pressed if len(pressed) == 1 else " " if pressed == "space" else None
    view = session.shown.active
    cursor, top = view.cursor, view.top
    reply = session.press(pressed, character)
    while not was_blank and key and key.id == "list.item" and view.cursor == cursor:
        if view.top == top:
            break
        top = view.top
        reply = session.press(pressed, character)
    mode = session.mode
    if mode is not None and mode.prompt is not None and not was_blank:
        reply = answer(session, text)
    if isinstance(session.mode, HelpOverlay | PlainText):
        session.mode = session.mode.under
    session.follow()
    return reply


def answer(session: ReadingSession, text: str) -> Reply:
    """Type what is asked for, letter by letter, and `enter`; without any text close it."""
    mode = session.mode
    assert mode is not None and mode.prompt is not None
    reply = Reply.DRAW
    if not text:
        return session.press("escape")
    if mode.prompt.text:
        session.press("ctrl+u")
    for letter in text:
        reply = session.press("space" if letter == " " else letter, letter)
    for _ in range(2 if isinstance(mode, Asking) else 1):
        if session.mode is mode and mode.prompt is not None:
            reply = session.press("enter")
    return reply


def state(session: ReadingSession) -> dict[str, Any]:
    """What a command can change."""
    reader = session.reader
    view = session.shown.active
    return {
        "mode": type(session.mode),
        "blank": session.is_blank,
        "mouse": session.has_mouse,
        "briefings": session.briefings and (session.briefings.sought, session.briefings.order),
        "item": view.item,
        "blocks": [each for each in view.blocks if isinstance(each, Paragraph)],
        "trail": reader and reader.trail,
        "options": reader
        and {each.name: getattr(reader.options, each.name) for each in fields(reader.options)},
        "found": session.finder and session.finder.query,
        "marks": session.personal and {**session.personal.marks},
        "notes": session.personal and [note.text for note in session.personal.notes],
    }

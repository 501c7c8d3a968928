"""The twin of the screen: the same keys lead to the same place, whatever they are."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.desks import Library, Memory, small
from tui.blocks import Paragraph
from tui.frozen import fields
from tui.ui.asking import Asking
from tui.ui.desk import Desk
from tui.ui.keyboard.names import shown
from tui.ui.keyboard.table import KEYS
from tui.ui.linear import PAGE
from tui.ui.linear_dialogue import Dialogue
from tui.ui.linear_typing import ASKING
from tui.ui.modes import Help, Plain
from tui.ui.reply import Reply

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


def one(*, is_open: bool = True) -> Desk:
    return Desk(
        document=small() if is_open else None,
        library=Library(),
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
                desk = arrived(way, is_open=is_open)
                if key in desk.bindings.within(desk.scopes):
                    desk.run(key, key.keys[0])
                    asking |= {key.id} if desk.mode and desk.mode.prompt else set()
    assert asking == ASKING == {*ASKED}


def arrived(keys: Sequence[str], *, is_open: bool) -> Desk:
    """A desk after some lines."""
    desk = one(is_open=is_open)
    dialogue = Dialogue(desk, lambda _: None)
    for line in keys:
        dialogue.answer(line)
    return desk


def agree(keys: Sequence[str], *, is_open: bool = True) -> None:
    """Give the same keys to the screen's desk, one by one, and to the dialogue in lines."""
    screen, talked = one(is_open=is_open), one(is_open=is_open)
    dialogue = Dialogue(talked, lambda _: None)
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


def asked(desk: Desk, pressed: str) -> str:
    """What is typed after a key, for the command that it gives where the desk is."""
    key = None if desk.is_blank else desk.bindings.lookup(pressed, desk.scopes)
    return ASKED.get(key.id, "") if key else ""


def press(desk: Desk, pressed: str, text: str) -> Reply:
    """Press a key as the application would be pressed, until an item is left or a text read."""
    was_blank = desk.is_blank
    key = None if desk.mode and desk.mode.prompt else desk.bindings.lookup(pressed, desk.scopes)
    character = pressed if len(pressed) == 1 else " " if pressed == "space" else None
    view = desk.shown.active
    cursor, top = view.cursor, view.top
    reply = desk.press(pressed, character)
    while not was_blank and key and key.id == "list.item" and view.cursor == cursor:
        if view.top == top:
            break
        top = view.top
        reply = desk.press(pressed, character)
    mode = desk.mode
    if mode is not None and mode.prompt is not None and not was_blank:
        reply = answer(desk, text)
    if isinstance(desk.mode, Help | Plain):
        desk.mode = desk.mode.under
    desk.follow()
    return reply


def answer(desk: Desk, text: str) -> Reply:
    """Type what is asked for, letter by letter, and `enter`; without any text close it."""
    mode = desk.mode
    assert mode is not None and mode.prompt is not None
    reply = Reply.DRAW
    if not text:
        return desk.press("escape")
    if mode.prompt.text:
        desk.press("ctrl+u")
    for letter in text:
        reply = desk.press("space" if letter == " " else letter, letter)
    for _ in range(2 if isinstance(mode, Asking) else 1):
        if desk.mode is mode and mode.prompt is not None:
            reply = desk.press("enter")
    return reply


def state(desk: Desk) -> dict[str, Any]:
    """What a command can change."""
    reader = desk.reader
    view = desk.shown.active
    return {
        "mode": type(desk.mode),
        "blank": desk.is_blank,
        "mouse": desk.has_mouse,
        "briefings": desk.briefings and (desk.briefings.sought, desk.briefings.order),
        "item": view.item,
        "blocks": [each for each in view.blocks if isinstance(each, Paragraph)],
        "trail": reader and reader.trail,
        "options": reader
        and {each.name: getattr(reader.options, each.name) for each in fields(reader.options)},
        "found": desk.seeker and desk.seeker.query,
        "marks": desk.personal and {**desk.personal.marks},
        "notes": desk.personal and [note.text for note in desk.personal.notes],
    }

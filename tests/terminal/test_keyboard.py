"""Keys are parsed as Textual parses them."""

from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser

from tui.app.keyboard.table import KEYS
from tui.reading.prompt import _EDITS
from tui.reading.session import _name
from tui.terminal.escape_key import ESC, PATIENCE, EscapeKeyParser
from tui.terminal.keyboard import _CONTROLS, _SEQUENCES, Keyboard, Pressed

TYPED = [*_SEQUENCES, *_CONTROLS]
TEXT = st.characters(codec="utf-8").filter(str.isprintable)
KEY = st.sampled_from(TYPED) | TEXT


def read(*pieces: bytes) -> list[Pressed]:
    keyboard = Keyboard()
    return [key for piece in pieces for key in keyboard.feed(piece)]


def as_textual_reads(text: str) -> list[tuple[str, str | None]]:
    """Return the keys that Textual parses, as names and characters."""
    parser, escapes = XTermParser(), EscapeKeyParser()
    found: list[tuple[str, str | None]] = []
    for part in (*escapes.feed(text, 0.0), *escapes.feed("", PATIENCE)):
        if part is None:
            found.append(("escape", ESC))
        else:
            keys = (each for each in parser.feed(part) if isinstance(each, events.Key))
            found += [named(each.key, each.character) for each in keys]
    return found


def named(name: str, character: str | None) -> tuple[str, str | None]:
    return _name(name, character), character


@given(st.lists(KEY))
@settings(deadline=None)
def test_keys_are_the_same_as_textual_parses(keys: list[str]) -> None:
    text = "".join(keys)
    assert [named(*key) for key in read(text.encode())] == as_textual_reads(text)


@given(st.lists(KEY), st.data())
@settings(deadline=None)
def test_the_keys_do_not_depend_on_chunks(keys: list[str], data: st.DataObject) -> None:
    whole = "".join(keys).encode()
    at = data.draw(st.integers(0, len(whole)))
    assert read(whole[:at], whole[at:]) == read(whole)


@given(st.binary())
@settings(deadline=None)
def test_nothing_is_lost_or_read_twice(data: bytes) -> None:
    keyboard = Keyboard()
    read_so_far = [*keyboard.feed(data)]
    taken = data[: len(data) - len(keyboard.rest)]
    assert data == taken + keyboard.rest
    assert [named(*key) for key in read_so_far] == as_textual_reads(taken.decode())


def test_every_key_of_the_program_can_be_typed() -> None:
    known = {*_SEQUENCES.values(), *_CONTROLS.values(), "escape", "space"}
    bound = {*chain.from_iterable(key.pressed for key in KEYS), *_EDITS} - {"ctrl+h"}
    assert {name for name in bound if len(name) > 1} <= known


def test_an_esc_that_nothing_follows_is_the_key() -> None:
    keyboard = Keyboard()
    assert [*keyboard.feed(b"\x1b")] == []
    assert keyboard.may_be_escape
    assert [*keyboard.settle()] == [Pressed("escape", "\x1b")]
    assert [*keyboard.settle()] == []


def test_an_esc_before_a_sequence_is_the_key() -> None:
    assert [key.name for key in read(b"\x1b\x1b[A")] == ["escape", "up"]


def test_esc_and_a_key_in_one_chunk_are_two_keys() -> None:
    assert [key.name for key in read(b"\x1b2\x1b\x1bj")] == ["escape", "2", "escape", "escape", "j"]


def test_parsing_stops_for_good_at_unknown_input() -> None:
    for unknown in (b"\x1b[200~pasted\x1b[201~", b"\x1b_x", b"\x1b[<0;1;1M", b"\xff", b"\x1c"):
        keyboard = Keyboard()
        assert [key.name for key in keyboard.feed(b"j" + unknown)] == ["j"]
        assert keyboard.is_lost
        assert [*keyboard.feed(b"k")] == []
        assert keyboard.rest == unknown + b"k"


def test_an_incomplete_character_or_sequence_is_kept() -> None:
    for part in (b"\xed\x95", b"\x1b[", b"\x1b[1"):
        keyboard = Keyboard()
        assert [*keyboard.feed(part)] == []
        assert not keyboard.is_lost
        assert not keyboard.may_be_escape
        assert keyboard.rest == part

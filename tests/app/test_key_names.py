"""Keys as they are written in a key file."""

import pytest
from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser

from tui.app.bindings import COMMANDS, Keys
from tui.app.key_names import parse_key, quoted

NAMED = [
    "enter",
    "escape",
    "tab",
    "shift+tab",
    "space",
    "backspace",
    "up",
    "down",
    "left",
    "right",
    "home",
    "end",
    "pageup",
    "pagedown",
    "insert",
    "delete",
    "f1",
    "f2",
    "f12",
    "ctrl+a",
    "ctrl+x",
    "ctrl+up",
    "shift+left",
    "ctrl+shift+up",
    "ctrl+pagedown",
]


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("n", "n"),
        ("N", "N"),
        ("!", "!"),
        ("é", "é"),
        ("e\u0301", "é"),
        ("한", "한"),
        (" ", "space"),
        ("↓", "down"),
        ("Down", "down"),
        ("PgDn", "pagedown"),
        ("pgup", "pageup"),
        ("esc", "escape"),
        ("ESC", "escape"),
        ("Return", "enter"),
        ("F2", "f2"),
        ("ctrl+x", "ctrl+x"),
        ("Ctrl+X", "ctrl+x"),
        ("shift+tab", "shift+tab"),
        ("Ctrl+PgDn", "ctrl+pagedown"),
        ("shift+ctrl+↑", "ctrl+shift+up"),
        ("+", "+"),
        (",", ","),
        ("del", "delete"),
    ],
)
def test_a_key_may_be_written_in_several_ways(written: str, key: str) -> None:
    assert parse_key(written) == key


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("ctrl+i", "terminals send ctrl+i for tab; write “tab”, or another key"),
        ("ctrl+m", "write “enter”, or another key"),
        ("ctrl+[", "write “esc”, or another key"),
        ("ctrl+h", "write “backspace”, or another key"),
        ("shift+a", "write “A”"),
        ("ctrl+shift+a", "write “ctrl+a”"),
        ("alt+x", "terminals send esc and the other key for Alt"),
        ("pgdwn", "did you mean “pgdn”?"),
        ("spce", "did you mean “space”?"),
        ("the big red one", "`briefing keys` shows how keys are written"),
        ("\x1b", "`briefing keys` shows how keys are written"),
        ("", "no key is called"),
    ],
)
def test_other_names_are_refused_with_advice(written: str, advice: str) -> None:
    with pytest.raises(ValueError) as refused:
        parse_key(written)
    assert advice in str(refused.value)
    assert str(refused.value).isprintable()


def test_textual_sends_every_key_that_has_a_name() -> None:
    sent = {
        event.key
        for sequence in ["\t", "\x1b[Z", "\r", " ", *ANSI_SEQUENCES_KEYS]
        for event in XTermParser().feed(sequence)
        if isinstance(event, events.Key)
    }
    assert {*map(parse_key, NAMED)} - {"escape"} <= sent


def test_keys_can_be_written_as_the_help_shows_them() -> None:
    for key in {key for command in COMMANDS.values() for key in command.keys}:
        assert parse_key(Keys().display(key)) == parse_key(key) == key


def test_a_quoted_text_is_harmless_short_and_in_one_line() -> None:
    assert quoted("a\nb\r\nc\x1b") == "“a␊b␊c␛”"
    assert len(quoted("x" * 100)) <= 43

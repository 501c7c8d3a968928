"""How keys are written."""

from itertools import chain

import pytest
from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser

from tui.app.keyboard.key import name
from tui.app.keyboard.names import _KEYS, NoKeyError, named, quoted, shown
from tui.app.keyboard.table import KEYS


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
        ("del", "delete"),
    ],
)
def test_a_key_is_written_as_one_would(written: str, key: str) -> None:
    assert named(written) == key


@pytest.mark.parametrize(
    ("written", "help"),
    [
        ("ctrl+i", "Write “tab”, or another key."),
        ("ctrl+m", "Write “enter”, or another key."),
        ("ctrl+[", "Write “esc”, or another key."),
        ("ctrl+j", "Write “enter”, or another key."),
        ("ctrl+h", "Write “backspace”, or another key."),
        ("shift+a", "Write “A”."),
        ("ctrl+shift+a", "Write “ctrl+a”: terminals send the same with shift and without."),
        ("alt+x", "Alt is no key of its own to a terminal: it sends esc before the other."),
        ("M-x", "Alt is no key of its own to a terminal: it sends esc before the other."),
        ("C-x", "Write “ctrl+x”."),
        ("^x", "Write “ctrl+x”."),
        ("pgdwn", "Did you mean “pgdn”?"),
        ("spce", "Did you mean “space”?"),
        ("gg", "One key at a time: sequences of keys cannot be bound."),
        ("", "Write a character, or a name such as “space”."),
        ("the big red one", "`briefing keys` shows how keys are written."),
        ("\x1b", "`briefing keys` shows how keys are written."),
    ],
)
def test_what_is_no_key_is_refused_with_what_to_write_instead(written: str, help: str) -> None:
    with pytest.raises(NoKeyError) as refused:
        named(written)
    assert refused.value.help == help
    assert refused.value.message


def test_every_key_with_a_name_is_one_that_textual_gives() -> None:
    given = {
        event.key
        for sequence in ["\t", "\x1b[Z", "\r", " ", *ANSI_SEQUENCES_KEYS]
        for event in XTermParser().feed(sequence)
        if isinstance(event, events.Key)
    }
    assert _KEYS - {"escape"} <= given


def test_keys_are_written_as_the_help_shows_them() -> None:
    for pressed in {*_KEYS, "+", *chain.from_iterable(key.pressed for key in KEYS)}:
        assert named(shown(pressed)) == named(name(pressed)) == pressed


def test_what_is_quoted_in_a_message_is_harmless_and_in_one_line() -> None:
    assert quoted("a\nb\r\nc\x1b") == "“a␊b␊c␛”"
    assert len(quoted("x" * 100)) == 42

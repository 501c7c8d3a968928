"""How a key is written by somebody who binds it: `n`, `PgDn`, `esc`, `ctrl+x`, `↓`."""

from unicodedata import normalize

from tui.app.keyboard.key import NAMES
from tui.text.cells import truncate
from tui.text.clean import clean
from tui.text.nearest import nearest


class NoKeyError(ValueError):
    """What was written names no key that can be bound."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.help = help
        """What to write instead; empty where nothing is near."""


def named(written: str) -> str:
    """The key that is meant, as Textual names it; a character is its own name.

    Raises `NoKeyError` where it is none, or one that a terminal cannot tell from another.
    """
    text = normalize("NFC", written)
    if len(text) == 1 and text.isprintable():
        return _MEANT.get(text, text)
    *held, last = text.strip().lower().split("+")
    name = "+".join([*sorted(held), _MEANT.get(last, last)])
    if name in _KEYS:
        return name
    if name in _SAME:
        raise NoKeyError(
            f"terminals send {name} for {shown(_SAME[name])}, and nothing tells the two apart",
            f"Write “{shown(_SAME[name])}”, or another key.",
        )
    raise NoKeyError(f"no key is called {quoted(written)}", _instead(text.strip(), name))


def shown(key: str) -> str:
    """A key as it is written, and as `named` takes it: with no sign that is not on keyboards."""
    held, plus, last = key.rpartition("+")
    return held + plus + _WRITTEN.get(last, last)


def quoted(written: str) -> str:
    """What somebody has written, for a message: harmless, in one line, no longer than need be."""
    line = clean(written[: _LONGEST + 1]).replace("\n", _LINE_END)
    return f"“{truncate(line, _LONGEST)}”"


def _instead(text: str, name: str) -> str:
    """What to write for something that names no key."""
    *modifiers, last = name.split("+")
    if modifiers == ["shift"] and len(last) == 1 and last.upper() != last:
        return f"Write “{last.upper()}”."
    if {"alt", "meta", "a", "m", "option"} & {*modifiers, *name.split("-")[:-1]}:
        return "Alt is no key of its own to a terminal: it sends esc before the other."
    if modifiers == ["ctrl", "shift"] and f"ctrl+{last}" in _KEYS:
        return f"Write “ctrl+{last}”: terminals send the same with shift and without."
    control = name.removeprefix("^") if name[:1] == "^" else name.removeprefix("c-")
    if control != name and f"ctrl+{control}" in _KEYS:
        return f"Write “ctrl+{control}”."
    if not name:
        return "Write a character, or a name such as “space”."
    near = nearest(name[:20], [*_KEYS, *_MEANT])
    if near:
        return f"Did you mean “{near}”?"
    if len(text) < 4 and text.isprintable():
        return "One key at a time: sequences of keys cannot be bound."
    return "`briefing keys` shows how keys are written."


_LONGEST = 40
"""Cells."""

_LINE_END = "␊"
"""The picture of a line end, which a message has none of."""

_MEANT = {
    **{sign: key for key, sign in NAMES.items() if len(sign) == 1},
    " ": "space",
    "esc": "escape",
    "return": "enter",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "del": "delete",
    "ins": "insert",
}
"""Other ways to write a key."""

_WRITTEN = {key: sign for key, sign in NAMES.items() if len(sign) > 1}

_SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+j": "enter", "ctrl+[": "escape"}
_SAME |= {"ctrl+h": "backspace"}
"""Keys that are others to some terminals or to all: ECMA-48 has one control code for both."""

_MOVING = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete")

_KEYS = frozenset(
    {
        *("enter", "escape", "tab", "shift+tab", "space", "backspace"),
        *_MOVING,
        *(f"{held}+{key}" for held in ("shift", "ctrl", "ctrl+shift") for key in _MOVING[:-2]),
        *(f"f{number}" for number in range(1, 13)),
        *(f"ctrl+{letter}" for letter in "abcdefgklnopqrstuvwxyz"),
    }
)
"""Keys with names that Textual tells apart by what xterm sends for them."""

"""Keys as people write them in a key file: `n`, `PgDn`, `esc`, `ctrl+x`, `↓`."""

from unicodedata import normalize

from tui.app.bindings import KEY_NAMES
from tui.text.clean import clean
from tui.text.nearest import nearest

_LONGEST = 40
"""Characters of what was written that a message quotes."""

_MEANT = {
    **{sign: key for key, sign in KEY_NAMES.items() if len(sign) == 1},
    " ": "space",
    "esc": "escape",
    "return": "enter",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "del": "delete",
    "ins": "insert",
}
"""Other ways to write a key."""

_SAME = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+j": "enter",
    "ctrl+[": "escape",
    "ctrl+h": "backspace",
}
"""Keys for which terminals send the control code of another (ECMA-48)."""

_MOVING = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete")

_NAMED = frozenset(
    {
        *("enter", "escape", "tab", "shift+tab", "space", "backspace"),
        *_MOVING,
        *(f"{held}+{key}" for held in ("shift", "ctrl", "ctrl+shift") for key in _MOVING[:-2]),
        *(f"f{number}" for number in range(1, 13)),
        *(f"ctrl+{letter}" for letter in "abcdefgklnopqrstuvwxyz"),
    }
)
"""Keys with names that Textual tells apart by what xterm sends for them."""

_TYPED = frozenset(
    {"space", "enter", "escape", "up", "down", "backspace", "delete", "left", "right"}
)
"""Keys with names that are for the text while something is typed."""


def parse_key(written: str) -> str:
    """Return the key that is meant, as Textual names it; a character is its own name.

    Raises:
        ValueError: It is no key, or one that a terminal cannot tell from another; the message
            says what to write instead.
    """
    text = normalize("NFC", written)
    if len(text) == 1 and text.isprintable():
        return _MEANT.get(text, text)
    *held, last = text.strip().lower().split("+")
    name = "+".join([*sorted(held), _MEANT.get(last, last)])
    if name in _NAMED:
        return name
    if name in _SAME:
        other = KEY_NAMES.get(_SAME[name], _SAME[name])
        raise ValueError(f"terminals send {name} for {other}; write “{other}”, or another key")
    raise ValueError(f"no key is called {quoted(written)}{_advice(name)}")


def is_text(key: str) -> bool:
    """Return whether a key is for the text while something is typed."""
    return len(key) == 1 or key in _TYPED


def quoted(written: str) -> str:
    """Return what was written for a message: safe, in one line, not too long."""
    line = clean(written[: _LONGEST + 1]).replace("\n", "␊")
    return f"“{line[:_LONGEST]}…”" if len(line) > _LONGEST else f"“{line}”"


def _advice(name: str) -> str:
    *modifiers, last = name.split("+")
    if modifiers == ["shift"] and len(last) == 1 and last.upper() != last:
        return f"; write “{last.upper()}”"
    if {"alt", "meta", "option"} & {*modifiers}:
        return "; terminals send esc and the other key for Alt"
    if modifiers == ["ctrl", "shift"] and f"ctrl+{last}" in _NAMED:
        return f"; write “ctrl+{last}”: terminals send the same with shift"
    near = nearest(name[:20], [*_NAMED, *_MEANT])
    return f"; did you mean “{near}”?" if near else "; `briefing keys` shows how keys are written"

"""What a typed line means: a key by its name, a number, or a command by its words."""

import re
from collections.abc import Sequence

from tui.app.bindings import KEY_NAMES, ROWS, Command

SPOKEN = {
    **{"'": "apostrophe", "*": "star", "/": "slash", "?": "question mark"},
    **{"!": "exclamation mark", ".": "full stop", ",": "comma"},
    **{"[": "left bracket", "]": "right bracket"},
}
"""Characters that a voice passes over."""

_SENT = {
    **{"\t": "tab", "\x08": "backspace", "\x7f": "backspace", "\x1b": "escape"},
    **{"\x1b[A": "up", "\x1b[B": "down", "\x1b[C": "right", "\x1b[D": "left"},
    **{"\x1b[H": "home", "\x1b[F": "end", "\x1b[5~": "pageup", "\x1b[6~": "pagedown"},
    **{"\x1b[Z": "shift+tab", " ": "space"},
}
"""What a terminal sends for keys while it edits the line itself (ECMA-48, xterm)."""

_SENT_KEY = re.compile(r"\x1b[\[O]\d?[A-Z~]|.")

_NAMES = {
    **{name.lower(): key for key, name in KEY_NAMES.items()},
    **{name: character for character, name in SPOKEN.items()},
    **{" ": "space", "return": "enter"},
}
"""Other names of keys."""

_KEY = re.compile(
    r"(ctrl\+)?(shift\+)?(enter|escape|tab|space|backspace|delete|insert|up|down|left|right|home|end"
    r"|pageup|pagedown)|ctrl\+[a-z]|f\d\d?"
)

_MAX_DIGITS = 9
"""No list is longer, and Python refuses to read a number of some thousands."""

_STEPS = {"next": 1, "previous": -1, "back": -1}

_FIRST = {row.commands[0].id: row for row in ROWS}
_PAIRS = [{each.id for each in row.commands} for row in ROWS if len(row.commands) == 2]


def keys_in(line: str) -> list[str]:
    """Return the keys that a line is, by name or as a terminal sends them; none if it is words."""
    if line and not line[0].isprintable():
        return [*map(_sent_key, _SENT_KEY.findall(line))]
    word = line if line == " " else line.strip()
    *modifiers, last = word.lower().split("+") if len(word) > 1 else [word]
    name = "+".join([*sorted(modifiers), _NAMES.get(last, last)])
    return [name] if (len(name) == 1 and name.isprintable()) or _KEY.fullmatch(name) else []


def number_in(text: str) -> int | None:
    """Return the number that a text is; `None` if it is words, or longer than any list."""
    digits = text.strip()
    return int(digits) if digits.isdecimal() and len(digits) <= _MAX_DIGITS else None


def step_in(words: str) -> int:
    """Return the direction of a step from item to item, if the words are one; else 0."""
    left = [word for word in words.lower().split() if word != "item"]
    return _STEPS.get(left[0], 0) if len(left) == 1 else int(not left)


def commands_called(words: str, commands: Sequence[Command]) -> Sequence[Command]:
    """Return the commands that are meant by words: the id, the label, or words of what they do.

    Of two that go opposite ways, words that fit both mean the first.
    """
    sought = words.lower().split()
    described = [each for each in commands if not each.id.removeprefix("pane.").isdecimal()]
    found = (
        [each for each in commands if sought in ([each.id], _label(each).split(), *_texts(each))]
        or [each for each in described if any(t[: len(sought)] == sought for t in _texts(each))]
        or [each for each in described if has_words(each, sought)]
    )
    return found[:1] if {each.id for each in found} in _PAIRS else found


def has_words(command: Command, words: Sequence[str]) -> bool:
    """Return whether the description or the label of a command has all words."""
    text = f"{command.description} {_label(command)}".lower()
    return all(word in text for word in words)


def _texts(command: Command) -> Sequence[list[str]]:
    """The words of a description; for the first command of a row, those of the row too."""
    row = _FIRST.get(command.id)
    texts = [command.description, *([row.description] if row else ())]
    return [re.findall(r"\w+", text.lower()) for text in texts]


def _label(command: Command) -> str:
    row = _FIRST.get(command.id)
    return row.label if row else ""


def _sent_key(sent: str) -> str:
    sent = sent.replace("\x1bO", "\x1b[")
    is_control = sent not in _SENT and sent < " "
    return f"ctrl+{chr(ord(sent[0]) + 0x60)}" if is_control else _SENT.get(sent, sent)

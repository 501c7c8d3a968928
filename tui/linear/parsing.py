"""What a line means that is typed in the dialogue: a key by its name, or a command by its words."""

import re
from collections.abc import Sequence

from tui.app.keyboard.bindings import USUAL
from tui.app.keyboard.key import Key
from tui.app.keyboard.names import NoKeyError, named, shown
from tui.reading.session import ReadingSession
from tui.terminal.keyboard import Keyboard, Pressed

_CALLED = {
    "'": "apostrophe",
    "*": "star",
    "/": "slash",
    "?": "question mark",
    "!": "exclamation mark",
    ".": "full stop",
    ",": "comma",
    "[": "left bracket",
    "]": "right bracket",
}
"""Signs that a voice passes over."""

_DIGITS = 10
"""Of what is no number of anything; Python refuses to read one of some thousands."""

_SIGNS = {called: sign for sign, called in _CALLED.items()}


_STEPS = {"next": 1, "previous": -1, "back": -1}
"""By word, the direction of a step from item to item."""

_BACK = frozenset({"previous", "before", "back", "head", "close", "forward"})
"""What the table calls the other way round of a command, behind the first way."""

_BETWEEN_WAYS = re.compile(r"\b(?:or|and)\b")


def keys_in(line: str) -> list[Pressed]:
    """The keys that a whole line is, by name or as a terminal sends them; none if it is words."""
    if line and not line[0].isprintable():
        keyboard = Keyboard()
        return [*keyboard.feed(line.encode(errors="replace")), *keyboard.settle()]
    word = line if line == " " else line.strip()
    try:
        key = named(_SIGNS.get(word.lower(), word))
    except NoKeyError:
        return []
    return [Pressed(key, " " if key == "space" else key if len(key) == 1 else None)]


def number_in(text: str) -> int | None:
    """The number that a text is; none if it is words, or longer than any list is."""
    digits = text.strip()
    return int(digits) if digits.isdecimal() and len(digits) < _DIGITS else None


def step_in(words: str) -> int:
    """The direction of a step from item to item, if that is what the words are; 0 if not."""
    left = [word for word in words.lower().split() if word != "item"]
    return _STEPS.get(left[0], 0) if len(left) == 1 else int(not left)


def is_back(key: Key, words: str) -> bool:
    """Whether those words of what a command does are of the other way round: `previous pane`.

    Who says both ways, as the help does, is given the first.
    """
    if not USUAL.of(key.id).opposite:
        return False
    sought = {*words.lower().split()}
    other = {*re.findall(r"\w+", " ".join(_BETWEEN_WAYS.split(key.words, maxsplit=1)[1:]))}
    return bool(sought & _BACK & other) and not sought & {"or", "and"}


def commands_called(words: str, session: ReadingSession) -> list[Key]:
    """The commands of this place that have those words: by id, by their word, in what they do."""
    sought = words.lower().split()
    runnable = session.bindings.runnable(session.scopes, session.is_restricted)
    offered = [key for key in runnable if not key.told or len(key.keys) == 1]
    for fits in (_is_named, _is_in_short, _begins, _has):
        found = [key for key in offered if fits(key, sought)]
        if found:
            return found
    return []


def spoken_keys(keys: Sequence[str]) -> str:
    """Keys as they are said: signs and capitals are hardly heard."""
    return ", ".join(map(_spoken_key, keys))


def _spoken_key(key: str) -> str:
    if len(key) == 1 and key.isupper():
        return f"{key} (capital)"
    if key in _CALLED:
        return f"{key} ({_CALLED[key]})"
    return shown(key).replace("…", " to ")


def _is_named(key: Key, sought: Sequence[str]) -> bool:
    return [key.id] == [*sought]


def _is_in_short(key: Key, sought: Sequence[str]) -> bool:
    return key.foot.split() == [*sought]


def _begins(key: Key, sought: Sequence[str]) -> bool:
    return _plain(key)[: len(sought)] == [*sought]


def _has(key: Key, sought: Sequence[str]) -> bool:
    said = " ".join(_plain(key))
    return all(word in said for word in sought)


def _plain(key: Key) -> list[str]:
    """What a command does, in words without signs."""
    return re.findall(r"\w+", f"{key.words} {key.foot}".lower())

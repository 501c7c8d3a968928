"""Which command a key gives, and which keys there are in a place."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tui.ui.key import Key, name, ranged
from tui.ui.key_table import KEYS, WITHIN_WALLS


def lookup(pressed: str, scopes: Sequence[str]) -> Key | None:
    """The command that a key gives where those scopes hold; the first scope that has it wins."""
    bound = _bound()
    return next(
        (bound[scope, pressed] for scope in scopes if (scope, pressed) in bound),
        None,
    )


@cache
def _bound() -> Mapping[tuple[str, str], Key]:
    """The commands by scope and key; the first in the table that has the key."""
    pairs = [((key.scope, pressed), key) for key in KEYS for pressed in key.pressed]
    return dict(reversed(pairs))


def within(scopes: Sequence[str], is_walled: bool = False) -> Iterator[Key]:
    """The commands that some key gives where those scopes hold, in the order of the table.

    With `is_walled` those alone that are in `WITHIN_WALLS`.
    """
    for key in KEYS:
        if is_walled and key.id not in WITHIN_WALLS:
            continue
        if any(lookup(pressed, scopes) is key for pressed in key.keys):
            yield key


def first(key: Key, scopes: Sequence[str]) -> str:
    """The first key each way that gives it where those scopes hold: `j k`."""
    ways = (key.keys, key.opposite)
    given = ([each for each in way if lookup(each, scopes) is key] for way in ways)
    return " ".join(name(way[0]) for way in given if way)


def table_markdown() -> str:
    """The table of keys for the README."""
    rows = [f"| {_code(key)} | {key.words} |" for key in KEYS]
    return "\n".join(["| keys | what they do |", "| --- | --- |", *rows, ""])


def _code(key: Key) -> str:
    ways = [" ".join(f"`{name(each)}`" for each in ranged(way)) for way in (key.keys, key.opposite)]
    return " · ".join(filter(None, ways))

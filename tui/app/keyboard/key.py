"""What a key is: the command that it gives, and how it is told of."""

from collections.abc import Iterable

from tui.frozen import frozen


@frozen
class Key:
    """A command and the keys that give it."""

    id: str
    """`scope.verb`: the scope says where it works."""
    keys: tuple[str, ...]
    """Characters as they are typed, or names as Textual has them: `pagedown`, `ctrl+x`."""
    words: str
    """What it does, for the help."""
    opposite: tuple[str, ...] = ()
    """The keys that do it the other way round."""
    told: bool = False
    """The action is given the key: of keys that are bound anew, the one of the table in whose place
    it is."""
    foot: str = ""
    """What it does, in one word for the footer; empty where it has no place there."""
    rank: int = 9
    """Its place in a footer too narrow for all: lower stays longer."""

    @property
    def scope(self) -> str:
        """Where it works: in any list, in a document, in the library …"""
        return self.id.partition(".")[0]

    @property
    def pressed(self) -> tuple[str, ...]:
        """All keys that give it, both ways."""
        return self.keys + self.opposite

    @property
    def shown(self) -> str:
        """All its keys as a reader knows them: `j ↓ · k ↑`."""
        return shown((self.keys, self.opposite))


def shown(ways: Iterable[tuple[str, ...]], *, is_ascii: bool = False) -> str:
    """Keys as a reader knows them, those of each way together."""
    named = (
        " ".join(name(key, is_ascii=is_ascii) for key in ranged(way, is_ascii=is_ascii))
        for way in ways
        if way
    )
    return (", " if is_ascii else " · ").join(named)


def name(key: str, *, is_ascii: bool = False) -> str:
    """A key as it is printed on the keyboard; in ASCII an arrow, spelled `v`, would be a key."""
    held, plus, last = key.rpartition("+")
    is_arrow = is_ascii and last in _ARROWS
    return held + plus + (last if is_arrow else NAMES.get(last, last))


def ranged(keys: tuple[str, ...], *, is_ascii: bool = False) -> tuple[str, ...]:
    """Keys as they are listed: the digits as a range."""
    return ("1-9" if is_ascii else "1…9", *keys[9:]) if keys[:2] == ("1", "2") else keys


_ARROWS = frozenset({"down", "up", "left", "right"})

NAMES = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "escape": "esc",
}

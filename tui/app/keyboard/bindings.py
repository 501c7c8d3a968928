"""Which command a key gives, and which keys there are in a place."""

from collections.abc import Iterator, Sequence

from tui.app.keyboard.contexts import WHEREVER, WHILE_TYPING
from tui.app.keyboard.key import Key, name, ranged, shown
from tui.app.keyboard.table import KEYS, RESTRICTED_COMMANDS
from tui.reading.prompt import EDITING

_TYPED = EDITING | {"space", "enter", "escape", "up", "down"}
"""Keys that are for what is being typed, beside characters."""


class Bindings:
    """The keys as they hold: those of the table, or those of a reader who has bound some anew.

    It never changes once it is made.
    """

    def __init__(
        self, keys: Sequence[Key] = KEYS, said: str = "", *, is_ascii: bool = False
    ) -> None:
        """`keys` are the commands of the table in its order, with the keys that they have.

        With `is_ascii` they are named in nothing but ASCII.
        """
        self.keys = tuple(keys)
        self._is_ascii = is_ascii
        self.said = said
        """What is wrong with the file that they were to come from; empty where nothing is."""
        self._named = {key.id: key for key in keys}
        pairs = [((key.scope, pressed), key) for key in keys for pressed in key.pressed]
        self._bound = dict(reversed(pairs))
        self._typing = {
            pressed: key
            for key in keys
            if key.id in WHILE_TYPING
            for pressed in key.pressed
            if not is_typed(pressed)
        }

    def in_ascii(self) -> "Bindings":
        """The same, for a terminal that has nothing but ASCII."""
        return Bindings(self.keys, self.said, is_ascii=True)

    def name(self, pressed: str) -> str:
        """A key as it is printed on the keyboard."""
        return name(pressed, is_ascii=self._is_ascii)

    def lookup(self, pressed: str, scopes: Sequence[str]) -> Key | None:
        """The command that a key gives where those scopes hold; the first that has it wins."""
        bound = self._bound
        return next(
            (bound[scope, pressed] for scope in scopes if (scope, pressed) in bound),
            None,
        )

    def given(self, pressed: str, scopes: Sequence[str]) -> Key | None:
        """The command that a key gives there; one that shows less, wherever its key is free."""
        key = self.lookup(pressed, scopes) or self.lookup(pressed, ("view",))
        return key if key and (key.scope in scopes or key.id in WHEREVER) else None

    def while_typing(self, pressed: str) -> Key | None:
        """The command that a key gives while something is typed; most keys are text there."""
        return self._typing.get(pressed)

    def within(self, scopes: Sequence[str], is_restricted: bool = False) -> Iterator[Key]:
        """The commands that some key gives where those scopes hold, in the order of the table.

        With `is_restricted` those alone that are in `RESTRICTED_COMMANDS`.
        """
        for key in self._allowed(is_restricted):
            if any(self.lookup(pressed, scopes) is key for pressed in key.pressed):
                yield key

    def runnable(self, scopes: Sequence[str], is_restricted: bool = False) -> Iterator[Key]:
        """Those commands, and those of the same scopes that have no key at all."""
        within = {key.id for key in self.within(scopes, is_restricted)}
        for key in self._allowed(is_restricted):
            if key.id in within or (key.scope in scopes and not key.pressed):
                yield key

    def first(self, key: Key, scopes: Sequence[str]) -> str:
        """The first key each way that gives it where those scopes hold: `j k`."""
        return " ".join(self.name(way[0]) for way in self._ways(key, scopes) if way)

    def shown(self, key: Key, scopes: Sequence[str]) -> str:
        """All keys that give it where those scopes hold: `j ↓ · k ↑`."""
        return shown(self._ways(key, scopes), is_ascii=self._is_ascii)

    def told(self, id: str) -> str:
        """The first key of a command, for a sentence; empty where it has none."""
        keys = self._named[id].keys
        return self.name(keys[0]) if keys else ""

    def of(self, id: str) -> Key:
        """The command of that id."""
        return self._named[id]

    def hint(self, id: str, sense: str = "") -> str:
        """The same after what it is about, ` (D)`; `sense` says which of the keys: see `meant`."""
        key = self._named[id]
        given = (each for each in key.keys if not sense or meant(key, each) == sense)
        return next((f" ({self.name(each)})" for each in given), "")

    def _allowed(self, is_restricted: bool) -> Iterator[Key]:
        return (key for key in self.keys if not is_restricted or key.id in RESTRICTED_COMMANDS)

    def _ways(self, key: Key, scopes: Sequence[str]) -> list[tuple[str, ...]]:
        ways = (key.keys, key.opposite)
        return [tuple(each for each in way if self.lookup(each, scopes) is key) for way in ways]


def is_typed(pressed: str) -> bool:
    """Whether a key is for what is being typed, where something is."""
    return len(pressed) == 1 or pressed in _TYPED


def meant(key: Key, pressed: str) -> str:
    """The key of the table in whose place a command has that key: a pane goes by its number."""
    usual = _USUAL_KEYS[key.id]
    return usual[key.keys.index(pressed)] if len(usual) > 1 else usual[0]


def table_markdown() -> str:
    """The table of keys for the README."""
    rows = [f"| {_code(key)} | {key.words} |" for key in KEYS]
    return "\n".join(["| keys | what they do |", "| --- | --- |", *rows, ""])


def _code(key: Key) -> str:
    ways = [" ".join(f"`{name(each)}`" for each in ranged(way)) for way in (key.keys, key.opposite)]
    return " · ".join(filter(None, ways))


_USUAL_KEYS = {key.id: key.keys for key in KEYS}

USUAL = Bindings()
"""The keys of the table."""

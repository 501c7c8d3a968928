"""Every key, once: what is bound, the footer, the help, the palette and the README follow.

`ctrl+[`, `ctrl+i` and `ctrl+m` are esc, tab and enter on many terminals, so nothing may be
bound to them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """A command and the keys that give it."""

    id: str
    """`scope.verb`: the scope says where it works."""
    keys: tuple[str, ...]
    """Characters as they are typed, or names as Textual has them: `pagedown`, `ctrl+x`."""
    action: str
    """The method of the desk. With `opposite` it is told 1 or -1, with `told` the key itself."""
    words: str
    """What it does, for the help."""
    opposite: tuple[str, ...] = ()
    """The keys that do it the other way round."""
    told: bool = False
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
        ways = [" ".join(map(name, _ranged(way))) for way in (self.keys, self.opposite) if way]
        return " · ".join(ways)

    def first(self, scopes: Sequence[str]) -> str:
        """The first key each way that gives it where those scopes hold: `j k`."""
        ways = (self.keys, self.opposite)
        given = ([key for key in way if lookup(key, scopes) is self] for way in ways)
        return " ".join(name(way[0]) for way in given if way)


def lookup(pressed: str, scopes: Sequence[str]) -> Key | None:
    """The command that a key gives where those scopes hold; the first scope that has it wins."""
    for scope in scopes:
        for key in KEYS:
            if key.scope == scope and pressed in key.pressed:
                return key
    return None


def within(scopes: Sequence[str]) -> Iterator[Key]:
    """The commands that some key gives where those scopes hold, in the order of the table."""
    for key in KEYS:
        if any(lookup(pressed, scopes) is key for pressed in key.keys):
            yield key


def name(key: str) -> str:
    """A key as it is printed on the keyboard."""
    return _NAMES.get(key, key)


def table_markdown() -> str:
    """The table of keys for the README."""
    rows = [f"| {_code(key)} | {key.words} |" for key in KEYS]
    return "\n".join(["| keys | what they do |", "| --- | --- |", *rows, ""])


def _code(key: Key) -> str:
    ways = [
        " ".join(f"`{name(each)}`" for each in _ranged(way)) for way in (key.keys, key.opposite)
    ]
    return " · ".join(filter(None, ways))


def _ranged(keys: tuple[str, ...]) -> tuple[str, ...]:
    return ("1…9", *keys[9:]) if keys[:2] == ("1", "2") else keys


_NAMES = {
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

GROUPS = {
    "Move": ("list", "source"),
    "Panes": ("pane",),
    "Read": ("library", "evidence", "place"),
    "Find": ("find",),
    "See": ("view", "screen"),
    "Leave": ("program",),
}
"""The headings of the help, and the scopes below each."""

KEYS = (
    Key(
        "list.item",
        ("j", "down"),
        "move_item",
        "next or previous item; a line, inside an item taller than the screen",
        ("k", "up"),
        foot="item",
        rank=6,
    ),
    Key("list.page", ("space", "pagedown"), "move_page", "a page on or back", ("b", "pageup")),
    Key("list.half", ("d",), "move_half_page", "half a page on or back", ("u",)),
    Key("list.end", ("G", "end"), "move_end", "to the end or the head of the list", ("g", "home")),
    Key("list.section", ("]",), "move_section", "next or previous section", ("[",)),
    Key(
        "source.excerpt",
        ("]",),
        "move_item",
        "in a source: next or previous excerpt",
        ("[",),
        foot="excerpt",
        rank=3,
    ),
    Key(
        "pane.open",
        (*"123456789", "0", "!"),
        "open_pane",
        "the pane of that number, the sources, the problems",
        told=True,
    ),
    Key(
        "pane.beside",
        ("tab", "l", "right"),
        "turn_pane",
        "next or previous pane",
        ("shift+tab", "h", "left"),
    ),
    Key("library.open", ("enter",), "open_briefing", "open the briefing", foot="open", rank=1),
    Key(
        "source.claims",
        ("enter",),
        "open_connected",
        "in a source: what rests on this excerpt",
        foot="what rests on it",
        rank=1,
    ),
    Key(
        "evidence.open",
        ("enter", "w"),
        "open_inside",
        "into the evidence: who said it, the words, what was checked",
        foot="evidence",
        rank=1,
    ),
    Key("evidence.beside", ("e",), "toggle_beside", "evidence beside the list, on or off"),
    Key("evidence.words", ("o",), "open_words", "the words, large and alone", foot="words", rank=7),
    Key(
        "evidence.source",
        ("s",),
        "open_source",
        "in the source: the words in their context",
        foot="source",
        rank=4,
    ),
    Key(
        "evidence.connected",
        ("r",),
        "open_connected",
        "everything connected with the item",
        foot="connected",
        rank=8,
    ),
    Key(
        "place.leave", ("escape",), "leave_level", "one level back, never out", foot="back", rank=2
    ),
    Key(
        "place.back",
        ("backspace", "H"),
        "travel",
        "back and forward through the places one has been",
        ("L",),
    ),
    Key("find.open", ("/",), "open_find", "find words in all panes", foot="find", rank=3),
    Key("find.next", ("n",), "find_next", "next or previous find", ("N",)),
    Key("view.filter", ("v",), "turn_filter", "all, only what is verified, only what is not"),
    Key(
        "view.room",
        ("R",),
        "toggle_room",
        "room mode: safe to project, no bottom line, judgments, stances or notes",
        foot="room",
        rank=5,
    ),
    Key(
        "screen.blank",
        ("ctrl+x",),
        "blank",
        "blank the screen at once; any key brings it back",
        foot="blank",
        rank=7,
    ),
    Key("screen.repaint", ("ctrl+l",), "repaint", "paint the screen afresh"),
    Key("screen.theme", ("T",), "turn_theme", "the terminal's own colours, dark, light"),
    Key("program.help", ("?",), "open_help", "all keys", foot="help", rank=0),
    Key("program.palette", ("ctrl+p",), "open_palette", "find a command by its words"),
    Key("program.leave", ("q",), "leave", "one level back; on the outermost, quit"),
    Key("program.cancel", ("ctrl+c",), "cancel", "close what is being typed; else how to leave"),
    Key("program.suspend", ("ctrl+z",), "suspend", "to the shell; fg comes back"),
    Key("program.quit", ("ctrl+q",), "quit", "quit, from anywhere"),
)

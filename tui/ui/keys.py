"""Every key, once: what is bound, the footer, the help, the palette and the README follow.

`ctrl+[`, `ctrl+i` and `ctrl+m` are esc, tab and enter on many terminals, so nothing may be
bound to them.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tui.frozen import frozen


@frozen
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
    def is_own(self) -> bool:
        """Its action is one of `own_commands`: it is about what is the reader's own."""
        return self.scope in _OWN

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


_OWN = frozenset({"own", "listed", "outline"})

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
    "Find": ("find", "answer"),
    "Your own": ("own", "listed", "outline"),
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
        "move_excerpt",
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
    Key("library.ask", ("f",), "ask_library", "ask all briefings", foot="ask", rank=2),
    Key(
        "library.filter",
        ("/",),
        "filter_library",
        "in the library: list those with some words in title or path",
        foot="filter",
        rank=3,
    ),
    Key("library.all", ("escape",), "show_library", "in the library: all again", foot="all"),
    Key(
        "source.claims",
        ("enter",),
        "open_connected",
        "in a source: what rests on this sentence or excerpt",
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
        "evidence.copy",
        ("y",),
        "copy_item",
        "copy the item: who said it, the words, the source, what was checked; twice: show it",
        foot="copy",
        rank=5,
    ),
    Key("evidence.copy-words", ("Y",), "copy_words", "copy the words alone"),
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
    Key(
        "find.ask",
        ("f",),
        "open_ask",
        "ask: the answer while you type, with who said it and the words",
        foot="ask",
        rank=2,
    ),
    Key(
        "answer.choose",
        ("j", "down"),
        "choose_answer",
        "in an answer: the next or previous one",
        ("k", "up"),
        foot="answer",
        rank=6,
    ),
    Key("answer.go", ("enter",), "go_to_answer", "in an answer: go there", foot="go there", rank=1),
    Key(
        "answer.open",
        ("o", "s", "r"),
        "open_answer",
        "in an answer: its words, its source, what is connected with it",
        foot="words",
        rank=3,
        told=True,
    ),
    Key(
        "answer.copy",
        ("y", "Y"),
        "copy_answer",
        "in an answer: copy it with its provenance, or its words alone",
        foot="copy",
        rank=4,
        told=True,
    ),
    Key("own.mark", ("m",), "set_mark", "mark this place with a letter"),
    Key("own.return", ("'",), "go_to_mark", "to the place that a letter marks"),
    Key("own.outline", ("t",), "open_outline", "the outline: panes, sections, items"),
    Key(
        "outline.fold",
        ("l", "right"),
        "fold_outline",
        "in the outline: open or close a pane",
        ("h", "left"),
        foot="open close",
        rank=2,
    ),
    Key("outline.close", ("t",), "close_outline", "in the outline: close it"),
    Key("own.list", ("*",), "list_own", "the marks, and the notes of your own"),
    Key("own.note", ("a",), "write_note", "a note of your own on the item, which you alone see"),
    Key("own.changes", ("D",), "list_changes", "what has changed since you read it last"),
    Key("own.link", ("U",), "copy_link", "copy a link to the item"),
    Key(
        "listed.go", ("enter",), "go_to_listed", "in these lists: go there", foot="go there", rank=1
    ),
    Key("find.open", ("/",), "open_find", "find words in all panes", foot="find", rank=3),
    Key("find.next", ("n",), "find_next", "next or previous find", ("N",)),
    Key("view.timeline", ("c",), "open_timeline", "the time line over all panes (chronology)"),
    Key("view.matrix", ("x",), "open_matrix", "who reacted to what, as a matrix (cross table)"),
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
    Key(
        "screen.mouse",
        ("ctrl+t",),
        "toggle_mouse",
        "the mouse for the program, or for the terminal's own selection",
    ),
    Key("screen.theme", ("T",), "turn_theme", "the terminal's own colours, dark, light"),
    Key("program.help", ("?",), "open_help", "all keys", foot="help", rank=0),
    Key("program.palette", ("ctrl+p",), "open_palette", "find a command by its words"),
    Key("program.leave", ("q",), "leave", "one level back; on the outermost, quit"),
    Key("program.cancel", ("ctrl+c",), "cancel", "close what is being typed; else how to leave"),
    Key("program.suspend", ("ctrl+z",), "suspend", "to the shell; fg comes back"),
    Key("program.quit", ("ctrl+q",), "quit", "quit, from anywhere"),
)

WITHIN_WALLS = frozenset(
    {
        "list.item",
        "list.page",
        "list.half",
        "list.end",
        "list.section",
        "source.excerpt",
        "source.claims",
        "pane.open",
        "pane.beside",
        "library.open",
        "library.ask",
        "library.filter",
        "library.all",
        "evidence.open",
        "evidence.beside",
        "evidence.words",
        "evidence.source",
        "evidence.connected",
        "evidence.copy",
        "evidence.copy-words",
        "place.leave",
        "place.back",
        "own.mark",
        "own.return",
        "own.list",
        "own.outline",
        "outline.fold",
        "outline.close",
        "own.note",
        "own.changes",
        "own.link",
        "listed.go",
        "find.ask",
        "answer.choose",
        "answer.go",
        "answer.open",
        "answer.copy",
        "find.open",
        "find.next",
        "view.timeline",
        "view.matrix",
        "view.filter",
        "view.room",
        "screen.blank",
        "screen.mouse",
        "screen.repaint",
        "screen.theme",
        "program.help",
        "program.palette",
        "program.leave",
        "program.cancel",
        "program.quit",
    }
)
"""The commands that stay within the program, and all that there is on a briefing server. A command
that runs something, opens an address, writes a file or stops the program does not belong here."""

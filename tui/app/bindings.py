"""Every command and its keys, once: bindings, footer, help, palette and README follow.

`ctrl+[`, `ctrl+i` and `ctrl+m` are esc, tab and enter on many terminals, so nothing may be bound
to them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui.frozen import frozen


@frozen
class Command:
    """A command of the app, with an action of the same name: `list.next`, `action_list_next`."""

    id: str
    """`scope.name`; the scope says where it works."""
    keys: tuple[str, ...]
    """As Textual names them: `j`, `down`, `ctrl+x`; characters stand for themselves."""
    description: str
    """What it does, for the palette and in linear mode."""

    @property
    def scope(self) -> str:
        """The part of the id before the dot."""
        return self.id.partition(".")[0]


@frozen
class CommandRow:
    """Commands that belong together, such as next and previous: a row of the help."""

    description: str
    commands: tuple[Command, ...]
    label: str = ""
    """A word or two for the footer; empty if it is not listed there."""
    rank: int = 9
    """Lower ranks stay longer in a narrow footer."""

    @property
    def scope(self) -> str:
        """The scope of its commands."""
        return self.commands[0].scope


def _row(
    description: str,
    *commands: tuple[str, str] | tuple[str, str, str],
    label: str = "",
    rank: int = 9,
) -> CommandRow:
    """A row; commands are id, keys separated by spaces, and a description of their own."""
    made = [
        Command(id, tuple(keys.split()), *(own or [description])) for id, keys, *own in commands
    ]
    return CommandRow(description, tuple(made), label, rank)


_PANE_KEYS = "123456789"

_MOST_WAYS = 2
"""Commands of a row that are directions of one command; more are alternatives."""

ROWS = (
    _row(
        "next or previous item; a line, inside an item taller than the screen",
        ("list.next", "j down", "next item"),
        ("list.previous", "k up", "previous item"),
        label="item",
        rank=6,
    ),
    _row(
        "a page on or back",
        ("list.page_down", "space pagedown", "a page on"),
        ("list.page_up", "b pageup", "a page back"),
    ),
    _row(
        "half a page on or back",
        ("list.half_down", "d", "half a page on"),
        ("list.half_up", "u", "half a page back"),
    ),
    _row(
        "to the end or the head of the list",
        ("list.end", "G end", "to the end of the list"),
        ("list.home", "g home", "to the head of the list"),
    ),
    _row(
        "next or previous section",
        ("list.next_section", "]", "next section"),
        ("list.previous_section", "[", "previous section"),
    ),
    _row(
        "in a source: next or previous excerpt",
        ("source.next_excerpt", "]", "in a source: next excerpt"),
        ("source.previous_excerpt", "[", "in a source: previous excerpt"),
        label="excerpt",
        rank=3,
    ),
    _row(
        "the pane of that number, the sources, the problems",
        *((f"pane.{key}", key, f"pane {key}") for key in _PANE_KEYS),
        ("pane.sources", "0", "the sources"),
        ("pane.problems", "!", "the problems"),
    ),
    _row(
        "next or previous pane",
        ("pane.next", "tab l right", "next pane"),
        ("pane.previous", "shift+tab h left", "previous pane"),
    ),
    _row("open the briefing", ("library.open", "enter"), label="open", rank=1),
    _row("ask all briefings", ("library.ask", "f"), label="ask", rank=2),
    _row(
        "in the library: list those that have some words in title or path, or say them",
        ("library.filter", "/"),
        label="find",
        rank=3,
    ),
    _row(
        "in the library: the next order, or the one before",
        ("library.next_order", "o", "in the library: the next order"),
        ("library.previous_order", "O", "in the library: the order before"),
        label="order",
        rank=4,
    ),
    _row("in the library: all again", ("library.all", "escape"), label="all", rank=2),
    _row(
        "in a source: what rests on this sentence or excerpt",
        ("source.related", "enter"),
        label="what rests on it",
        rank=1,
    ),
    _row(
        "into the evidence: who said it, the words, what was checked",
        ("evidence.open", "enter w"),
        label="evidence",
        rank=1,
    ),
    _row("evidence beside the list, on or off", ("evidence.side", "e")),
    _row("the words, large and alone", ("evidence.excerpt", "o"), label="words", rank=7),
    _row(
        "in the source: the words in their context",
        ("evidence.source", "s"),
        label="source",
        rank=4,
    ),
    _row(
        "everything connected with the item", ("evidence.related", "r"), label="connected", rank=8
    ),
    _row(
        "copy the item: who said it, the words, the source, what was checked; twice: show it",
        ("evidence.copy", "y"),
        label="copy",
        rank=5,
    ),
    _row("copy the words alone", ("evidence.copy_excerpt", "Y")),
    _row("one level back, never out", ("place.leave", "escape"), label="back", rank=2),
    _row(
        "back and forward through the places one has been",
        ("place.back", "backspace H", "back to the place before"),
        ("place.forward", "L", "forward again"),
    ),
    _row(
        "ask: the answer while you type, with who said it and the words",
        ("find.ask", "f"),
        label="ask",
        rank=2,
    ),
    _row(
        "in an answer: the next or previous one",
        ("answer.next", "j down", "the next answer"),
        ("answer.previous", "k up", "the previous answer"),
        label="answer",
        rank=6,
    ),
    _row("in an answer: go there", ("answer.go", "enter"), label="go there", rank=1),
    _row(
        "in an answer: its words, large and alone", ("answer.excerpt", "o"), label="words", rank=7
    ),
    _row("in an answer: its words in the source", ("answer.source", "s"), label="source", rank=4),
    _row(
        "in an answer: everything connected with it",
        ("answer.related", "r"),
        label="connected",
        rank=5,
    ),
    _row(
        "in an answer: copy it with its provenance, or its words alone",
        ("answer.copy", "y", "copy the answer with its provenance"),
        ("answer.copy_excerpt", "Y", "copy the words of the answer alone"),
        label="copy",
        rank=4,
    ),
    _row("in an answer: ask anew", ("answer.ask", "f"), label="ask", rank=3),
    _row("mark this place with a letter", ("mark.set", "m")),
    _row("to the place that a letter marks", ("mark.go", "'")),
    _row("the outline: panes, sections, items", ("pane.outline", "t")),
    _row(
        "in the outline: open or close a pane",
        ("outline.unfold", "l right", "in the outline: open a pane"),
        ("outline.fold", "h left", "in the outline: close a pane"),
        label="open close",
        rank=2,
    ),
    _row("in the outline: close it", ("outline.close", "t")),
    _row("the marks, and the notes of your own", ("annotations.list", "*")),
    _row("a note of your own on the item, which you alone see", ("annotations.note", "a")),
    _row("what has changed since you read it last", ("annotations.changes", "D")),
    _row("copy a link to the item", ("annotations.link", "U")),
    _row("in these lists: go there", ("places.go", "enter"), label="go there", rank=1),
    _row(
        "in an agenda: what comes next, or came before",
        ("agenda.next", "space pagedown", "in an agenda: what comes next"),
        ("agenda.previous", "pageup", "in an agenda: what came before"),
        label="on, back",
        rank=1,
    ),
    _row(
        "in an agenda: next or previous part of it",
        ("agenda.next_part", "]", "in an agenda: next part"),
        ("agenda.previous_part", "[", "in an agenda: previous part"),
    ),
    _row("in an agenda: blank the screen", ("agenda.blank", "b")),
    _row(
        "in an agenda: the speaker's notes, which are for you alone",
        ("agenda.notes", "N"),
        label="notes",
        rank=8,
    ),
    _row("in an agenda: nothing, as clickers send it", ("agenda.nothing", "escape")),
    _row(
        "meeting: the agenda, item by item, with a clock; back to it from anywhere",
        ("meeting.open", "M"),
        label="agenda",
        rank=1,
    ),
    _row(
        "in a meeting: the clock waits while a question is answered",
        ("meeting.question", "p"),
        label="question",
        rank=3,
    ),
    _row("in a meeting: what was shown so far", ("meeting.shown", "S")),
    _row("in a meeting: blank the screen", ("meeting.blank", ".")),
    _row("end the meeting, pressed twice", ("meeting.end", "E")),
    _row("find words in all panes", ("find.open", "/"), label="find", rank=3),
    _row(
        "next or previous find, or answer; of a library, from one briefing to the next",
        ("find.next", "n", "next find or answer"),
        ("find.previous", "N", "previous find or answer"),
    ),
    _row(
        "where you follow: back to where the presenter is, or look for them again",
        ("follow.return", "F"),
        label="back to the presenter",
        rank=0,
    ),
    _row("the time line over all panes (chronology)", ("view.timeline", "c")),
    _row("who reacted to what, as a matrix (cross table)", ("view.matrix", "x")),
    _row("all, only what is verified, only what is not", ("view.filter", "v")),
    _row(
        "withhold what is marked more strictly: up to each TLP marking in turn, then nothing",
        ("policy.clearance", "C"),
    ),
    _row(
        "room mode: safe to project, no bottom line, judgments, stances or notes",
        ("policy.room", "R"),
        label="room",
        rank=5,
    ),
    _row(
        "blank the screen at once; any key brings it back",
        ("screen.blank", "ctrl+x"),
        label="blank",
        rank=7,
    ),
    _row("paint the screen afresh", ("screen.repaint", "ctrl+l")),
    _row(
        "the mouse for the program, or for the terminal's own selection", ("screen.mouse", "ctrl+t")
    ),
    _row("the terminal's own colours, dark, light", ("screen.theme", "T")),
    _row("all keys", ("app.help", "?"), label="help", rank=0),
    _row("find a command by its words", ("app.palette", "ctrl+p")),
    _row("one level back; on the outermost, quit", ("app.leave", "q")),
    _row("close what is being typed; else how to leave", ("app.cancel", "ctrl+c")),
    _row("to the shell; fg comes back", ("app.suspend", "ctrl+z")),
    _row("quit, from anywhere", ("app.quit", "ctrl+q")),
)

COMMANDS: Mapping[str, Command] = {each.id: each for row in ROWS for each in row.commands}

GROUPS: Mapping[str, Sequence[str]] = {
    "Move": ("list", "source"),
    "Panes": ("pane",),
    "Read": ("library", "evidence", "place"),
    "Find": ("find", "answer"),
    "Meeting": ("agenda", "meeting"),
    "Your own": ("mark", "annotations", "places", "outline"),
    "Together": ("follow",),
    "See": ("view", "policy", "screen"),
    "Leave": ("app",),
}
"""The headings of the help, and the scopes under each."""

APP = ("screen", "app")
"""The scopes of commands that work on every screen."""
_ANYWHERE = ("list",)
_OVER = ("place", "policy", *_ANYWHERE)
READER = (
    "follow", "agenda", "source", "evidence", "place", "pane", "mark", "annotations",
    "find", "view", "policy", "meeting", *_ANYWHERE,
)  # fmt: skip
"""The scopes of the screen of a briefing, in the order in which a key is looked up."""
LIBRARY = ("library", "policy", *_ANYWHERE)
ASK = ("answer", *_OVER)
PLACES = ("places", *_OVER)
OUTLINE = ("outline", *PLACES)
HELP = _OVER

PRIORITY = frozenset({"screen.blank", "screen.repaint", "app.cancel", "app.quit"})
"""Commands that also work while something is typed."""

ONLY_READING = frozenset(COMMANDS) - {"app.suspend", "follow.return"}
"""The commands of a restricted reader. A command that runs or stops something, opens an address
or writes a file other than the reader's own does not belong here."""

KEY_NAMES = {
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
"""Keys as they are printed on a keyboard, where Textual's names differ."""

_ARROWS = frozenset({"down", "up", "left", "right"})


class Keys:
    """The keys in force: those of the table, or those of a reader's own key file."""

    def __init__(
        self,
        changed: Mapping[str, tuple[str, ...]] | None = None,
        problem: str = "",
        *,
        is_ascii: bool = False,
    ) -> None:
        """Take the table with some changes.

        Args:
            changed: The keys of those commands that have others.
            problem: What is wrong with the file that they come from.
            is_ascii: Name keys in ASCII alone: an arrow is `down`, since `v` would be a key.
        """
        self.changed: Mapping[str, tuple[str, ...]] = changed or {}
        self.problem = problem
        self.is_ascii = is_ascii

    def of(self, id: str) -> tuple[str, ...]:
        """Return the keys of a command."""
        return self.changed.get(id, COMMANDS[id].keys)

    def first(self, id: str) -> str:
        """Return the first key of a command as it is printed on a keyboard; empty if none."""
        return next(map(self.display, self.of(id)), "")

    def display(self, key: str) -> str:
        """Return a key as it is printed on a keyboard."""
        modifier, plus, last = key.rpartition("+")
        is_plain = self.is_ascii and last in _ARROWS
        return modifier + plus + (last if is_plain else KEY_NAMES.get(last, last))

    def shown(self, commands: Iterable[Command]) -> str:
        """Return all keys of some commands: `j ↓ · k ↑`, or `1…9 0 !` of the panes."""
        ways = [" ".join(map(self.display, self.of(each.id))) for each in commands]
        if len(ways) > _MOST_WAYS:
            digits = "1-9" if self.is_ascii else "1…9"
            return " ".join(filter(None, ways)).replace(" ".join(_PANE_KEYS), digits)
        return (", " if self.is_ascii else " · ").join(filter(None, ways))


def commands_in(scopes: Sequence[str]) -> Iterator[Command]:
    """Return the commands of some scopes, those of the first scope first."""
    for scope in scopes:
        yield from (command for command in COMMANDS.values() if command.scope == scope)


def keys_table() -> str:
    """Return the table of keys for the README, in Markdown."""
    lines = ["| keys | what they do |", "| --- | --- |"]
    for row in ROWS:
        shown = Keys().shown(row.commands).split(" ")
        keys = " ".join(key if key == "·" else f"`{key}`" for key in shown)
        lines.append(f"| {keys} | {row.description} |")
    return "\n".join([*lines, ""])

"""What a reader's file of keys says, command by command, each with its place in the file.

    [keys]
    "view.matrix" = "f2"
    "list.item" = {next = ["n", "down"], previous = ["p", "up"]}
    "own.link" = []

The table `[keys]` can be left out, and `view.matrix = "f2"` or `[view]` and `matrix = "f2"` say
the same. A command with two ways whose value is no table is given its first way so, and keeps the
other; `[]` leaves it no key at all.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tui.app.keyboard.key import Key
from tui.app.keyboard.names import NoKeyError, named, quoted, shown
from tui.app.keyboard.table import KEYS
from tui.app.keyboard.toml_places import Path, places
from tui.diagnostics import Diagnostic, Report, Severity, Span
from tui.text.nearest import nearest

NEXT, PREVIOUS = "next", "previous"
_WAYS = (NEXT, PREVIOUS)


class Given(NamedTuple):
    """A key that the file gives to a command."""

    key: str
    """As Textual names it."""
    span: Span


class KeyFileEntry(NamedTuple):
    """What the file says of one command."""

    id: str
    span: Span
    next: tuple[Given, ...] | None
    """The keys of its one way; `None` where the file leaves them as they are."""
    previous: tuple[Given, ...] | None

    @property
    def given(self) -> tuple[Given, ...]:
        """All keys that the file gives to it."""
        return (self.next or ()) + (self.previous or ())


def read(text: str, report: Report) -> dict[str, KeyFileEntry]:
    """The commands that a file speaks of, by id; what is wrong with it goes to `report`."""
    try:
        return _Reader(text, report).read()
    except tomllib.TOMLDecodeError as error:
        message, _, _ = str(error).partition(" (at ")
        add(report, "key-syntax", f"this is no TOML: {message}", _place(str(error), text))
    except RecursionError:
        add(report, "key-syntax", "the brackets are nested too deep", Span(1, 1))
    except ValueError as error:
        add(report, "key-syntax", str(error).partition(";")[0], Span(1, 1))
    return {}


def written(keys: Iterable[Key]) -> Iterator[str]:
    """The lines of a file that gives the commands the keys that they have."""
    yield "[keys]"
    for key in keys:
        value = _value(key.keys)
        if _COMMANDS[key.id].opposite:
            value = f"{{{NEXT} = {value}, {PREVIOUS} = {_value(key.opposite)}}}"
        yield f"# {key.words}"
        yield f'"{key.id}" = {value}'


def _value(keys: tuple[str, ...]) -> str:
    escaped = (shown(key).replace("\\", "\\\\").replace('"', '\\"') for key in keys)
    return "[" + ", ".join(f'"{each}"' for each in escaped) + "]"


def add(
    report: Report,
    code: str,
    message: str,
    span: Span,
    help: str = "",
    *,
    severity: Severity = Severity.ERROR,
) -> None:
    """Report a problem of the file; the message is a sentence without its end."""
    report.add(Diagnostic(code, severity, f"{message}.", span, help))


_COMMANDS = {key.id: key for key in KEYS}
_SCOPES = {key.scope for key in KEYS}


class _Reader:
    """Goes through the tables of a file."""

    def __init__(self, text: str, report: Report) -> None:
        self._data = tomllib.loads(text)
        self._places = places(text)
        self._report = report
        self._lines: dict[str, KeyFileEntry] = {}

    def read(self) -> dict[str, KeyFileEntry]:
        """What it says, by command."""
        data = dict(self._data)
        below = data.pop("keys", {})
        self._table(data, (), "")
        if isinstance(below, dict):
            self._table(below, ("keys",), "")
        else:
            self._add(
                "wrong-value", "“keys” is a table", ("keys",), "Write [keys] in a line of its own."
            )
        return self._lines

    def _table(self, table: Mapping[str, Any], path: Path, beginning: str) -> None:
        """Take the commands of a table, and of those in it that are named like scopes."""
        for name, value in table.items():
            id, at = f"{beginning}{name}", (*path, name)
            if id in _COMMANDS:
                self._command(_COMMANDS[id], value, at)
            elif not beginning and _is_of_commands(id, value):
                self._table(value, at, f"{id}.")
            else:
                self._add("unknown-command", f"no command is called {quoted(id)}", at, _meant(id))

    def _command(self, key: Key, value: object, path: Path) -> None:
        before = self._lines.get(key.id)
        if before is not None:
            message = f"{key.id} is bound in line {before.span.line} already"
            self._add("bound-twice", message, path, "Keep one of the two.")
            return
        ways: dict[str, tuple[Given, ...]] = {}
        if not isinstance(value, dict):
            ways[NEXT] = self._keys(value, path)
            if value == [] and key.opposite:
                ways[PREVIOUS] = ()
        elif key.opposite:
            ways = dict(self._ways(value, path))
        else:
            help = "Write its keys in square brackets, without “next” and “previous”."
            self._add("wrong-value", f"{key.id} has one way only", path, help)
        line = KeyFileEntry(key.id, self._places.keys[path], ways.get(NEXT), ways.get(PREVIOUS))
        self._lines[key.id] = line
        self._check_repeated(line)
        count = len(value) if isinstance(value, list) else 1
        if key.told and count not in {0, len(key.keys)} and len(key.keys) > 1:
            message = f"{key.id} has {len(key.keys)} keys, and here {_number(count)}"
            help = f"Write one for each of {' '.join(key.keys)}, in this order, or [] for none."
            self._add("wrong-value", message, path, help)

    def _ways(
        self, table: Mapping[str, Any], path: Path
    ) -> Iterator[tuple[str, tuple[Given, ...]]]:
        for way, value in table.items():
            at = (*path, way)
            if way in _WAYS:
                yield way, self._keys(value, at)
            else:
                near = nearest(way[:20], _WAYS)
                help = f"Did you mean “{near}”?" if near else f"The ways are {NEXT} and {PREVIOUS}."
                self._add("wrong-value", f"a command has no way {quoted(way)}", at, help)

    def _keys(self, value: object, path: Path) -> tuple[Given, ...]:
        """The keys of a value; those that are wrong are reported and left out."""
        several = [*enumerate(value)] if isinstance(value, list) else [(None, value)]
        given = []
        for number, written in several:
            at = path if number is None else (*path, number)
            span = self._places.values.get(at, self._places.keys[path])
            if not isinstance(written, str):
                help = 'Write it in quotation marks, as "n", and several in square brackets.'
                add(self._report, "wrong-value", "a key is a text", span, help)
                continue
            try:
                given.append(Given(named(written), span))
            except NoKeyError as error:
                add(self._report, "unknown-key", error.message, span, error.help)
        return tuple(given)

    def _check_repeated(self, line: KeyFileEntry) -> None:
        seen: set[str] = set()
        for key, span in line.given:
            if key in seen:
                add(
                    self._report,
                    "bound-twice",
                    f"{line.id} has this key already",
                    span,
                    "Write it once.",
                )
            seen.add(key)

    def _add(self, code: str, message: str, path: Path, help: str) -> None:
        add(self._report, code, message, self._places.keys[path], help)


def _is_of_commands(name: str, value: object) -> bool:
    """Whether it is a table of commands; of one with a wrong name, each command is told of."""
    if not isinstance(value, dict) or "." in name:
        return False
    return name in _SCOPES or not set(value) <= set(_WAYS)


def _meant(id: str) -> str:
    """The command that seems to be meant, or those that there are in its scope."""
    near = nearest(id[:40], _COMMANDS)
    if near:
        return f"Did you mean “{near}”?"
    scope = id.partition(".")[0]
    there = [known for known in _COMMANDS if known.startswith(f"{scope}.")]
    return f"There are {', '.join(there)}." if there else "`briefing keys` names the commands."


def _number(count: int) -> str:
    return "is one" if count == 1 else f"are {count}"


def _place(message: str, text: str) -> Span:
    """The place that a message of `tomllib` names at its end; without one, the end of the file."""
    words: Sequence[str] = message.rpartition("(at line ")[2].rstrip(")").split(", column ")
    if len(words) == 2 and all(word.isdecimal() for word in words):
        return Span(int(words[0]), int(words[1]))
    lines = text.split("\n")
    return Span(len(lines), len(lines[-1]) + 1)

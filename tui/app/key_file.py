"""The reader's own keys, from a file in TOML.

    [keys]
    "view.matrix" = "f2"
    "list.next" = ["n", "down"]
    "annotations.link" = []

A key is taken from the command that had it in the same place. While anything is wrong with the
file, the keys of the table hold.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tui.app.bindings import (
    APP,
    ASK,
    COMMANDS,
    HELP,
    LIBRARY,
    OUTLINE,
    PRIORITY,
    READER,
    Keys,
)
from tui.app.key_names import is_text, parse_key, quoted
from tui.diagnostics import reason
from tui.library.folders import keys_file
from tui.text.nearest import nearest

LARGEST = 1 << 20
"""Bytes of a key file, at most."""

_SCREENS = tuple((*scopes, *APP) for scopes in (READER, LIBRARY, ASK, OUTLINE, HELP))
_NEARER = frozenset({"source", "agenda", "follow", "answer", "places", "outline"})
"""Scopes whose commands may share keys with others: they come first where they work."""

_RENAMED = {
    "list.item": "list.next and list.previous",
    "list.page": "list.page_down and list.page_up",
    "list.half": "list.half_down and list.half_up",
    "list.end": "list.end and list.home",
    "list.section": "list.next_section and list.previous_section",
    "source.excerpt": "source.next_excerpt and source.previous_excerpt",
    "source.claims": "source.related",
    "pane.open": "pane.1 to pane.9, pane.sources and pane.problems",
    "pane.beside": "pane.next and pane.previous",
    "library.order": "library.next_order and library.previous_order",
    "evidence.beside": "evidence.side",
    "evidence.words": "evidence.excerpt",
    "evidence.connected": "evidence.related",
    "evidence.copy-words": "evidence.copy_excerpt",
    "answer.choose": "answer.next and answer.previous",
    "answer.words": "answer.excerpt",
    "answer.connected": "answer.related",
    "own.mark": "mark.set",
    "own.return": "mark.go",
    "own.outline": "pane.outline",
    "own.list": "annotations.list",
    "own.note": "annotations.note",
    "own.changes": "annotations.changes",
    "own.link": "annotations.link",
    "listed.go": "places.go",
    "view.room": "policy.room",
    "view.clearance": "policy.clearance",
    "agenda.step": "agenda.next and agenda.previous",
    "agenda.part": "agenda.next_part and agenda.previous_part",
    **{f"program.{name}": f"app.{name}" for name in ("help", "palette", "leave", "cancel")},
    **{f"program.{name}": f"app.{name}" for name in ("suspend", "quit")},
}
"""Ids that key files may still have, and those that hold now."""


class KeyFile(NamedTuple):
    """A key file and what is wrong with it."""

    name: str
    """Its path; empty if there is none."""
    keys: Keys
    problems: tuple[str, ...] = ()
    """Sentences without their ends, each naming the command or the key."""
    remarks: tuple[str, ...] = ()
    """What the reader may not have meant, likewise."""


def user_keys(*, is_ascii: bool = False) -> Keys:
    """Return the keys of whoever runs the program."""
    return read_key_file(is_ascii=is_ascii).keys


def read_key_file(*, is_ascii: bool = False) -> KeyFile:
    """Read the file that BRIEFING_KEYS names, or the user's; there may be none."""
    named = os.environ.get("BRIEFING_KEYS", "")
    name = named or str(keys_file())
    try:
        with Path(name).open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        if not named:
            return KeyFile("", Keys(is_ascii=is_ascii))
        return _failed(name, ["there is no such file"], is_ascii=is_ascii)
    except OSError as error:
        return _failed(name, [reason(error)], is_ascii=is_ascii)
    return parse_key_file(name, data, is_ascii=is_ascii)


def parse_key_file(name: str, data: bytes, *, is_ascii: bool = False) -> KeyFile:
    """Return the keys that a file gives; with any problem, those of the table."""
    import tomllib  # noqa: PLC0415 - most readers have no such file

    if len(data) > LARGEST:
        return _failed(name, ["it is larger than a megabyte"], is_ascii=is_ascii)
    try:
        table = tomllib.loads(data.decode())
    except UnicodeDecodeError:
        return _failed(name, ["it is not UTF-8"], is_ascii=is_ascii)
    except (ValueError, RecursionError) as error:  # tomllib.TOMLDecodeError is a ValueError
        return _failed(name, [f"it is not TOML: {error}"], is_ascii=is_ascii)
    problems: list[str] = []
    below = table.pop("keys", {})
    given = dict(_entries({**table, **(below if isinstance(below, dict) else {"keys": below})}))
    changed = {}
    for id, value in given.items():
        try:
            changed[_command(id)] = tuple(_parsed(id, each) for each in _strings(id, value))
        except ValueError as error:
            problems.append(str(error))
    if not problems:
        problems = [*_problems(changed)]
    if problems:
        return _failed(name, problems, is_ascii=is_ascii)
    resolved = _resolved(changed)
    lost = sorted(id for id, keys in resolved.items() if not keys and id not in changed)
    remarks = tuple(f"{id} has no key now; ctrl+p still finds it" for id in lost)
    return KeyFile(name, Keys(resolved, is_ascii=is_ascii), remarks=remarks)


def key_file_lines(keys: Keys) -> Iterator[str]:
    """Return the lines of a key file that gives every command the keys that it has."""
    yield "[keys]"
    for command in COMMANDS.values():
        names = (keys.display(key) if len(key) > 1 else key for key in keys.of(command.id))
        escaped = (name.replace("\\", "\\\\").replace('"', '\\"') for name in names)
        yield f"# {command.description}"
        listed = ", ".join(f'"{name}"' for name in escaped)
        yield f'"{command.id}" = [{listed}]'


def _failed(name: str, problems: list[str], *, is_ascii: bool) -> KeyFile:
    more = f", and {len(problems) - 1} more" if len(problems) > 1 else ""
    problem = f"keys: {problems[0]}{more}; the usual keys hold"
    return KeyFile(name, Keys(problem=problem, is_ascii=is_ascii), tuple(problems))


def _entries(table: Mapping[str, Any], scope: str = "") -> Iterator[tuple[str, Any]]:
    """The commands of a file: `"view.matrix" = …` and `[view]` with `matrix = …` are the same."""
    for name, value in table.items():
        if isinstance(value, dict) and not scope:
            yield from _entries(value, f"{name}.")
        else:
            yield scope + name, value


def _command(id: str) -> str:
    if id in COMMANDS:
        return id
    if id in _RENAMED:
        raise ValueError(f"{id} is called {_RENAMED[id]} now")
    near = nearest(id[:40], list(COMMANDS))
    advice = f"; did you mean {near}?" if near else "; `briefing keys` lists the commands"
    raise ValueError(f"no command is called {quoted(id)}{advice}")


def _strings(id: str, value: object) -> list[str]:
    values = [value] if isinstance(value, str) else value
    if isinstance(values, list) and all(isinstance(each, str) for each in values):
        return values
    raise ValueError(f'{id}: write a key or a list of keys, such as "f2" or ["n", "down"]')


def _parsed(id: str, written: str) -> str:
    try:
        return parse_key(written)
    except ValueError as error:
        raise ValueError(f"{id}: {error}") from None


def _problems(changed: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """What is wrong with keys that can be read."""
    pairs = [(key, id) for id, keys in changed.items() for key in keys]
    for at, (key, id) in enumerate(pairs):
        for other_key, other in pairs[:at]:
            if key == other_key and _are_rivals(id, other):
                yield f"{quoted(key)} is given to both {other} and {id}"
    for id in PRIORITY & set(changed):
        if all(map(is_text, changed[id])):
            yield f"{id}: it must work while something is typed; give it a key such as “ctrl+x”"


def _are_rivals(one: str, other: str) -> bool:
    """Whether two commands work in the same place, so that a key can give only one of them."""
    scopes = {COMMANDS[one].scope, COMMANDS[other].scope}
    is_shared = any(scopes <= set(screen) for screen in _SCREENS)
    return one != other and is_shared and not (len(scopes) > 1 and scopes & _NEARER)


def _resolved(changed: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The changed commands, and those that have lost keys to them."""
    resolved = dict(changed)
    for id, command in COMMANDS.items():
        if id not in changed:
            rivals = (keys for other, keys in changed.items() if _are_rivals(id, other))
            taken = {key for keys in rivals for key in keys}
            if taken & set(command.keys):
                resolved[id] = tuple(key for key in command.keys if key not in taken)
    return resolved

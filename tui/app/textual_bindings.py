"""The bindings of screens, from the table of commands."""

from collections.abc import Sequence
from typing import Any

from textual.binding import Binding, BindingType
from textual.keys import _character_to_key
from textual.screen import Screen

from tui.app.bindings import APP, PRIORITY, Keys, commands_in
from tui.app.bindings import COMMANDS as TABLE
from tui.app.movement import MOVES
from tui.reading.commands import COMMANDS

COPIED = frozenset(
    {
        "evidence.copy",
        "evidence.copy_excerpt",
        "answer.copy",
        "answer.copy_excerpt",
        "annotations.link",
    }
)
"""Commands of `tui.reading.copies`, which is imported when the first of them is given."""

PROMPTED = frozenset(
    {
        "library.filter",
        "find.open",
        "answer.ask",
        "mark.set",
        "mark.go",
        "annotations.note",
    }
)
"""Commands of `tui.reading.prompts`, likewise; a question begins with a screen of its own."""

NO_KEY = "f63"
"""A key that no terminal sends, for commands that have lost theirs: a binding must have one."""


def bindings(scopes: Sequence[str]) -> list[BindingType]:
    """Return the bindings of some scopes.

    Commands that need no screen have the action `command`, all others one of their own.
    """
    return [
        Binding(
            ",".join(command.keys),
            action_of(command.id),
            command.description,
            id=command.id,
            priority=command.id in PRIORITY,
        )
        for command in commands_in(scopes)
    ]


def action_of(id: str) -> str:
    """Return the action of a command: `command` if it needs no screen, else one of its own."""
    if id in COMMANDS:
        return f"command('{id}')"
    if id in MOVES:
        return f"move('{id}')"
    if id in COPIED:
        return f"copy('{id}')"
    if id in PROMPTED:
        return f"prompt('{id}')"
    namespace = "app." if id.partition(".")[0] in APP else ""
    return namespace + id.replace(".", "_")


def command_of(action: str, parameters: tuple[object, ...]) -> str | None:
    """Return the id of an action's command; `None` for an action of Textual's."""
    id = (
        str(parameters[0])
        if action in ("command", "move", "copy", "prompt")
        else action.replace("_", ".", 1)
    )
    return id if id in TABLE else None


def keymap(keys: Keys) -> dict[str, str]:
    """Return the keymap of a reader's own keys.

    It names every command, since Textual takes away all commands of a key that a binding had.
    Characters have Textual's names in it, since a comma separates keys.
    """
    return {id: ",".join(map(_key_name, keys.of(id))) or NO_KEY for id in TABLE}


def active_keys(screen: Screen[Any], keys: Keys) -> dict[str, str]:
    """Return the first working key of each command that works on a screen now, by its id."""
    found = {key: bound.binding.id for key, bound in screen.active_bindings.items()}
    active: dict[str, str] = {}
    for id in {each for each in found.values() if each}:
        for key in keys.of(id):
            if found.get(_key_name(key)) == id:
                active[id] = key
                break
    return active


def _key_name(key: str) -> str:
    """A key as Textual names it: `comma`."""
    return _character_to_key(key) if len(key) == 1 else key

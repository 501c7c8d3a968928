"""The commands as they are said, with their keys."""

from collections.abc import Iterator, Sequence

from tui.app.availability import help_rows
from tui.app.bindings import KEY_NAMES, Command, Keys
from tui.linear.parsing import SPOKEN

_HOW = (
    "An empty line reads on. A command is given by its key or by words of what it does, and what "
    "it asks for may stand behind: find silence. next and previous go from item to item, back goes "
    "out again. In lists other than panes a number goes there, as does go 3. "
    "ctrl+l tells it all again."
)

_DIGITS = [*"123456789"]


def help_lines(commands: Sequence[Command], keys: Keys) -> Iterator[str]:
    """Say how lines are understood, and all commands under headings."""
    yield _HOW
    ids = {each.id for each in commands}
    for heading, rows in help_rows(ids):
        yield f"{heading.upper()}."
        for row in rows:
            ways = [keys.of(each.id) for each in row.commands if each.id in ids]
            if len(ways) > 2:  # as many panes
                ways = [tuple(key for way in ways for key in way)]
            said = "; or ".join(map(spoken_keys, filter(None, ways)))
            yield f"{said or row.commands[0].id}: {row.description}."


def command_line(command: Command, keys: Keys) -> str:
    """Say a command, with its keys."""
    return f"{spoken_keys(keys.of(command.id)) or command.id}: {command.description}."


def spoken_keys(keys: Sequence[str]) -> str:
    """Say keys: characters and capitals are hardly heard."""
    said = [*map(_spoken_key, keys)]
    return ", ".join(["1 to 9", *said[9:]] if said[:9] == _DIGITS else said)


def _spoken_key(key: str) -> str:
    if len(key) == 1 and key.isupper():
        return f"{key} (capital)"
    if key in SPOKEN:
        return f"{key} ({SPOKEN[key]})"
    name = KEY_NAMES.get(key, key)
    return name if len(name) > 1 else key

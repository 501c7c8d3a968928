"""Print the key bindings, or check your own.

Your own bindings are read from keys.toml in the folder briefing-tui of your configuration, by
default ~/.config/briefing-tui/keys.toml, or from the file that $BRIEFING_KEYS names:

    [keys]
    "view.matrix" = "f2"
    "list.next" = ["n", "down"]
    "annotations.link" = []

A key is a character or a name as this command prints it. It is taken from the command that had it
in the same place. [] removes the keys of a command, which ctrl+p still finds. --format toml prints
a complete file to start from.

--check reports every problem of the file. As long as there is one, the default keys are used, and
the exit status is 1.
"""

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.blocks import Block, Run, Style, Table, runs
from tui.commands import output
from tui.commands.exit import Exit
from tui.commands.options import add_page
from tui.text.clean import clean

if TYPE_CHECKING:
    from tui.app.bindings import Keys
    from tui.app.key_file import KeyFile


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add = parser.add_argument
    add("--check", action="store_true", help="check the file of your own keys")
    add("--format", choices=("text", "toml"), default="text", help="output format (default: text)")
    add_page(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Print the keys, or check the user's own file."""
    from tui.app.key_file import key_file_lines, read_key_file  # noqa: PLC0415 - imports the screen

    found = read_key_file()
    problems = [clean(f"{found.name}: {_sentence(problem)}") for problem in found.problems]
    if arguments.check:
        remarks = [clean(f"{found.name}: {remark}.") for remark in found.remarks]
        output.write([*problems, *remarks, clean(_summary(found))], sys.stdout)
    elif arguments.format == "toml":
        output.write(key_file_lines(found.keys), sys.stdout)
    else:
        output.print_blocks(_blocks(found.keys), width=arguments.width, color=arguments.color)
        output.write(problems, sys.stderr)
    return Exit.INVALID if problems else Exit.OK


def _blocks(keys: "Keys") -> Iterator[Block]:
    from tui.app.bindings import COMMANDS  # noqa: PLC0415 - imports the screen

    header = ("command", "keys", "what it does")
    rows = (
        (
            runs(Run(command.id, Style.STRONG if command.id in keys.changed else Style.TEXT)),
            runs(Run(keys.shown([command]) or "none", Style.LABEL)),
            runs(command.description),
        )
        for command in COMMANDS.values()
    )
    yield Table(header=tuple(map(runs, header)), rows=tuple(rows))


def _sentence(problem: str) -> str:
    return problem if problem.endswith("?") else f"{problem}."


def _summary(found: "KeyFile") -> str:
    """What became of the user's file, in one line."""
    if not found.name:
        return "no keys of your own; the default keys are used"
    count = len(found.problems)
    if count:
        return f"{count} error{'' if count == 1 else 's'}; the default keys are used"
    count = len(found.keys.changed)
    return f"{found.name}: {count} command{'' if count == 1 else 's'} with keys of your own"

"""Print the key bindings, or check your own.

Your own bindings are read from keys.toml in the folder briefing-tui of your configuration, by
default ~/.config/briefing-tui/keys.toml, or from the file that $BRIEFING_KEYS names:

    [keys]
    "view.matrix" = "f2"
    "list.item" = {next = ["n", "down"], previous = ["p", "up"]}
    "own.link" = []

A key is a character or a name as this command prints it. It is taken from the command that had it.
A command with two directions has the keys `next` and `previous`. [] removes the keys of a command,
which ctrl+p still finds. --format toml prints a complete file to start from.

--check reports every problem of the file, with line and column. As long as there is one, the
default keys are used, and the exit status is 1.
"""

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.blocks import Block, Run, Style, Table, runs
from tui.commands import output
from tui.commands.exit import Exit
from tui.commands.options import add_page
from tui.diagnostics import Severity
from tui.render.report import concise, full
from tui.text.clean import clean

if TYPE_CHECKING:
    from tui.app.keyboard.rebinding import Rebound


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add = parser.add_argument
    add("--check", action="store_true", help="check the file of your own keys")
    add("--format", choices=("text", "toml"), default="text", help="output format (default: text)")
    add_page(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Print the keys, or check the user's own file."""
    from tui.app.keyboard.user_bindings import read_user_file  # noqa: PLC0415 - the screen, for those that need it

    found = read_user_file()
    if arguments.check:
        output.write(
            full([found], color=output.has_colors(sys.stdout, arguments.color)), sys.stdout
        )
        output.write([clean(_summary(found))], sys.stdout)
    elif arguments.format == "toml":
        from tui.app.keyboard.file import written  # noqa: PLC0415 - likewise

        output.write(written(found.bindings.keys), sys.stdout)
    else:
        output.print_blocks(_blocks(found), width=arguments.width, color=arguments.color)
        output.write(concise([found]), sys.stderr)
    return Exit.INVALID if found.bindings.said else Exit.OK


def _blocks(found: "Rebound") -> Iterator[Block]:
    header = ("command", "keys", "what they do")
    rows = (
        (
            runs(Run(key.id, Style.STRONG if key.id in found.changed else Style.TEXT)),
            runs(Run(key.shown or "none", Style.LABEL)),
            runs(key.words),
        )
        for key in found.bindings.keys
    )
    yield Table(header=tuple(map(runs, header)), rows=tuple(rows))


def _summary(found: "Rebound") -> str:
    """What became of the user's file, in one line."""
    if not found.name:
        return "no keys of your own; the default keys are used"
    if found.bindings.said:
        count = sum(problem.severity is Severity.ERROR for problem in found.problems)
        return f"{count} error{'' if count == 1 else 's'}; the default keys are used"
    count = len(found.changed)
    return f"{found.name}: {count} command{'' if count == 1 else 's'} with keys of your own"

"""Print the keys as they are, with those that you have bound anew.

Keys are bound anew in keys.toml in the folder briefing-tui of your configuration (by default
~/.config/briefing-tui/keys.toml), or in the file that BRIEFING_KEYS names:

    [keys]
    "view.matrix" = "f2"
    "list.item" = {next = ["n", "down"], previous = ["p", "up"]}
    "own.link" = []

A key is a character or a name of the table that is printed here. It is taken from whatever had
it. Of a command with two ways, `next` is the one that the table names first; [] is no key at all,
and ctrl+p still finds the command by its words. --format toml prints such a file with all commands.

--check says all that is wrong with the file, with line and column. While anything is, the usual
keys hold, and the exit status is 1.
"""

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.blocks import Block, Run, Style, Table, runs
from tui.commands import output
from tui.commands.exit import Exit
from tui.commands.page_options import add_page
from tui.diagnostics import Severity
from tui.render import text
from tui.render.report import concise, full
from tui.text.clean import clean

if TYPE_CHECKING:
    from tui.app.keyboard.rebinding import Rebound


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add = parser.add_argument
    add("--check", action="store_true", help="say what is wrong with the file of keys")
    add("--format", choices=("text", "toml"), default="text", help="of the keys (default: text)")
    add_page(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Print the keys, or what is wrong with the file that they are to come from."""
    from tui.app.keyboard.user_bindings import read_user_file  # noqa: PLC0415 - the screen, for those that need it

    found = read_user_file()
    page = output.page(sys.stdout, arguments.width, arguments.color)
    if arguments.check:
        output.write(full([found], color=page.color), sys.stdout)
        output.write([clean(_told(found))], sys.stdout)
    elif arguments.format == "toml":
        from tui.app.keyboard.file import written  # noqa: PLC0415 - likewise

        output.write(written(found.bindings.keys), sys.stdout)
    else:
        output.write(text.lines(_blocks(found), page), sys.stdout)
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


def _told(found: "Rebound") -> str:
    """How it stands with the file, in a line."""
    if not found.name:
        return "no keys are bound anew; the usual ones hold"
    if found.bindings.said:
        count = sum(problem.severity is Severity.ERROR for problem in found.problems)
        return f"{count} error{'' if count == 1 else 's'}; the usual keys hold"
    count = len(found.changed)
    return f"{found.name}: {count} command{'' if count == 1 else 's'} bound anew"

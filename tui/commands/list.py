"""List the briefings of a folder: title, dates, status, marking, and what is wrong with them.

DIR is a folder; all *.yaml and *.yml in it and below are listed, hidden ones aside. Without one it
is $BRIEFING_PATH, else ./briefings. What has not changed since the last time is known from
an index in your cache; of briefings that are not marked TLP:CLEAR or TLP:GREEN nothing is
written there. The exit status is 0, or 1 where a briefing cannot be read or there is none.
"""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from tui.commands import output
from tui.commands.exit import Exit
from tui.commands.indexing import indexed
from tui.commands.open import default_path
from tui.commands.pages import add_page
from tui.commands.reading import add_root
from tui.frozen import fields
from tui.library.standing import Standing, entry
from tui.render import text

SORTS: dict[str, Callable[[Standing], object]] = {
    "path": lambda each: each.path,
    "title": lambda each: each.title.casefold(),
    "issued": lambda each: each.issued,
    "cutoff": lambda each: each.cutoff,
    "status": lambda each: each.status,
    "marking": lambda each: each.marking,
    "problems": lambda each: (each.errors, each.warnings),
}
_LAST_FIRST = frozenset({"issued", "cutoff", "problems"})
"""What is listed with the latest, or the most, first."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add = parser.add_argument
    add("folder", nargs="?", metavar="DIR", type=Path, help="a folder of briefings")
    add("--sort", choices=SORTS, default="path", help="by what to sort (default: path)")
    add("--format", choices=("text", "json"), default="text", help="default: text")
    add_page(parser)
    add_root(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """List the briefings of the folder that is asked for."""
    folder = arguments.folder or default_path()
    with indexed(folder, arguments.root) as (index, failed):
        found = index.standings()
    if not found and not failed:
        output.say(f"{folder}: no briefing (*.yaml) in this folder")
    found.sort(key=lambda each: each.path)
    sort = arguments.sort
    found.sort(key=SORTS[sort], reverse=sort in _LAST_FIRST)  # type: ignore[arg-type]
    if arguments.format == "json":
        told = [{each.name: getattr(of, each.name) for each in fields(of)} for of in found]
        output.write([json.dumps(told, indent=2).replace("\x7f", "\\u007f")], sys.stdout)
    else:
        page = output.page(sys.stdout, arguments.width, arguments.color)
        output.write(text.lines(map(entry, found), page), sys.stdout)
    return Exit.INVALID if failed or not found else Exit.OK

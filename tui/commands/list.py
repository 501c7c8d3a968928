"""List the briefings of a folder: title, dates, status, marking, whether read, and what is wrong.

DIR is a folder; all *.yaml and *.yml in it and below are listed, hidden ones aside. Without one it
is $BRIEFING_PATH, else ./briefings. What has not changed since the last time is known from
an index in your cache; of briefings that are not marked TLP:CLEAR or TLP:GREEN nothing is
written there. The exit status is 0, or 1 where a briefing cannot be read or there is none.
"""

import argparse
import json
import sys
from pathlib import Path

from tui.commands import output
from tui.commands.clearance_option import add_clearance, clearance
from tui.commands.exit import Exit
from tui.commands.indexing import indexed
from tui.commands.open import default_path
from tui.commands.page_options import add_page
from tui.commands.reading import add_root
from tui.frozen import fields
from tui.library.orders import ORDERS, ordered
from tui.library.read_status import ReadStatus
from tui.library.state import ReaderState
from tui.library.summary import BriefingSummary, Read, entry, shown_path
from tui.render import text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add = parser.add_argument
    add("folder", nargs="?", metavar="DIR", type=Path, help="a folder of briefings")
    add("--sort", choices=ORDERS, default="path", help="by what to sort (default: path)")
    add("--format", choices=("text", "json"), default="text", help="default: text")
    add_clearance(parser)
    add_page(parser)
    add_root(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """List the briefings of the folder that is asked for."""
    folder = arguments.folder or default_path()
    with indexed(folder, arguments.root, clearance(arguments)) as (index, failed):
        found = index.standings()
    if not found and not failed:
        output.say(f"{folder}: no briefing (*.yaml) in this folder")
    readings = ReadStatus(folder, ReaderState())
    found = ordered(found, arguments.sort, readings.of)
    if arguments.format == "json":
        told = [_plain(of, readings.of(of)) for of in found]
        output.write([json.dumps(told, indent=2).replace("\x7f", "\\u007f")], sys.stdout)
    else:
        page = output.page(sys.stdout, arguments.width, arguments.color)
        output.write(text.lines((entry(of, readings.of(of)) for of in found), page), sys.stdout)
    return Exit.INVALID if failed or not found else Exit.OK


def _plain(of: BriefingSummary, read: Read) -> dict[str, object]:
    told = {each.name: getattr(of, each.name) for each in fields(of) if each.name != "whole"}
    return {**told, "path": shown_path(of), "read": read.name.lower()}

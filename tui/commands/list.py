"""List the briefings in a folder: title, dates, status, marking, read or not, and problems.

All *.yaml and *.yml files in DIR and below it are listed, except hidden ones. Without DIR:
$BRIEFING_PATH, else ./briefings. An index in your cache folder remembers briefings that have not
changed; nothing of a briefing above TLP:GREEN is written there.

The exit status is 1 if a briefing cannot be read, or if there is none.
"""

import argparse
from pathlib import Path

from tui.commands import output
from tui.commands.exit import Exit
from tui.commands.indexing import indexed
from tui.commands.open import default_path
from tui.commands.options import add_print_options, clearance
from tui.frozen import fields
from tui.library.listing import ORDERS, Read, ReadStatus, entry, ordered
from tui.library.state import ReaderState
from tui.search.summary import BriefingSummary


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add = parser.add_argument
    add("folder", nargs="?", metavar="DIR", type=Path, help="a folder of briefings")
    add("--sort", choices=ORDERS, default="path", help="sort order (default: path)")
    add("--format", choices=("text", "json"), default="text", help="output format (default: text)")
    add_print_options(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """List the briefings."""
    folder = arguments.folder or default_path()
    with indexed(folder, arguments.root, clearance(arguments)) as (index, failed):
        found = index.summaries()
    if not found and not failed:
        output.say(f"{folder}: no briefing (*.yaml) in this folder")
    statuses = ReadStatus(folder, ReaderState())
    found = ordered(found, arguments.sort, statuses.of)
    if arguments.format == "json":
        output.print_json([_to_dict(each, statuses.of(each)) for each in found])
    else:
        entries = (entry(each, statuses.of(each)) for each in found)
        output.print_blocks(entries, width=arguments.width, color=arguments.color)
    return Exit.INVALID if failed or not found else Exit.OK


def _to_dict(summary: BriefingSummary, read: Read) -> dict[str, object]:
    names = [each.name for each in fields(summary) if each.name != "content_hash"]
    values = {name: getattr(summary, name) for name in names}
    return {**values, "path": summary.shown_path, "read": read.name.lower()}

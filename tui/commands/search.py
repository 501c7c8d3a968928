"""Ask all briefings of a folder, and print the answers, the best ones first.

QUERY is a name in any script, a date, a few words or their beginnings; one slip of the typist is
forgiven. DIR is a folder; without one it is $BRIEFING_PATH, else ./briefings. Each answer names
its briefing as PATH#ITEM, which `briefing` opens at that item. An index in your cache makes it
quick; of briefings that are not marked TLP:CLEAR or TLP:GREEN nothing is written there.

The exit status is that of grep(1): 0 where something answers, 1 where nothing does or a briefing
cannot be read, and 2 where the command line is wrong.
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
from tui.library.search import LibraryHit, hit_entry, search
from tui.library.summary import shown_path
from tui.render import text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add = parser.add_argument
    add("query", metavar="QUERY", help="what is asked")
    add("folder", nargs="?", metavar="DIR", type=Path, help="a folder of briefings")
    add("--limit", metavar="N", type=_count, default=20, help="answers at most (default: 20)")
    add("--format", choices=("text", "json"), default="text", help="default: text")
    add_clearance(parser)
    add_page(parser)
    add_root(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Print what answers the question that is asked."""
    folder = arguments.folder or default_path()
    with indexed(folder, arguments.root, clearance(arguments)) as (index, failed):
        found = search(index, arguments.query, arguments.limit)
        is_empty = not (found.hits or failed or index.standings())
    if is_empty:
        output.say(f"{folder}: no briefing (*.yaml) in this folder")
    if arguments.format == "json":
        told = [_plain(folder, hit) for hit in found.hits]
        output.write([json.dumps(told, indent=2).replace("\x7f", "\\u007f")], sys.stdout)
    else:
        page = output.page(sys.stdout, arguments.width, arguments.color)
        blocks = (hit_entry(hit, _address(folder, hit)) for hit in found.hits)
        output.write(text.lines(blocks, page), sys.stdout)
    return Exit.OK if found.hits and not failed else Exit.INVALID


def _plain(folder: Path, hit: LibraryHit) -> dict[str, object]:
    told, briefing = hit.told, hit.briefing
    return {
        "address": _address(folder, hit),
        "path": shown_path(briefing),
        "title": briefing.title,
        "marking": told.entry.marking or briefing.marking,
        "item": told.entry.id,
        "kind": told.entry.kind,
        "official": told.entry.official,
        "speaker": told.who,
        "text": told.said,
        "when": told.when,
        "pane": told.pane,
    }


def _address(folder: Path, hit: LibraryHit) -> str:
    path = shown_path(hit.briefing)
    return f"{folder / path}#{hit.told.entry.id}" if path else ""


def _count(word: str) -> int:
    """A number of answers, as `--limit` takes it."""
    if not (word.isdecimal() and 1 <= int(word) <= 10_000):
        raise argparse.ArgumentTypeError(f"a number from 1 to 10000, not {word!r}")
    return int(word)

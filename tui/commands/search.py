"""Search all briefings in a folder and print the best answers first.

QUERY is a name in any script, a date, or a few words or their beginnings; one typing error is
tolerated. Without DIR: $BRIEFING_PATH, else ./briefings. Each answer gives its address as
PATH#ITEM, which `briefing` opens at that item. An index in your cache folder makes the search
fast; nothing of a briefing above TLP:GREEN is written there.

The exit status is that of grep(1): 0 if there is an answer, 1 if there is none or a briefing cannot
be read, 2 if the command line is wrong.
"""

import argparse
from pathlib import Path

from tui.commands import output
from tui.commands.exit import Exit
from tui.commands.indexing import indexed
from tui.commands.open import default_path
from tui.commands.options import add_print_options, clearance
from tui.search.library_search import LibraryHit, hit_entry, search


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add = parser.add_argument
    add("query", metavar="QUERY", help="what to search for")
    add("folder", nargs="?", metavar="DIR", type=Path, help="a folder of briefings")
    add("--limit", metavar="N", type=_count, default=20, help="number of answers (default: 20)")
    add("--format", choices=("text", "json"), default="text", help="output format (default: text)")
    add_print_options(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Print the answers."""
    folder = arguments.folder or default_path()
    with indexed(folder, arguments.root, clearance(arguments)) as (index, failed):
        found = search(index, arguments.query, arguments.limit)
        is_empty = not (found.hits or failed or index.summaries())
    if is_empty:
        output.say(f"{folder}: no briefing (*.yaml) in this folder")
    if arguments.format == "json":
        output.print_json([_to_dict(folder, hit) for hit in found.hits])
    else:
        entries = (hit_entry(hit, _address(folder, hit)) for hit in found.hits)
        output.print_blocks(entries, width=arguments.width, color=arguments.color)
    return Exit.OK if found.hits and not failed else Exit.INVALID


def _to_dict(folder: Path, hit: LibraryHit) -> dict[str, object]:
    snippet, briefing = hit.snippet, hit.briefing
    return {
        "address": _address(folder, hit),
        "path": briefing.shown_path,
        "title": briefing.title,
        "marking": snippet.entry.marking or briefing.marking,
        "item": snippet.entry.id,
        "kind": snippet.entry.kind,
        "official": snippet.entry.official,
        "speaker": snippet.speaker,
        "text": snippet.text,
        "when": snippet.when,
        "pane": snippet.pane,
    }


def _address(folder: Path, hit: LibraryHit) -> str:
    path = hit.briefing.shown_path
    return f"{folder / path}#{hit.snippet.entry.id}" if path else ""


def _count(word: str) -> int:
    if not (word.isdecimal() and 1 <= int(word) <= 10_000):
        raise argparse.ArgumentTypeError(f"a number from 1 to 10000, not {word!r}")
    return int(word)

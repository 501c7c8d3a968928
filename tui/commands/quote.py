"""Print a ready excerpt for words of a source.

SOURCE is a text file, WORDS are some of its words, as you remember or copy them. What is
printed is an item for `excerpts:` of a briefing, word for word as the source has it, with
`prefix` or `suffix` if the words stand more than once. Typographic quotes, dashes and spaces
need not be typed. Where the words are not in the source, the nearest passages are named, and
the exit status is 1.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tui.commands import output
from tui.commands.exit import Exit
from tui.load.nearest import Nearest
from tui.load.passages import Passages, Span
from tui.load.selector import Selector, select
from tui.load.sources import Refusal, read_copy
from tui.text.clean import clean
from tui.text.fold import differences, fold, search_key

MOST = 10
"""Places of words that stand more often; each is printed with what settles which is meant."""
_NEAREST = 3
_ID_WORDS = 4


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add = parser.add_argument
    add("source", metavar="SOURCE", type=Path, help="a text file, UTF-8, of at most 16 MiB")
    add("words", metavar="WORDS", nargs="+", help="words of it, quoted or not")
    add("--whole", action="store_true", help="print the whole sentences that the words are in")
    add("--in", metavar="ID", dest="id", default="", help="the id that the briefing gives SOURCE")


def run(arguments: argparse.Namespace) -> Exit:
    """Print the excerpts, or what is nearest."""
    sought = " ".join(arguments.words)
    copy = read_copy(arguments.source)
    if isinstance(copy, Refusal):
        _say(f"{arguments.source} {copy.reason}")
        return Exit.INVALID
    if not sought.strip():
        _say("say which words of the source to quote")
        return Exit.USAGE
    passages = Passages(copy.text)
    spans = places(passages, sought)
    if not spans:
        _say(f"these words are not in {arguments.source}", *_nearest(passages, sought))
        return Exit.INVALID
    kinds = differences(sought, copy.text[slice(*spans[0])])
    if kinds:
        _say(f"the source differs from your words in {' and '.join(kinds)}; it is printed as it is")
    if arguments.whole:
        spans = list(dict.fromkeys(passages.whole(*span) for span in spans))
    if len(spans) > 1:
        _say(f"the words stand {len(spans)} times; keep the one that you mean")
    encoding = sys.stdout.encoding or "utf-8"
    for number, span in enumerate(spans[:MOST], 1):
        block = excerpt(passages, span, number, arguments.id, encoding)
        output.write([block], sys.stdout)
    return Exit.OK


def places(passages: Passages, sought: str) -> list[Span]:
    """Where words stand in a text: as they are, or else but for quotes, dashes and spaces."""
    found = passages.occurrences.of(sought)
    if found:
        return [(start, start + len(sought)) for start in found]
    return passages.alike(sought, 0, len(sought))

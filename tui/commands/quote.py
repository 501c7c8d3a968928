"""Print a ready excerpt for words of a source.

SOURCE is a text file, WORDS are some of its words, as you remember or copy them. What is
printed is an item for `excerpts:` of a briefing, word for word as the source has it, with
`prefix` or `suffix` if the words stand more than once. Typographic quotes, dashes and spaces
need not be typed. `voice`, whose words they are, is yours to fill in; so is `source` where the
briefing has several, unless --source-id gives it. Where the words are not in the source, the
nearest passages are named, and the exit status is 1.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tui.commands import output
from tui.commands.clearance_option import add_clearance, clearance
from tui.commands.exit import Exit
from tui.load.nearest import Nearest
from tui.load.passages import Passages, Span
from tui.load.selector import Selector, select
from tui.load.sources import Refusal, read_copy
from tui.load.writing import double_quoted, fits_block, has
from tui.model.document import Policy
from tui.model.vocabularies import VOICES
from tui.text.fold import differences, fold, search_key

MOST = 10
"""Places of words that stand more often; each is printed with what settles which is meant."""
_NEAREST = 3
"""So many passages are named where the words are not in the source."""
_ID_WORDS = 4
"""So many words of an excerpt make its id."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add = parser.add_argument
    add("source", metavar="SOURCE", type=Path, help="a text file, UTF-8, of at most 16 MiB")
    add("words", metavar="WORDS", nargs="+", help="words of it, quoted or not")
    add("--whole", action="store_true", help="print the whole sentences that the words are in")
    add_clearance(parser)
    add("--source-id", metavar="ID", default="", help="the source's id, written as `source:`")


def run(arguments: argparse.Namespace) -> Exit:
    """Print the excerpts, or what is nearest."""
    sought = " ".join(arguments.words)
    shown_up_to = clearance(arguments)
    if Policy(shown_up_to).withholds(""):
        output.say(f"{arguments.source} has no marking, and so is withheld above {shown_up_to}")
        return Exit.INVALID
    copy = read_copy(arguments.source)
    if isinstance(copy, Refusal):
        output.say(f"{arguments.source} {copy.reason}")
        return Exit.INVALID
    if not sought.strip():
        output.say("say which words of the source to quote")
        return Exit.USAGE
    passages = Passages(copy.text)
    spans = places(passages, sought)
    if not spans:
        output.say(f"these words are not in {arguments.source}", *_nearest(passages, sought))
        return Exit.INVALID
    kinds = differences(sought, copy.text[slice(*spans[0])])
    if kinds:
        output.say(
            f"the source differs from your words in {' and '.join(kinds)}; it is printed as it is"
        )
    if arguments.whole:
        spans = list(dict.fromkeys(passages.whole(*span) for span in spans))
    if len(spans) > 1:
        some = f"; here are the first {MOST}" if len(spans) > MOST else ""
        output.say(f"the words stand {len(spans)} times{some}; keep the one that you mean")
    encoding = sys.stdout.encoding or "utf-8"
    for number, span in enumerate(spans[:MOST], 1):
        if len(spans) > 1:
            output.write([f"  # line {passages.line(span[0])}"], sys.stdout)
        id = _id(passages, span) + (f"-{number}" if number > 1 else "")
        selector = select(passages.text, *span)
        output.write(excerpt(id, arguments.source_id, selector, encoding), sys.stdout)
    return Exit.OK


def places(passages: Passages, sought: str) -> list[Span]:
    """Where words stand in a text: as they are, or else but for quotes, dashes and spaces."""
    found = passages.occurrences.of(sought)
    if found:
        return [(start, start + len(sought)) for start in found]
    return passages.alike(sought, 0, len(sought))


def excerpt(id: str, source: str, selector: Selector, encoding: str = "utf-8") -> Iterator[str]:
    """The lines of an excerpt as an item of a YAML list, in characters that an encoding has.

    Its voice is left open: whose words they are is to be judged, and not to be told from marks.
    """
    yield f"  - id: {id}"
    if source:
        yield f"    source: {source}"
    if fits_block(selector.exact) and has(encoding, selector.exact):
        yield "    exact: |-"
        yield from (f"      {line}" if line else "" for line in selector.exact.split("\n"))
    else:
        yield f"    exact: {double_quoted(selector.exact, encoding)}"
    if selector.prefix:
        yield f"    prefix: {double_quoted(selector.prefix, encoding)}"
    if selector.suffix:
        yield f"    suffix: {double_quoted(selector.suffix, encoding)}"
    yield f"    voice:  # whose words they are: {' | '.join(VOICES)}"


def _id(passages: Passages, span: Span) -> str:
    """An id made of the first words of a passage, or else of its line."""
    plain = search_key(passages.text[slice(*span)]).text.replace("'", "")
    named = re.findall("[a-z0-9]+", plain)[:_ID_WORDS]
    return "-".join(["x", *(named or ["line", str(passages.line(span[0]))])])


def _nearest(passages: Passages, sought: str) -> Iterator[str]:
    """What is most like words that are not in a text, a line each."""
    spans = Nearest(passages.folded).spans(fold(sought).text, _NEAREST)
    yield "nearest:" if spans else "nor is anything like them"
    for start, end in spans:
        text = " ".join(passages.text[start:end].split())
        yield f"  line {passages.line(start)}: {text}"

"""Print an excerpt, ready to paste, for words of a source.

SOURCE is a text file, and WORDS are some of its words, typed from memory or copied; typographic
quotation marks, dashes and spaces need not match. The output is an item for `excerpts:` of a
briefing, word for word as in the source, with `prefix` or `suffix` if the words occur more than
once. Fill in `voice`, whose words they are, and `source` if the briefing has several and
--source-id is not given.

If the source does not contain the words, the nearest passages are listed and the exit status is 1.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tui.commands import output
from tui.commands.exit import CommandError, Exit
from tui.commands.options import add_clearance, clearance
from tui.load.nearest import NearestPassages
from tui.load.passages import Passages, Span
from tui.load.selector import Selector, select
from tui.load.sources import Refusal, read_copy
from tui.load.writing import double_quoted, fits_block, is_encodable
from tui.model.document import Policy
from tui.model.vocabularies import VOICES
from tui.text.fold import differences, fold, search_key

MOST = 10
"""The greatest number of occurrences that are printed."""
_NEAREST = 3
"""The number of nearest passages that are listed."""
_ID_WORDS = 4
"""The number of words that make the id of an excerpt."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add = parser.add_argument
    add("source", metavar="SOURCE", type=Path, help="a text file, UTF-8, of at most 16 MiB")
    add("words", metavar="WORDS", nargs="+", help="words of the source, as one argument or several")
    add("--whole", action="store_true", help="print whole sentences")
    add_clearance(parser)
    add("--source-id", metavar="ID", default="", help="the id of the source in the briefing")


def run(arguments: argparse.Namespace) -> Exit:
    """Print the excerpts, or list the nearest passages."""
    sought = " ".join(arguments.words)
    shown_up_to = clearance(arguments)
    if Policy(shown_up_to).withholds(""):
        message = f"{arguments.source} has no marking, and so is withheld above {shown_up_to}"
        raise CommandError(message)
    copy = read_copy(arguments.source)
    if isinstance(copy, Refusal):
        raise CommandError(f"{arguments.source} {copy.reason}")
    if not sought.strip():
        raise CommandError("give the words of the source to quote", Exit.USAGE)
    passages = Passages(copy.text)
    spans = places(passages, sought)
    if not spans:
        output.say(f"{arguments.source} does not contain these words", *_nearest(passages, sought))
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
        output.say(f"the words occur {len(spans)} times{some}; keep the one that you mean")
    encoding = sys.stdout.encoding or "utf-8"
    for number, span in enumerate(spans[:MOST], 1):
        if len(spans) > 1:
            output.write([f"  # line {passages.line(span[0])}"], sys.stdout)
        id = _id(passages, span) + (f"-{number}" if number > 1 else "")
        selector = select(passages.text, *span)
        output.write(excerpt(id, arguments.source_id, selector, encoding), sys.stdout)
    return Exit.OK


def places(passages: Passages, sought: str) -> list[Span]:
    """Find words in a text: exactly, or else ignoring quotation marks, dashes and spaces."""
    found = passages.occurrences.of(sought)
    if found:
        return [(start, start + len(sought)) for start in found]
    return passages.alike(sought, 0, len(sought))


def excerpt(id: str, source: str, selector: Selector, encoding: str = "utf-8") -> Iterator[str]:
    """The lines of an excerpt as an item of a YAML list, in characters that an encoding has.

    Its voice is left open: only a person can judge whose words they are.
    """
    yield f"  - id: {id}"
    if source:
        yield f"    source: {source}"
    if fits_block(selector.exact) and is_encodable(selector.exact, encoding):
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
    """An id made of the first words of a passage, or of its line if it has no Latin letters."""
    plain = search_key(passages.text[slice(*span)]).text.replace("'", "")
    named = re.findall("[a-z0-9]+", plain)[:_ID_WORDS]
    return "-".join(["x", *(named or ["line", str(passages.line(span[0]))])])


def _nearest(passages: Passages, sought: str) -> Iterator[str]:
    """The passages that are most like words that a text does not contain, one a line."""
    spans = NearestPassages(passages.folded).spans(fold(sought).text, _NEAREST)
    yield "nearest:" if spans else "nor anything like them"
    for start, end in spans:
        text = " ".join(passages.text[start:end].split())
        yield f"  line {passages.line(start)}: {text}"

"""Finding words in lists of blocks: where they stand, how often, which is next.

Words are found in any order, each as a part of a word, without regard to case, diacritics and
typography. What is searched is prepared once and then only compared, so that twenty thousand
blocks answer to every letter that is typed.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from tui.app.lines import Tint, Tinted
from tui.blocks import Block, Field, Run, Style
from tui.frozen import fields
from tui.places import Place
from tui.text.fold import search_key


class FindMatch(NamedTuple):
    """Where something is found; hits compare in the order of the lists."""

    section: int
    block: int


class SearchedList:
    """A list in which words are sought."""

    def __init__(self, place: Place, title: str, blocks: Sequence[Block]) -> None:
        self.place = place
        self.title = title
        self.blocks = blocks

    @cached_property
    def keys(self) -> Sequence[str]:
        """By block: its text, as it is compared."""
        return [search_key(text_of(block)).text for block in self.blocks]


class Find:
    """What was sought last, and where it is found."""

    def __init__(self, sections: Sequence[SearchedList]) -> None:
        self.sections = sections
        self.words: tuple[str, ...] = ()
        self.hits: Sequence[FindMatch] = ()
        self.current = -1
        """The index of the hit that is shown; -1 if none is."""

    @property
    def hit(self) -> FindMatch | None:
        """The hit that is shown."""
        return self.hits[self.current] if self.current >= 0 else None

    def search(self, query: str, start: FindMatch) -> FindMatch | None:
        """Seek words; the first hit from `start` on, or from the head of the first list."""
        self.words = tuple(search_key(query).text.split())
        self.hits = list(self._found()) if self.words else ()
        self.current = -1
        return self.step(start, 1, inclusive=True)

    def step(
        self, start: FindMatch, direction: int, *, inclusive: bool = False
    ) -> FindMatch | None:
        """The next hit after a place, or the last before it; past an end it goes round."""
        if not self.hits:
            return None
        if direction > 0:
            first = bisect_left(self.hits, start) if inclusive else bisect_right(self.hits, start)
            self.current = first % len(self.hits)
        else:
            self.current = (bisect_left(self.hits, start) - 1) % len(self.hits)
        return self.hit

    def counts(self) -> dict[str, int]:
        """How many blocks hit, by the title of the list; only lists with hits."""
        found: dict[str, int] = {}
        for hit in self.hits:
            title = self.sections[hit.section].title
            found[title] = found.get(title, 0) + 1
        return found

    def _found(self) -> Iterator[FindMatch]:
        for number, section in enumerate(self.sections):
            for block, key in enumerate(section.keys):
                if all(word in key for word in self.words):
                    yield FindMatch(number, block)


def text_of(block: Block) -> str:
    """All words of a block, apart from each other."""
    return "\n".join(_texts(tuple(getattr(block, each.name) for each in fields(block))))


def highlighted(line: Tinted, words: Sequence[str]) -> Tinted:
    """A line with the words brought out that are sought."""
    text = "".join(part for part, _ in line)
    spans = list(_spans(text, words))
    if not spans:
        return line
    made: list[tuple[str, Tint]] = []
    offset = 0
    for part, style in line:
        cuts = {0, len(part)}
        cuts.update(min(max(at - offset, 0), len(part)) for span in spans for at in span)
        ordered = sorted(cuts)
        for start, end in pairwise(ordered):
            within = any(left <= offset + start < right for left, right in spans)
            made.append((part[start:end], Style.MATCH if within else style))
        offset += len(part)
    return tuple(made)


def _spans(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    key = search_key(text)
    for word in words:
        for match in re.finditer(re.escape(word), key.text):
            yield key.offsets[match.start()], key.offsets[match.end()]


def _texts(value: object) -> Iterator[str]:
    """The paragraphs in the fields of a block: tuples of runs, in tuples of any depth."""
    if isinstance(value, Field):
        yield value.label
        yield from _texts(value.lines)
    elif isinstance(value, tuple):
        if value and isinstance(value[0], Run):
            yield "".join(run.text for run in value)
        else:
            for each in value:
                yield from _texts(each)

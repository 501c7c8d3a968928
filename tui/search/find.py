"""Find: words in lists of blocks, where they are and how often.

Words are found in any order, each as a part of a word, without regard to case, diacritics and
typography. The text is prepared once and then only compared, so that twenty thousand blocks are
searched at every letter that is typed.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from tui.blocks import Block, Field, Run
from tui.frozen import fields
from tui.places import Place
from tui.text.fold import search_key


class FindMatch(NamedTuple):
    """A match: a block of a list; matches compare in reading order."""

    section: int
    block: int


class SearchedList:
    """A list that is searched."""

    def __init__(self, place: Place, title: str, blocks: Sequence[Block]) -> None:
        self.place = place
        self.title = title
        self.blocks = blocks

    @cached_property
    def keys(self) -> Sequence[str]:
        """The text of each block as it is compared."""
        return [search_key(text_of(block)).text for block in self.blocks]


class Find:
    """The words of the last search, and its matches."""

    def __init__(self, sections: Sequence[SearchedList]) -> None:
        self.sections = sections
        self.words: tuple[str, ...] = ()
        self.matches: Sequence[FindMatch] = ()
        self.current = -1
        """The index of the current match; -1 if there is none."""

    @property
    def current_match(self) -> FindMatch | None:
        """The current match."""
        return self.matches[self.current] if self.current >= 0 else None

    def search(self, query: str, start: FindMatch) -> FindMatch | None:
        """Search for words; return the first match from `start` on, or the first of all."""
        self.words = tuple(search_key(query).text.split())
        self.matches = list(self._found()) if self.words else ()
        self.current = -1
        return self.step(start, 1, inclusive=True)

    def step(
        self, start: FindMatch, direction: int, *, inclusive: bool = False
    ) -> FindMatch | None:
        """Go to the next match after a position, or the last before it; past an end, go round."""
        if not self.matches:
            return None
        if direction > 0:
            first = (
                bisect_left(self.matches, start) if inclusive else bisect_right(self.matches, start)
            )
            self.current = first % len(self.matches)
        else:
            self.current = (bisect_left(self.matches, start) - 1) % len(self.matches)
        return self.current_match

    def counts(self) -> dict[str, int]:
        """Return the number of matches by the title of the list, without lists that have none."""
        found: dict[str, int] = {}
        for match in self.matches:
            title = self.sections[match.section].title
            found[title] = found.get(title, 0) + 1
        return found

    def _found(self) -> Iterator[FindMatch]:
        for number, section in enumerate(self.sections):
            for block, key in enumerate(section.keys):
                if all(word in key for word in self.words):
                    yield FindMatch(number, block)


def text_of(block: Block) -> str:
    """Return all words of a block, apart from each other."""
    return "\n".join(_texts(tuple(getattr(block, each.name) for each in fields(block))))


def _texts(value: object) -> Iterator[str]:
    """The paragraphs in the fields of a block, which are tuples of runs at any depth."""
    if isinstance(value, Field):
        yield value.label
        yield from _texts(value.lines)
    elif isinstance(value, tuple):
        if value and isinstance(value[0], Run):
            yield "".join(run.text for run in value)
        else:
            for each in value:
                yield from _texts(each)

"""What a question is asked of: the briefing that is open."""

from collections.abc import Iterator, Sequence
from itertools import islice

from tui.blocks import Block
from tui.model.document import Document
from tui.panes import answer
from tui.reading.open_briefing import OpenBriefing
from tui.search.entries import SearchEntry, aliases, entries
from tui.search.ranking import Answers, answers
from tui.search.word_index import WordIndex

AT_ONCE = 300
"""Items that are taken in while a key waits, which takes some 15 ms; most briefings have fewer."""

IN_PASSING = 100
"""Items that are taken in between two keys: what comes meanwhile waits for some 5 ms."""


class SearchScope:
    """The items of a briefing as they can be asked for, as far as they may be shown.

    They are taken in little by little, so that no key waits for ten thousand of them.
    """

    def __init__(self, reader: OpenBriefing) -> None:
        self._reader = reader
        self._document = document = reader.document
        self._rest = entries(document)
        self._index = WordIndex((), aliases(document))
        self.is_ready = False
        """All of the briefing is taken in, and can be asked."""

    @property
    def progress(self) -> str:
        """That the briefing is still being taken in, in a word; empty when all of it is."""
        return "" if self.is_ready else "reading"

    def prepare(self, items: int) -> bool:
        """Take in so many further items; whether all are taken in."""
        taken = [*islice(self._rest, items)]
        for entry in taken:
            self._index.add(entry)
        self.is_ready = len(taken) < items
        return self.is_ready

    def complete(self) -> None:
        """Take in all that is left."""
        self.prepare(len(self._document.items) + 1)

    def is_of(self, reader: OpenBriefing) -> bool:
        """Whether it holds what may be asked for there at this moment."""
        return reader.document is self._document

    def answers(self, question: str) -> Answers:
        """What answers a question, the best first."""
        return answers(self._index, question)

    def card(self, entry: SearchEntry) -> Iterator[Block]:
        """An answer with its words, who said it, and when."""
        return answer.card(self._reader.document, entry.id, self._reader.options)

    def others(
        self, groups: Sequence[tuple[str, Sequence[tuple[int, SearchEntry]]]]
    ) -> Iterator[Block]:
        """Other answers, each group with its heading, each answer with its number."""
        listed = [(title, [(number, each.id) for number, each in group]) for title, group in groups]
        return answer.others(self._reader.document, listed)

    def open(self, entry: SearchEntry) -> Document:
        """The briefing that has an answer."""
        return self._document

"""The open briefing as something to be asked."""

from collections.abc import Iterator, Sequence
from itertools import islice

from tui.blocks import Block
from tui.model.document import Document
from tui.panes import answer
from tui.reading.asking import Group
from tui.reading.open_briefing import OpenBriefing
from tui.search.entries import SearchEntry, aliases, entries
from tui.search.ranking import Answers, answers
from tui.search.word_index import WordIndex

AT_ONCE = 300
"""Items that are indexed while a key waits, in some 15 ms; most briefings have fewer."""

BATCH = 100
"""Items that are indexed at a time in the background, in some 5 ms."""


class SearchScope:
    """The items of a briefing that may be shown, indexed in batches so that no key waits."""

    def __init__(self, reader: OpenBriefing) -> None:
        self._reader = reader
        self._document = reader.document
        self._rest = entries(self._document)
        self._index = WordIndex((), aliases(self._document))
        self.is_ready = False

    @property
    def progress(self) -> str:
        """Say that the briefing is still being indexed; empty once it is."""
        return "" if self.is_ready else "reading"

    def prepare(self, items: int) -> bool:
        """Index further items; return whether all are indexed."""
        taken = [*islice(self._rest, items)]
        for entry in taken:
            self._index.add(entry)
        self.is_ready = len(taken) < items
        return self.is_ready

    def complete(self) -> None:
        """Index all that is left."""
        self.prepare(len(self._document.items) + 1)

    def is_of(self, reader: OpenBriefing) -> bool:
        """Return whether it holds what may be shown of a briefing now."""
        return reader.document is self._document

    def answers(self, question: str) -> Answers:
        """Return the answers to a question, the best first."""
        return answers(self._index, question)

    def card(self, entry: SearchEntry) -> Iterator[Block]:
        """Return an answer with its words, who said it, and when."""
        return answer.card(self._reader.document, entry.id, self._reader.options)

    def others(self, groups: Sequence[Group]) -> Iterator[Block]:
        """Return further answers, a line each."""
        listed = [(title, [(number, each.id) for number, each in group]) for title, group in groups]
        return answer.others(self._reader.document, listed)

    def open(self, entry: SearchEntry) -> Document:
        """Return the briefing that holds an answer."""
        return self._document

"""A question of a few letters, and its answers, the best one first."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import Protocol

from tui.blocks import Block, Paragraph, runs
from tui.model.document import Document
from tui.reading.listing import Listing
from tui.reading.result_cursor import ResultCursor
from tui.search.entries import SearchEntry
from tui.search.ranking import Answers

LISTED = 30
"""Answers that are listed below the first; another letter narrows them."""

_INVITATION = "A name in any script, a date, a subject: the best answer is shown while you type."
_NOT_YET = "The briefing is being taken in; the answer will stand here in a moment."
_NO_ANSWER = "Nothing here answers that."

Group = tuple[str, Sequence[tuple[int, SearchEntry]]]
"""A title, and answers with their numbers."""


class Scope(Protocol):
    """What a question is asked of: one briefing, or a library."""

    @property
    def is_ready(self) -> bool:
        """Whether it can be asked."""

    @property
    def progress(self) -> str:
        """What has not been read or asked, in words; empty if nothing is missing."""

    def complete(self) -> None:
        """Read all that is missing."""

    def answers(self, question: str) -> Answers:
        """Return the answers, the best first."""

    def card(self, entry: SearchEntry) -> Iterator[Block]:
        """Return an answer in full."""

    def others(self, groups: Sequence[Group]) -> Iterator[Block]:
        """Return further answers, a line each."""

    def open(self, entry: SearchEntry) -> Document:
        """Return the briefing that holds an answer. Raises `OSError` if it cannot be read."""


class Asking:
    """A question, and the answer that is chosen."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.question = ""
        self.is_held = False
        """The question is complete, and its answer stays until another is asked."""
        self._answers = Answers()
        self._at = 0

    @property
    def title(self) -> str:
        """How many answers there are, in words."""
        found = self._answers
        near = f" + {len(found.near)} near" if found.near else ""
        answering = len(found.on) + len(found.also)
        answers = f"{answering:,} answer{'' if answering == 1 else 's'}"
        counts = f": {answers}{near}" if found.all else ""
        return ", ".join(filter(None, (f"Ask{counts}", self.scope.progress)))

    @property
    def entry(self) -> SearchEntry | None:
        """The chosen answer."""
        return self._answers.all[self._at] if self._answers.all else None

    @property
    def item(self) -> str:
        """The id of the chosen answer; empty if there is none."""
        return self.entry.id if self.entry else ""

    @property
    def count(self) -> int:
        """The number of answers."""
        return len(self._answers.all)

    @property
    def number(self) -> int:
        """The number of the chosen answer, from 1; 0 if there is none."""
        return self._at + 1 if self.count else 0

    def ask(self, question: str) -> None:
        """Take a question and choose its best answer."""
        self.question, self.is_held, self._at = question, False, 0
        self._answers = self.scope.answers(question) if self.scope.is_ready else Answers()
        self._forget()

    def hold(self) -> bool:
        """Keep the chosen answer; return whether there is one."""
        if self.question and not self.scope.is_ready:
            self.scope.complete()
            self.ask(self.question)
        self.is_held = self.entry is not None
        return self.is_held

    def choose(self, direction: int) -> None:
        """Choose the next (1) or previous (-1) answer, or one further away."""
        self._at = min(max(self._at + direction, 0), max(self.count - 1, 0))
        self._forget()

    def results(self) -> ResultCursor | None:
        """Return the answers to be stepped through, from the chosen one on."""
        entry = self.entry
        if entry is None:
            return None
        by_briefing: dict[str, list[str]] = {}
        for each in self._answers.all:
            by_briefing.setdefault(each.briefing, []).append(each.id)
        items_of = by_briefing.__getitem__
        return ResultCursor(self.question, [*by_briefing], items_of, entry.briefing, entry.id)

    @cached_property
    def card(self) -> Sequence[Block]:
        """The chosen answer in full, or what to do."""
        if self.entry is not None:
            return [*self.scope.card(self.entry)]
        said = _INVITATION
        if self.question.strip():
            said = _NO_ANSWER if self.scope.is_ready else _NOT_YET
        return [Paragraph(text=runs(said), kind="remark")]

    @cached_property
    def others(self) -> Sequence[Block]:
        """The other answers, a line each, under headings."""
        if self.entry is None:
            return ()
        found = self._answers
        also, near = len(found.on) + 1, len(found.on) + len(found.also) + 1
        groups = (
            ("MORE ANSWERS", found.on, 1),
            ("ALSO ON THIS, NOT OFFICIAL", found.also, also),
            ("NEAR, BUT NOT ON THIS", found.near, near),
        )
        listed = [(title, self._numbered(part, first)) for title, part, first in groups]
        return [*self.scope.others(listed)]

    @cached_property
    def listing(self) -> Listing:
        """The chosen answer and the others as one list."""
        return Listing([*self.card, *self.others])

    def _numbered(self, part: Sequence[SearchEntry], first: int) -> list[tuple[int, SearchEntry]]:
        numbered = enumerate(islice(part, LISTED + 1), first)
        return [each for each in numbered if each[1] is not self.entry][:LISTED]

    def _forget(self) -> None:
        for derived in ("card", "others", "listing"):
            self.__dict__.pop(derived, None)

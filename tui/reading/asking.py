"""Asking: a few letters, and the best answer stands there with who said it and the words."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from tui.app.keyboard.contexts import CONTEXTS
from tui.app.viewport import Viewport
from tui.blocks import Block, Paragraph, runs
from tui.reading.overlays import Overlay, listed
from tui.reading.prompt import Prompt
from tui.reading.result_cursor import ResultCursor
from tui.reading.search_scope import SearchScope
from tui.search.entries import SearchEntry
from tui.search.ranking import Answers

if TYPE_CHECKING:
    from tui.reading.library_search_scope import LibrarySearchScope

LISTED = 30
"""Answers that are listed below the card; who wants more types another letter."""

_INVITATION = "A name in any script, a date, a subject: the best answer is shown while you type."

_NOT_YET = "The briefing is being taken in; the answer will stand here in a moment."


class Asking(Overlay):
    """A question is being typed, or its answer is held."""

    entering = "hold"
    scopes = CONTEXTS["answer"]
    view: Viewport

    def __init__(self, search_scope: "SearchScope | LibrarySearchScope") -> None:
        self.prompt: Prompt | None = Prompt()
        self.search_scope = search_scope
        self.question = ""
        """What is asked."""
        self._answers = Answers()
        self._at = 0
        self.view = listed([*self._blocks()])

    @property
    def title(self) -> str:  # type: ignore[override]
        """What is asked, and how much answers it."""
        found = self._answers
        near = f" + {len(found.near)} near" if found.near else ""
        answering = len(found.on) + len(found.also)
        answers = f"{answering:,} answer{'' if answering == 1 else 's'}"
        counts = f": {answers}{near}" if found.all else ""
        progress = self.search_scope.progress
        return ", ".join(filter(None, (f"Ask{counts}", progress)))

    @property
    def entry(self) -> SearchEntry | None:
        """The answer on the card."""
        every = self._answers.all
        return every[self._at] if every else None

    @property
    def item(self) -> str:
        """Its id; empty if there is none."""
        return self.entry.id if self.entry else ""

    @property
    def count(self) -> int:
        """How many answers there are."""
        return len(self._answers.all)

    @property
    def number(self) -> int:
        """The number of the answer on the card, from 1; 0 if there is none."""
        return self._at + 1 if self.count else 0

    def press(self, pressed: str, character: str | None) -> bool:
        """Letters ask at once, arrows choose another answer, `enter` holds the card."""
        if self.prompt is None:
            return True
        if pressed == "enter" and self.question and not self.search_scope.is_ready:
            self.search_scope.complete()
            self.ask()
        elif pressed == "enter":
            if self.item:
                self.prompt = None
            return bool(self.item)
        elif pressed in ("down", "up"):
            self.choose(1 if pressed == "down" else -1)
        else:
            self.prompt.press(pressed, character)
            if self.prompt.text != self.question:
                self.question = self.prompt.text
                self.ask()
        return True

    def ask(self) -> None:
        """Show what answers the question; of a briefing, once all of it is taken in."""
        self._answers = (
            self.search_scope.answers(self.question) if self.search_scope.is_ready else Answers()
        )
        self._at = 0
        self._show()

    def course(self) -> ResultCursor | None:
        """The answers to be gone through, from the one on the card on."""
        if self.entry is None:
            return None
        by_briefing: dict[str, list[str]] = {}
        for each in self._answers.all:
            by_briefing.setdefault(each.briefing, []).append(each.id)
        paths, entry = [*by_briefing], self.entry
        return ResultCursor(self.question, paths, by_briefing.__getitem__, entry.briefing, entry.id)

    def choose(self, direction: int) -> None:
        """The next answer on the card, or the one before."""
        every = self._answers.all
        self._at = min(max(self._at + direction, 0), max(len(every) - 1, 0))
        self._show()

    def _show(self) -> None:
        width, height = self.view.flow.width, self.view.height
        self.view = listed([*self._blocks()])
        self.view.resize(width, height)

    def _blocks(self) -> Iterator[Block]:
        if not self.item:
            said = _INVITATION
            if self.question.strip():
                said = "Nothing here answers that." if self.search_scope.is_ready else _NOT_YET
            yield Paragraph(text=runs(said), kind="remark")
            return
        found = self._answers
        yield from self.search_scope.card(found.all[self._at])
        listed_under = (
            ("MORE ANSWERS", found.on, 1),
            ("ALSO ON THIS, NOT OFFICIAL", found.also, len(found.on) + 1),
            ("NEAR, BUT NOT ON THIS", found.near, len(found.on) + len(found.also) + 1),
        )
        yield from self.search_scope.others(
            [(title, self._others(part, first)) for title, part, first in listed_under]
        )

    def _others(self, found: Sequence[SearchEntry], first: int) -> list[tuple[int, SearchEntry]]:
        """With their numbers, without the one on the card."""
        chosen = self._answers.all[self._at]
        numbered = enumerate(islice(found, LISTED + 1), first)
        return [each for each in numbered if each[1] is not chosen][:LISTED]

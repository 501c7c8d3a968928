"""The briefings of a library as something to be asked."""

from collections.abc import Iterator, Sequence

from tui.blocks import Block, Heading, Notice, Paragraph, Run, Style, runs
from tui.diagnostics import Severity, reason
from tui.frozen import replace
from tui.library.library import Library
from tui.model.document import Document, Policy
from tui.model.projection import project
from tui.panes import answer
from tui.places import Options
from tui.reading.asking import Group
from tui.search.entries import SearchEntry
from tui.search.library_search import AT_ONCE, LibraryAnswers, LibraryHit, hit_entry
from tui.search.ranking import Answers
from tui.text.clean import clean

_ENOUGH = 30
"""Answers that are looked for; another letter narrows them."""


class LibrarySearchScope:
    """The items of all briefings that have been read so far."""

    is_ready = True

    def __init__(self, library: Library, clearance: str = "") -> None:
        self._library = library
        self._policy = Policy(clearance)
        self._found = LibraryAnswers()
        self._read: dict[str, Document] = {}

    @property
    def progress(self) -> str:
        """What has not been asked or read, in words; empty if nothing is missing."""
        many = self._found.candidates
        asked = f"in the {AT_ONCE} best of {many:,} briefings" if many > AT_ONCE else ""
        return ", ".join(filter(None, (asked, self._library.progress)))

    def complete(self) -> None:
        """Do nothing: what has been read can be asked at any time."""

    def answers(self, question: str) -> Answers:
        """Return the answers to a question, the best first."""
        self._found = self._library.search(question, _ENOUGH)
        self._read.clear()
        return self._found.answers

    def card(self, entry: SearchEntry) -> Iterator[Block]:
        """Return an answer with its briefing, its words, who said it, and when."""
        hit = self._hit(entry)
        named = f"  {hit.briefing.title or hit.briefing.shown_path}"
        yield Paragraph(text=runs(Run(hit.briefing.marking, Style.MARKING), named))
        try:
            document = project(self.open(entry), self._policy)
        except OSError as error:
            said = clean(f"{entry.briefing}: {reason(error)}")
            yield Notice(text=runs(said), severity=Severity.WARNING)
            return
        if entry.id in document.items:
            yield from answer.card(document, entry.id, Options(notes=False))
        else:
            yield Notice(text=runs("It has been changed, and no longer says this."))

    def others(self, groups: Sequence[Group]) -> Iterator[Block]:
        """Return further answers, a line each, with their briefings."""
        for title, listed in groups:
            if listed:
                yield Heading(text=runs(title), level=3)
            for number, entry in listed:
                hit = self._hit(entry)
                shown = hit_entry(hit, hit.briefing.shown_path)
                yield replace(shown, label=runs(Run(f"{number} ", Style.LABEL)))

    def open(self, entry: SearchEntry) -> Document:
        """Return the whole briefing that holds an answer. Raises `OSError` if it cannot be read."""
        if entry.briefing not in self._read:
            self._read[entry.briefing] = self._library.open(entry.briefing)
        return self._read[entry.briefing]

    def _hit(self, entry: SearchEntry) -> LibraryHit:
        return self._found.hits[self._found.answers.all.index(entry)]

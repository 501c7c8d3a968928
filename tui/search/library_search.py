"""Questions to a whole library: the answers of all its briefings, the best one first."""

import sys
from collections.abc import Sequence

from tui.blocks import Entry, Run, Style, runs
from tui.frozen import frozen
from tui.search.contents import Contents, Snippet
from tui.search.library_index import Candidate, LibraryIndex
from tui.search.ranking import Answers, answers
from tui.search.summary import BriefingSummary
from tui.search.word_index import WordIndex

AT_ONCE = 24
"""Briefings that are searched together: they have more answers than a screen shows."""

_Read = tuple[BriefingSummary, Contents]


@frozen
class LibraryHit:
    """An answer, and the briefing that has it."""

    briefing: BriefingSummary
    snippet: Snippet


@frozen
class LibraryAnswers:
    """The answers of a library."""

    answers: Answers = Answers()
    hits: tuple[LibraryHit, ...] = ()
    """In the order of `answers.all`."""
    candidates: int = 0
    """How many briefings have the words of the question, or what they may mean."""


def search(
    index: LibraryIndex, question: str, limit: int, most: int = sys.maxsize
) -> LibraryAnswers:
    """Return the best answers of a library.

    Args:
        index: The index of the library.
        question: Words, a date or a name, as a reader types them.
        limit: How many answers are returned at most.
        most: How many briefings are searched at most, for an answer between two keys.
    """
    count, candidates = index.candidates(question, most)
    read: list[_Read] = []
    taken, found = 0, Answers()
    while taken < len(candidates) and len(found.all) < limit:
        more = max(AT_ONCE, taken)
        contents = map(index.read, candidates[taken : taken + more])
        read += (each for each in contents if each is not None)
        taken += more
        found = _answers(read, question)
    return _cut(read, found, limit, count)


def snippets(index: LibraryIndex, candidate: Candidate, question: str) -> list[Snippet]:
    """Return the answers of one candidate, the best first; none if it was removed."""
    read = index.read(candidate)
    if read is None:
        return []
    found = _answers([read], question)
    by_id = {each.entry.id: each for each in read[1].snippets}
    return [by_id[each.id] for each in (*found.on, *found.also)]


def hit_entry(hit: LibraryHit, address: str) -> Entry:
    """Return an answer as an entry of a list, with the address of its item."""
    snippet, briefing = hit.snippet, hit.briefing
    found_in = filter(None, (briefing.title or briefing.shown_path, snippet.pane))
    kind = filter(None, (snippet.entry.kind, snippet.when))
    return Entry(
        kind=snippet.entry.kind,
        name=runs(Run(snippet.speaker, Style.STRONG)),
        aside=runs(Run(" · ".join(kind), Style.MUTED)),
        text=runs(snippet.text),
        details=tuple(runs(Run(line, Style.MUTED)) for line in (" · ".join(found_in), address)),
        marking=snippet.entry.marking or briefing.marking,
    )


def _answers(read: Sequence[_Read], question: str) -> Answers:
    entries = [each.entry for _, contents in read for each in contents.snippets]
    aliases = {each for _, contents in read for each in contents.aliases}
    return answers(WordIndex(entries, sorted(aliases)), question)


def _cut(read: Sequence[_Read], found: Answers, limit: int, candidates: int) -> LibraryAnswers:
    """Return no more answers than a limit, with their briefings."""
    on = found.on[:limit]
    also = found.also[: limit - len(on)]
    cut = Answers(on, also, found.near[: limit - len(on) - len(also)])
    hits = {
        (each.entry.briefing, each.entry.id): LibraryHit(briefing, each)
        for briefing, contents in read
        for each in contents.snippets
    }
    return LibraryAnswers(cut, tuple(hits[each.briefing, each.id] for each in cut.all), candidates)

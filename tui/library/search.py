"""Asking a whole library: the answers of all its briefings, the best one first."""

import sys

from tui.blocks import Entry as BlockEntry
from tui.blocks import Run, Style, runs
from tui.frozen import frozen
from tui.library.contents import Contents, Snippet
from tui.library.library_index import LibraryIndex
from tui.library.store import Store
from tui.library.summary import BriefingSummary, shown_path
from tui.search.ranking import Answers, answers
from tui.search.word_index import WordIndex

AT_ONCE = 24
"""Briefings that are asked together: they have more answers than a screen shows, at once."""


@frozen
class LibraryHit:
    """An answer, and the briefing that has it."""

    briefing: BriefingSummary
    told: Snippet


@frozen
class LibraryAnswers:
    """What a library answers."""

    answers: Answers = Answers()
    hits: tuple[LibraryHit, ...] = ()
    """By number of the answer in `answers.all`."""
    candidates: int = 0
    """How many briefings have the words that were asked for, or what they may mean."""


def search(
    index: LibraryIndex, question: str, limit: int, most: int = sys.maxsize
) -> LibraryAnswers:
    """The best answers of a library, as many as `limit` where there are so many.

    `most` is how many briefings are asked at most: for who types, and wants it at once.
    """
    count, candidates = index.candidates(question, most)
    read: list[tuple[BriefingSummary, Contents]] = []
    taken, found = 0, Answers()
    while taken < len(candidates) and len(found.all) < limit:
        more = max(AT_ONCE, taken)
        for store, number in candidates[taken : taken + more]:
            each = index.read(store, number)
            if each is not None:
                read.append(each)
        taken += more
        found = _asked(read, question)
    return _found(read, found, limit, count)


def finds(index: LibraryIndex, store: Store, number: int, question: str) -> list[Snippet]:
    """What one of the candidates answers, the best first; nothing if it has gone meanwhile."""
    read = index.read(store, number)
    if read is None:
        return []
    found = _asked([read], question)
    told = {each.entry.id: each for each in read[1].told}
    return [told[each.id] for each in (*found.on, *found.also)]


def _asked(read: list[tuple[BriefingSummary, Contents]], question: str) -> Answers:
    entries = [told.entry for _, known in read for told in known.told]
    names = {each for _, known in read for each in known.aliases}
    return answers(WordIndex(entries, sorted(names)), question)


def _found(
    read: list[tuple[BriefingSummary, Contents]], found: Answers, limit: int, candidates: int
) -> LibraryAnswers:
    on = found.on[:limit]
    also = found.also[: limit - len(on)]
    near = found.near[: limit - len(on) - len(also)]
    cut = Answers(on, also, near)
    hits = {
        (told.entry.briefing, told.entry.id): LibraryHit(standing, told)
        for standing, known in read
        for told in known.told
    }
    return LibraryAnswers(cut, tuple(hits[each.briefing, each.id] for each in cut.all), candidates)


def hit_entry(hit: LibraryHit, address: str) -> BlockEntry:
    """An answer in a list; `address` says where it stands."""
    told, briefing = hit.told, hit.briefing
    marking = told.entry.marking or briefing.marking
    where = [briefing.title or shown_path(briefing), told.pane]
    return BlockEntry(
        kind=told.entry.kind,
        name=runs(Run(told.who, Style.STRONG)),
        aside=runs(Run(" · ".join(filter(None, (told.entry.kind, told.when))), Style.MUTED)),
        text=runs(told.said),
        details=tuple(
            runs(Run(line, Style.MUTED)) for line in (" · ".join(filter(None, where)), address)
        ),
        marking=marking,
    )

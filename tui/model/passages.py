"""The texts of the sources that what a briefing gives as a source's words must stand in."""

import re
from collections.abc import Iterable

from tui.model.document import Document, State
from tui.model.items import Note
from tui.model.sources import Excerpt, Source

Texts = tuple[str, ...] | None
"""Texts that words must stand in, in one of them; `None` where they are not known."""


def touched(document: Document, excerpt: Excerpt) -> Texts:
    """An excerpt and the sentences that it touches; of one that is not in the copy, the copy."""
    found = document.verifications.get(excerpt.id)
    copy = document.copies.get(excerpt.source)
    if found is None or copy is None or found.state is State.SOURCE_CHANGED:
        return None
    if found.state is State.MISMATCH or found.passage is None:
        return (copy.text,)
    return sentences(document, excerpt), excerpt.exact


_ABBREVIATED = re.compile(r"(?<!\w)\w{1,3}\.\s*$")
"""What ends in a full stop and need end no sentence: “15. März”, “Dr. Vogt”."""


def sentences(document: Document, excerpt: Excerpt) -> str:
    """The sentences that an excerpt touches in its copy; empty where it is not located there.

    Where one of them may have been cut at an abbreviation, the sentence beyond it is taken in.
    """
    found = document.verifications.get(excerpt.id)
    copy = document.copies.get(excerpt.source)
    if found is None or copy is None or not found.passage or found.state is State.MISMATCH:
        return ""
    start = copy.text.rfind(found.within, 0, found.passage.end + len(found.within))
    if start < 0 or not found.within:
        return found.within
    end = start + len(found.within)
    if found.before and _ABBREVIATED.search(found.before):
        start = max(copy.text.rfind(found.before, 0, start), 0)
    if found.after and _ABBREVIATED.search(found.within):
        end = copy.text.find(found.after, end) + len(found.after)
    return copy.text[start:end]


def cited(document: Document, cites: Iterable[str]) -> Texts:
    """What the excerpts of an item touch; not known if one of them is not."""
    texts: list[str] = []
    for id in cites:
        excerpt = document.excerpt(id)
        known = touched(document, excerpt) if excerpt else None
        if known is None:
            return None
        texts += known
    return tuple(texts) or None


def noted(document: Document, note: Note) -> Texts:
    """The excerpts that a note is on or that its items cite, and the copies of its sources."""
    texts: list[str] = []
    for id in note.on:
        item = document.items.get(id)
        if isinstance(item, Source):
            if id not in document.copies:
                return None
            texts.append(document.copies[id].text)
            continue
        excerpts = [item] if isinstance(item, Excerpt) else document.cited(id)
        texts += (excerpt.exact for excerpt in excerpts)
        for relation in getattr(item, "relations", ()):
            found = map(document.excerpt, relation.cites)
            texts += (excerpt.exact for excerpt in found if excerpt)
    return tuple(texts) or None

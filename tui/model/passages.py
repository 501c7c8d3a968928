"""The texts of the sources in which the quoted words of an item must occur."""

import re
from collections.abc import Iterable

from tui.model.document import Document, VerificationState
from tui.model.items import Note
from tui.model.sources import Excerpt, Source
from tui.text.quotation import has_quotation_mark, is_within_quotation

Texts = tuple[str, ...] | None
"""Texts one of which must contain the words; `None` if they are unknown."""


def touched(document: Document, excerpt: Excerpt) -> Texts:
    """An excerpt and the sentences it touches; the whole copy if the excerpt is not in it."""
    found = document.verifications.get(excerpt.id)
    copy = document.copies.get(excerpt.source)
    if found is None or copy is None or found.state is VerificationState.SOURCE_CHANGED:
        return None
    if found.state is VerificationState.MISMATCH or found.passage is None:
        return (copy.text,)
    return sentences(document, excerpt), excerpt.exact


_ENDED = re.compile(r"(?:(?<=\w{4})|(?<=[^\w\s]))[.!?…]+[\"'”’»)\]]*(?:\s+|$)|[。！？]+[」』”]*\s*")
"""The end of a sentence; a stop after “15.” or “Dr.” need not be one."""
PARAGRAPH = 4000
"""Code points read on either side of a passage, at most."""


def sentences(document: Document, excerpt: Excerpt) -> str:
    """The sentences that an excerpt touches in its copy; empty if it has no place there.

    A sentence over several lines of a copy wrapped by hand is completed.
    """
    found = document.verifications.get(excerpt.id)
    copy = document.copies.get(excerpt.source)
    if (
        found is None
        or copy is None
        or not found.passage
        or found.state is VerificationState.MISMATCH
    ):
        return ""
    start = copy.text.rfind(found.within, 0, found.passage.end + len(found.within))
    if start < 0 or not found.within:
        return found.within
    end = start + len(found.within)
    before = copy.text[max(start - PARAGRAPH, 0) : start].rpartition("\n\n")[2]
    if not before.rstrip(" \t").endswith("\n"):
        before = ""
    after = copy.text[end : end + PARAGRAPH].partition("\n\n")[0]
    if not after.lstrip(" \t").startswith("\n"):
        after = ""
    if not before and not after:
        return found.within
    ended = max((each.end() for each in _ENDED.finditer(before)), default=0)
    ends = _ENDED.search(found.within, max(len(found.within) - 8, 0))
    further = None if ends and ends.end() == len(found.within) else _ENDED.search(after)
    return before[ended:] + found.within + (after[: further.end()].rstrip() if further else "")


def is_marked(document: Document, excerpt: Excerpt) -> bool:
    """Whether the source prints an excerpt as a quotation, or this cannot be known.

    Marks that the source omits count if the briefing declares them.
    """
    within = sentences(document, excerpt)
    found = document.verifications.get(excerpt.id)
    if not within or found is None or not found.passage or excerpt.quotation_marks is not None:
        return True
    start = found.passage.start
    before = document.copies[excerpt.source].text[max(start - PARAGRAPH, 0) : start]
    return has_quotation_mark(within + excerpt.exact) or is_within_quotation(before)


def cited(document: Document, cites: Iterable[str]) -> Texts:
    """The texts of some excerpts; unknown if those of one excerpt are."""
    texts: list[str] = []
    for id in cites:
        excerpt = document.excerpt(id)
        known = touched(document, excerpt) if excerpt else None
        if known is None:
            return None
        texts += known
    return tuple(texts) or None


def noted(document: Document, note: Note) -> Texts:
    """The excerpts that a note is about or its items cite, and the copies of its sources."""
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

"""The texts of the sources that what a briefing gives as a source's words must stand in."""

import re
from collections.abc import Iterable

from tui.model.document import Document, VerificationState
from tui.model.items import Note
from tui.model.sources import Excerpt, Source
from tui.text.held import has_quotation_mark, is_within_quotation

Texts = tuple[str, ...] | None
"""Texts that words must stand in, in one of them; `None` where they are not known."""


def touched(document: Document, excerpt: Excerpt) -> Texts:
    """An excerpt and the sentences that it touches; of one that is not in the copy, the copy."""
    found = document.verifications.get(excerpt.id)
    copy = document.copies.get(excerpt.source)
    if found is None or copy is None or found.state is VerificationState.SOURCE_CHANGED:
        return None
    if found.state is VerificationState.MISMATCH or found.passage is None:
        return (copy.text,)
    return sentences(document, excerpt), excerpt.exact


_ENDED = re.compile(r"(?:(?<=\w{4})|(?<=[^\w\s]))[.!?…]+[\"'”’»)\]]*(?:\s+|$)|[。！？]+[」』”]*\s*")
"""Where a sentence has ended; not after “15.” or “Dr.”, which need end none."""
PARAGRAPH = 4000
"""Code points of a paragraph on either side of a passage that are looked at, at most."""


def sentences(document: Document, excerpt: Excerpt) -> str:
    """The sentences that an excerpt touches in its copy; empty where it is not located there.

    One that was cut at the end of a line, in a copy that is wrapped by hand, is given whole.
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
    """Whether the source marks an excerpt as a quotation, or nothing is known of that.

    Marks that the source leaves out, and that the briefing declares, count.
    """
    within = sentences(document, excerpt)
    found = document.verifications.get(excerpt.id)
    if not within or found is None or not found.passage or excerpt.quotation_marks is not None:
        return True
    start = found.passage.start
    before = document.copies[excerpt.source].text[max(start - PARAGRAPH, 0) : start]
    return has_quotation_mark(within + excerpt.exact) or is_within_quotation(before)


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

"""The local copies of the sources without withheld words."""

import re
from collections.abc import Collection, Iterator, Mapping

from tui.frozen import replace
from tui.model.coverage import coverage, occurrences, spans_near
from tui.model.document import Copy, Document, Verification, VerificationState
from tui.model.fields import Record
from tui.model.redacted_text import RedactedText, Span, touching, without
from tui.model.sources import Excerpt, Source
from tui.text import sentences

STAND_IN = "[withheld]"
"""Takes the place of withheld words in a copy."""

_MARKS = re.compile("[“”„‟«»‹›‘’‚‛\"'「」『』〝〞〟＂]*")
"""Quotation marks, which show whether a source quotes."""


class Copies:
    """The redacted copies, and the verifications of the visible excerpts in them.

    In the copy of a visible source, every sentence that a withheld excerpt quotes is redacted,
    except for the words of visible excerpts.
    """

    def __init__(
        self, document: Document, hidden: Collection[Record], *, is_traceless: bool
    ) -> None:
        self._document = document
        self._hidden = hidden
        self._is_traceless = is_traceless
        self._hidden_sources = {each.id for each in document.briefing.sources if each in hidden}
        stand_in = "" if is_traceless else STAND_IN
        self._redacted = {
            source.id: RedactedText(document.copies[source.id].text, withheld, stand_in)
            for source in document.briefing.sources
            if source.id not in self._hidden_sources
            and source.id in document.copies
            and (withheld := [*self._withheld(source)])
        }

    @property
    def texts(self) -> Mapping[str, Copy]:
        """The copies of the visible sources, by source id."""
        visible = {
            id: copy for id, copy in self._document.copies.items() if id not in self._hidden_sources
        }
        return {
            id: replace(copy, text=self._redacted[id].text) if id in self._redacted else copy
            for id, copy in visible.items()
        }

    def hides(self, source: str, words: str) -> bool:
        """Whether some of the words of a source are withheld."""
        if source not in self._redacted or not words:
            return False
        return words in self._document.copies[source].text and (
            words not in self._redacted[source].text
        )

    def verification(self, excerpt: str) -> Verification:
        """The verification of a visible excerpt, with offsets in the redacted copy."""
        document = self._document
        found = document.verifications[excerpt]
        cited = document.excerpt(excerpt)
        redacted = self._redacted.get(cited.source) if cited else None
        passage = found.passage
        if cited is None or redacted is None or passage is None:
            return found
        text = document.copies[cited.source].text
        left = redacted.between(passage.start, passage.end)
        if left != text[passage.start : passage.end]:  # the nearest passage of a mismatch
            return replace(found, passage=None, difference=(), before="", within="", after="")
        start, end = passage.start, passage.end
        place = redacted.offset(start)
        number = _sentence(redacted.text, place) if self._is_traceless else passage.sentence
        before = text.rfind(found.before, 0, start)
        within = text.rfind(found.within, 0, end + len(found.within))
        after = text.find(found.after, end)
        return replace(
            found,
            passage=replace(passage, start=place, end=redacted.offset(end), sentence=number),
            before=_left(redacted, before, found.before),
            within=_left(redacted, within, found.within),
            after=_left(redacted, after, found.after),
        )

    def _withheld(self, source: Source) -> Iterator[Span]:
        document = self._document
        text = document.copies[source.id].text
        taken = [each for each in document.briefing.excerpts if each.source == source.id]
        hidden = [span for each in taken if each in self._hidden for span in self._places(each)]
        if not hidden:
            return
        sentences = (each.span for each in coverage(document, source).sentences)
        touched = touching(sentences, hidden)
        visible = [
            span for each in taken if each not in self._hidden for span in self._visible(text, each)
        ]
        yield from without([*hidden, *touched], visible)

    def _places(self, excerpt: Excerpt) -> Iterator[Span]:
        """The stretches that may hold words of a withheld excerpt."""
        text = self._document.copies[excerpt.source].text
        yield from occurrences(text, excerpt.exact)
        yield from occurrences(text, f"{excerpt.prefix}{excerpt.exact}{excerpt.suffix}")
        found = self._document.verifications.get(excerpt.id)
        if found is not None and found.passage is not None:
            yield found.passage.start, found.passage.end

    def _visible(self, text: str, excerpt: Excerpt) -> Iterator[Span]:
        """The stretches with words of a visible excerpt, quotation marks included."""
        found = self._document.verifications.get(excerpt.id)
        if found is None or found.passage is None or found.state is VerificationState.MISMATCH:
            return
        start, end = found.passage.start, found.passage.end
        while start and _MARKS.fullmatch(text[start - 1]):
            start -= 1
        closing = _MARKS.match(text, end)
        yield start, closing.end() if closing else end
        yield from spans_near(self._document, excerpt, found.passage.start, self._beside(excerpt))

    def _beside(self, excerpt: Excerpt) -> Iterator[str]:
        """The source's words beside an excerpt: its cues, and those that citing items give."""
        yield from (hop.cue for hop in excerpt.chain)
        for id in self._document.cited_by.get(excerpt.id, ()):
            item = self._document.items.get(id)
            cited = map(self._document.excerpt, getattr(item, "cites", ()))
            if not any(each in self._hidden for each in (item, *cited)):
                yield from getattr(getattr(item, "when", None), "stated", ())
                yield getattr(item, "reported_likelihood", "")


def _sentence(text: str, place: int) -> int:
    """The number, within its line, of the sentence at an offset."""
    begin = text.rfind("\n", 0, place) + 1
    line = text[begin : place + 1]
    return max(len(sentences.sentences(line)), 1)


def _left(redacted: RedactedText, start: int, words: str) -> str:
    """What is left of words at an offset; empty where only punctuation is."""
    left = redacted.between(start, start + len(words)) if words and start >= 0 else ""
    return left if any(map(str.isalnum, left)) else ""

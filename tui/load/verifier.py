"""Verification of excerpts against the local copies of their sources.

Raw text is compared code point by code point. Only if that fails are quotation marks, dashes,
spaces and composition ignored, and only if that fails too is the nearest passage looked up.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from tui.load.passages import Passages
from tui.model.briefing import Briefing
from tui.model.document import Copy, Verification, VerificationState
from tui.model.sources import Excerpt, Source
from tui.text.fold import differences, fold

if TYPE_CHECKING:
    from tui.load.nearest import NearestPassages
    from tui.model.difference import Difference


def verify(briefing: Briefing, copies: Mapping[str, Copy]) -> Mapping[str, Verification]:
    """Verify all excerpts; the result is by excerpt id."""
    sources: dict[str, Source] = {}
    for source in briefing.sources:
        sources.setdefault(source.id, source)
    only = briefing.sources[0].id if len(briefing.sources) == 1 else ""
    verifiers = {
        id: ExcerptVerifier(sources[id], copy) for id, copy in copies.items() if id in sources
    }
    found: dict[str, Verification] = {}
    for excerpt in briefing.excerpts:
        id = excerpt.source or only
        if excerpt.id in found:
            continue
        if id in verifiers:
            found[excerpt.id] = verifiers[id].verify(excerpt)
        else:
            named = id in sources and bool(sources[id].file)
            found[excerpt.id] = Verification(VerificationState.UNCHECKED, missing=named)
    return found


class ExcerptVerifier:
    """Verifies excerpts against the local copy of one source."""

    def __init__(self, source: Source, copy: Copy) -> None:
        self._source = source
        self._passages = Passages(copy.text)
        self._changed = bool(source.sha256) and source.sha256.lower() != copy.sha256.lower()

    def verify(self, excerpt: Excerpt) -> Verification:
        """Verify an excerpt; the result has the first state that applies.

        For a copy that has changed, the passage or the nearest one is given all the same.
        """
        if not excerpt.exact.strip():
            return Verification(
                VerificationState.SOURCE_CHANGED if self._changed else VerificationState.MISMATCH
            )
        return self._raw(excerpt) or self._folded(excerpt) or self._mismatch(excerpt)

    def _raw(self, excerpt: Excerpt) -> Verification | None:
        """Look the excerpt up code point by code point."""
        lead, length = len(excerpt.prefix), len(excerpt.exact)
        places = self._passages.occurrences.of(excerpt.prefix + excerpt.exact + excerpt.suffix)
        if not places:
            return None
        start = places[0] + lead
        if len(places) > 1:
            lines = tuple(self._passages.line(place + lead) for place in places)
            return self._found(VerificationState.AMBIGUOUS, (start, start + length), lines=lines)
        boilerplate = any(
            low <= start and start + length <= high for low, high in self._boilerplate
        )
        state = VerificationState.NOT_CONTENT if boilerplate else VerificationState.VERBATIM
        return self._found(state, (start, start + length))

    def _folded(self, excerpt: Excerpt) -> Verification | None:
        """Look the excerpt up without regard to quotes, dashes, spaces and composition."""
        sought = excerpt.prefix + excerpt.exact + excerpt.suffix
        first = len(excerpt.prefix)
        spans = self._passages.alike(sought, first, first + len(excerpt.exact))
        if not spans:
            return None
        start, end = spans[0]
        kinds = differences(excerpt.exact, self._passages.text[start:end])
        if not kinds:
            [(whole, to), *_] = self._passages.alike(sought, 0, len(sought))
            kinds = differences(sought, self._passages.text[whole:to])
        lines = tuple(self._passages.line(start) for start, _ in spans) if len(spans) > 1 else ()
        return self._found(VerificationState.NORMALISED, (start, end), lines=lines, folded=kinds)

    def _mismatch(self, excerpt: Excerpt) -> Verification:
        """Find the nearest passage; with prefix and suffix if only they are wrong."""
        from tui.model.difference import difference  # noqa: PLC0415 - a clean briefing has none

        sought = excerpt.exact
        if self._passages.occurrences.of(sought):
            sought = excerpt.prefix + excerpt.exact + excerpt.suffix
        near = self._nearest.spans(fold(sought).text)
        if not near:
            return Verification(
                VerificationState.SOURCE_CHANGED if self._changed else VerificationState.MISMATCH
            )
        start, end = near[0]
        changes = difference(sought, self._passages.text[start:end])
        return self._found(VerificationState.MISMATCH, (start, end), difference=changes)

    def _found(
        self,
        state: VerificationState,
        span: tuple[int, int],
        *,
        lines: tuple[int, ...] = (),
        folded: tuple[str, ...] = (),
        difference: "Difference" = (),
    ) -> Verification:
        passage = self._passages.passage(*span)
        context = self._passages.context(*span)
        state = VerificationState.SOURCE_CHANGED if self._changed else state
        return Verification(state, passage, lines, folded, difference, *context)

    @cached_property
    def _nearest(self) -> "NearestPassages":
        from tui.load.nearest import NearestPassages  # noqa: PLC0415 - a clean briefing has none

        return NearestPassages(self._passages.folded)

    @cached_property
    def _boilerplate(self) -> list[tuple[int, int]]:
        """The spans of boilerplate."""
        return [
            (start, start + len(text))
            for text in self._source.not_content
            for start in self._passages.occurrences.of(text)
        ]

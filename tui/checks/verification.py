"""The checks that an excerpt is what the local copy of its source says."""

from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.checks.differences import ambiguity, mismatch, normalisation
from tui.checks.rule import ERROR, WARNING, Rule
from tui.diagnostics import Diagnostic
from tui.model.document import Verification, VerificationState
from tui.model.sources import Excerpt

SOURCE_MISSING = Rule("source-missing", "quotes", ERROR)
SOURCE_OUTSIDE = Rule("source-outside", "quotes", ERROR)
SOURCE_UNREADABLE = Rule("source-unreadable", "quotes", ERROR)
SOURCE_CHANGED = Rule("source-changed", "quotes", ERROR)
NOT_FOUND = Rule("quote-not-found", "quotes", ERROR)
AMBIGUOUS = Rule("quote-ambiguous", "quotes", ERROR)
NORMALISED = Rule("quote-normalised", "quotes", WARNING)
IN_BOILERPLATE = Rule("quote-in-boilerplate", "quotes", ERROR)

RULES = (
    SOURCE_MISSING,
    SOURCE_OUTSIDE,
    SOURCE_UNREADABLE,
    SOURCE_CHANGED,
    NOT_FOUND,
    AMBIGUOUS,
    NORMALISED,
    IN_BOILERPLATE,
)


def check(survey: CheckContext) -> Iterator[Diagnostic]:
    """Local copies that have changed, and excerpts that are not verbatim in theirs."""
    document = survey.document
    for source in survey.briefing.sources:
        copy = document.copies.get(source.id)
        if copy and source.sha256 and source.sha256.casefold() != copy.sha256:
            yield SOURCE_CHANGED.found(
                source.origin.span("sha256"),
                f"our copy of {source.id} is not the one that was excerpted.",
                f"Compare them; to take this one, write sha256: {copy.sha256}",
                item=source.id,
            )
    for excerpt in survey.briefing.excerpts:
        found = document.verifications.get(excerpt.id)
        if found and found.state not in _SILENT:
            copy = document.copies.get(excerpt.source)
            yield _unverified(excerpt, found, copy.text if copy else "")


_SILENT = frozenset(
    {VerificationState.VERBATIM, VerificationState.UNCHECKED, VerificationState.SOURCE_CHANGED}
)
"""States that are right, or that the source answers for."""


def _unverified(excerpt: Excerpt, found: Verification, copy: str) -> Diagnostic:
    span = excerpt.origin.span("exact")
    match found.state:
        case VerificationState.AMBIGUOUS:
            message, help = ambiguity(excerpt, found, copy)
            return AMBIGUOUS.found(span, message, help, item=excerpt.id)
        case VerificationState.NORMALISED:
            message, help = normalisation(excerpt, found)
            # Words that occur only once can be replaced without judgment.
            command = "" if found.lines or not help else "`briefing fix` replaces it."
            return NORMALISED.found(span, message, help, item=excerpt.id, command=command)
        case VerificationState.NOT_CONTENT:
            line = found.passage.line if found.passage else 1
            return IN_BOILERPLATE.found(
                span,
                f"line {line} of {excerpt.source} is boilerplate by its `not_content`.",
                item=excerpt.id,
            )
        case _:
            has_nearest = found.passage is not None and bool(found.difference)
            help = (
                "Take the words of the source shown." if has_nearest else "Look for a word of it."
            )
            return NOT_FOUND.found(
                span, mismatch(excerpt, found), help, item=excerpt.id, command=_QUOTE
            )


_QUOTE = '`briefing quote FILE "…"` prints a ready excerpt.'

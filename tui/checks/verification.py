"""Checks that each excerpt is in the local copy of its source, word for word."""

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


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Report local copies that have changed, and excerpts that are not verbatim in theirs."""
    document = context.document
    for source in context.briefing.sources:
        copy = document.copies.get(source.id)
        if copy and source.sha256 and source.sha256.casefold() != copy.sha256:
            yield SOURCE_CHANGED.diagnostic(
                source.origin.span("sha256"),
                f"our copy of {source.id} is not the one that was excerpted.",
                f"Compare them; to take this one, write sha256: {copy.sha256}",
                item=source.id,
            )
    for excerpt in context.briefing.excerpts:
        verification = document.verifications.get(excerpt.id)
        if verification and verification.state not in _NOT_REPORTED:
            copy = document.copies.get(excerpt.source)
            yield _unverified(excerpt, verification, copy.text if copy else "")


_NOT_REPORTED = frozenset(
    {VerificationState.VERBATIM, VerificationState.UNCHECKED, VerificationState.SOURCE_CHANGED}
)
"""States that are correct, or that are reported for the source."""


def _unverified(excerpt: Excerpt, verification: Verification, copy: str) -> Diagnostic:
    span = excerpt.origin.span("exact")
    match verification.state:
        case VerificationState.AMBIGUOUS:
            message, help = ambiguity(excerpt, verification, copy)
            return AMBIGUOUS.diagnostic(span, message, help, item=excerpt.id)
        case VerificationState.NORMALISED:
            message, help = normalisation(excerpt, verification)
            # Words that occur only once can be replaced without judgment.
            command = "" if verification.lines or not help else "`briefing fix` replaces it."
            return NORMALISED.diagnostic(span, message, help, item=excerpt.id, command=command)
        case VerificationState.NOT_CONTENT:
            line = verification.passage.line if verification.passage else 1
            return IN_BOILERPLATE.diagnostic(
                span,
                f"line {line} of {excerpt.source} is boilerplate by its `not_content`.",
                item=excerpt.id,
            )
        case _:
            message, help = mismatch(excerpt, verification)
            command = '`briefing quote FILE "…"` prints a ready excerpt.'
            return NOT_FOUND.diagnostic(span, message, help, item=excerpt.id, command=command)

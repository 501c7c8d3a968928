"""The checks that an excerpt is what the local copy of its source says."""

from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.checks.differences import ambiguity, mismatch, normalisation
from tui.checks.rule import ERROR, WARNING, Rule
from tui.diagnostics import Diagnostic
from tui.model.document import Verification, VerificationState
from tui.model.sources import Excerpt

SOURCE_MISSING = Rule(
    "source-missing",
    "quotes",
    ERROR,
    "A source names a local copy that is not there. Its path is relative to the briefing's folder, "
    "as in `../seeds/x.txt` for one in a `seeds` folder beside it; the copy lies in the one or the "
    "other, or in a folder given with `--root`.",
    wrong="""
        sources:
          - {id: article, file: artcle.txt}
        """,
    right="""
        sources:
          - {id: article, file: article.txt}
        """,
)
SOURCE_OUTSIDE = Rule(
    "source-outside",
    "quotes",
    ERROR,
    "The local copy lies outside the briefing's folder, the `seeds` folder beside it and the "
    "folders given with `--root`, links followed. A briefing from elsewhere must not make the "
    "program open other files of the reader's.",
    wrong="""
        sources:
          - {id: article, file: /etc/hostname}
        """,
    right="""
        sources:
          - {id: article, file: article.txt}
        """,
)
SOURCE_UNREADABLE = Rule(
    "source-unreadable",
    "quotes",
    ERROR,
    "The local copy cannot be read: it is no regular file, longer than 16 MiB, not UTF-8, or "
    "closed to the reader.",
    wrong="""
        sources:
          - {id: article, file: photograph.jpg}
        """,
    right="""
        sources:
          - {id: article, file: article.txt}
        """,
)
SOURCE_CHANGED = Rule(
    "source-changed",
    "quotes",
    ERROR,
    "The local copy is not the one that was excerpted: its SHA-256 differs from the pin. Compare "
    "the two, then pin the copy that you hold.",
    wrong=f"""
        sources:
          - {{id: article, file: article.txt, sha256: {"0" * 64}}}
        """,
    right="""
        sources:
          - {id: article, file: article.txt}
        """,
)
NOT_FOUND = Rule(
    "quote-not-found",
    "quotes",
    ERROR,
    "The excerpt is not in the local copy, word for word. The nearest passage is named, and what "
    "differs in it. An excerpt is never mended to read better: what is wrong in the source stays, "
    "and a note says so.",
    wrong="""
        excerpts:
          - id: x-partner
            exact: South Korea is a NATO local partner
        """,
    right="""
        excerpts:
          - id: x-partner
            exact: South Korea is a NATO global partner
        """,
)
AMBIGUOUS = Rule(
    "quote-ambiguous",
    "quotes",
    ERROR,
    "The excerpt stands more than once in the local copy, so it is open which passage is meant. "
    "`prefix` or `suffix`, text that stands immediately before or after it, settles that (W3C Web "
    "Annotation, TextQuoteSelector).",
    wrong="""
        excerpts:
          - id: x-summit
            exact: NATO summit in Spain
        """,
    right="""
        excerpts:
          - id: x-summit
            exact: NATO summit in Spain
            suffix: " on June 29-30"
        """,
)
NORMALISED = Rule(
    "quote-normalised",
    "quotes",
    WARNING,
    "The excerpt is in the local copy but for quotation marks, dashes, spaces or composed "
    "characters. They count: copy them as the source has them.",
    wrong="""
        excerpts:
          - id: x-meeting
            exact: a NATO Foreign Ministers' meeting
        """,
    right="""
        excerpts:
          - id: x-meeting
            exact: a NATO Foreign Ministers’ meeting
        """,
)
IN_BOILERPLATE = Rule(
    "quote-in-boilerplate",
    "quotes",
    ERROR,
    "The excerpt lies in a text that the source's `not_content` declares to be boilerplate, such "
    "as a cookie notice: the page says it, the author of the source does not.",
    wrong="""
        sources:
          - id: article
            file: page.txt
            not_content: This website uses cookies to improve your experience.
        excerpts:
          - id: x-cookies
            exact: This website uses cookies
        """,
    right="""
        sources:
          - id: article
            file: page.txt
            not_content: This website uses cookies to improve your experience.
        excerpts:
          - id: x-partner
            exact: South Korea is a NATO global partner
        """,
)

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
            return NORMALISED.found(span, message, help, item=excerpt.id)
        case VerificationState.NOT_CONTENT:
            line = found.passage.line if found.passage else 1
            return IN_BOILERPLATE.found(
                span,
                f"line {line} of {excerpt.source} is boilerplate by its `not_content`.",
                item=excerpt.id,
            )
        case _:
            help = _nearest_words(found)
            return NOT_FOUND.found(span, mismatch(excerpt, found), help, item=excerpt.id)


def _nearest_words(found: Verification) -> str:
    copied = 'copy the words by `briefing quote FILE "…"`'
    if found.passage is None or not found.difference:
        return f"Look for a word of it, and {copied}."
    return f"Take the words of the source shown, or {copied}."

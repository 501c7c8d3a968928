"""Checks of estimative language: terms of one scale, and no numbers or hedges instead.

A simple search for words comes before each pattern, so that most briefings compile no pattern.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from tui.checks.context import CheckContext
from tui.checks.languages import is_written_in_english
from tui.checks.messages import in_quotes
from tui.checks.own_prose import declared_names
from tui.checks.quoted_text import replace_quotations
from tui.checks.rule import ERROR, WARNING, Rule
from tui.checks.text_match import normalised
from tui.diagnostics import Diagnostic
from tui.model.briefing import BottomLine
from tui.model.items import Judgment
from tui.model.vocabularies import SCALES, Band, Scale, band_of
from tui.text.expression import expression
from tui.text.nearest import nearest
from tui.text.sentences import sentences

OFF_SCALE = Rule("likelihood-off-scale", "estimative language", ERROR)
NOT_IN_TEXT = Rule("likelihood-not-in-text", "estimative language", ERROR)
WITH_CONFIDENCE = Rule("likelihood-and-confidence-in-one-sentence", "estimative language", ERROR)
UNDEFINED_HEDGE = Rule("undefined-hedge", "estimative language", WARNING)
PERCENTAGE = Rule("percentage-in-prose", "estimative language", WARNING)

RULES = (OFF_SCALE, NOT_IN_TEXT, WITH_CONFIDENCE, UNDEFINED_HEDGE, PERCENTAGE)


Row = Mapping[str, Band]
"""A row of a scale: terms with their bands, from the least to the most likely."""


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Report how judgments and the bottom line misstate how likely something is."""
    briefing = context.briefing
    scale = SCALES.get(briefing.estimative_language)
    english = is_written_in_english(context.document)
    used: tuple[str, Row] | None = None  # the first judgment, and its row, which others must use
    for judgment in briefing.key_judgments:
        if scale is not None and judgment.likelihood:
            row = _row(scale, judgment.likelihood)
            if row is None:
                yield _not_on_scale(judgment, scale)
            elif used and row != used[1]:
                yield _in_other_row(judgment, scale, row, *used)
            else:
                used = used or (judgment.id, row)
                if english and judgment.likelihood not in _terms_in(judgment.text):
                    yield _not_in_text(judgment)
        if english:
            yield from _check_wording(judgment, judgment.id)
            yield from _check_hedges(context, judgment)
    if english and briefing.bottom_line is not None:
        yield from _check_wording(briefing.bottom_line, "")


def _row(scale: Scale, term: str) -> Row | None:
    """The row of a scale that has a term."""
    return next((row for row in scale.rows if term in row), None)


def _not_on_scale(judgment: Judgment, scale: Scale) -> Diagnostic:
    term = judgment.likelihood
    other = next((each for each in SCALES.values() if band_of(each, term)), None)
    probable = _probable_term(term, scale, other)
    of_other = f", but of {other.name}" if other else ""
    return OFF_SCALE.diagnostic(
        judgment.origin.span("likelihood"),
        f"{in_quotes(term)} is no term of {scale.name}{of_other}.",
        f"Write {probable}." if probable else f"Write one of {', '.join(scale.rows[0])}.",
        item=judgment.id,
    )


def _in_other_row(
    judgment: Judgment, scale: Scale, row: Row, first: str, expected: Row
) -> Diagnostic:
    """Make the diagnostic for a term of another row than the `first` judgment uses."""
    term = judgment.likelihood
    position = list(row).index(term)
    return OFF_SCALE.diagnostic(
        judgment.origin.span("likelihood"),
        f"{in_quotes(term)} is of another row of {scale.name} than {first} uses.",
        f"Write {list(expected)[position]}.",
        item=judgment.id,
    )


def _not_in_text(judgment: Judgment) -> Diagnostic:
    return NOT_IN_TEXT.diagnostic(
        judgment.origin.span("text"),
        f"the likelihood is “{judgment.likelihood}”, and the text does not say so.",
        "Use the term in the text, or give the likelihood that the text has.",
        item=judgment.id,
    )


def _probable_term(term: str, scale: Scale, other: Scale | None) -> str:
    """The term of a scale that another term probably stands for; empty if that is not clear.

    Args:
        other: The scale that has the term, if any; its band is compared with those of `scale`.
    """
    band = band_of(other, term) if other else None
    if band is not None:
        row = scale.rows[0]
        return min(row, key=lambda own: abs(sum(row[own][:2]) - sum(band[:2])))
    folded = term.casefold()
    terms = [each for row in scale.rows for each in row]
    if near := nearest(folded, terms):
        return near
    endings = [each for each in terms if folded.endswith(f" {each}")]
    return "" if folded.startswith("not ") else max(endings, key=len, default="")


@cache
def _terms() -> re.Pattern[str]:
    """The terms of all scales, with the words that turn them into other terms."""
    terms = {term for scale in SCALES.values() for row in scale.rows for term in row}
    adverbs = {
        term.replace("certain", "certainly").replace("probable", "probably") for term in terms
    }
    listed = "|".join(sorted(map(re.escape, terms | adverbs), key=len, reverse=True))
    modifiers = "not|very|highly|extremely|quite|rather|fairly|somewhat|hardly|less|more|most"
    return re.compile(rf"\b(?:(?:{modifiers}) )?(?:{listed})\b(?! odds)|roughly even odds")


def _terms_in(text: str) -> set[str]:
    """The terms in a text, as adjectives; a term within a longer one does not count."""
    terms = (match[0] for match in _terms().finditer(normalised(text)))
    return {each.replace("certainly", "certain").replace("probably", "probable") for each in terms}


def _check_wording(record: Judgment | BottomLine, item: str) -> Iterator[Diagnostic]:
    """Report a confidence beside a likelihood, and a likelihood in per cent."""
    text = record.text
    if "onfiden" in text:
        for start, end in sentences(text):
            confidence = _CONFIDENCE.search(text, start, end)
            if confidence and _terms_in(text[start:end]):
                yield WITH_CONFIDENCE.diagnostic(
                    record.origin.span("text"),
                    f"{in_quotes(confidence[0])} stands in one sentence with a likelihood.",
                    "Leave it to `confidence` and its `basis`.",
                    item=item,
                )
                break
    if "%" in text or "per cent" in text or "percent" in text:
        percentage = _PERCENTAGE.search(text)
        if percentage:
            yield PERCENTAGE.diagnostic(
                record.origin.span("text"),
                f"{in_quotes(percentage[0])} gives a likelihood in per cent.",
                "Use the term of the scale; the reader sees its band.",
                item=item,
            )


_CONFIDENCE = expression(
    r"""\b(?:high|moderate|medium|low|limited)(?:\s+(?:to|or)\s+\w+)?[\s-]+confidence\b
      (?!\s+(?:vote|motion|among|of)\b)
      (?!\s+in\s+(?!this|these|that|our|the\s+(?:judg|assess|estimat)))
    | \bwe\s+(?:are|remain)\s+(?:\w+\s+)?confident\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Confidence in a judgment; not that of markets, of voters or between parties."""


_NUMBER = r"\d+(?:[.,]\d+)?(?:\s*(?:-|–|to)\s*\d+(?:[.,]\d+)?)?\s*(?:%|per\s?cent\b)"
_LIKELIHOOD = r"(?:chance|probability|likelihood|odds)"
_ABOUT = r"(?:about|around|roughly|some|at\s+least|over|more\s+than|up\s+to|under|nearly)"
_PERCENTAGE = expression(
    rf"""{_NUMBER}\s+(?:{_LIKELIHOOD}s?|probable|likely|unlikely|certain|sure)\b
    | \b{_LIKELIHOOD}\s*(?:is|of|at|,|\(|:)?\s*(?:{_ABOUT}\s+)?{_NUMBER}
    | \b{_LIKELIHOOD}\s+of\s+(?:[\w’'-]+\s+){{1,4}}(?:is|are)\s+(?:{_ABOUT}\s+)?{_NUMBER}
    | \b(?:likely|unlikely|probable|improbable|certain|chance|odds|remote|possibility)
      \s*\(\s*{_NUMBER}""",
    re.IGNORECASE | re.VERBOSE,
)


_HEDGE_HINTS = ("may", "might", "could", "possibl", "perhaps", "maybe", "conceivabl")


def _check_hedges(context: CheckContext, judgment: Judgment) -> Iterator[Diagnostic]:
    text = judgment.text
    lowered = text.casefold()
    if not any(word in lowered for word in _HEDGE_HINTS):
        return
    text = replace_quotations(text, " ")
    for name in declared_names(context):
        if name and any(word in name.casefold() for word in _HEDGE_HINTS):
            text = text.replace(name, " ")
    hedge = _HEDGE.search(text)
    if hedge:
        yield UNDEFINED_HEDGE.diagnostic(
            judgment.origin.span("text"),
            f"“{hedge[0]}” leaves open how likely it is.",
            "Use a term of the scale, such as likely or unlikely.",
            item=judgment.id,
        )


_HEDGE = expression(
    r"""\bmay\b(?!-)
    | (?<!\bthe\s)(?<!\bits\s)(?<!\btheir\s)(?<!ry\s)(?<!ic\s)(?<!al\s)\bmight\b(?!\s+of\b)
    | \bcould\b(?!\s+not\b|n[’']t\b) | \b[Pp](?:ossibly|erhaps)\b | \b[Mm]aybe\b
    | \b[Cc]onceivably\b""",
    re.VERBOSE,
)
"""Hedges; not the month of May, nor military might, nor “could not”."""

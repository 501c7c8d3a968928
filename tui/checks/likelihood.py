"""The checks of likelihood: one scale, its own terms, and no numbers or hedges beside them."""

import re
from collections.abc import Iterator
from functools import cache

from tui.checks.comparison import plain
from tui.checks.context import CheckContext
from tui.checks.differences import shown
from tui.checks.language import is_written_in_english
from tui.checks.marks import has_marks, quoted
from tui.checks.prose import declared_names
from tui.checks.rule import ERROR, WARNING, Rule
from tui.diagnostics import Diagnostic
from tui.model.briefing import BottomLine
from tui.model.items import Judgment
from tui.model.vocabularies import SCALES, Scale, band_of
from tui.text.nearest import nearest
from tui.text.sentences import sentences

OFF_SCALE = Rule("likelihood-off-scale", "estimative language", ERROR)
NOT_IN_TEXT = Rule("likelihood-not-in-text", "estimative language", ERROR)
WITH_CONFIDENCE = Rule("likelihood-and-confidence-in-one-sentence", "estimative language", ERROR)
UNDEFINED_HEDGE = Rule("undefined-hedge", "estimative language", WARNING)
PERCENTAGE = Rule("percentage-in-prose", "estimative language", WARNING)

RULES = (OFF_SCALE, NOT_IN_TEXT, WITH_CONFIDENCE, UNDEFINED_HEDGE, PERCENTAGE)


def check(survey: CheckContext) -> Iterator[Diagnostic]:
    """How judgments and the bottom line say how likely something is."""
    briefing = survey.briefing
    scale = SCALES.get(briefing.estimative_language)
    english = is_written_in_english(survey.document)
    row: dict[str, str] = {}
    for judgment in briefing.key_judgments:
        if scale is not None and judgment.likelihood:
            off = _off_scale(judgment, scale, row)
            if off is not None:
                yield off
            elif english and not _has_term(judgment.text, judgment.likelihood):
                yield NOT_IN_TEXT.found(
                    judgment.origin.span("text"),
                    f"the likelihood is “{judgment.likelihood}”, and the text does not say so.",
                    "Use the term in the text, or give the likelihood that the text has.",
                    item=judgment.id,
                )
        if english:
            yield from _worded(judgment, judgment.id)
            yield from _hedged(survey, judgment)
    if english and briefing.bottom_line is not None:
        yield from _worded(briefing.bottom_line, "")


def _off_scale(judgment: Judgment, scale: Scale, rows: dict[str, str]) -> Diagnostic | None:
    """What is wrong with a likelihood; `rows` holds the judgment that chose the row."""
    term = judgment.likelihood
    found = next((at for at, row in enumerate(scale.rows) if term in row), None)
    if found is None:
        other = next((each for each in SCALES.values() if band_of(each, term)), None)
        meant = _meant(term, scale, other)
        return OFF_SCALE.found(
            judgment.origin.span("likelihood"),
            f"{shown(term)} is no term of {scale.name}{f', but of {other.name}' if other else ''}.",
            f"Write {meant}." if meant else f"Write one of {', '.join(scale.rows[0])}.",
            item=judgment.id,
        )
    first = rows.setdefault("first", f"{found} {judgment.id}")
    number, _, id = first.partition(" ")
    if int(number) == found:
        return None
    own, chosen = list(scale.rows[found]), list(scale.rows[int(number)])
    return OFF_SCALE.found(
        judgment.origin.span("likelihood"),
        f"{shown(term)} is of another row of {scale.name} than {id} uses.",
        f"Write {chosen[own.index(term)]}.",
        item=judgment.id,
    )


def _meant(term: str, scale: Scale, other: Scale | None) -> str:
    """The term of the scale that is probably meant; empty if that is not clear."""
    theirs = band_of(other, term) if other else None
    if theirs is not None:
        row = scale.rows[0]
        return min(row, key=lambda own: abs(sum(row[own][:2]) - sum(theirs[:2])))
    terms = [each for row in scale.rows for each in row]
    held = [each for each in terms if term.casefold().endswith(f" {each}")]
    denied = term.casefold().startswith("not ")
    return nearest(term.casefold(), terms) or max([] if denied else held, key=len, default="")


@cache
def _terms() -> re.Pattern[str]:
    """Terms of both scales, the longest first, with what makes another term of them."""
    terms = {term for scale in SCALES.values() for row in scale.rows for term in row}
    adverbs = {
        term.replace("certain", "certainly").replace("probable", "probably") for term in terms
    }
    listed = "|".join(sorted(map(re.escape, terms | adverbs), key=len, reverse=True))
    stronger = "not|very|highly|extremely|quite|rather|fairly|somewhat|hardly|less|more|most"
    return re.compile(rf"\b(?:(?:{stronger}) )?(?:{listed})\b(?! odds)|roughly even odds")


def _terms_of(text: str) -> set[str]:
    """The terms that a text has, as adjectives; one within a longer one does not count."""
    found = (each[0] for each in _terms().finditer(plain(text)))
    return {each.replace("certainly", "certain").replace("probably", "probable") for each in found}


def _has_term(text: str, term: str) -> bool:
    return term in _terms_of(text)


def _worded(record: Judgment | BottomLine, item: str) -> Iterator[Diagnostic]:
    """What one sentence must not hold together, and numbers in place of terms."""
    text = record.text
    if "onfiden" in text:
        for start, end in sentences(text):
            found = _confidence().search(text, start, end)
            if found and _terms_of(text[start:end]):
                yield WITH_CONFIDENCE.found(
                    record.origin.span("text"),
                    f"{shown(found[0])} stands in one sentence with a likelihood.",
                    "Leave it to `confidence` and its `basis`.",
                    item=item,
                )
                break
    if "%" in text or "per cent" in text or "percent" in text:
        number = _percentage().search(text)
        if number:
            yield PERCENTAGE.found(
                record.origin.span("text"),
                f"{shown(number[0])} gives a likelihood in per cent.",
                "Use the term of the scale; the reader sees its band.",
                item=item,
            )


@cache
def _confidence() -> re.Pattern[str]:
    """Confidence in a judgment; not that of markets, of voters or between parties."""
    return re.compile(
        r"""\b(?:high|moderate|medium|low|limited)(?:\s+(?:to|or)\s+\w+)?[\s-]+confidence\b
          (?!\s+(?:vote|motion|among|of)\b)
          (?!\s+in\s+(?!this|these|that|our|the\s+(?:judg|assess|estimat)))
        | \bwe\s+(?:are|remain)\s+(?:\w+\s+)?confident\b""",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _percentage() -> re.Pattern[str]:
    number = r"\d+(?:[.,]\d+)?(?:\s*(?:-|–|to)\s*\d+(?:[.,]\d+)?)?\s*(?:%|per\s?cent\b)"
    likelihood = r"(?:chance|probability|likelihood|odds)"
    leading = r"(?:about|around|roughly|some|at\s+least|over|more\s+than|up\s+to|under|nearly)"
    return re.compile(
        rf"""{number}\s+(?:{likelihood}s?|probable|likely|unlikely|certain|sure)\b
        | \b{likelihood}\s*(?:is|of|at|,|\(|:)?\s*(?:{leading}\s+)?{number}
        | \b{likelihood}\s+of\s+(?:[\w’'-]+\s+){{1,4}}(?:is|are)\s+(?:{leading}\s+)?{number}
        | \b(?:likely|unlikely|probable|improbable|certain|chance|odds|remote|possibility)
          \s*\(\s*{number}""",
        re.IGNORECASE | re.VERBOSE,
    )


_HEDGES = ("may", "might", "could", "possibl", "perhaps", "maybe", "conceivabl")


def _hedged(survey: CheckContext, judgment: Judgment) -> Iterator[Diagnostic]:
    text = judgment.text
    lowered = text.casefold()
    if not any(word in lowered for word in _HEDGES):
        return
    for start, end in reversed(quoted(text)) if has_marks(text) else ():
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    for name in declared_names(survey):
        if name and any(word in name.casefold() for word in _HEDGES):
            text = text.replace(name, " " * len(name))
    found = _hedge().search(text)
    if found:
        yield UNDEFINED_HEDGE.found(
            judgment.origin.span("text"),
            f"“{found[0]}” leaves open how likely it is.",
            "Use a term of the scale, such as likely or unlikely.",
            item=judgment.id,
        )


@cache
def _hedge() -> re.Pattern[str]:
    """The words as hedges: not May, nor military might, nor what could not be done."""
    return re.compile(
        r"""\bmay\b(?!-)
        | (?<!\bthe\s)(?<!\bits\s)(?<!\btheir\s)(?<!ry\s)(?<!ic\s)(?<!al\s)\bmight\b(?!\s+of\b)
        | \bcould\b(?!\s+not\b|n[’']t\b) | \b[Pp](?:ossibly|erhaps)\b | \b[Mm]aybe\b
        | \b[Cc]onceivably\b""",
        re.VERBOSE,
    )

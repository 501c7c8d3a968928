"""The checks of quotation marks: between them stands what is quoted, and nothing else."""

from collections.abc import Iterator

from tui.checks.comparison import holds, plain
from tui.checks.context import CheckContext
from tui.checks.differences import named, shown
from tui.checks.marks import has_marks, quoted, unpartnered
from tui.checks.paraphrases import INDIRECT, misattributed
from tui.checks.prose import Prose, declared_names, evidence, own_prose
from tui.checks.rule import ERROR, WARNING, Rule
from tui.diagnostics import Diagnostic
from tui.model.sources import Excerpt

UNBALANCED = Rule("quote-unbalanced-marks", "quotes", WARNING)
UNVERIFIED = Rule("unverified-quotation-marks", "quotes", ERROR)
RULES = (UNBALANCED, UNVERIFIED, INDIRECT)


def check(survey: CheckContext) -> Iterator[Diagnostic]:
    """Marks without a partner in excerpts, and marks in own prose that quote nothing."""
    for excerpt in survey.briefing.excerpts:
        yield from _unbalanced(excerpt)
    marked = [prose for prose in own_prose(survey) if has_marks(prose.text)]
    names = {plain(name) for name in declared_names(survey)} if marked else set()
    searches = SEARCHES
    for prose in marked:
        unheld = []
        for words, holding in _quotations(survey, prose):
            if holding:
                yield from misattributed(survey, prose, words, holding)
            elif plain(words) not in names:
                unheld.append(words)
        if unheld:
            where = _elsewhere(survey, unheld[0]) if searches > 0 else ""
            searches -= 1
            yield _unverified(prose, unheld, where)


def _unbalanced(excerpt: Excerpt) -> Iterator[Diagnostic]:
    mark, missing = unpartnered(excerpt.exact)
    declared = excerpt.quotation_marks
    if not missing or (declared and getattr(declared, missing) == "missing"):
        return
    what = (
        "closes with {} what it never opens"
        if missing == "opening"
        else "opens {} and never closes it"
    )
    yield UNBALANCED.found(
        excerpt.origin.span("exact"),
        f"{named(excerpt)} {what.format(mark)}.",
        "Take in the other mark or leave this one out; where the source has none, write "
        f"`quotation_marks: {{{missing}: missing}}`.",
        item=excerpt.id,
    )


def _quotations(survey: CheckContext, prose: Prose) -> Iterator[tuple[str, list[Excerpt]]]:
    """What a text has between quotation marks, and the excerpts of its evidence that hold it."""
    excerpts = evidence(survey, prose)
    for start, end in quoted(prose.text):
        words = prose.text[start:end]
        yield words, [excerpt for excerpt in excerpts if holds(excerpt.exact, words)]


def _unverified(prose: Prose, unheld: list[str], where: str) -> Diagnostic:
    if where:
        message = f"{shown(unheld[0])} is not in what is cited here; it stands in {where}."
        help = f"Cite {where}, or remove the marks."
    else:
        words = " and ".join(map(shown, unheld[:NAMED]))
        message = f"no excerpt that is cited here holds {words}."
        help = "Quote the words of an excerpt and cite it, or remove the marks."
    span = prose.record.origin.span(prose.field)
    return UNVERIFIED.found(span, message, help, item=prose.owner)


NAMED = 3
"""So many quotations of one text are named."""
SEARCHES = 20
"""So many times an excerpt is looked for that holds the words but is not cited."""
SEARCHED = 1000
"""So many excerpts are then looked at."""


def _elsewhere(survey: CheckContext, words: str) -> str:
    """An excerpt that holds the words but is not cited here."""
    named = (each for each in survey.briefing.excerpts[:SEARCHED] if "/" not in each.id)
    return next((each.id for each in named if holds(each.exact, words)), "")

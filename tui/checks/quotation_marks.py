"""The checks of quotation marks: between them stands what is quoted, and nothing else."""

import re
from collections.abc import Iterator
from functools import cache

from tui.checks.differences import named, shown
from tui.checks.marks import has_marks, quoted, unpartnered
from tui.checks.prose import Prose, declared_names, evidence, own_prose
from tui.checks.rule import ERROR, WARNING, Rule
from tui.checks.survey import Survey
from tui.diagnostics import Diagnostic
from tui.model.items import Actor, Reaction
from tui.model.sources import Excerpt, Source

UNBALANCED = Rule(
    "quote-unbalanced-marks",
    "quotes",
    WARNING,
    "The excerpt has an opening or a closing quotation mark without its partner. Take in the "
    "other, or leave both out; where the source itself lacks it, say so with `quotation_marks`.",
    wrong="""
        excerpts:
          - id: x-training
            exact: expanding the scope of joint training,”
        """,
    right="""
        excerpts:
          - id: x-training
            exact: expanding the scope of joint training,”
            quotation_marks: {opening: missing}
        """,
)
UNVERIFIED = Rule(
    "unverified-quotation-marks",
    "quotes",
    ERROR,
    "Own prose has quotation marks round text that no excerpt cited there holds. A reader takes it "
    "for a quotation, and nothing proves it. Cite the excerpt, or leave out the marks. Names that "
    "the file declares may stand in them; in notes, and in the basis of a reading, marks are free.",
    wrong="""
        panes:
          - role: issue
            sections:
              - claims:
                  - text: NATO makes Seoul a “chess pawn”, says the article.
                    cites: [x-chess]
        excerpts:
          - {id: x-chess, exact: turn South Korea into a chess piece}
        """,
    right="""
        panes:
          - role: issue
            sections:
              - claims:
                  - text: NATO makes Seoul a “chess piece”, says the article.
                    cites: [x-chess]
        excerpts:
          - {id: x-chess, exact: turn South Korea into a chess piece}
        """,
)
INDIRECT = Rule(
    "indirect-words-in-quotation-marks",
    "quotes",
    ERROR,
    "Own prose puts between quotation marks, as somebody's words, what the source only paraphrases: "
    "they are the source's words about them. Remove the marks, or say that the words are the "
    "source's.",
    wrong="""
        panes:
          - role: issue
            sections:
              - claims:
                  - text: Xinhua warns that NATO would “provoke confrontation”.
                    cites: [x-xinhua]
        actors:
          - {id: xinhua, name: Xinhua, kind: media}
        excerpts:
          - id: x-xinhua
            exact: only undermine regional security and peace and provoke confrontation
            voice: indirect
            chain: [{agent: xinhua, cue: Xinhua news agency}, {unnamed: true, cue: noted that}]
        """,
    right="""
        panes:
          - role: issue
            sections:
              - claims:
                  - text: NATO would “provoke confrontation”, as the article puts it.
                    cites: [x-xinhua]
        actors:
          - {id: xinhua, name: Xinhua, kind: media, cites: [x-xinhua]}
        excerpts:
          - id: x-xinhua
            exact: only undermine regional security and peace and provoke confrontation
            voice: indirect
            chain: [{agent: xinhua, cue: Xinhua news agency}, {unnamed: true, cue: noted that}]
        """,
)

RULES = (UNBALANCED, UNVERIFIED, INDIRECT)


def check(survey: Survey) -> Iterator[Diagnostic]:
    """Marks without a partner in excerpts, and marks in own prose that quote nothing."""
    for excerpt in survey.briefing.excerpts:
        yield from _unbalanced(excerpt)
    marked = [prose for prose in own_prose(survey) if has_marks(prose.text)]
    names = {_plain(name) for name in declared_names(survey)} if marked else set()
    for prose in marked:
        yield from _marked(survey, prose, names)


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


def _marked(survey: Survey, prose: Prose, names: set[str]) -> Iterator[Diagnostic]:
    excerpts = evidence(survey, prose)
    for start, end in quoted(prose.text):
        words = prose.text[start:end]
        if _plain(words) in names:
            continue
        holding = [excerpt for excerpt in excerpts if _holds(excerpt.exact, words)]
        if not holding:
            yield _unverified(survey, prose, words)
        elif all(_is_paraphrase(excerpt, words) for excerpt in holding):
            yield from _indirect(survey, prose, holding)


def _unverified(survey: Survey, prose: Prose, words: str) -> Diagnostic:
    where = _elsewhere(survey, words)
    if where:
        message = f"{shown(words)} is not in what is cited here; it stands in {where}."
        help = f"Cite {where}, or remove the marks."
    else:
        message = f"{shown(words)} is in no excerpt that is cited here."
        help = "Quote the words of an excerpt and cite it, or remove the marks."
    span = prose.record.origin.span(prose.field)
    return UNVERIFIED.found(span, message, help, item=prose.owner)


ELSEWHERE = 1000
"""So many excerpts are searched for words that the cited ones do not hold."""


def _elsewhere(survey: Survey, words: str) -> str:
    """An excerpt that holds the words but is not cited here."""
    some = survey.briefing.excerpts[:ELSEWHERE]
    return next((each.id for each in some if "/" not in each.id and _holds(each.exact, words)), "")


_SIGNS = str.maketrans(
    {**dict.fromkeys("‘’‚‛", "'"), **dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‐‑–—", "-")}
)
_LEFT_OUT = re.compile(r"\s*(?:\[?(?:…|\.\.\.)\]?|\[[^\]]*\])\s*")
"""Where a quotation leaves words out, or puts some in, as it is marked in print."""


@cache
def _plain(text: str) -> str:
    """A text for comparison: whatever the marks, the spaces and the case."""
    return " ".join(text.translate(_SIGNS).casefold().split())


def _holds(exact: str, words: str) -> bool:
    """Whether an excerpt has all the words that are quoted, in their order."""
    text, at = _plain(exact), 0
    for part in _LEFT_OUT.split(words):
        sought = _plain(part).strip(" ,.;:!?")
        at = _find_words(text, sought, at)
        if at < 0:
            return False
        at += len(sought)
    return True


def _find_words(text: str, sought: str, start: int) -> int:
    """Where whole words stand in a text; -1 if nowhere."""
    at = text.find(sought, start)
    while at >= 0:
        end = at + len(sought)
        if not (text[at - 1 : at].isalnum() and sought[:1].isalnum()) and not (
            text[end : end + 1].isalnum() and sought[-1:].isalnum()
        ):
            return at
        at = text.find(sought, at + 1)
    return -1


PARAPHRASING = frozenset({"indirect", "mixed", "unclear"})


def _is_paraphrase(excerpt: Excerpt, words: str) -> bool:
    """Whether the excerpt does not give the words as a speaker's own, between marks or as a whole."""
    if excerpt.voice not in PARAPHRASING:
        return False
    inner = (excerpt.exact[start:end] for start, end in quoted(excerpt.exact))
    return not any(_holds(each, words) for each in inner)


def _indirect(survey: Survey, prose: Prose, holding: list[Excerpt]) -> Iterator[Diagnostic]:
    speaker = _speaker(survey, prose, holding)
    if not speaker:
        return
    source = survey.document.source(holding[0].source)
    noun = _noun(source) if source else "source"
    if _names_source_as_author(prose.text, noun):
        return
    yield INDIRECT.found(
        prose.record.origin.span(prose.field),
        f"these are the {noun}'s words about {speaker}, not {speaker}'s. Remove the marks.",
        item=prose.owner,
    )


def _speaker(survey: Survey, prose: Prose, holding: list[Excerpt]) -> str:
    """Whose words the prose makes them: who reacts in it, or is named in it, and is paraphrased."""
    hops = [hop for excerpt in holding for hop in excerpt.chain]
    agents = dict.fromkeys(hop.agent for hop in hops if hop.agent)
    record = prose.record
    text = _plain(prose.text)
    for id in agents:
        actor = survey.document.items.get(id)
        if not isinstance(actor, Actor):
            continue
        if isinstance(record, Reaction) and id in (record.actor, record.on_behalf_of):
            return actor.name
        names = (actor.name, *actor.also)
        if any(_find_words(text, _plain(name), 0) >= 0 for name in names if name):
            return actor.name
    for hop in hops:
        if hop.unnamed:
            groups = _GROUPS.findall(hop.cue.casefold())
            group = next((each for each in groups if _find_words(text, each, 0) >= 0), "")
            if group:
                return f"the {group}"
    return ""


_GROUPS = re.compile(
    r"\b(?:analysts|observers|experts|critics|officials|commentators|diplomats|sources|reports|media"
    r"|scholars|researchers|journalists|politicians|lawmakers|residents|activists|sceptics|skeptics)\b"
)
"""How a source speaks of those whom it does not name."""


def _noun(source: Source) -> str:
    """How the source is called in speech, in one word: `article` for “an undated article”."""
    last = source.short.split()[-1:] if source.short.isascii() else []
    return last[0] if last and last[0].isalpha() and last[0].islower() else "source"


def _names_source_as_author(text: str, noun: str) -> bool:
    """Whether a text says that the words are the source's: “as the article puts it”."""
    return _source_as_author(noun).search(text) is not None


@cache
def _source_as_author(noun: str) -> re.Pattern[str]:
    nouns = rf"(?:{re.escape(noun)}|article|source|author|report|paper|text)"
    return re.compile(
        rf"\b{nouns}['’]s\s+(?:own\s+)?(?:words?|wording|phrase|term|expression|summary|paraphrase)\b"
        rf"|\b(?:words?|wording|phrase|term|expression|paraphrase)\s+of\s+the\s+{nouns}\b"
        rf"|\b{nouns}\s+(?:itself\s+)?(?:calls?|puts?|terms?|words|phrases|describes?|paraphrases?"
        rf"|summari[sz]es?|renders?|uses?|speaks?)\b"
        rf"|\b(?:words|words\s+of)\s+(?:here\s+)?are\s+the\s+{nouns}['’]s\b",
        re.IGNORECASE,
    )

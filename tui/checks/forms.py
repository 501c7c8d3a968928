"""Checks of the form of a reaction: state media are not the state, and a source shows the form."""

from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.checks.languages import is_english
from tui.checks.rule import ERROR, WARNING, Rule
from tui.diagnostics import Diagnostic
from tui.model.document import Document
from tui.model.items import Actor, Reaction
from tui.model.passages import sentences
from tui.model.sources import Excerpt

STATE_MEDIA_AS_STATE = Rule("state-media-as-state", "attribution", ERROR)
FORM_WITHOUT_BASIS = Rule("form-without-basis", "attribution", WARNING)

RULES = (STATE_MEDIA_AS_STATE, FORM_WITHOUT_BASIS)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Report reactions of the wrong actor, and forms that the source does not support."""
    for reaction, _ in context.of(Reaction):
        actor = context.document.items.get(reaction.actor)
        if not isinstance(actor, Actor):
            continue
        misattributed = _check_medium(context, reaction, actor)
        if misattributed is not None:
            yield misattributed
        elif reaction.form in _FORM_WORDS and not _has_basis(context, reaction, actor):
            yield FORM_WITHOUT_BASIS.diagnostic(
                reaction.origin.span("form"),
                f"nothing where the source names {actor.name} makes this {_FORMS[reaction.form]}.",
                "Write the form that the source supports, such as `commentary`, or say in a note "
                f"`on: {reaction.id}` where it comes from.",
                item=reaction.id,
            )


def _check_medium(context: CheckContext, reaction: Reaction, actor: Actor) -> Diagnostic | None:
    """What is wrong if the words of a medium are given as the words of a state."""
    items = context.document.items
    behalf = items.get(reaction.on_behalf_of)
    if actor.kind == "media" and isinstance(behalf, Actor) and behalf.kind == "state":
        return STATE_MEDIA_AS_STATE.diagnostic(
            reaction.origin.span("on_behalf_of"),
            f"{actor.name} is a medium and does not speak on behalf of {behalf.name}.",
            "Delete it. Where the medium carries a statement of the state, write the state as the "
            "`actor`, and as the last hop of the chain.",
            item=reaction.id,
        )
    if actor.kind != "state" or reaction.form == "no-statement":
        return None
    medium = _speaking_medium(context, reaction, actor)
    if reaction.form != "state-media" and not medium:
        return None
    return STATE_MEDIA_AS_STATE.diagnostic(
        reaction.origin.span("actor"),
        f"these are words of {medium or 'state media'}, not of {actor.name}.",
        "Write the medium as the `actor`.",
        item=reaction.id,
    )


def _speaking_medium(context: CheckContext, reaction: Reaction, state: Actor) -> str:
    """The name of the state's medium that speaks in all cited excerpts; empty if another speaks."""
    items, name = context.document.items, ""
    for excerpt in context.document.cited(reaction.id):
        speaker = items.get(excerpt.chain[-1].agent) if excerpt.chain else None
        if not isinstance(speaker, Actor) or speaker.kind != "media":
            return ""
        if state.id not in _owners(context, speaker):
            return ""
        name = speaker.name
    return name


def _owners(context: CheckContext, actor: Actor) -> set[str]:
    """The ids of the actors that an actor is `of`, directly or indirectly."""
    owners: set[str] = set()
    while actor.of and actor.of not in owners:
        owners.add(actor.of)
        owner = context.document.items.get(actor.of)
        if not isinstance(owner, Actor):
            break
        actor = owner
    return owners


_FORMS = {
    "official-statement": "an official statement",
    "state-media": "state media",
    "expert-comment": "an expert's comment",
}
_FORM_WORDS: dict[str, tuple[str, ...]] = {
    "official-statement": (
        *("minist", "president", "premier", "chancellor", "spokes", "government", "official"),
        *("ambassador", "secretar", "statement", "announc", "commission", "parliament", "senat"),
        *("governor", "mayor", "general", "admiral", "commander", "chief", "chair", "director"),
        *("head of", "leader", " led ", "king", "queen", "prince", "pope", "embassy", "council"),
        *("department", "on behalf", "congress", "deputy", "envoy", "commissioner", "founder"),
    ),
    "state-media": (
        *("state media", "state-", "state news", "state broadcaster", "state television"),
        *("state tv", "state radio", "state newspaper", "state press", "state outlet", "state-run"),
        *("party media", "party newspaper", "party organ", "party paper", "party daily"),
        *("communist party", "ruling party", "workers' party", "workers’ party", "mouthpiece"),
        *("government-", "government newspaper", "official news", "official media", "organ of"),
        *("official newspaper", "official daily", "public broadcaster"),
    ),
    "expert-comment": (
        *("expert", "analyst", "scholar", "professor", "prof.", "research", "academ", "fellow"),
        *("specialist", "economist", "historian", "scientist", "strategist", "lecturer", "former"),
        *("institut", "universit", "think tank", "think-tank", "centre", "center", "school"),
        *("retired", "adviser", "advisor", "consultant", "commentator", "director", "dr "),
        *("dr. ", "lawyer", "engineer", "foundation", "studies"),
    ),
}
"""Beginnings of words, in lower case, by which a source shows the form of somebody's words."""
_INSTITUTIONS = frozenset({"state", "organization", "media"})
"""Kinds of actors that speak officially for themselves; a person needs an office to do so."""
_MENTIONS = 20
"""Number of mentions of an actor in a copy that are examined."""
_NEARBY = 400
"""Code points of the paragraph on either side of a mention that are examined."""


def _has_basis(context: CheckContext, reaction: Reaction, actor: Actor) -> bool:
    """Whether the source or a note supports the form, or this cannot be determined."""
    document = context.document
    if reaction.form == "official-statement" and actor.kind in _INSTITUTIONS:
        return True
    if document.notes_on.get(reaction.id):
        return True
    cited = list(document.cited(reaction.id))
    if not cited or not all(_is_searchable(document, each) for each in cited):
        return True
    words = _FORM_WORDS[reaction.form]
    return any(word in text for text in _contexts(document, actor, cited) for word in words)


def _is_searchable(document: Document, excerpt: Excerpt) -> bool:
    """Whether an excerpt is in English and located in its local copy."""
    return is_english(document, excerpt) and bool(sentences(document, excerpt))


def _contexts(document: Document, actor: Actor, cited: list[Excerpt]) -> Iterator[str]:
    """The sentences of the cited excerpts, and the text around each mention of the actor."""
    for excerpt in cited:
        yield _folded(sentences(document, excerpt))
    for source in {excerpt.source for excerpt in cited}:
        text = document.copies[source].text
        for name in (actor.name, *actor.also):
            at = text.find(name) if name else -1
            for _ in range(_MENTIONS):
                if at < 0:
                    break
                before = text[max(at - _NEARBY, 0) : at].rpartition("\n\n")[2]
                after = text[at : at + _NEARBY].partition("\n\n")[0]
                yield _folded(before + after)
                at = text.find(name, at + len(name))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())

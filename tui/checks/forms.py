"""The checks of the form of a reaction: who may speak as what, and what in the source says so."""

from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.checks.language import is_english
from tui.checks.rule import ERROR, WARNING, Rule
from tui.diagnostics import Diagnostic
from tui.model.items import Actor, Reaction
from tui.model.passages import sentences
from tui.model.sources import Excerpt

STATE_MEDIA_AS_STATE = Rule("state-media-as-state", "attribution", ERROR)
FORM_WITHOUT_BASIS = Rule("form-without-basis", "attribution", WARNING)

RULES = (STATE_MEDIA_AS_STATE, FORM_WITHOUT_BASIS)


def check(survey: CheckContext) -> Iterator[Diagnostic]:
    """Reactions that are given to the wrong actor or called what the source does not call them."""
    for reaction, _ in survey.of(Reaction):
        actor = survey.document.items.get(reaction.actor)
        if not isinstance(actor, Actor):
            continue
        found = _misgiven(survey, reaction, actor)
        if found is not None:
            yield found
        elif reaction.form in _SAID_OF and not _has_basis(survey, reaction, actor):
            yield FORM_WITHOUT_BASIS.found(
                reaction.origin.span("form"),
                f"nothing where the source names {actor.name} makes this {_FORMS[reaction.form]}.",
                "Write the form that the source supports, such as `commentary`, or say in a note "
                f"`on: {reaction.id}` where it comes from.",
                item=reaction.id,
            )


def _misgiven(survey: CheckContext, reaction: Reaction, actor: Actor) -> Diagnostic | None:
    """What is wrong where the words of a medium are passed on as a state's."""
    items = survey.document.items
    behalf = items.get(reaction.on_behalf_of)
    if actor.kind == "media" and isinstance(behalf, Actor) and behalf.kind == "state":
        return STATE_MEDIA_AS_STATE.found(
            reaction.origin.span("on_behalf_of"),
            f"{actor.name} is a medium and does not speak on behalf of {behalf.name}.",
            "Delete it. Where the medium carries a statement of the state, write the state as the "
            "`actor`, and as the last hop of the chain.",
            item=reaction.id,
        )
    if actor.kind != "state" or reaction.form == "no-statement":
        return None
    medium = _speaking_medium(survey, reaction, actor)
    if reaction.form != "state-media" and not medium:
        return None
    return STATE_MEDIA_AS_STATE.found(
        reaction.origin.span("actor"),
        f"these are words of {medium or 'state media'}, not of {actor.name}.",
        "Write the medium as the `actor`.",
        item=reaction.id,
    )


def _speaking_medium(survey: CheckContext, reaction: Reaction, state: Actor) -> str:
    """The state's medium that all cited words are of; empty where another speaks, or nobody."""
    items, name = survey.document.items, ""
    for excerpt in survey.document.cited(reaction.id):
        speaker = items.get(excerpt.chain[-1].agent) if excerpt.chain else None
        if not isinstance(speaker, Actor) or speaker.kind != "media":
            return ""
        if state.id not in _belongs_to(survey, speaker):
            return ""
        name = speaker.name
    return name


def _belongs_to(survey: CheckContext, actor: Actor) -> set[str]:
    """The ids of the actors that one is `of`, the further ones too."""
    owners: set[str] = set()
    while actor.of and actor.of not in owners:
        owners.add(actor.of)
        owner = survey.document.items.get(actor.of)
        if not isinstance(owner, Actor):
            break
        actor = owner
    return owners


_FORMS = {
    "official-statement": "an official statement",
    "state-media": "state media",
    "expert-comment": "an expert's comment",
}
_SAID_OF: dict[str, tuple[str, ...]] = {
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
"""What a source says of somebody whose words have a form: beginnings of words, in lower case."""
_INSTITUTIONS = frozenset({"state", "organization", "media"})
"""What they say in their own name is official; of a person it depends on the office."""
_NAMED_AT = 20
"""So many places at which a copy names an actor are looked at."""
_BESIDE = 400
"""Code points of the paragraph on either side of a name that are looked at."""


def _has_basis(survey: CheckContext, reaction: Reaction, actor: Actor) -> bool:
    """Whether the source, or a note, says why the form is what it is; or nothing is known."""
    document = survey.document
    if reaction.form == "official-statement" and actor.kind in _INSTITUTIONS:
        return True
    if document.notes_on.get(reaction.id):
        return True
    cited = list(document.cited(reaction.id))
    known = [
        each
        for each in cited
        if each.source in document.copies
        and is_english(document, each)
        and _is_placed(survey, each)
    ]
    if not cited or len(known) < len(cited):
        return True
    words = _SAID_OF[reaction.form]
    return any(word in text for text in _said_of(survey, actor, known) for word in words)


def _is_placed(survey: CheckContext, excerpt: Excerpt) -> bool:
    return bool(sentences(survey.document, excerpt))


def _said_of(survey: CheckContext, actor: Actor, cited: list[Excerpt]) -> Iterator[str]:
    """What the source says where it has the reaction, and where it names the actor."""
    for excerpt in cited:
        yield _in_one_line(sentences(survey.document, excerpt))
    for source in {excerpt.source for excerpt in cited}:
        text = survey.document.copies[source].text
        for name in (actor.name, *actor.also):
            at = text.find(name) if name else -1
            for _ in range(_NAMED_AT):
                if at < 0:
                    break
                before = text[max(at - _BESIDE, 0) : at].rpartition("\n\n")[2]
                after = text[at : at + _BESIDE].partition("\n\n")[0]
                yield _in_one_line(before + after)
                at = text.find(name, at + len(name))


def _in_one_line(text: str) -> str:
    return " ".join(text.casefold().split())

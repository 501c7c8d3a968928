"""Attribution: the speaker of an excerpt, and the chain from the source to that speaker.

An excerpt that is word for word in an article may still be a paraphrase. The functions here never
give the words of an article as those of the person whom it paraphrases.
"""

from collections.abc import Iterator

from tui.blocks import Run, Runs, Style, runs
from tui.model.document import Document, VerificationState
from tui.model.passages import is_marked, touched
from tui.model.sources import Excerpt, Hop
from tui.panes import names
from tui.panes.verification import found, lacking, missing_words

UNNAMED = "somebody unnamed"

_MANNER = {
    "direct": "direct quotation",
    "indirect": "paraphrase",
    "mixed": "partly quoted, partly paraphrased",
    "narrator": "the source’s own words",
    "heading": "a heading of the source",
}
_UNCLEAR = "whose words these are is unclear"


def manner(excerpt: Excerpt) -> str:
    """How the source renders the words, such as `paraphrase` or `direct quotation`."""
    return _MANNER.get(excerpt.voice, _UNCLEAR)


def speakers(document: Document, excerpt: Excerpt) -> list[str]:
    """The names of the actors in the chain, without the source."""
    return [names.actor(document, hop.agent) for hop in excerpt.chain if hop.agent]


def last_speaker(document: Document, excerpt: Excerpt) -> str:
    """The name of the original speaker, last in the chain; empty if the source cites nobody."""
    return _name(document, excerpt.chain[-1]) if excerpt.chain else ""


def passed_on_by(document: Document, excerpt: Excerpt) -> list[str]:
    """The names of those between the source and the original speaker."""
    return [_name(document, hop) for hop in excerpt.chain[:-1]]


def say(document: Document, excerpt: Excerpt) -> str:
    """The attribution to speak before a statement: `According to …, citing …:`."""
    said = f"According to {names.source(document, excerpt.source)}"
    speaker = last_speaker(document, excerpt)
    if not speaker:
        own = excerpt.voice in {"narrator", "heading"}
        return f"{said}:" if own else f"{said}, {_UNCLEAR}:"
    verb = "quoting" if excerpt.voice == "direct" else "citing"
    inferred = " (inferred)" if excerpt.chain[-1].inferred else ""
    between = passed_on_by(document, excerpt)
    through = f" by way of {' and '.join(between)}" if between else ""
    return f"{said}, {verb} {speaker}{inferred}{through}:"


def quotable(document: Document, excerpt: Excerpt) -> Iterator[Runs]:
    """Whether the words may be quoted, and in whose name.

    This follows from `voice` and the chain. Words that are not in the copy may never be quoted.
    """
    state = found(document, excerpt.id).state
    match state:
        case VerificationState.MISMATCH:
            yield runs(Run("No. These words do not stand in our copy.", Style.WRONG))
        case VerificationState.NOT_CONTENT:
            yield runs(Run("No. This is boilerplate, not what the source says.", Style.WRONG))
        case VerificationState.SOURCE_CHANGED:
            yield runs(Run("Not before it is checked again: our copy has changed.", Style.WRONG))
        case VerificationState.NORMALISED:
            yield runs(_by_voice(document, excerpt))
            yield runs(Run("Only in the source’s own signs; see CHECKED.", Style.CAUTION))
        case VerificationState.UNCHECKED:
            held = (
                "the copy could not be read"
                if found(document, excerpt.id).missing
                else "no copy is held"
            )
            answer = _by_voice(document, excerpt)
            if answer.startswith("Yes"):
                answer = f"Not before it is checked: {held}."
            yield runs(Run(answer, Style.CAUTION))
        case _:
            yield runs(_by_voice(document, excerpt))
    if excerpt.translation is not None:
        yield runs("The translation: no, never as the speaker’s words.")


def who(document: Document, excerpt: Excerpt, *, reasons: bool = True) -> Iterator[Runs]:
    """The numbered chain of attribution, from the source to the original speaker.

    Without `reasons`, an inferred hop is only marked as inferred.
    """
    yield runs("1 ", names.source(document, excerpt.source), _author(document, excerpt))
    for number, hop in enumerate(excerpt.chain, 2):
        yield runs(f"{number} ", *_hop(document, excerpt, hop, reasons))
    if not excerpt.chain and excerpt.voice in {"narrator", "heading"}:
        yield runs(Run("nobody is cited for it", Style.MUTED))
    if excerpt.voice not in {"narrator", "indirect", "direct"} or excerpt.basis:
        reason = f": {excerpt.basis}" if excerpt.basis and reasons else ""
        yield runs(Run(f"{manner(excerpt)}{reason}", Style.MUTED))


def _by_voice(document: Document, excerpt: Excerpt) -> str:
    source = names.source(document, excerpt.source)
    speaker = last_speaker(document, excerpt)
    match excerpt.voice:
        case "narrator":
            return f"Yes, as the words of {source}."
        case "heading":
            return f"Yes, as a heading of {source}."
        case "direct" if (
            speaker and not excerpt.chain[-1].unnamed and not is_marked(document, excerpt)
        ):
            return "Not before it is checked: the source has no quotation marks here."
        case "direct" if speaker and not excerpt.chain[-1].unnamed:
            return f"Yes, as the words of {speaker}, quoted by {source}."
        case "direct":
            return f"No. They are quoted by {source}, which names no speaker."
        case "indirect" if speaker == UNNAMED:
            return f"No. These are the words of {source}, which does not name whom it cites."
        case "indirect" if speaker:
            return f"No. These are the words of {source}, not of {speaker}."
        case "mixed" if speaker:
            return f"No. The words of {source} and of {speaker} are mixed in it."
    return f"No. They stand in {source}; {_UNCLEAR}."


def _author(document: Document, excerpt: Excerpt) -> str:
    source = document.source(excerpt.source)
    if source is None:
        return ""
    return f", by {', '.join(source.author)}" if source.author else ", author unknown"


def _hop(document: Document, excerpt: Excerpt, hop: Hop, reasons: bool) -> Iterator[str | Run]:
    yield _name(document, hop)
    role = getattr(document.items.get(hop.agent), "role", "")
    if role:
        yield f", {role}"
    if hop.cue and lacking(touched(document, excerpt), (hop.cue,)):
        yield " "
        yield missing_words("cue", hop.cue)
    elif hop.cue:
        yield Run(f" “{hop.cue}”", Style.QUOTE)
    if hop.inferred or (hop.basis and reasons):
        reason = f": {hop.basis}" if hop.basis and reasons else ""
        yield Run(f" ({'inferred' if hop.inferred else 'basis'}{reason})", Style.MUTED)


def _name(document: Document, hop: Hop) -> str:
    return names.actor(document, hop.agent) if hop.agent else UNNAMED

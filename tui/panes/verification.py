"""The verification of excerpts in a glyph and words, never in colour alone."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from tui.blocks import Run, Runs, Style, runs
from tui.model.document import DiffKind, Document, Verification, VerificationState
from tui.model.origins import origins
from tui.model.passages import Texts
from tui.model.sources import Excerpt
from tui.panes.names import count
from tui.places import is_placeholder
from tui.text.quotation import contains_words

_UNKNOWN = Verification(VerificationState.UNCHECKED)

_SHORT = {
    VerificationState.VERBATIM: ("✓ verbatim", Style.VERIFIED),
    VerificationState.UNCHECKED: ("? not checked", Style.CAUTION),
    VerificationState.AMBIGUOUS: ("! stands more than once", Style.CAUTION),
    VerificationState.NORMALISED: ("~ in our copy but for signs", Style.CAUTION),
    VerificationState.SOURCE_CHANGED: ("! our copy has changed", Style.WRONG),
    VerificationState.NOT_CONTENT: ("! in boilerplate", Style.WRONG),
    VerificationState.MISMATCH: ("✗ NOT in our copy", Style.WRONG),
}
"""The short remark for each state, in the order in which several are listed."""

_COUNTED = {
    VerificationState.VERBATIM: "word for word in our copy",
    VerificationState.UNCHECKED: "not checked: no copy held",
    VerificationState.AMBIGUOUS: "standing more than once in our copy",
    VerificationState.NORMALISED: "in our copy but for quotes, dashes, spaces or composition",
    VerificationState.SOURCE_CHANGED: "of a source whose copy has changed",
    VerificationState.NOT_CONTENT: "in boilerplate",
    VerificationState.MISMATCH: "NOT in our copy",
}

_SIDES = {DiffKind.YOURS: ("yours", Style.WRONG), DiffKind.THEIRS: ("source’s", Style.CAUTION)}

_OPEN = {
    VerificationState.UNCHECKED: "the words themselves",
    VerificationState.SOURCE_CHANGED: "the words themselves",
    VerificationState.AMBIGUOUS: "which of these places is meant",
}
"""The question that a state leaves open."""


def found(document: Document, excerpt: str) -> Verification:
    """The verification of an excerpt by id; unchecked if there is none."""
    return document.verifications.get(excerpt, _UNKNOWN)


def is_verified(document: Document, cites: Collection[str]) -> bool:
    """Whether there is at least one excerpt, and each is word for word in its local copy."""
    return bool(cites) and all(
        found(document, id).state is VerificationState.VERBATIM for id in cites
    )


def lacking(texts: Texts, words: Iterable[str]) -> tuple[str, ...]:
    """The words that are in none of the texts; empty if the texts are not known."""
    return () if texts is None else tuple(each for each in words if not contains_words(texts, each))


def missing_words(what: str, words: str) -> Run:
    """The remark that words are not in the source: `cue “shouted at” is NOT in …`."""
    return Run(f"{what} “{words}” is NOT in the passage of our copy", Style.WRONG)


def remark(document: Document, cites: Collection[str]) -> tuple[Run, ...]:
    """The states and origins of an item's excerpts: `✓ verbatim`, `2 excerpts, 1 origin`."""
    return (*states(document, cites), *_support(document, cites))


def states(document: Document, cites: Collection[str]) -> tuple[Run, ...]:
    """The states of the excerpts: `✓ verbatim`; with numbers where they differ."""
    verifications = document.verifications
    found = [verifications[id].state for id in cites if id in verifications]
    withheld = sum(map(is_placeholder, cites))
    missing = len(cites) - len(found) - withheld
    if found and not missing and not withheld and found.count(found[0]) == len(found):
        return (_short(found[0], 1),)
    said = [_short(state, found.count(state)) for state in _SHORT if state in found]
    if missing:
        said.append(Run(f"✗ excerpts that do not exist: {missing}", Style.WRONG))
    if withheld:
        said.append(Run(f"withheld: {withheld}", Style.MUTED))
    return tuple(said)


def tally(document: Document, excerpts: Iterable[Excerpt]) -> Iterator[Run]:
    """The number of excerpts in each state, in words."""
    every = [excerpt.id for excerpt in excerpts]
    withheld = sum(map(is_placeholder, every))
    counts = Counter(found(document, id).state for id in every if not is_placeholder(id))
    for state, words in _COUNTED.items():
        if counts[state]:
            number = "all" if len(counts) == 1 and not withheld else counts[state]
            yield Run(f"{number} {words}", _SHORT[state][1])
    if withheld:
        yield Run(f"{withheld} withheld", Style.MUTED)


def one_line(verification: Verification) -> Run:
    """A verification in one line: `✓ word for word in our copy, line 24, sentence 2`."""
    glyph = _SHORT[verification.state][0].partition(" ")[0]
    return Run(f"{glyph} {_sentence(verification)}", _SHORT[verification.state][1])


def checked(verification: Verification) -> Iterator[Runs]:
    """A verification, followed by the wording of the copy where it differs."""
    yield runs(one_line(verification))
    passage = verification.passage
    if verification.state is VerificationState.NORMALISED and passage:
        yield runs("Our copy reads: ", Run(f"“{passage.text}”", Style.QUOTE))
    if verification.state is VerificationState.MISMATCH and passage:
        yield runs(f"The nearest passage stands in line {passage.line}:")
        words = runs(*word_diff(verification.difference, _SIDES, Style.QUOTE))
        yield words or runs(Run(passage.text, Style.QUOTE))


def not_checked(document: Document, excerpt: Excerpt, speakers: Sequence[str]) -> Iterator[Runs]:
    """The remarks on what was not checked, such as whether the speakers said it.

    Args:
        document: The briefing.
        excerpt: The excerpt.
        speakers: The names of the actors in its chain.
    """
    state = found(document, excerpt.id).state
    if state in _OPEN:
        yield runs(_OPEN[state])
    for name in dict.fromkeys(speakers):
        if not is_held(document, excerpt, name):
            yield runs(f"whether {name} said it: the text is not held")
    if any(not hop.agent for hop in excerpt.chain):
        yield runs("who said it: the source does not name them")
    if not excerpt.chain:
        yield runs("whether it is so")
    if excerpt.translation is not None:
        yield runs("the translation")


def is_held(document: Document, excerpt: Excerpt, name: str) -> bool:
    """Whether a text that the source reports is held and names the speaker."""
    source = document.source(excerpt.source)
    texts = source.derived_from if source else ()
    return any(text.held and name.casefold() in text.text.casefold() for text in texts)


def word_diff(
    pieces: Iterable[tuple[DiffKind, str]],
    sides: Mapping[DiffKind, tuple[str, Style]],
    same: Style,
) -> Iterator[Run]:
    """Render a word diff that can be read without colour: `[yours: May 6] [source’s: May 5]`.

    Args:
        pieces: The pieces of the difference.
        sides: The name and the style of each side.
        same: The style of words that are equal on both sides.
    """
    before = DiffKind.SAME
    for kind, text in pieces:
        if kind is DiffKind.SAME:
            yield Run(text, same)
        else:
            side, style = sides[kind]
            space = "" if before is DiffKind.SAME else " "
            after = " " if text.endswith(" ") else ""
            yield Run(f"{space}[{side}: {text.strip()}]{after}", style)
        before = kind


def _support(document: Document, cites: Iterable[str]) -> Iterator[Run]:
    """The number of excerpts and of their origins; nothing without excerpts."""
    cited = {each.id: each for each in map(document.excerpt, cites) if each}
    if not cited:
        return
    # Excerpts of one source have one origin: no need to compare the sources.
    alike = len({each.source for each in cited.values()}) == 1
    yield _counted(len(cited), 1 if alike else len(origins(document, cited.values())))


@cache
def _counted(excerpts: int, groups: int) -> Run:
    return Run(f"{count(excerpts, 'excerpt')}, {count(groups, 'origin')}", Style.MUTED)


@cache
def _short(state: VerificationState, count: int) -> Run:
    words, style = _SHORT[state]
    return Run(words if count == 1 else f"{words} {count}", style)


def _sentence(verification: Verification) -> str:
    passage = verification.passage
    line = f", line {passage.line}" if passage else ""
    match verification.state:
        case VerificationState.VERBATIM:
            sentence = f", sentence {passage.sentence}" if passage else ""
            return f"word for word in our copy{line}{sentence}"
        case VerificationState.AMBIGUOUS:
            lines = " and ".join(map(str, verification.lines))
            return f"stands {len(verification.lines)} times in our copy, lines {lines}"
        case VerificationState.NOT_CONTENT:
            return f"in boilerplate of our copy{line}"
        case VerificationState.NORMALISED:
            return f"in our copy but for {' and '.join(verification.folded)}{line}"
        case VerificationState.MISMATCH:
            return "NOT in our copy"
        case VerificationState.SOURCE_CHANGED:
            return f"our copy has changed: it is not the one that was excerpted{line}"
        case VerificationState.UNCHECKED:
            if verification.missing:
                return "not checked: the copy that the source names could not be read"
            return "not checked: no copy held"

"""What a briefing rests on, in a few sentences, and what it does not hold."""

from collections import Counter
from collections.abc import Iterable, Iterator

from tui.blocks import Run, Runs, Style, runs
from tui.model.briefing import ReactionsPane
from tui.model.document import Document
from tui.model.origins import origins
from tui.model.sources import Excerpt, Source
from tui.panes import attribution, names, verification
from tui.panes.remarks import filled, joined
from tui.places import is_placeholder

_NAMED_AT_MOST = 5
"""Sources named one by one; more are only counted, since the pane of sources lists them."""


def lines(document: Document) -> tuple[Runs, ...]:
    """The sentences, a paragraph each."""
    briefing = document.briefing
    return (
        runs(_sources(document)),
        *filled(
            _excerpts(document),
            runs(f"Direct quotations: {_quoted(document, briefing.excerpts)}", *_voices(document)),
            _not_held(briefing.sources),
            runs(briefing.source_summary),
        ),
    )


def _sources(document: Document) -> str:
    sources = document.briefing.sources
    if not sources:
        return "No source is declared."
    count = _count(len(sources), "source")
    groups = len(origins(document, document.briefing.excerpts))
    if len(sources) > 1 and groups:
        count += f" of {_count(groups, 'origin')}"
    if len(sources) > _NAMED_AT_MOST:
        return f"{count}."
    named = "; ".join(", ".join((names.source(document, each.id), *_by(each))) for each in sources)
    return f"{count}: {named}."


def _by(source: Source) -> Iterator[str]:
    """By whom it is; of one that is withheld, nothing."""
    if not is_placeholder(source.id):
        yield f"by {', '.join(source.author)}" if source.author else "author unknown"


def _excerpts(document: Document) -> Runs:
    excerpts = document.briefing.excerpts
    if not excerpts:
        return ()
    return joined([_count(len(excerpts), "excerpt"), *verification.tally(document, excerpts)])


def _quoted(document: Document, excerpts: Iterable[Excerpt]) -> str:
    """How many excerpts hold a speaker's own words, and whose: `1 (the ministry)`."""
    speakers = Counter(
        attribution.last_speaker(document, excerpt) or attribution.UNNAMED
        for excerpt in excerpts
        if excerpt.voice == "direct"
    )
    if not speakers:
        return "none."
    named = ", ".join(f"{name} {n}" if n > 1 else name for name, n in speakers.items())
    return f"{speakers.total()} ({named})."


def _voices(document: Document) -> Iterator[str]:
    """For each pane of reactions, how many of its excerpts are direct quotations."""
    for pane in document.briefing.panes:
        if isinstance(pane, ReactionsPane):
            cited = dict.fromkeys(id for each in pane.reactions for id in each.cites)
            excerpts = [found for found in map(document.excerpt, cited) if found]
            yield f" In {names.pane(pane)}: {_quoted(document, excerpts)}"


def _not_held(sources: Iterable[Source]) -> Runs:
    texts = [text.text for source in sources for text in source.derived_from if not text.held]
    return runs(Run("Not held: "), Run("; ".join(texts), Style.CAUTION), ".") if texts else ()


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"

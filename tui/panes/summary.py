"""The summary pane: the bottom line, the judgments and their foundation."""

from collections import Counter
from collections.abc import Iterable, Iterator

from tui.blocks import Block, Paragraph, Run, Runs, Style, runs
from tui.model.briefing import AgendaItem, Briefing, Meeting, Pane, ReactionsPane, Revision
from tui.model.document import Document
from tui.model.origins import origins
from tui.model.sources import Excerpt, Source
from tui.panes import attribution, dates, headings, judgments, names, verification
from tui.panes.remarks import filled, joined, must_cover
from tui.places import Options, is_placeholder

_MOST_NAMED = 5
"""The most sources that are named; more are only counted."""


def blocks(document: Document, pane: Pane, options: Options) -> Iterator[Block]:
    """The bottom line, the judgments, their foundation, and the particulars of the briefing."""
    briefing = document.briefing
    yield from _bottom_line(briefing)
    if briefing.key_judgments:
        yield headings.section("our judgments", "not the source's")
    for judgment in briefing.key_judgments:
        yield judgments.entry(document, judgment, options)
    yield headings.section("what it all rests on")
    for line in _foundation(document):
        yield Paragraph(text=line)
    yield from _particulars(briefing)
    if briefing.meeting:
        yield from _meeting(document, briefing.meeting)
    if briefing.revisions:
        yield headings.section("revisions")
    for revision in briefing.revisions:
        yield Paragraph(text=_revision(revision))


def _bottom_line(briefing: Briefing) -> Iterator[Block]:
    if briefing.bottom_line is None:
        return
    yield headings.section("bottom line")
    every = briefing.bottom_line.judgments
    judgments = " ".join("withheld" if is_placeholder(each) else each for each in every)
    yield Paragraph(
        kind="bottom-line",
        text=runs(
            Run(briefing.bottom_line.text, Style.STRONG),
            Run(f" [{judgments}]" if judgments else "", Style.MUTED),
        ),
    )


def _foundation(document: Document) -> tuple[Runs, ...]:
    """The sources, excerpts and quotations, and the texts that are not held; a paragraph each."""
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
    count = names.count(len(sources), "source")
    groups = len(origins(document, document.briefing.excerpts))
    if len(sources) > 1 and groups:
        count += f" of {names.count(groups, 'origin')}"
    if len(sources) > _MOST_NAMED:
        return f"{count}."
    named = "; ".join(", ".join((names.source(document, each.id), *_by(each))) for each in sources)
    return f"{count}: {named}."


def _by(source: Source) -> Iterator[str]:
    if not is_placeholder(source.id):
        yield f"by {', '.join(source.author)}" if source.author else "author unknown"


def _excerpts(document: Document) -> Runs:
    excerpts = document.briefing.excerpts
    if not excerpts:
        return ()
    count = names.count(len(excerpts), "excerpt")
    return joined([count, *verification.tally(document, excerpts)])


def _quoted(document: Document, excerpts: Iterable[Excerpt]) -> str:
    """The number of direct quotations and their speakers: `1 (the ministry)`."""
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
    """The number of direct quotations in each pane of reactions."""
    for pane in document.briefing.panes:
        if isinstance(pane, ReactionsPane):
            cited = dict.fromkeys(id for each in pane.reactions for id in each.cites)
            excerpts = [found for found in map(document.excerpt, cited) if found]
            yield f" In {names.pane(pane)}: {_quoted(document, excerpts)}"


def _not_held(sources: Iterable[Source]) -> Runs:
    texts = [text.text for source in sources for text in source.derived_from if not text.held]
    return runs(Run("Not held: "), Run("; ".join(texts), Style.CAUTION), ".") if texts else ()


def _particulars(briefing: Briefing) -> Iterator[Block]:
    cutoff = briefing.information_cutoff
    lines = filled(
        _labelled("Topics", ", ".join(briefing.topics)),
        _labelled("Prepared by", briefing.prepared_by),
        _labelled("Issued", dates.prose(briefing.issued)),
        _labelled("Information cutoff", dates.spoken(cutoff)),
        joined([dates.stated(cutoff)]),
        dates.inference(cutoff),
        _labelled("Language", briefing.lang),
    )
    if lines:
        yield headings.section("this briefing")
    for line in lines:
        yield Paragraph(text=line)


def _meeting(document: Document, meeting: Meeting) -> Iterator[Block]:
    length = f"{meeting.minutes} minutes" if meeting.minutes else ""
    yield headings.section("agenda", ", ".join(filter(None, (meeting.starts, length))))
    for part in meeting.agenda:
        yield Paragraph(text=_agenda_line(document, part))


def _agenda_line(document: Document, part: AgendaItem) -> Runs:
    minutes = f"{part.minutes} min" if part.minutes else ""
    return joined([Run(names.title(document, part.show)), minutes, must_cover(document, part)])


def _revision(shown: Revision) -> Runs:
    kind = shown.type or "revision"
    weight = f", {shown.significance}" if shown.significance else ""
    reason = f": {shown.reason}" if shown.reason else ""
    return runs(Run(dates.prose(shown.date), Style.LABEL), f" {kind}{weight}{reason}")


def _labelled(label: str, text: str) -> Runs:
    return runs(Run(f"{label}: ", Style.LABEL), text) if text else ()

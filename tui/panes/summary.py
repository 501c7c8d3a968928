"""Summary: the bottom line, our judgments, and what it all rests on."""

from collections.abc import Iterator

from tui.blocks import Block, Paragraph, Run, Runs, Style, runs
from tui.model.briefing import AgendaItem, Briefing, Meeting, Pane, Revision
from tui.model.document import Document
from tui.panes import dates, foundation, headings, judgments, names
from tui.panes.remarks import filled, joined, must_cover
from tui.places import Options, is_placeholder


def blocks(document: Document, pane: Pane, options: Options) -> Iterator[Block]:
    """The bottom line, the judgments, what they rest on, and the briefing's own particulars."""
    yield from _bottom_line(document.briefing)
    if document.briefing.key_judgments:
        yield headings.section("our judgments", "not the source's")
    for judgment in document.briefing.key_judgments:
        yield judgments.entry(document, judgment, options)
    yield headings.section("what it all rests on")
    for line in foundation.lines(document):
        yield Paragraph(text=line)
    yield from _about(document.briefing)
    if document.briefing.meeting:
        yield from _meeting(document, document.briefing.meeting)
    if document.briefing.revisions:
        yield headings.section("revisions")
    for revision in document.briefing.revisions:
        yield Paragraph(text=_revision(revision))


def _bottom_line(briefing: Briefing) -> Iterator[Block]:
    """It sums up the judgments, and so is as much ours as they are."""
    if briefing.bottom_line is None:
        return
    yield headings.section("bottom line")
    every = briefing.bottom_line.judgments
    summed_up = " ".join("withheld" if is_placeholder(each) else each for each in every)
    yield Paragraph(
        kind="bottom-line",
        text=runs(
            Run(briefing.bottom_line.text, Style.STRONG),
            Run(f" [{summed_up}]" if summed_up else "", Style.MUTED),
        ),
    )


def _about(briefing: Briefing) -> Iterator[Block]:
    """What the file says of itself."""
    cutoff = briefing.information_cutoff
    words = dates.stated(cutoff)
    lines = filled(
        _labelled("Topics", ", ".join(briefing.topics)),
        _labelled("Prepared by", briefing.prepared_by),
        _labelled("Issued", dates.prose(briefing.issued)),
        _labelled("Information cutoff", dates.spoken(cutoff)),
        joined([words]),
        dates.inference(cutoff),
        _labelled("Language", briefing.lang),
    )
    if lines:
        yield headings.section("this briefing")
    for line in lines:
        yield Paragraph(text=line)


def _meeting(document: Document, meeting: Meeting) -> Iterator[Block]:
    length = f"{meeting.minutes} minutes" if meeting.minutes else ""
    remark = ", ".join(part for part in (meeting.starts, length) if part)
    yield headings.section("agenda", remark)
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

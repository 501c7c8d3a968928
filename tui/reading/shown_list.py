"""The list of what was shown in a meeting so far."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tui.blocks import Block, Paragraph, Run, Style, TimelineRow, runs
from tui.meeting.record import MeetingRecord
from tui.meeting.wording import hours_and_minutes, minutes_and_seconds
from tui.reading.annotation_prompts import PlaceList

if TYPE_CHECKING:
    from tui.reading.session import ReadingSession


def show_record(
    session: "ReadingSession", record: MeetingRecord, title: Callable[[str], str]
) -> None:
    """List what was shown, the last first, to go there; what has no `title` is left out."""

    def go(id: str) -> str:
        if session.reader is not None:
            session.reader.go(session.reader.way_to(id))
        return ""

    session.mode = PlaceList("Shown so far", [*_rows(record, title)], go)


def _rows(record: MeetingRecord, title: Callable[[str], str]) -> Iterator[Block]:
    rows: list[Block] = [
        TimelineRow(
            item=showing.id,
            when=runs(Run(hours_and_minutes(showing.began), Style.LABEL)),
            title=runs(title(showing.id)),
            aside=runs(Run(minutes_and_seconds(showing.seconds), Style.MUTED)),
        )
        for showing in reversed(record.showings)
        if title(showing.id)
    ]
    yield from rows or [Paragraph(text=runs("Nothing yet."), kind="remark")]

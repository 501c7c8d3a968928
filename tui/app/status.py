"""The footer: where the reader is, the last notice, and the keys that work here."""

from collections.abc import Mapping

from tui.app.bindings import ROWS, CommandRow, Keys
from tui.app.lines import ScreenPart, Tinted, cut, marking, spread, width
from tui.blocks import Style
from tui.places import Filter, View
from tui.reading import links
from tui.reading.finder import Finder
from tui.reading.open_briefing import OpenBriefing
from tui.reading.session import ReadingSession

VIEW_NAMES = {
    View.PANE: "its pane",
    View.EVIDENCE: "evidence",
    View.WORDS: "words",
    View.SOURCE: "source",
    View.CONNECTED: "connected",
    View.TIMELINE: "time line",
    View.MATRIX: "matrix",
}
_FILTERS = {Filter.VERIFIED: "only verified", Filter.UNVERIFIED: "only not verified"}
_APART: Tinted = (("   ", ScreenPart.FOOT),)


def status_line(session: ReadingSession, room: int, title: str = "") -> Tinted:
    """Return where the reader is, and the notice, the matches or the clock.

    Args:
        session: The session.
        room: The width in cells.
        title: What covers the panes, if anything does.
    """
    mark = _marking(session)
    where = (*mark, *_place(session, title))
    if session.peer is not None:
        together: Tinted = (*where, (f"  {session.peer.status()}", Style.STRONG))
        is_short = session.peer.is_away and width(together) > room
        where = (*mark, (session.peer.status(), Style.STRONG)) if is_short else together
    if session.notice:
        said: Tinted = ((session.notice, ScreenPart.SAID), (" ", ScreenPart.FOOT))
        if width(where) + width(_APART) + width(said) <= room:
            return spread(where, said, room)
        return cut((*mark, *said), room)
    found = _found(session)
    if not found and session.meeting is not None:
        clock = session.meeting.status(room - width(where) - width(_APART))
        return spread(where, ((clock, Style.STRONG), (" ", ScreenPart.FOOT)), room)
    counts = _counts(session.finder)
    fits = width(where) + width(_APART) + width(found) + width(counts) <= room
    return spread(where, (*found, *(counts if fits else ((" ", ScreenPart.FOOT),))), room)


def keys_line(
    session: ReadingSession,
    keys: Keys,
    active: Mapping[str, str],
    room: int,
    *,
    is_over: bool = False,
) -> Tinted:
    """Return the keys that matter here, the most useful ones where room is scarce.

    Args:
        session: The session.
        keys: The keys in force.
        active: By the id of each command that works here, the first key that gives it.
        room: The width in cells.
        is_over: Whether something lies over the panes.
    """
    offered = []
    for row in ROWS:
        pressed = [active[each.id] for each in row.commands if each.id in active]
        label = _label(session, row, is_over=is_over)
        if pressed and label:
            shown = " ".join(map(keys.display, pressed))
            offered.append((row, ((shown, ScreenPart.KEY), (f" {label}", ScreenPart.FOOT))))
    left, chosen = room - 1, set()
    for row, part in sorted(offered, key=lambda each: each[0].rank):
        if width(part) <= left:
            left -= width(part) + width(_APART)
            chosen.add(row.description)
    line: Tinted = ((" ", ScreenPart.FOOT),)
    for row, part in offered:
        if row.description in chosen:
            line += (*part, *_APART)
    return cut(line[:-1], room)


def _marking(session: ReadingSession) -> Tinted:
    marked = session.reader.document.briefing.marking if session.reader else ""
    if not marked:
        return ((" ", ScreenPart.FOOT),)
    return ((" ", ScreenPart.FOOT), (marked, marking(marked)), ("  ", ScreenPart.FOOT))


def _place(session: ReadingSession, title: str) -> Tinted:
    """The pane and the levels over it, or what covers them, and the number of the item."""
    if title:
        return ((title, Style.STRONG),)
    reader = session.reader
    if reader is None:
        return _library_place(session)
    if session.meeting is not None and session.is_at_agenda:
        return ((f"agenda  {session.meeting.place}", Style.STRONG),)
    pane = next(tab.title for tab in reader.tabs if tab.id == reader.trail[0].key)
    levels = [pane, *(VIEW_NAMES[place.view] for place in reader.trail[1:])]
    listing = reader.listing
    number = f"  {listing.ordinal(reader.cursor)} of {len(listing.items)}" if listing.items else ""
    return (
        (" › ".join(levels), ScreenPart.FOOT),
        (number, Style.STRONG),
        (_choices(reader), Style.CAUTION),
    )


def _library_place(session: ReadingSession) -> Tinted:
    briefings = session.briefings
    number, said = (briefings.place, f"  {briefings.said}") if briefings else ("", "")
    up_to = f"  up to {session.clearance}" if session.clearance else ""
    return (
        ("briefings  ", ScreenPart.FOOT),
        (number, Style.STRONG),
        (up_to, Style.CAUTION),
        (said, ScreenPart.FOOT),
    )


def _choices(reader: OpenBriefing) -> str:
    """What the reader has chosen to see; in room mode nothing about what is hidden."""
    if reader.policy.room:
        return "  room"
    clearance = reader.policy.clearance
    up_to = f"  up to {clearance}" if clearance else ""
    chosen = _FILTERS.get(reader.options.show)
    if chosen is None:
        return up_to
    hidden = reader.hidden
    return f"{up_to}  {chosen}, {hidden} hidden" if hidden else f"{up_to}  {chosen}"


def _found(session: ReadingSession) -> Tinted:
    """The words to find and which match this is, or the position among results."""
    finder = session.finder
    if finder is None or not finder.find.words:
        return ((session.results.said, Style.MATCH),) if session.results else ()
    find = finder.find
    if not find.matches:
        return ((f"{finder.query}: not found", Style.CAUTION),)
    return ((f"{finder.query}: {find.current + 1} of {len(find.matches)}", Style.MATCH),)


def _counts(finder: Finder | None) -> Tinted:
    """How many matches are in which pane."""
    found = finder.find.counts() if finder else {}
    counts = " · ".join(f"{title} {count}" for title, count in found.items())
    return ((f"  {counts} ", ScreenPart.FOOT),) if counts else ()


def _label(session: ReadingSession, row: CommandRow, *, is_over: bool) -> str:
    """What a row's commands do here, in a word or two; empty if the footer leaves it out."""
    id, reader = row.commands[0].id, session.reader
    if row.scope == "policy" and (is_over or reader is None):
        return ""
    if id == "place.leave":
        is_deeper = is_over or (reader is not None and len(reader.trail) > 1)
        return row.label if is_deeper else ""
    if id == "agenda.notes":
        return row.label if session.meeting and session.meeting.has_speaker_notes else ""
    if id == "meeting.open":
        return row.label if session.meeting is not None and not session.is_at_agenda else ""
    if row.scope == "meeting" and session.meeting is None:
        return ""
    if row.scope == "evidence" and reader is not None:
        place = links.inside(reader.document, reader.here)
        target = VIEW_NAMES[place.view] if place else ""
        if id == "evidence.open" or not reader.here.item:
            return target
        return row.label if row.label != target else ""
    return row.label

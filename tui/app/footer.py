"""The foot of the screen: where one is in the list, what was said last, and the keys."""

from typing import TYPE_CHECKING

from tui.app.header import rule
from tui.app.keyboard.key import Key
from tui.app.lines import Drawn, ScreenPart, Tinted, cut, marking, spread, width
from tui.app.viewport import Viewport
from tui.blocks import Style
from tui.places import Filter, View
from tui.reading import links
from tui.reading.finder import Finder
from tui.reading.open_briefing import OpenBriefing
from tui.reading.overlays import Overlay
from tui.reading.prompt import Prompt
from tui.reading.session import ReadingSession
from tui.text import cells

if TYPE_CHECKING:
    from tui.reading.peer import Peer

_VIEWS = {
    View.PANE: "its pane",
    View.EVIDENCE: "evidence",
    View.WORDS: "words",
    View.SOURCE: "source",
    View.CONNECTED: "connected",
    View.TIMELINE: "time line",
    View.MATRIX: "matrix",
}
_FILTERS = {Filter.VERIFIED: "only verified", Filter.UNVERIFIED: "only not verified"}
_MARKING_PARTS = 3
"""The parts of a place that are its marking: a margin, the marking, and what sets it apart."""

_PROMPT_MARGIN = 3
"""Columns that what is being typed leaves free, the caret included."""

_APART: Tinted = (("   ", ScreenPart.FOOT),)


def foot(session: ReadingSession) -> list[Drawn]:
    """A rule, the status, and the keys or what is being typed; on a low screen less of it."""
    columns, rows = session.geometry.width, session.geometry.foot
    if session.mode is not None and session.mode.is_bare:
        said: Tinted = ((session.notice or session.mode.title, ScreenPart.SAID),)
        return [Drawn(spread(said, _back(session), columns))][:rows]
    prompt = session.mode.prompt if session.mode else None
    last = (
        _prompt(session.mode, prompt, columns)
        if session.mode and prompt
        else _keys(session, columns)
    )
    status = _status(session, columns)
    lines = [rule(columns), status, last]
    if rows < 3:
        lines = [status, last][2 - rows :] if prompt or rows == 2 else [status][:rows]
    return [Drawn(line) for line in lines]


def _back(session: ReadingSession) -> Tinted:
    """The key that closes what stands alone, which there is nothing else to tell of."""
    ways = map(session.bindings.told, ("place.leave", "program.leave", "program.cancel"))
    return ((next(filter(None, ways), ""), ScreenPart.KEY), (" back", ScreenPart.FOOT))


def caret_column(prompt: Prompt, columns: int) -> int:
    """The column of the screen where the next character of a prompt goes."""
    return width(_before(prompt, columns))


def _status(session: ReadingSession, columns: int) -> Tinted:
    """Where one is, and what is said or found; what is said comes first where room is scarce."""
    where = _place(session.reader) if session.reader else _library_place(session)
    if session.meeting is not None and session.is_at_agenda:
        where = (*where[:_MARKING_PARTS], (f"agenda  {session.meeting.place}", Style.STRONG))
    elif session.mode is not None and session.is_covered:
        where = (*where[:_MARKING_PARTS], (session.mode.title, Style.STRONG))
    if session.peer is not None:
        where = _in_company(where, session.peer, columns)
    if session.notice:
        said: Tinted = ((session.notice, ScreenPart.SAID), (" ", ScreenPart.FOOT))
        fits = width(where) + width(_APART) + width(said) <= columns
        return (
            spread(where, said, columns) if fits else cut((*where[:_MARKING_PARTS], *said), columns)
        )
    if session.finder is None:
        return cut(where, columns)
    found, counts = _found(session.finder), _counts(session.finder)
    if not found and session.course is not None:
        found = ((session.course.said, Style.MATCH),)
    if not found and session.meeting is not None:
        room = columns - width(where) - width(_APART)
        return spread(
            where, ((session.meeting.told(room), Style.STRONG), (" ", ScreenPart.FOOT)), columns
        )
    fits = width(where) + width(_APART) + width(found) + width(counts) <= columns
    return spread(where, (*found, *(counts if fits else ((" ", ScreenPart.FOOT),))), columns)


def _in_company(where: Tinted, peer: "Peer", columns: int) -> Tinted:
    """Where one is, and with whom; that alone where room is scarce and one is not with them."""
    with_whom = peer.status()
    together: Tinted = (*where, (f"  {with_whom}", Style.STRONG))
    if peer.is_away and width(together) > columns:
        return (*where[:_MARKING_PARTS], (with_whom, Style.STRONG))
    return together


def _library_place(session: ReadingSession) -> Tinted:
    briefings = session.briefings
    number, said = (briefings.place, f"  {briefings.said}") if briefings else ("", "")
    unmarked = [("", ScreenPart.FOOT)] * (_MARKING_PARTS - 1)
    where: Tinted = (("briefings  ", ScreenPart.FOOT), (number, Style.STRONG))
    up_to = f"  up to {session.clearance}" if session.clearance else ""
    return (
        (" ", ScreenPart.FOOT),
        *unmarked,
        *where,
        (up_to, Style.CAUTION),
        (said, ScreenPart.FOOT),
    )


def _place(reader: OpenBriefing) -> Tinted:
    """The marking, the pane and the levels over it, and the number of the item."""
    marked = reader.document.briefing.marking
    title = next(tab.title for tab in reader.tabs if tab.id == reader.trail[0].key)
    levels = [title, *(_VIEWS[place.view] for place in reader.trail[1:])]
    return (
        (" ", ScreenPart.FOOT),
        (marked, marking(marked)),
        ("  " if marked else "", ScreenPart.FOOT),
        (" › ".join(levels), ScreenPart.FOOT),
        (_number(reader.shown.active), Style.STRONG),
        (_choices(reader), Style.CAUTION),
    )


def _number(view: Viewport) -> str:
    return f"  {view.ordinal} of {len(view.items)}" if view.items else ""


def _choices(reader: OpenBriefing) -> str:
    """What the reader has chosen to see; in a room no word of what is hidden."""
    if reader.policy.room:
        return "  room"
    clearance = reader.policy.clearance
    up_to = f"  up to {clearance}" if clearance else ""
    chosen = _FILTERS.get(reader.options.show)
    if chosen is None:
        return up_to
    hidden = reader.hidden
    return f"{up_to}  {chosen}, {hidden} hidden" if hidden else f"{up_to}  {chosen}"


def _found(finder: Finder) -> Tinted:
    find = finder.find
    if not find.words:
        return ()
    if not find.hits:
        return ((f"{finder.query}: not found", Style.CAUTION),)
    return ((f"{finder.query}: {find.current + 1} of {len(find.hits)}", Style.MATCH),)


def _counts(finder: Finder) -> Tinted:
    """How often in which pane."""
    counts = " · ".join(f"{title} {count}" for title, count in finder.find.counts().items())
    return ((f"  {counts} ", ScreenPart.FOOT),) if counts else ()


def _prompt(mode: Overlay, prompt: Prompt, columns: int) -> Tinted:
    """What is being typed, with the caret in it."""
    at = prompt.text[prompt.cursor : prompt.cursor + 1] or " "
    after = prompt.text[prompt.cursor + 1 :]
    line = (*_before(prompt, columns), (at, ScreenPart.CARET), (after, ScreenPart.PROMPT))
    keys = (
        ("enter", ScreenPart.KEY),
        (f" {mode.entering}   ", ScreenPart.FOOT),
        ("esc", ScreenPart.KEY),
        (" back ", ScreenPart.FOOT),
    )
    fits = width(line) + width(_APART) + width(keys) <= columns
    return spread(line, keys, columns) if fits else cut(line, columns)


def _before(prompt: Prompt, columns: int) -> Tinted:
    """What stands before the caret, or the end of it where there is no room for all."""
    text = prompt.text[: prompt.cursor]
    sign = f" {prompt.sign} "
    while text and cells.width(sign) + cells.width(text) > columns - _PROMPT_MARGIN:
        text = text[1:]
    return ((sign, ScreenPart.KEY), (text, ScreenPart.PROMPT))


def _keys(session: ReadingSession, columns: int) -> Tinted:
    """The keys that matter here, the most useful of them where there is room for few."""
    within = session.bindings.within(session.scopes, session.is_restricted)
    offered = [key for key in within if _word(session, key)]
    room, chosen = columns - 1, set()
    for key in sorted(offered, key=lambda key: key.rank):
        needed = width(_key(session, key)) + width(_APART)
        if needed <= room + width(_APART):
            room -= needed
            chosen.add(key.id)
    line: Tinted = ((" ", ScreenPart.FOOT),)
    for key in offered:
        if key.id in chosen:
            line += (*_key(session, key), *_APART)
    return cut(line[:-1], columns)


def _key(session: ReadingSession, key: Key) -> Tinted:
    pressed = session.bindings.first(key, session.scopes)
    return ((pressed, ScreenPart.KEY), (f" {_word(session, key)}", ScreenPart.FOOT))


def _word(session: ReadingSession, key: Key) -> str:
    """What a key does here, in a word or two; empty where the footer need not speak of it."""
    reader = session.reader
    if key.id == "follow.return" and session.peer is not None:
        return key.foot if session.peer.is_away else ""
    if key.id == "place.leave":
        deeper = session.mode is not None or (reader is not None and len(reader.trail) > 1)
        return key.foot if deeper else ""
    if key.scope == "meeting" and session.meeting is None:
        return ""
    if key.id == "meeting.open":
        return "" if session.is_at_agenda else key.foot
    if key.id == "agenda.notes":
        return key.foot if session.meeting is not None and session.meeting.is_of_note else ""
    if key.id == "library.all":
        return key.foot if session.briefings and session.briefings.sought else ""
    if key.scope == "evidence" and reader is not None:
        place = links.inside(reader.document, reader.here)
        leads_to = _VIEWS[place.view] if place else ""
        if key.id == "evidence.open" or not reader.here.item:
            return leads_to
        return key.foot if key.foot != leads_to else ""
    return key.foot

"""The foot of the screen: where one is in the list, what was said last, and the keys."""

from typing import TYPE_CHECKING

from tui.blocks import Style
from tui.places import Filter, View
from tui.text import cells
from tui.ui import leads
from tui.ui.desk import Desk
from tui.ui.head import rule
from tui.ui.keyboard.key import Key
from tui.ui.lines import Drawn, Part, Tinted, cut, marking, spread, width
from tui.ui.modes import Mode
from tui.ui.prompt import Prompt
from tui.ui.reader import Reader
from tui.ui.seeker import Seeker
from tui.ui.viewport import Viewport

if TYPE_CHECKING:
    from tui.ui.together.companion import Companion

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

_APART: Tinted = (("   ", Part.FOOT),)


def foot(desk: Desk) -> list[Drawn]:
    """A rule, the status, and the keys or what is being typed; on a low screen less of it."""
    columns, rows = desk.geometry.width, desk.geometry.foot
    if desk.mode is not None and desk.mode.is_bare:
        said: Tinted = ((desk.notice or desk.mode.title, Part.SAID),)
        return [Drawn(spread(said, _back(desk), columns))][:rows]
    prompt = desk.mode.prompt if desk.mode else None
    last = _prompt(desk.mode, prompt, columns) if desk.mode and prompt else _keys(desk, columns)
    status = _status(desk, columns)
    lines = [rule(columns), status, last]
    if rows < 3:
        lines = [status, last][2 - rows :] if prompt or rows == 2 else [status][:rows]
    return [Drawn(line) for line in lines]


def _back(desk: Desk) -> Tinted:
    """The key that closes what stands alone, which there is nothing else to tell of."""
    ways = map(desk.bindings.told, ("place.leave", "program.leave", "program.cancel"))
    return ((next(filter(None, ways), ""), Part.KEY), (" back", Part.FOOT))


def caret_column(prompt: Prompt, columns: int) -> int:
    """The column of the screen where the next character of a prompt goes."""
    return width(_before(prompt, columns))


def _status(desk: Desk, columns: int) -> Tinted:
    """Where one is, and what is said or found; what is said comes first where room is scarce."""
    where = _place(desk.reader) if desk.reader else _library_place(desk)
    if desk.meeting is not None and desk.is_at_agenda:
        where = (*where[:_MARKING_PARTS], (f"agenda  {desk.meeting.place}", Style.STRONG))
    elif desk.mode is not None and desk.is_covered:
        where = (*where[:_MARKING_PARTS], (desk.mode.title, Style.STRONG))
    if desk.companion is not None:
        where = _in_company(where, desk, desk.companion, columns)
    if desk.notice:
        said: Tinted = ((desk.notice, Part.SAID), (" ", Part.FOOT))
        fits = width(where) + width(_APART) + width(said) <= columns
        return (
            spread(where, said, columns) if fits else cut((*where[:_MARKING_PARTS], *said), columns)
        )
    if desk.seeker is None:
        return cut(where, columns)
    found, counts = _found(desk.seeker), _counts(desk.seeker)
    if not found and desk.course is not None:
        found = ((desk.course.said, Style.MATCH),)
    if not found and desk.meeting is not None:
        room = columns - width(where) - width(_APART)
        return spread(where, ((desk.meeting.told(room), Style.STRONG), (" ", Part.FOOT)), columns)
    fits = width(where) + width(_APART) + width(found) + width(counts) <= columns
    return spread(where, (*found, *(counts if fits else ((" ", Part.FOOT),))), columns)


def _in_company(where: Tinted, desk: Desk, companion: "Companion", columns: int) -> Tinted:
    """Where one is, and with whom; that alone where room is scarce and one is not with them."""
    with_whom = companion.told(desk)
    together: Tinted = (*where, (f"  {with_whom}", Style.STRONG))
    if companion.is_away and width(together) > columns:
        return (*where[:_MARKING_PARTS], (with_whom, Style.STRONG))
    return together


def _library_place(desk: Desk) -> Tinted:
    briefings = desk.briefings
    number, said = (briefings.place, f"  {briefings.said}") if briefings else ("", "")
    unmarked = [("", Part.FOOT)] * (_MARKING_PARTS - 1)
    where: Tinted = (("briefings  ", Part.FOOT), (number, Style.STRONG))
    up_to = f"  up to {desk.clearance}" if desk.clearance else ""
    return ((" ", Part.FOOT), *unmarked, *where, (up_to, Style.CAUTION), (said, Part.FOOT))


def _place(reader: Reader) -> Tinted:
    """The marking, the pane and the levels over it, and the number of the item."""
    marked = reader.document.briefing.marking
    title = next(tab.title for tab in reader.tabs if tab.id == reader.trail[0].key)
    levels = [title, *(_VIEWS[place.view] for place in reader.trail[1:])]
    return (
        (" ", Part.FOOT),
        (marked, marking(marked)),
        ("  " if marked else "", Part.FOOT),
        (" › ".join(levels), Part.FOOT),
        (_number(reader.shown.active), Style.STRONG),
        (_choices(reader), Style.CAUTION),
    )


def _number(view: Viewport) -> str:
    return f"  {view.ordinal} of {len(view.items)}" if view.items else ""


def _choices(reader: Reader) -> str:
    """What the reader has chosen to see; in a room no word of what is hidden."""
    if reader.options.room:
        return "  room"
    clearance = reader.options.clearance
    up_to = f"  up to {clearance}" if clearance else ""
    chosen = _FILTERS.get(reader.options.show)
    if chosen is None:
        return up_to
    hidden = reader.hidden
    return f"{up_to}  {chosen}, {hidden} hidden" if hidden else f"{up_to}  {chosen}"


def _found(seeker: Seeker) -> Tinted:
    find = seeker.find
    if not find.words:
        return ()
    if not find.hits:
        return ((f"{seeker.query}: not found", Style.CAUTION),)
    return ((f"{seeker.query}: {find.current + 1} of {len(find.hits)}", Style.MATCH),)


def _counts(seeker: Seeker) -> Tinted:
    """How often in which pane."""
    counts = " · ".join(f"{title} {count}" for title, count in seeker.find.counts().items())
    return ((f"  {counts} ", Part.FOOT),) if counts else ()


def _prompt(mode: Mode, prompt: Prompt, columns: int) -> Tinted:
    """What is being typed, with the caret in it."""
    at = prompt.text[prompt.cursor : prompt.cursor + 1] or " "
    after = prompt.text[prompt.cursor + 1 :]
    line = (*_before(prompt, columns), (at, Part.CARET), (after, Part.PROMPT))
    keys = (
        ("enter", Part.KEY),
        (f" {mode.entering}   ", Part.FOOT),
        ("esc", Part.KEY),
        (" back ", Part.FOOT),
    )
    fits = width(line) + width(_APART) + width(keys) <= columns
    return spread(line, keys, columns) if fits else cut(line, columns)


def _before(prompt: Prompt, columns: int) -> Tinted:
    """What stands before the caret, or the end of it where there is no room for all."""
    text = prompt.text[: prompt.cursor]
    sign = f" {prompt.sign} "
    while text and cells.width(sign) + cells.width(text) > columns - _PROMPT_MARGIN:
        text = text[1:]
    return ((sign, Part.KEY), (text, Part.PROMPT))


def _keys(desk: Desk, columns: int) -> Tinted:
    """The keys that matter here, the most useful of them where there is room for few."""
    within = desk.bindings.within(desk.scopes, desk.is_walled)
    offered = [key for key in within if _word(desk, key)]
    room, chosen = columns - 1, set()
    for key in sorted(offered, key=lambda key: key.rank):
        needed = width(_key(desk, key)) + width(_APART)
        if needed <= room + width(_APART):
            room -= needed
            chosen.add(key.id)
    line: Tinted = ((" ", Part.FOOT),)
    for key in offered:
        if key.id in chosen:
            line += (*_key(desk, key), *_APART)
    return cut(line[:-1], columns)


def _key(desk: Desk, key: Key) -> Tinted:
    pressed = desk.bindings.first(key, desk.scopes)
    return ((pressed, Part.KEY), (f" {_word(desk, key)}", Part.FOOT))


def _word(desk: Desk, key: Key) -> str:
    """What a key does here, in a word or two; empty where the footer need not speak of it."""
    reader = desk.reader
    if key.id == "follow.return" and desk.companion is not None:
        return key.foot if desk.companion.is_away else ""
    if key.id == "place.leave":
        deeper = desk.mode is not None or (reader is not None and len(reader.trail) > 1)
        return key.foot if deeper else ""
    if key.scope == "meeting" and desk.meeting is None:
        return ""
    if key.id == "meeting.open":
        return "" if desk.is_at_agenda else key.foot
    if key.id == "agenda.notes":
        return key.foot if desk.meeting is not None and desk.meeting.is_of_note else ""
    if key.id == "library.all":
        return key.foot if desk.briefings and desk.briefings.sought else ""
    if key.scope == "evidence" and reader is not None:
        place = leads.inside(reader.document, reader.here)
        leads_to = _VIEWS[place.view] if place else ""
        if key.id == "evidence.open" or not reader.here.item:
            return leads_to
        return key.foot if key.foot != leads_to else ""
    return key.foot

"""The agenda of a meeting: its parts in order, their planned length, and what must be covered."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tui.frozen import frozen
from tui.model.briefing import AgendaItem
from tui.model.document import Document

MINUTE = 60.0

MAX_PARTS = 2_000
"""Parts in an agenda; later ones are ignored."""

_SHORTEST, _LONGEST, _STEP = 15, 60, 5
"""Minutes of a meeting of unstated length: one per step, within these limits, rounded up to a
multiple of `_STEP`."""

_MAX_UNSTATED_MINUTES = 10
"""Most minutes of a part of unstated length, which gets one per step."""

StepIds = Callable[[str], Sequence[str]]
"""Maps the id of an item or pane to the ids of its steps; none if the item is hidden."""


@frozen
class AgendaPart:
    """A part of an agenda: one item, or a pane whose items are shown one after the other."""

    key: str
    """Unique in the agenda: the id of the item or pane, numbered when it occurs again."""
    show: str
    """The id of the item or pane."""
    seconds: float
    """Planned length."""
    must_cover: bool
    """The meeting must not end before this part was shown."""
    step_ids: tuple[str, ...]
    """The ids of the items to show, in order; at least one."""


class AgendaStep(NamedTuple):
    """One item of a part, as it is shown on the screen."""

    part: AgendaPart
    id: str
    number: int
    """Position within the part, from 1."""


@frozen
class Agenda:
    """The parts of a meeting that its presenter is cleared to see."""

    parts: tuple[AgendaPart, ...]
    seconds: float
    """Planned length of the meeting."""
    must_cover: tuple[tuple[str, ...], ...]
    """What must be shown before the meeting ends: one id out of each of these groups."""

    @property
    def steps(self) -> tuple[AgendaStep, ...]:
        """The steps of all parts, in order."""
        return tuple(
            AgendaStep(part, id, number)
            for part in self.parts
            for number, id in enumerate(part.step_ids, 1)
        )

    def from_part(self, key: str) -> tuple[AgendaPart, ...]:
        """Return the part with a key and all after it, or all parts if none has that key."""
        keys = [part.key for part in self.parts]
        return self.parts[keys.index(key) if key in keys else 0 :]

    def uncovered(self, shown: Sequence[str]) -> int:
        """Count the groups of `must_cover` of which no id has been shown."""
        seen = set(shown)
        return sum(not seen.intersection(group) for group in self.must_cover)


def plan(document: Document, panes: Sequence[str], step_ids: StepIds) -> Agenda:
    """Return the agenda stated in a briefing, or one made from its panes.

    Args:
        document: The briefing.
        panes: The ids of the panes, for a briefing that states no agenda.
        step_ids: Returns the steps of an item or pane; one without steps is left out.
    """
    meeting = document.briefing.meeting
    stated = _visible(meeting.agenda if meeting else (), step_ids)
    entries = stated or _visible([AgendaItem(show=pane) for pane in panes], step_ids)
    minutes = meeting.minutes if meeting else None
    total = float(minutes) if minutes else _default_minutes(entries, is_stated=bool(stated))
    seconds = [each * MINUTE for each in _divided(entries, total)]
    parts = tuple(
        AgendaPart(key, entry.show, each, _is_must(document, entry), ids)
        for key, (entry, ids), each in zip(_keys(entries), entries, seconds, strict=True)
    )
    # The first step of a pane is its title, which does not cover the pane.
    whole = {part.show: part.step_ids for part in reversed(parts)}
    must = {part.show: whole[part.show][1:] or part.step_ids for part in parts if part.must_cover}
    must |= {id: (id,) for id in _must_cover(document) if id not in must and step_ids(id)}
    return Agenda(parts, total * MINUTE, tuple(must.values()))


_Entries = Sequence[tuple[AgendaItem, tuple[str, ...]]]


def _visible(items: Sequence[AgendaItem], step_ids: StepIds) -> _Entries:
    """Pair the items that have steps with the ids of these.

    A pane that occurs again has its title as its only step.
    """
    met: dict[str, tuple[str, ...]] = {}
    entries = []
    for item in items[:MAX_PARTS]:
        again = met.get(item.show)
        ids = tuple(step_ids(item.show)) if again is None else again
        met[item.show] = ids[:1]
        if ids:
            entries.append((item, ids))
    return entries


def _default_minutes(entries: _Entries, *, is_stated: bool) -> float:
    """Estimate the length of a meeting that states none."""
    if is_stated and any(item.minutes for item, _ in entries):
        return float(
            sum(item.minutes or min(len(ids), _MAX_UNSTATED_MINUTES) for item, ids in entries)
        )
    steps = sum(len(ids) for _, ids in entries)
    rounded = -(-steps // _STEP) * _STEP
    return float(min(max(rounded, _SHORTEST), _LONGEST))


def _divided(entries: _Entries, total: float) -> list[float]:
    """Return the minutes of each part.

    Parts of unstated length share what the others leave by their number of steps, but get at
    least one minute.
    """
    stated = sum(item.minutes or 0 for item, _ in entries)
    steps = sum(len(ids) for item, ids in entries if not item.minutes)
    each = max(total - stated, 0.0) / steps if steps else 0.0
    return [float(item.minutes or max(each * len(ids), 1.0)) for item, ids in entries]


def _keys(entries: _Entries) -> Iterator[str]:
    counts: dict[str, int] = {}
    for item, _ in entries:
        number = counts[item.show] = counts.get(item.show, 0) + 1
        yield item.show if number == 1 else f"{item.show} {number}"


def _is_must(document: Document, item: AgendaItem) -> bool:
    return item.must_cover or bool(getattr(document.items.get(item.show), "must_cover", False))


def _must_cover(document: Document) -> Iterator[str]:
    for id, item in document.items.items():
        if getattr(item, "must_cover", False):
            yield id

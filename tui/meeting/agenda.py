"""The agenda of a meeting: what is shown in it, in which order, for how long, and what must be."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tui.frozen import frozen
from tui.model.briefing import AgendaItem
from tui.model.document import Document

MINUTE = 60.0

MOST_PARTS = 2_000
"""Parts of an agenda; of a longer one, these are the first."""

_SHORTEST, _LONGEST, _ROUND = 15, 60, 5
"""Minutes of a meeting whose length nobody has stated: one for each thing that is shown, within
these limits, as a multiple of the last."""

_MOST_UNSTATED = 10
"""Minutes, at most, of a part whose length nobody has stated, one for each thing in it."""

Shows = Callable[[str], Sequence[str]]
"""From the id of a pane or item to what is shown for it, one after the other; nothing if hidden."""


@frozen
class AgendaPart:
    """A part of a meeting: an item, or a pane whose items are shown one after the other."""

    key: str
    """Of this part in its agenda: the id, which is numbered where it stands there again."""
    show: str
    """The id of the item or pane."""
    seconds: float
    """How long it is planned to take."""
    must_cover: bool
    """The meeting must not end without it."""
    shows: tuple[str, ...]
    """The ids of what is shown in it, in order; at least one."""


class AgendaStep(NamedTuple):
    """One thing that is shown."""

    part: AgendaPart
    id: str
    number: int
    """In its part, from 1."""


@frozen
class Agenda:
    """The parts of a meeting, as far as its presenter may see them."""

    parts: tuple[AgendaPart, ...]
    seconds: float
    """How long the meeting is to take."""
    must_cover: tuple[tuple[str, ...], ...]
    """What the meeting must not end without: each by the ids of which one must be shown."""

    @property
    def steps(self) -> tuple[AgendaStep, ...]:
        """All that is shown, in order."""
        return tuple(
            AgendaStep(part, id, number)
            for part in self.parts
            for number, id in enumerate(part.shows, 1)
        )

    def from_part(self, key: str) -> tuple[AgendaPart, ...]:
        """The parts from one on; all where there is none of that key."""
        keys = [part.key for part in self.parts]
        return self.parts[keys.index(key) if key in keys else 0 :]

    def uncovered(self, shown: Sequence[str]) -> int:
        """How many of those that the meeting must not end without have not been shown."""
        seen = set(shown)
        return sum(not seen.intersection(any_of) for any_of in self.must_cover)


def plan(document: Document, panes: Sequence[str], shows: Shows) -> Agenda:
    """The agenda that the briefing states, or else one of the panes with these ids, by length.

    What `shows` has nothing for stands in no agenda.
    """
    meeting = document.briefing.meeting
    stated = _seen(meeting.agenda if meeting else (), shows)
    kept = stated or _seen([AgendaItem(show=pane) for pane in panes], shows)
    minutes = meeting.minutes if meeting else None
    total = float(minutes) if minutes else _usual(kept, is_stated=bool(stated))
    seconds = [each * MINUTE for each in _shared(kept, total)]
    parts = tuple(
        AgendaPart(key, entry.show, each, _is_must(document, entry), ids)
        for key, (entry, ids), each in zip(_keys(kept), kept, seconds, strict=True)
    )
    # A pane is not covered by its name alone, which is the first that is shown of it.
    whole = {part.show: part.shows for part in reversed(parts)}
    must = {part.show: whole[part.show][1:] or part.shows for part in parts if part.must_cover}
    must |= {id: (id,) for id in _must_cover(document) if id not in must and shows(id)}
    return Agenda(parts, total * MINUTE, tuple(must.values()))


_Kept = Sequence[tuple[AgendaItem, tuple[str, ...]]]


def _seen(entries: Sequence[AgendaItem], shows: Shows) -> _Kept:
    """The entries for which there is something to show, each with the ids of that.

    A pane that stands there again is only named: one has gone through it.
    """
    met: dict[str, tuple[str, ...]] = {}
    kept = []
    for entry in entries[:MOST_PARTS]:
        again = met.get(entry.show)
        ids = tuple(shows(entry.show)) if again is None else again
        met[entry.show] = ids[:1]
        if ids:
            kept.append((entry, ids))
    return kept


def _usual(kept: _Kept, *, is_stated: bool) -> float:
    """How many minutes a meeting takes whose length is not stated."""
    if is_stated and any(entry.minutes for entry, _ in kept):
        return float(sum(entry.minutes or min(len(ids), _MOST_UNSTATED) for entry, ids in kept))
    things = sum(len(ids) for _, ids in kept)
    rounded = -(-things // _ROUND) * _ROUND
    return float(min(max(rounded, _SHORTEST), _LONGEST))


def _shared(kept: _Kept, total: float) -> list[float]:
    """The minutes of each part; those that state none share by length what the others leave.

    A minute is the least that such a part has.
    """
    stated = sum(entry.minutes or 0 for entry, _ in kept)
    things = sum(len(ids) for entry, ids in kept if not entry.minutes)
    each = max(total - stated, 0.0) / things if things else 0.0
    return [float(entry.minutes or max(each * len(ids), 1.0)) for entry, ids in kept]


def _keys(kept: _Kept) -> Iterator[str]:
    met: dict[str, int] = {}
    for entry, _ in kept:
        number = met[entry.show] = met.get(entry.show, 0) + 1
        yield entry.show if number == 1 else f"{entry.show} {number}"


def _is_must(document: Document, entry: AgendaItem) -> bool:
    return entry.must_cover or bool(getattr(document.items.get(entry.show), "must_cover", False))


def _must_cover(document: Document) -> Iterator[str]:
    for id, item in document.items.items():
        if getattr(item, "must_cover", False):
            yield id

"""The record of a meeting: what was shown, when and for how long, and the questions."""

from collections.abc import Iterable, Mapping
from typing import Any, Self

from tui.frozen import frozen, replace
from tui.meeting.json_values import as_id, as_list, as_object, as_seconds

MIN_SHOWN = 2.0
"""Seconds: what was on the screen for less was only passed by, and is not recorded."""

MAX_SHOWINGS = 20_000
"""Showings that are accepted in one record; a meeting that lasts a day has fewer."""


@frozen
class Showing:
    """A period for which an item or pane was on the screen."""

    id: str
    """The id of the item or pane."""
    began: float
    """Start, in seconds since the epoch."""
    ended: float
    """End, in seconds since the epoch; if it has not ended, the time of the last update."""

    @property
    def seconds(self) -> float:
        """Duration."""
        return max(self.ended - self.began, 0.0)

    def to_list(self) -> list[str | float]:
        """Return the showing as JSON values."""
        return [self.id, self.began, self.ended]

    @classmethod
    def from_list(cls, data: object) -> Self:
        """Return the showing of JSON values.

        Raises:
            ValueError: The values are not those of a showing.
        """
        id, began, ended = as_list(data, 3)
        showing = cls(as_id(id), as_seconds(began), as_seconds(ended))
        if showing.ended < showing.began:
            raise ValueError("a showing ends before it begins")
        return showing


@frozen
class MeetingRecord:
    """All showings and questions of a meeting; methods that add to it return a new record."""

    showings: tuple[Showing, ...] = ()
    """What was shown, in order."""
    questions: tuple[Showing, ...] = ()
    """The pauses for questions, each with the id of what was on the screen."""
    is_open: bool = False
    """The last showing goes on; never so in a record that was read from JSON."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of what was shown, without repetitions, in the order of the first showing."""
        return tuple(dict.fromkeys(showing.id for showing in self.showings))

    @property
    def finished(self) -> tuple[Showing, ...]:
        """The showings without the one that goes on."""
        return self.showings[:-1] if self.is_open else self.showings

    def seconds(self, id: str) -> float:
        """Return the total time for which an item or pane was shown."""
        return sum(showing.seconds for showing in self.showings if showing.id == id)

    def update(self, now: float) -> Self:
        """Extend the open showing until now; a system clock set back shortens nothing."""
        if not self.is_open:
            return self
        *before, last = self.showings
        return replace(self, showings=(*before, replace(last, ended=max(last.ended, now))))

    def show(self, id: str, now: float) -> Self:
        """Record what is on the screen from now on; an empty id stands for a blank screen.

        An item that is left and shown again within moments is one showing.
        """
        updated = self.update(now)
        kept = updated.showings
        if self.is_open and kept[-1].id == id:
            return updated
        if self.is_open and kept[-1].seconds < MIN_SHOWN:
            kept = kept[:-1]
            if kept and kept[-1].id == id and 0 <= now - kept[-1].ended < 2 * MIN_SHOWN:
                return replace(self, showings=(*kept[:-1], replace(kept[-1], ended=now)))
        began = (Showing(id, now, now),) if id else ()
        return replace(self, showings=(*kept, *began), is_open=bool(id))

    def ask(self, id: str, began: float, ended: float) -> Self:
        """Record a question that was asked while an item was on the screen."""
        return replace(self, questions=(*self.questions, Showing(id, began, ended)))

    def to_dict(self) -> Mapping[str, Any]:
        """Return the record as JSON values."""
        return {"showings": _to_lists(self.showings), "questions": _to_lists(self.questions)}

    @classmethod
    def from_dict(cls, data: object) -> Self:
        """Return the record of JSON values.

        Raises:
            ValueError: The values are not those of a record.
        """
        fields = as_object(data)
        return cls(_from_lists(fields.get("showings")), _from_lists(fields.get("questions")))


def _to_lists(showings: Iterable[Showing]) -> list[list[str | float]]:
    return [showing.to_list() for showing in showings]


def _from_lists(data: object) -> tuple[Showing, ...]:
    return tuple(map(Showing.from_list, as_list(data, MAX_SHOWINGS)))

"""What was shown in a meeting, in which order, when and for how long, and the questions in it."""

from collections.abc import Iterable, Mapping
from typing import Any, Self

from tui.frozen import frozen, replace
from tui.meeting.checked import listed, moment, word

PASSING = 2.0
"""Seconds: what was on the screen for less was passed by, and was not shown."""

MOST = 20_000
"""Showings that are read of a record from elsewhere: a meeting of a day has fewer."""


@frozen
class Showing:
    """Something that was on the screen for a while."""

    id: str
    """Of an item or a pane."""
    began: float
    """Seconds since the epoch."""
    ended: float
    """Likewise; of what is on the screen still, when it was last seen there."""

    @property
    def seconds(self) -> float:
        """For how long."""
        return max(self.ended - self.began, 0.0)


@frozen
class MeetingRecord:
    """All that was shown, and all questions; another one whenever something is added."""

    showings: tuple[Showing, ...] = ()
    """In order."""
    questions: tuple[Showing, ...] = ()
    """The pauses for questions, each with the id of what was on the screen when it was asked."""
    is_open: bool = False
    """The last of the showings is on the screen still; not so in what is read of JSON."""

    @property
    def ids(self) -> tuple[str, ...]:
        """What was shown so far, each once, in the order in which it was first shown."""
        return tuple(dict.fromkeys(showing.id for showing in self.showings))

    @property
    def over(self) -> tuple[Showing, ...]:
        """What was shown, without what is on the screen still."""
        return self.showings[:-1] if self.is_open else self.showings

    def seconds(self, id: str) -> float:
        """For how long something was shown, all times together."""
        return sum(showing.seconds for showing in self.showings if showing.id == id)

    def look(self, now: float) -> Self:
        """The record at a later time; a clock that is put back shortens nothing."""
        if not self.is_open:
            return self
        *before, last = self.showings
        return replace(self, showings=(*before, replace(last, ended=max(last.ended, now))))

    def show(self, id: str, now: float) -> Self:
        """The record once something is on the screen, or still is; with `""` nothing is."""
        looked = self.look(now)
        kept = looked.showings
        if self.is_open and kept[-1].id == id:
            return looked
        if self.is_open and kept[-1].seconds < PASSING:
            kept = kept[:-1]
            if kept and kept[-1].id == id and 0 <= now - kept[-1].ended < 2 * PASSING:
                return replace(self, showings=(*kept[:-1], replace(kept[-1], ended=now)))
        began = (Showing(id, now, now),) if id else ()
        return replace(self, showings=(*kept, *began), is_open=bool(id))

    def ask(self, id: str, began: float, ended: float) -> Self:
        """The record with one more question, asked while that was on the screen."""
        return replace(self, questions=(*self.questions, Showing(id, began, ended)))

    def told(self) -> Mapping[str, Any]:
        """The record as JSON can hold it."""
        return {"showings": _told(self.showings), "questions": _told(self.questions)}

    @classmethod
    def read(cls, told: object) -> Self:
        """A record from what JSON held; `ValueError` for what is none."""
        if not isinstance(told, Mapping):
            raise ValueError("a record is an object")
        return cls(_read(told.get("showings")), _read(told.get("questions")))


def _told(showings: Iterable[Showing]) -> list[list[str | float]]:
    return [[each.id, each.began, each.ended] for each in showings]


def _read(told: object) -> tuple[Showing, ...]:
    return tuple(_showing(each) for each in listed(told, MOST))


def _showing(told: object) -> Showing:
    id, began, ended = listed(told, 3)
    showing = Showing(word(id), moment(began), moment(ended))
    if showing.ended < showing.began:
        raise ValueError("nothing ends before it begins")
    return showing

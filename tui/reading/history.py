"""Where the reader is and has been: levels over levels, and one history of them.

A trail is the way from a pane down to what is on the screen: pane, evidence, source … The history
holds trails, as a browser holds pages. Going up a level is going back where the level below was
entered from there, so that *forward* enters it again.
"""

from collections.abc import Sequence

from tui.places import Place

Trail = tuple[Place, ...]
"""A pane, and the levels over it; never empty."""

KEPT_TRAILS = 200
"""Trails that the history remembers; more than anyone goes back."""


class History:
    """A history of trails, of which one is on the screen."""

    def __init__(self, trail: Trail) -> None:
        self._trails: list[Trail] = [trail]
        self._at = 0

    @property
    def trail(self) -> Trail:
        """The way to what is on the screen."""
        return self._trails[self._at]

    @property
    def here(self) -> Place:
        """What is on the screen."""
        return self.trail[-1]

    def copy(self) -> "History":
        """The same history, to come back to."""
        made = History(self.trail)
        made._trails, made._at = list(self._trails), self._at
        return made

    @property
    def can_go_back(self) -> bool:
        """Whether there is anything to go back to."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether one has gone back."""
        return self._at < len(self._trails) - 1

    def visit(self, trail: Trail) -> None:
        """Go somewhere; what one had gone back from is forgotten."""
        if _views(trail) == _views(self.trail):
            self.amend(trail)
            return
        self._trails[self._at + 1 :] = [trail]
        del self._trails[:-KEPT_TRAILS]
        self._at = len(self._trails) - 1

    def amend(self, trail: Trail) -> None:
        """Stay, but remember it otherwise: the cursor has moved, or levels are gone."""
        self._trails[self._at] = trail

    def enter(self, place: Place) -> None:
        """Go one level further in."""
        self.visit((*self.trail, place))

    def leave(self) -> bool:
        """Go one level back; whether there was one. It never leaves a pane."""
        if len(self.trail) == 1:
            return False
        outer = self.trail[:-1]
        if self.can_go_back and _views(self._trails[self._at - 1]) == _views(outer):
            self._at -= 1
        else:
            self.visit(outer)
        return True

    def back(self) -> bool:
        """Go to where one was before; whether there is anything."""
        if not self.can_go_back:
            return False
        self._at -= 1
        return True

    def forward(self) -> bool:
        """Undo `back`; whether one has gone back."""
        if not self.can_go_forward:
            return False
        self._at += 1
        return True


def _views(trail: Trail) -> Sequence[tuple[str, str]]:
    return [(place.view, place.key) for place in trail]

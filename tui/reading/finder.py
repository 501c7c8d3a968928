"""Finding in a briefing: through the list on the screen and all panes, and back if in vain."""

from tui.app.flow import LinePosition
from tui.model.document import Policy
from tui.places import Options, Place, View
from tui.reading.find import Find, FindMatch, SearchedList
from tui.reading.history import History
from tui.reading.open_briefing import OpenBriefing


class Finder:
    """What is sought in a briefing; the reader goes where it is found."""

    def __init__(self, reader: OpenBriefing) -> None:
        self.reader = reader
        self.find = Find(())
        self.query = ""
        """What is sought, as it was typed."""
        self._panes: tuple[tuple[Policy, Options], list[SearchedList]] | None = None
        self._begun = _Bookmark(reader)

    @property
    def is_active(self) -> bool:
        """Whether anything is sought, and so brought out wherever it is seen."""
        return bool(self.find.words)

    def begin(self) -> None:
        """Seek from here; `cancel` comes back."""
        self._begun = _Bookmark(self.reader)
        self.find = Find(self._sections())

    def seek(self, query: str) -> None:
        """Show the first find from where one began on; with none, what one began with."""
        self._begun.restore(self.reader)
        self.query = query
        hit = self.find.search(query, self._here())
        if hit is not None:
            self._show(hit)

    def step(self, direction: int) -> str:
        """The next find (1), or the one before (-1); says if there is none."""
        if not self.query:
            return "nothing is sought yet: / finds"
        if not self.is_active or self._is_stale():
            self.find = Find(self._sections())
            self.find.search(self.query, self._here())
        hit = self.find.step(self._here(), direction)
        if hit is None:
            return f"not found: {self.query}"
        self._show(hit)
        return ""

    def cancel(self) -> None:
        """Back to where one began, with nothing sought."""
        self._begun.restore(self.reader)
        self.stop()

    def stop(self) -> None:
        """Stay here, with nothing sought any more."""
        self.find = Find(())

    def refresh(self) -> None:
        """Seek in the briefing as it is now; where one is does not change."""
        self._panes = None
        if self.is_active:
            self.find = Find(self._sections())
            self.find.search(self.query, self._here())

    def _sections(self) -> list[SearchedList]:
        """The list on the screen, unless it is a pane, and the panes."""
        reader = self.reader
        if self._panes is None or self._panes[0] != (reader.policy, reader.options):
            made = []
            for tab in reader.tabs:
                place = Place(View.PANE, tab.id)
                made.append(SearchedList(place, tab.short, reader.searched(place)))
            self._panes = ((reader.policy, reader.options), made)
        here = reader.here
        if here.view is View.PANE:
            return self._panes[1]
        return [SearchedList(here, "here", reader.searched(here)), *self._panes[1]]

    def _is_stale(self) -> bool:
        shown = (self.reader.policy, self.reader.options)
        return self._panes is None or self._panes[0] != shown

    def _here(self) -> FindMatch:
        """Where the search goes on: at the last find if it is on the screen, else at the cursor.

        From a list in which nothing was sought it goes on at the last find, too.
        """
        here, view = self.reader.here, self.reader.shown.active
        places = [(each.place.view, each.place.key) for each in self.find.sections]
        at = (here.view, here.key)
        hit = self.find.hit
        if at not in places:
            return hit or FindMatch(0, 0)
        number = places.index(at)
        if hit is not None and hit.section == number and view.is_seen(hit.block):
            return hit
        return FindMatch(number, max(view.cursor, 0))

    def _show(self, hit: FindMatch) -> None:
        place = self.find.sections[hit.section].place
        here = self.reader.here
        if (place.view, place.key) != (here.view, here.key):
            self.reader.go((place,))
        self.reader.move(lambda view: view.reveal(hit.block))
        self.reader.follow()


class _Bookmark:
    """A place to come back to, to the line."""

    def __init__(self, reader: OpenBriefing) -> None:
        self._navigation: History = reader.navigation.copy()
        view = reader.shown.active
        self._top: LinePosition = view.top
        self._cursor: int = view.cursor

    def restore(self, reader: OpenBriefing) -> None:
        reader.restore(self._navigation.copy())
        view = reader.shown.active
        view.start_at(self._top)
        view.cursor = self._cursor
        reader.settle()
        reader.follow()

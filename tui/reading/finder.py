"""Find in a briefing: the current list and all panes."""

from tui.model.document import Policy
from tui.places import Options, Place, View
from tui.reading.open_briefing import OpenBriefing
from tui.search.find import Find, FindMatch, SearchedList


class Finder:
    """The words to find, and the matches in reading order."""

    def __init__(self, reader: OpenBriefing) -> None:
        self.reader = reader
        self.find = Find(())
        self.query = ""
        """The words as they were typed."""
        self._panes: tuple[tuple[Policy, Options], list[SearchedList]] | None = None
        self._begun = reader.history.copy()

    @property
    def is_active(self) -> bool:
        """Whether words are being found, and are highlighted wherever they stand."""
        return bool(self.find.words)

    def begin(self) -> None:
        """Start from here; `cancel` returns to this place."""
        self._begun = self.reader.history.copy()
        self.find = Find(self._lists())

    def seek(self, query: str) -> None:
        """Go to the first match from where the search began, or back there if there is none."""
        self.reader.restore(self._begun.copy())
        self.query = query
        match = self.find.search(query, self._position())
        if match is not None:
            self._show(match)

    def step(self, direction: int) -> str:
        """Go to the next (1) or previous (-1) match; return a notice if there is none."""
        if not self.query:
            return "nothing is sought yet: / finds"
        if not self.is_active or self._is_stale():
            self._search_again()
        match = self.find.step(self._position(), direction)
        if match is None:
            return f"not found: {self.query}"
        self._show(match)
        return ""

    def cancel(self) -> None:
        """Return to where the search began, and stop it."""
        self.reader.restore(self._begun.copy())
        self.stop()

    def stop(self) -> None:
        """Stop the search and stay here."""
        self.find = Find(())

    def refresh(self) -> None:
        """Search the briefing as it is now, without going anywhere."""
        self._panes = None
        if self.is_active:
            self._search_again()

    def _search_again(self) -> None:
        self.find = Find(self._lists())
        self.find.search(self.query, self._position())

    def _lists(self) -> list[SearchedList]:
        """The current list, unless it is a pane, and all panes."""
        reader = self.reader
        if self._panes is None or self._panes[0] != (reader.policy, reader.options):
            made = []
            for tab in reader.tabs:
                place = Place(View.PANE, tab.id)
                made.append(SearchedList(place, tab.short, reader.searched_blocks(place)))
            self._panes = ((reader.policy, reader.options), made)
        here = reader.here
        if here.view is View.PANE:
            return self._panes[1]
        return [SearchedList(here, "here", reader.searched_blocks(here)), *self._panes[1]]

    def _is_stale(self) -> bool:
        shown = (self.reader.policy, self.reader.options)
        return self._panes is None or self._panes[0] != shown

    def _position(self) -> FindMatch:
        """Where the search goes on: at the last match while it is revealed, else at the cursor.

        From a list that is not searched it goes on at the last match, too.
        """
        here, match = self.reader.here, self.find.current_match
        places = [(each.place.view, each.place.key) for each in self.find.sections]
        if (here.view, here.key) not in places:
            return match or FindMatch(0, 0)
        number = places.index((here.view, here.key))
        if match is not None and match == FindMatch(number, self.reader.revealed):
            return match
        return FindMatch(number, max(self.reader.cursor, 0))

    def _show(self, match: FindMatch) -> None:
        place = self.find.sections[match.section].place
        here = self.reader.here
        if (place.view, place.key) != (here.view, here.key):
            self.reader.go((place,))
        self.reader.reveal(match.block)

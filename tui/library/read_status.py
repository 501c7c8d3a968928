"""Which briefings of a library its reader has read, as they are at this moment."""

from pathlib import Path

from tui.library.state import ReaderState, named
from tui.library.summary import BriefingSummary, Read
from tui.places import is_placeholder


class ReadStatus:
    """What a reader has read of the briefings in a folder."""

    def __init__(self, folder: Path, state: ReaderState | None) -> None:
        """Without a `state` nothing is known."""
        self._folder = folder
        self._state = state
        self._known: dict[tuple[str, str], Read] = {}
        self._names: frozenset[str] | None = None

    def of(self, briefing: BriefingSummary) -> Read:
        """Whether a briefing has been read; as long as it is the same, it is looked up once."""
        known = (briefing.path, briefing.whole)
        if known not in self._known:
            self._known[known] = self._look_up(briefing)
        return self._known[known]

    def forget(self) -> None:
        """Look all of them up again: something has been read in the meantime."""
        self._known.clear()
        self._names = None

    def _look_up(self, briefing: BriefingSummary) -> Read:
        if self._state is None or not briefing.whole or is_placeholder(briefing.id):
            return Read.UNKNOWN
        if self._names is None:  # one look into the folder is less than one for each briefing
            self._names = self._state.names_read()
        name = named(briefing.id or str(self._folder / briefing.path))
        if name not in self._names:
            return Read.NEVER
        return Read.YES if self._state.whole_read(name) == briefing.whole else Read.BEFORE

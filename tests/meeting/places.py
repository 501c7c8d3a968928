"""Places of a presenter, for tests."""

from hypothesis import strategies as st

from tui.meeting.json_values import LATEST, MAX_ID_LENGTH
from tui.meeting.message import SHOWINGS_PER_MESSAGE, PresenterPlace
from tui.meeting.record import Showing
from tui.places import Place, View

SHA256 = "0123456789abcdef" * 4


def at(item: str = "j1", pane: str = "summary", briefing: str = "nato") -> PresenterPlace:
    """The presenter is at an item of a pane."""
    return PresenterPlace(briefing, SHA256, pane, Place(View.PANE, pane, item))


def showing(number: int, seconds: float = 10.0) -> Showing:
    """The showing of that number in a series."""
    return Showing(f"item-{number}", 1000.0 * number, 1000.0 * number + seconds)


_ids = st.text(min_size=1, max_size=MAX_ID_LENGTH).filter(str.isprintable)
_times = st.floats(min_value=0.0, max_value=LATEST)
_showings = st.builds(
    lambda id, one, other: Showing(id, min(one, other), max(one, other)), _ids, _times, _times
)
presenter_places = st.builds(
    PresenterPlace,
    _ids,
    st.text("0123456789abcdef", min_size=64, max_size=64),
    _ids,
    st.builds(Place, st.sampled_from(View), _ids, st.just("") | _ids),
    st.lists(_showings, max_size=SHOWINGS_PER_MESSAGE).map(tuple),
)

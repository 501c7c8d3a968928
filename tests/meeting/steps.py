"""Steps of a presenter, for tests."""

from hypothesis import strategies as st

from tui.meeting.json_values import LATEST, MAX_ID_LENGTH
from tui.meeting.message import MOST_SHOWN, End, Hello, PresenterPlace, Reason, Wish
from tui.meeting.record import Showing
from tui.places import Place, View

SHA256 = "0123456789abcdef" * 4


def step(item: str = "j1", pane: str = "summary", briefing: str = "nato") -> PresenterPlace:
    """The presenter is at an item of a pane."""
    return PresenterPlace(briefing, SHA256, pane, Place(View.PANE, pane, item))


def showing(number: int, seconds: float = 10.0) -> Showing:
    """Something that was shown, the one after the other."""
    return Showing(f"item-{number}", 1000.0 * number, 1000.0 * number + seconds)


ids = st.text(min_size=1, max_size=MAX_ID_LENGTH).filter(str.isprintable)
times = st.floats(min_value=0.0, max_value=LATEST)
showings = st.builds(
    lambda id, one, other: Showing(id, min(one, other), max(one, other)), ids, times, times
)
places = st.builds(Place, st.sampled_from(View), ids, st.just("") | ids)
digests = st.text("0123456789abcdef", min_size=64, max_size=64)
shown = st.lists(showings, max_size=MOST_SHOWN).map(tuple)
steps = st.builds(PresenterPlace, ids, digests, ids, places, shown)
messages = st.builds(Hello, st.sampled_from(Wish)) | st.builds(End, st.sampled_from(Reason)) | steps

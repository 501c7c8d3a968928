"""Lists of places to go to: the outline, and what was shown."""

from collections.abc import Mapping, Sequence

import pytest

from tests.reading import sessions
from tests.reading.sessions import here, run, shown
from tui.blocks import Paragraph, plain, runs
from tui.meeting.record import MeetingRecord, Showing
from tui.places import Place, View
from tui.reading.place_list import Outline, PlaceList, shown_so_far
from tui.reading.session import ReadingSession

REACTIONS = Place(View.PANE, "reactions")


@pytest.fixture
def session() -> ReadingSession:
    """A session with the outline open over the second reaction."""
    made = sessions.session()
    run(made, "pane.4", "list.next", "pane.outline")
    return made


def outline(session: ReadingSession) -> Outline:
    assert isinstance(session.places, Outline)
    return session.places


def step(session: ReadingSession, direction: int) -> None:
    """Move the cursor of the list by an item."""
    places = outline(session)
    listing = places.listing
    to = listing.next_item if direction > 0 else listing.previous_item
    places.highlight(listing.item(to(places.cursor)))


def highlight_pane(session: ReadingSession, pane: str) -> None:
    outline(session).highlight(pane)


def lines(places: PlaceList) -> Sequence[str]:
    return [plain(block.text) for block in places.listing.blocks if isinstance(block, Paragraph)]


def test_the_outline_begins_at_the_current_item(session: ReadingSession) -> None:
    assert "▾ Reactions" in shown(session)
    assert "▸ Background" in shown(session)
    run(session, "places.go")
    assert here(session) == REACTIONS.at("r-again")


def test_the_outline_leads_to_items_and_panes(session: ReadingSession) -> None:
    step(session, 1)
    run(session, "places.go")
    assert here(session) == REACTIONS.at("r-silence")
    run(session, "pane.outline")
    highlight_pane(session, "summary")
    run(session, "places.go")
    assert here(session).key == "summary"


def test_panes_are_folded_and_unfolded(session: ReadingSession) -> None:
    run(session, "outline.fold")
    assert "▸ Reactions" in shown(session)
    assert outline(session).item == "reactions"
    assert not any("It is fine." in line for line in lines(outline(session)))
    run(session, "outline.fold")
    highlight_pane(session, "background")
    run(session, "outline.unfold")
    assert "▾ Background" in shown(session)
    step(session, 1)
    run(session, "places.go")
    assert here(session) == Place(View.PANE, "background", "c-joined")


def test_an_outline_that_is_closed_leads_nowhere(session: ReadingSession) -> None:
    highlight_pane(session, "summary")
    run(session, "place.leave")
    assert session.places is None
    assert here(session).item == "r-again"


def test_in_room_mode_the_outline_has_no_judgments(session: ReadingSession) -> None:
    run(session, "place.leave", "policy.room", "pane.outline")
    places = outline(session)
    for pane in [places.listing.item(at) for at in places.listing.items]:
        places.highlight(pane)
        run(session, "outline.unfold")
    assert not any("judgment" in line.lower() for line in lines(places))
    assert not any("Problems" in line for line in lines(places))


def test_what_was_shown_is_listed_last_first_without_what_has_no_title() -> None:
    titles: Mapping[str, str] = {"a": "The first", "b": "The second"}
    record = MeetingRecord(
        (Showing("a", 0.0, 60.0), Showing("gone", 60.0, 70.0), Showing("b", 70.0, 75.0))
    )
    gone_to = list[str]()

    def go(id: str) -> str:
        gone_to.append(id)
        return ""

    places = shown_so_far(record, lambda id: titles.get(id, ""), go)
    assert [places.listing.item(at) for at in places.listing.items] == ["b", "a"]
    assert places.go() == ""
    assert gone_to == ["b"]


def test_a_list_without_places_leads_nowhere() -> None:
    places = shown_so_far(MeetingRecord(), str, str)
    assert "Nothing yet." in lines(places)
    assert places.go() == "this leads nowhere"
    empty = PlaceList("Empty", [Paragraph(text=runs("nothing"))], str)
    assert (empty.item, empty.cursor) == ("", -1)

"""A briefing that is being read."""

import pytest

from tests.reading.sessions import seed, small
from tui.app.geometry import divide
from tui.app.viewport import Neighbour
from tui.model.document import Document
from tui.places import Filter, Options, Place, View
from tui.reading import movement
from tui.reading.open_briefing import OpenBriefing

WIDE = divide(120, 40, beside=True)
NARROW = divide(80, 24, beside=True)
PANE, EVIDENCE = View.PANE, View.EVIDENCE


def reader(document: Document | None = None, place: Place | None = None) -> OpenBriefing:
    return OpenBriefing(document or small(), WIDE, place)


def down(reader: OpenBriefing) -> None:
    reader.move(lambda view: movement.item(view, 1))


def test_one_begins_at_the_summary_or_where_one_was() -> None:
    assert reader().here == Place(PANE, "summary", "j1")
    assert reader(place=Place(PANE, "reactions", "r-silence")).here.item == "r-silence"


@pytest.mark.parametrize(
    "place", [Place(PANE, "gone", "c-joined"), Place(EVIDENCE, "c-joined"), None]
)
def test_a_place_that_is_no_pane_any_more_leads_to_the_first(place: Place | None) -> None:
    assert reader(place=place).here == Place(PANE, "summary", "j1")


def test_each_pane_keeps_its_place() -> None:
    read = reader()
    read.open_pane("2")
    down(read)
    read.open_pane("4")
    down(read)
    read.turn_pane(-1)
    read.open_pane("2")
    assert read.here == Place(PANE, "background", "c-both")
    read.open_pane("4")
    assert read.here.item == "r-globe" or read.shown.active.ordinal == 2


def test_panes_go_round() -> None:
    read = reader()
    read.turn_pane(-1)
    assert read.here.key == "problems"
    read.turn_pane(1)
    assert read.here.key == "summary"


def test_a_pane_that_is_not_there_is_said_so() -> None:
    assert reader().open_pane("9") == "there is no pane 9"
    assert reader(seed()).open_pane("!") in ("", "no problems were found")


def test_evidence_stands_beside_the_list_and_follows_when_told() -> None:
    read = reader()
    read.open_pane("2")
    beside = read.shown.beside
    assert beside is not None
    assert beside.item == "x-joined"
    down(read)
    assert read.is_behind
    assert read.shown.beside is beside
    read.follow()
    assert not read.is_behind
    assert read.shown.beside is not None
    assert [read.shown.beside.blocks[at].item for at in read.shown.beside.items] == [
        "x-joined",
        "x-false",
    ]


def test_evidence_goes_with_its_item_until_that_of_the_next_one_stands_there() -> None:
    read = OpenBriefing(seed(), WIDE, Place(View.PANE, "background"))
    for _ in range(5):
        down(read)
        read.follow()
    assert (read.shown.drift, read.shown.list.neighbour) == (0, Neighbour.FOLLOWS)
    before = [*read.shown.list.rows()]
    down(read)
    drift = read.shown.drift
    assert drift > 0
    assert [row.line for row in read.shown.list.rows()][:9] == [
        row.line for row in before[drift : drift + 9]
    ]
    down(read)
    assert read.shown.drift > drift
    read.follow()
    assert read.shown.drift == 0


def test_evidence_stays_where_it_is_beside_its_own_item_and_where_the_list_jumps() -> None:
    read = OpenBriefing(seed(), WIDE, Place(View.PANE, "background"))
    for step in (lambda view: movement.scroll(view, 1), lambda view: movement.end(view, 1)):
        read.move(step)
        assert read.shown.drift == 0


def test_beside_a_list_evidence_turns_and_alone_nothing_does() -> None:
    read = reader()
    read.open_inside()
    wide = read.shown.active.neighbour
    read.geometry = NARROW
    assert (wide, read.shown.active.neighbour) == (Neighbour.STAYS, Neighbour.NONE)


def test_evidence_is_entered_beside_the_list_or_over_it() -> None:
    read = reader()
    read.open_pane("2")
    read.open_inside()
    assert read.trail == (
        Place(PANE, "background", "c-joined"),
        Place(EVIDENCE, "c-joined", "x-joined"),
    )
    assert read.shown.is_beside
    assert read.shown.list.item == "c-joined"
    read.geometry = NARROW
    assert read.shown.beside is None
    assert read.shown.active.item == "x-joined"
    assert read.leave_level()
    assert read.shown.active.item == "c-joined"
    assert not read.leave_level()


def test_words_stand_alone() -> None:
    read = reader()
    read.open_words()
    assert read.here.view is View.WORDS
    assert not read.has_beside
    read.leave_level()
    assert read.has_beside


def test_a_source_opens_at_the_words_with_their_evidence_beside() -> None:
    read = reader()
    read.open_pane("4")
    read.open_source()
    assert read.here == Place(View.SOURCE, "article", "x-trap")
    assert read.move_excerpt(1) == ""
    read.follow()
    assert read.here.item == "x-glad"
    assert read.shown.beside is not None
    assert read.shown.beside.item == "x-glad"
    read.open_connected()
    assert read.here.key == "x-glad"


def test_one_does_not_go_into_what_one_is_in() -> None:
    read = reader()
    read.open_connected()
    read.move(lambda view: movement.end(view, -1))
    trail = read.trail
    read.navigation.amend((*trail[:-1], trail[-1].at(trail[-1].key)))
    assert read.open_connected() == ""
    assert len(read.trail) == 2


def test_a_pane_in_a_list_is_a_pane_to_go_to() -> None:
    read = reader()
    read.open_pane("4")
    read.open_connected()
    assert read.shown.active.go("background")
    read.settle()
    read.open_inside()
    assert read.trail == (Place(PANE, "background", "c-joined"),)


def test_back_and_forward_come_to_the_same_items() -> None:
    read = reader()
    read.open_pane("2")
    down(read)
    read.open_inside()
    read.open_source()
    assert read.travel(1)
    assert read.travel(1)
    assert read.here == Place(PANE, "background", "c-both")
    assert read.travel(-1)
    assert read.here.view is EVIDENCE
    assert read.travel(1)
    assert read.travel(1)
    assert not read.travel(1)
    assert read.here == Place(PANE, "summary", "j1")


def test_the_filter_goes_through_all_verified_and_not_verified() -> None:
    read = reader()
    read.open_pane("2")
    read.turn_filter()
    assert read.options == Options(notes=False, show=Filter.VERIFIED)
    assert not read.shown.list.has("c-both")
    assert read.hidden == 2
    read.turn_filter()
    assert not read.shown.list.has("c-joined")
    assert read.here.item == read.shown.active.item
    read.turn_filter()
    assert read.options == Options(notes=False)
    assert read.hidden == 0


def test_a_room_leaves_no_judgment_on_the_screen_whatever_was_open() -> None:
    read = reader()
    read.open_inside()
    assert read.here.key == "j1"
    read.toggle_room()
    assert read.trail == (Place(PANE, "summary"),)
    assert read.shown.beside is None
    assert "!" not in {tab.key for tab in read.tabs}
    read.travel(1)
    read.travel(-1)
    assert all(place.key != "j1" for place in read.trail)
    read.toggle_room()
    assert read.shown.list.has("j1")


def test_a_room_leaves_no_problem_on_the_screen() -> None:
    read = reader()
    read.open_pane("!")
    read.toggle_room()
    assert read.here.key == "summary"


def test_the_header_is_made_for_what_is_chosen() -> None:
    read = reader()
    assert len(read.header) == 2
    read.turn_filter()
    assert len(read.header) == 3

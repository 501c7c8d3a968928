"""One open briefing: where the reader is in it, and what they have chosen to see."""

from pathlib import Path

import pytest

from tests.panes.reading import changed, load, text
from tests.reading.sessions import seed, small
from tui.blocks import CopyLine, Style
from tui.model.annotations import ReaderNote
from tui.model.document import Document
from tui.panes.annotations import Annotations
from tui.places import Filter, Options, Place, View
from tui.reading.open_briefing import KEPT_LISTINGS, OpenBriefing

PANE, EVIDENCE = View.PANE, View.EVIDENCE
BACKGROUND = Place(PANE, "background")


def reader(document: Document | None = None, place: Place | None = None) -> OpenBriefing:
    return OpenBriefing(document or small(), place)


def items(read: OpenBriefing) -> list[str]:
    """The items of the current list."""
    return [read.listing.item(at) for at in read.listing.items]


def test_it_opens_at_its_first_pane_or_where_it_was_left() -> None:
    assert reader().here == Place(PANE, "summary", "j1")
    assert reader(place=Place(PANE, "reactions", "r-silence")).here.item == "r-silence"


@pytest.mark.parametrize(
    "place", [Place(PANE, "gone", "c-joined"), Place(EVIDENCE, "c-joined"), None]
)
def test_a_place_that_is_not_in_a_pane_leads_to_the_first_one(place: Place | None) -> None:
    assert reader(place=place).here == Place(PANE, "summary", "j1")


def test_an_item_that_is_gone_leads_to_the_first_of_its_pane() -> None:
    assert reader(place=BACKGROUND.at("gone")).here == BACKGROUND.at("c-joined")


def test_the_cursor_goes_from_item_to_item_and_stops_at_the_ends() -> None:
    read = reader(place=BACKGROUND)
    passed = [read.here.item]
    while read.step(1):
        passed.append(read.here.item)
    assert passed == ["c-joined", "c-both", "c-guess", "e-entry"]
    while read.step(-1):
        assert read.here.item == passed[passed.index(read.here.item)]
    assert read.here.item == "c-joined"


def test_panes_go_round() -> None:
    read = reader()
    read.turn_pane(-1)
    assert read.here.key == "problems"
    read.turn_pane(1)
    assert read.here.key == "summary"


def test_a_key_without_a_pane_is_reported() -> None:
    assert reader().open_pane("9") == "there is no pane 9"
    read = reader()
    read.toggle_room()
    assert read.open_pane("!") == "no problems were found"


def test_the_cursor_of_a_pane_is_kept_while_another_is_open() -> None:
    read = reader(place=BACKGROUND)
    read.step(1)
    read.open_pane("4")
    read.step(1)
    read.open_pane("2")
    assert read.here == BACKGROUND.at("c-both")
    read.open_pane("4")
    assert read.here.item == "r-again"


def test_evidence_is_entered_over_its_list_and_left_for_it() -> None:
    read = reader(place=BACKGROUND)
    assert read.open_inside() == ""
    assert read.trail == (BACKGROUND.at("c-joined"), Place(EVIDENCE, "c-joined", "x-joined"))
    assert read.leave_level()
    assert list(read.trail) == [BACKGROUND.at("c-joined")]
    assert not read.leave_level()


def test_excerpts_are_opened_alone() -> None:
    read = reader()
    read.open_excerpt()
    assert read.here.view is View.WORDS
    assert read.leave_level()


def test_a_source_opens_at_the_first_excerpt_of_the_item() -> None:
    read = reader(place=Place(PANE, "reactions"))
    read.open_source()
    assert read.here == Place(View.SOURCE, "article", "x-trap")
    assert read.step_excerpt(1) == ""
    assert read.here.item == "x-glad"
    assert read.step_excerpt(1) == "no further excerpt"
    read.open_related()
    assert read.here.key == "x-glad"


def test_an_item_that_rests_on_no_excerpt_has_no_source() -> None:
    read = reader(place=BACKGROUND.at("c-guess"))
    assert read.open_source() == "no words of a source stand behind this"
    assert len(read.trail) == 1


def test_a_view_is_not_entered_again_from_within() -> None:
    read = reader()
    read.open_related()
    read.highlight(read.here.key)
    assert read.open_related() == ""
    assert len(read.trail) == 2


def test_a_pane_in_a_list_is_a_pane_to_go_to() -> None:
    read = reader(place=Place(PANE, "reactions"))
    read.open_related()
    read.highlight("background")
    read.open_inside()
    assert read.trail == (BACKGROUND.at("c-joined"),)


def test_back_and_forward_come_to_the_same_items() -> None:
    read = reader()
    read.open_pane("2")
    read.step(1)
    read.open_inside()
    read.open_source()
    assert read.travel(1)
    assert read.travel(1)
    assert read.here == BACKGROUND.at("c-both")
    assert read.travel(-1)
    assert read.here.view is EVIDENCE
    assert read.travel(1)
    assert read.travel(1)
    assert not read.travel(1)
    assert read.here == Place(PANE, "summary", "j1")


def test_the_filter_turns_through_all_verified_and_not_verified() -> None:
    read = reader(place=BACKGROUND)
    read.turn_filter()
    assert read.options == Options(notes=False, show=Filter.VERIFIED)
    assert "c-both" not in items(read)
    assert read.hidden == 2
    read.turn_filter()
    assert "c-joined" not in items(read)
    assert read.here.item in items(read)
    read.turn_filter()
    assert read.options == Options(notes=False)
    assert read.hidden == 0


def test_where_the_filter_hides_the_current_item_the_next_one_is_current() -> None:
    read = reader(place=BACKGROUND.at("c-both"))
    read.turn_filter()
    assert read.here.item == "e-entry"


def test_the_header_says_how_many_items_the_filter_hides_here() -> None:
    read = reader(place=BACKGROUND)
    assert "hidden" not in text(read.header)
    read.turn_filter()
    assert "Only what is verified: 2 hidden here." in text(read.header)
    read.open_overview(View.TIMELINE)
    assert "Only what is verified: 2 hidden here." in text(read.header)
    read.open_pane("1")
    assert "Only what is verified: nothing hidden here." in text(read.header)
    read.toggle_room()
    assert "hidden" not in text(read.header)


def test_room_mode_leaves_no_judgment_wherever_the_reader_was() -> None:
    read = reader()
    read.open_inside()
    assert read.here.key == "j1"
    read.toggle_room()
    assert read.trail == (Place(PANE, "summary"),)
    assert "!" not in {tab.key for tab in read.tabs}
    read.travel(1)
    read.travel(-1)
    assert all(place.key != "j1" for place in read.trail)
    read.toggle_room()
    assert "j1" in items(read)


def test_room_mode_leaves_no_problem() -> None:
    read = reader()
    read.open_pane("!")
    read.toggle_room()
    assert read.here.key == "summary"


def test_a_list_is_made_once_until_the_options_change() -> None:
    read = reader(place=BACKGROUND)
    made = read.listing
    read.step(1)
    assert read.listing is made
    read.turn_filter()
    assert read.listing is not made


def test_only_the_last_lists_are_kept() -> None:
    read = reader()
    first = read.listing_at(Place(EVIDENCE, "c-joined"))
    for number in range(KEPT_LISTINGS):
        read.listing_at(Place(EVIDENCE, str(number)))
    assert read.listing_at(Place(EVIDENCE, "c-joined")) is not first


def test_the_source_marks_the_excerpt_under_the_cursor() -> None:
    read = reader(place=BACKGROUND)
    read.open_source()
    assert not read.mark_excerpt()
    read.highlight("x-trap")
    assert read.mark_excerpt()
    block = read.listing.blocks[read.cursor]
    assert isinstance(block, CopyLine)
    assert Style.EMPHASIS in {run.style for run in block.text}


def test_a_revealed_block_takes_the_cursor_to_its_item_or_the_next_one() -> None:
    read = reader(place=BACKGROUND)
    read.reveal(0)
    assert (read.revealed, read.here.item) == (0, "c-joined")
    read.step(1)
    assert read.revealed == -1


def test_another_version_is_taken_at_the_same_item(tmp_path: Path) -> None:
    read = reader(place=Place(PANE, "reactions", "r-again"))
    read.open_inside()
    read.adopt(load(changed(title="Another title"), tmp_path))
    assert read.whole.briefing.title == "Another title"
    assert read.trail[0] == Place(PANE, "reactions", "r-again")
    assert read.here.view is EVIDENCE
    assert read.travel(1)


def test_annotations_are_shown_where_they_are_made_and_not_in_room_mode() -> None:
    read = reader(place=BACKGROUND)
    note = ReaderNote(id="n", item="c-joined", text="Mine.", written="2026")
    read.annotate(Annotations({}, {"c-joined": [note]}))
    evidence = Place(EVIDENCE, "c-joined")
    assert read.here.item == "c-joined"
    assert "Mine." in text([*read.listing_at(evidence).blocks])
    read.toggle_room()
    assert "Mine." not in text([*read.listing_at(evidence).blocks])


def test_items_have_a_way_to_them(tmp_path: Path) -> None:
    read = reader()
    assert read.way_to("reactions") == (Place(PANE, "reactions"),)
    assert read.way_to("r-globe") == (Place(PANE, "reactions", "r-globe"),)
    assert read.way_to("x-glad")[-1] == Place(EVIDENCE, "x-glad")


def test_every_pane_of_the_supplied_briefing_opens() -> None:
    read = reader(seed())
    for tab in read.tabs:
        assert read.open_pane(tab.key) == "" or not tab.key

"""The lists of a briefing, by place."""

from tests.reading.sessions import small
from tui.blocks import CopyLine, Style
from tui.panes.annotations import Annotations
from tui.places import Filter, Options, Place, View
from tui.reading import movement
from tui.reading.lists import KEPT_LISTS, Lists

BACKGROUND = Place(View.PANE, "background")
ALL = Options()


def test_a_list_is_made_once_and_keeps_its_cursor() -> None:
    lists = Lists(small(), Annotations())
    view = lists.at(BACKGROUND, ALL)
    movement.end(view, 1)
    assert lists.at(BACKGROUND.at("c-joined"), ALL) is view
    assert view.item == "e-entry"


def test_other_options_make_another_list_at_the_same_item() -> None:
    lists = Lists(small(), Annotations())
    view = lists.at(BACKGROUND, ALL)
    view.go("c-guess")
    verified = lists.at(BACKGROUND, Options(show=Filter.VERIFIED))
    assert verified is not view
    assert verified.item == "e-entry"
    assert not verified.has("c-guess")


def test_panes_are_kept_and_other_lists_not_without_end() -> None:
    lists = Lists(small(), Annotations())
    pane = lists.at(BACKGROUND, ALL)
    first = lists.at(Place(View.EVIDENCE, "c-joined"), ALL)
    for number in range(KEPT_LISTS):
        lists.at(Place(View.EVIDENCE, str(number)), ALL)
    assert lists.at(BACKGROUND, ALL) is pane
    assert lists.at(Place(View.EVIDENCE, "c-joined"), ALL) is not first


def test_a_renewed_source_brings_out_the_excerpt_that_the_cursor_is_on() -> None:
    lists = Lists(small(), Annotations())
    place = Place(View.SOURCE, "article", "x-joined")
    view = lists.at(place, ALL)
    view.go("x-trap")
    lists.renew(place.at("x-trap"), ALL)
    renewed = lists.at(place, ALL)
    assert renewed.item == "x-trap"
    block = renewed.blocks[renewed.cursor]
    assert isinstance(block, CopyLine)
    assert Style.EMPHASIS in {run.style for run in block.text}

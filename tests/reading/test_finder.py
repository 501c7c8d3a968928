"""Find in a briefing."""

from pathlib import Path

from tests.panes.reading import changed, load
from tests.reading.sessions import small
from tui.places import Place, View
from tui.reading.finder import Finder
from tui.reading.open_briefing import OpenBriefing


def finder() -> Finder:
    return Finder(OpenBriefing(small()))


def test_each_letter_goes_to_the_first_match_from_where_the_search_began() -> None:
    seek = finder()
    seek.reader.open_pane("2")
    seek.begin()
    seek.seek("trap")
    assert seek.reader.here == Place(View.PANE, "reactions", "r-globe")
    seek.seek("trapeze")
    assert seek.reader.here == Place(View.PANE, "background", "c-joined")
    assert seek.find.matches == []


def test_a_cancelled_search_returns_to_where_it_began() -> None:
    seek = finder()
    seek.reader.open_pane("4")
    seek.reader.step(1)
    before = seek.reader.trail
    seek.begin()
    seek.seek("Seoul")
    seek.cancel()
    assert seek.reader.trail == before
    assert not seek.is_active
    assert not seek.reader.travel(-1)


def test_a_search_is_one_step_of_the_history() -> None:
    seek = finder()
    seek.begin()
    for query in ("t", "tr", "tra", "trap"):
        seek.seek(query)
    assert seek.reader.travel(1)
    assert seek.reader.here.key == "summary"
    assert not seek.reader.travel(1)


def test_the_next_match_is_sought_from_the_cursor_on_through_all_panes() -> None:
    seek = finder()
    seek.begin()
    seek.seek("trap")
    panes = [seek.reader.here.key]
    for _ in range(len(seek.find.matches)):
        seek.step(1)
        panes.append(seek.reader.here.key)
    assert panes[0] == panes[-1]
    assert len(set(panes)) == len(seek.find.counts())
    seek.reader.open_pane("1")
    seek.step(-1)
    assert seek.find.current == len(seek.find.matches) - 1


def test_matches_are_counted_as_they_are_stepped_through() -> None:
    seek = finder()
    seek.reader.open_pane("2")
    seek.begin()
    seek.seek("globe")
    assert (seek.find.current, len(seek.find.matches)) == (1, 6)
    seek.step(1)
    seek.step(1)
    assert seek.find.current == 3
    assert seek.reader.here == Place(View.PANE, "actors", "globe")
    seek.step(-1)
    assert seek.reader.here == Place(View.PANE, "reactions", "r-again")


def test_a_match_without_an_item_is_revealed_and_stepped_over() -> None:
    seek = finder()
    seek.begin()
    seek.seek("Seoul has joined")
    revealed = seek.reader.revealed
    assert revealed >= 0
    assert not seek.reader.listing.blocks[revealed].item
    seek.seek("Seoul")
    first = seek.find.current
    seek.step(1)
    assert seek.find.current == first + 1


def test_the_text_of_an_open_source_is_searched_first() -> None:
    seek = finder()
    seek.reader.open_source()
    seek.begin()
    seek.seek("Nobody")
    assert seek.reader.here.key == "article"
    assert seek.find.counts()["here"] == 1
    seek.step(1)
    assert seek.reader.here.key == "summary"


def test_stepping_searches_again_after_a_stop_and_under_other_options() -> None:
    seek = finder()
    assert seek.step(1) == "nothing is sought yet: / finds"
    seek.begin()
    seek.seek("joined")
    before = len(seek.find.matches)
    seek.stop()
    assert seek.step(1) == ""
    assert len(seek.find.matches) == before
    seek.reader.toggle_room()
    seek.step(1)
    assert len(seek.find.matches) < before
    seek.begin()
    seek.seek("nowhere")
    assert seek.step(1) == "not found: nowhere"


def test_words_of_a_note_are_found_at_its_item_and_not_in_room_mode(tmp_path: Path) -> None:
    note = {"id": "n-globe", "on": ["r-globe"], "text": "A strong word."}
    seek = Finder(OpenBriefing(load(changed(notes=[note]), tmp_path)))
    seek.begin()
    seek.seek("strong word")
    assert seek.reader.here == Place(View.PANE, "reactions", "r-globe")
    seek.reader.toggle_room()
    seek.begin()
    seek.seek("strong word")
    assert not seek.find.matches


def test_from_a_list_that_is_not_searched_it_goes_on_at_the_last_match() -> None:
    seek = finder()
    seek.begin()
    seek.seek("a")
    hits = len(seek.find.matches)
    for _ in range(hits - 1):
        seek.step(1)
    last = seek.reader.here
    seek.reader.go((*seek.reader.trail, Place(View.WORDS, "r-globe")))
    seek.step(-1)
    seek.step(1)
    assert (seek.reader.here, len(seek.find.matches)) == (last, hits)


def test_a_refresh_searches_the_new_text_and_goes_nowhere(tmp_path: Path) -> None:
    seek = finder()
    seek.begin()
    seek.seek("trap")
    here, before = seek.reader.here, len(seek.find.matches)
    seek.reader.adopt(load(changed(title="A trap"), tmp_path))
    seek.refresh()
    assert seek.reader.here == here
    assert 0 < len(seek.find.matches) <= before + 1

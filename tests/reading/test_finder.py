"""Finding in a briefing."""

from pathlib import Path

from tests.panes.reading import changed, load
from tests.reading.sessions import small
from tui.app.geometry import divide
from tui.places import Place, View
from tui.reading import movement
from tui.reading.finder import Finder
from tui.reading.open_briefing import OpenBriefing


def finder() -> Finder:
    return Finder(OpenBriefing(small(), divide(80, 24, beside=True)))


def test_letters_go_to_the_first_find_from_where_one_was() -> None:
    seek = finder()
    seek.reader.open_pane("2")
    seek.begin()
    seek.seek("trap")
    assert seek.reader.here == Place(View.PANE, "reactions", "r-globe")
    seek.seek("trapeze")
    assert seek.reader.here == Place(View.PANE, "background", "c-joined")
    assert seek.find.hits == []


def test_in_vain_one_is_where_one_was_to_the_line() -> None:
    seek = finder()
    read = seek.reader
    read.geometry = divide(80, 10, beside=True)
    read.open_pane("4")
    read.move(lambda view: movement.scroll(view, 3))
    before = (read.trail, read.shown.active.top)
    seek.begin()
    seek.seek("Seoul")
    seek.cancel()
    assert (read.trail, read.shown.active.top) == before
    assert not seek.is_active
    assert not read.travel(-1)


def test_a_search_is_one_step_of_the_history() -> None:
    seek = finder()
    seek.begin()
    for query in ("t", "tr", "tra", "trap"):
        seek.seek(query)
    assert seek.reader.travel(1)
    assert seek.reader.here.key == "summary"
    assert not seek.reader.travel(1)


def test_the_next_find_is_from_the_cursor_on_through_all_panes() -> None:
    seek = finder()
    seek.begin()
    seek.seek("trap")
    panes = [seek.reader.here.key]
    for _ in range(len(seek.find.hits)):
        seek.step(1)
        panes.append(seek.reader.here.key)
    assert panes[0] == panes[-1]
    assert len(set(panes)) == len(seek.find.counts())
    seek.reader.open_pane("1")
    seek.step(-1)
    assert seek.find.current == len(seek.find.hits) - 1


def test_over_a_source_its_own_text_is_searched_first() -> None:
    seek = finder()
    seek.reader.open_source()
    seek.begin()
    seek.seek("Nobody")
    assert seek.reader.here.key == "article"
    assert seek.find.counts()["here"] == 1
    seek.step(1)
    assert seek.reader.here.key == "summary"


def test_what_was_sought_is_sought_again_after_esc_and_under_other_options() -> None:
    seek = finder()
    assert seek.step(1) == "nothing is sought yet: / finds"
    seek.begin()
    seek.seek("joined")
    before = len(seek.find.hits)
    seek.stop()
    assert seek.step(1) == ""
    assert len(seek.find.hits) == before
    seek.reader.toggle_room()
    seek.step(1)
    assert len(seek.find.hits) < before
    seek.begin()
    seek.seek("nowhere")
    assert seek.step(1) == "not found: nowhere"


def test_what_only_a_note_says_is_found_at_its_item(tmp_path: Path) -> None:
    note = {"id": "n-globe", "on": ["r-globe"], "text": "A strong word."}
    document = load(changed(notes=[note]), tmp_path)
    seek = Finder(OpenBriefing(document, divide(80, 24, beside=True)))
    seek.begin()
    seek.seek("strong word")
    assert seek.reader.here == Place(View.PANE, "reactions", "r-globe")
    seek.reader.toggle_room()
    seek.begin()
    seek.seek("strong word")
    assert not seek.find.hits


def test_from_a_list_in_which_nothing_was_sought_it_goes_on_at_the_last_find() -> None:
    seek = finder()
    seek.begin()
    seek.seek("a")
    hits = len(seek.find.hits)
    for _ in range(hits - 1):
        seek.step(1)
    last = seek.reader.here
    seek.reader.go((*seek.reader.trail, Place(View.WORDS, "r-globe")))
    seek.step(-1)
    seek.step(1)
    assert (seek.reader.here, len(seek.find.hits)) == (last, hits)

"""The list of a library's briefings: its orders, the words in them, and the way through."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.library.libraries import write
from tests.reading.sessions import (
    cancel,
    enter,
    find,
    here,
    hold,
    library_session,
    reader,
    run,
    shown,
)
from tui.library.library import Library
from tui.library.state import ReaderState
from tui.load import load_document
from tui.reading.library_list import LibraryList
from tui.reading.session import ReadingSession


@pytest.fixture(name="library")
def library_fixture(tmp_path: Path) -> Iterator[Library]:
    folder = tmp_path / "briefings"
    write(folder, "treaty.yaml", "A treaty of wisteria is signed.", month=3)
    write(folder, "below/summit.yaml", "A summit in Madrid begins.", "TLP:RED", month=2)
    write(folder, "below/storm.yaml", "A storm in Madrid ends.", month=1)
    library = Library(
        folder, load_document, cache=tmp_path / "cache", state=ReaderState(tmp_path / "state")
    )
    yield library
    library.close()


@pytest.fixture(name="session")
def session_fixture(library: Library, tmp_path: Path) -> ReadingSession:
    """A session at the list of the library, all of which has been indexed."""
    session = library_session(library=library, memory=ReaderState(tmp_path / "state"))
    wait(session, library)
    return session


def wait(session: ReadingSession, library: Library) -> None:
    """Wait until the library is indexed, and look at it."""
    session.reload()
    library.wait()
    session.reload()


def briefings(session: ReadingSession) -> LibraryList:
    assert session.briefings is not None
    return session.briefings


def listed(session: ReadingSession) -> Sequence[str]:
    """The names of the listed briefings, in order."""
    listing = briefings(session).listing
    return [Path(listing.item(at)).stem for at in listing.items]


def choose(session: ReadingSession, name: str) -> None:
    """Move the cursor to a briefing."""
    listing = briefings(session).listing
    items = [listing.item(at) for at in listing.items]
    briefings(session).item = next(item for item in items if Path(item).stem == name)


def test_an_entry_says_how_its_briefing_stands(session: ReadingSession) -> None:
    assert briefings(session).listing.blocks[1].marking == "TLP:RED"
    for said in ("On summit", "draft", "issued 2022-02-01", "warning", "not read"):
        assert said in shown(session)


def test_orders_are_turned_through_in_both_directions(session: ReadingSession) -> None:
    assert listed(session) == ["storm", "summit", "treaty"]
    run(session, "library.next_order")
    assert listed(session) == ["treaty", "summit", "storm"]
    assert "newest first" in briefings(session).said
    run(session, "library.previous_order")
    assert "by path" in briefings(session).said
    orders = {briefings(session).order}
    while True:
        run(session, "library.next_order")
        if briefings(session).order in orders:
            break
        orders.add(briefings(session).order)
    assert listed(session) == ["storm", "summit", "treaty"]


def test_the_cursor_stays_on_its_briefing_in_another_order(session: ReadingSession) -> None:
    run(session, "library.next_order")
    assert briefings(session).place == "3 of 3"
    choose(session, "summit")
    run(session, "library.next_order")
    assert briefings(session).item == "below/summit.yaml"


def test_an_order_is_corrected_once_everything_is_indexed(library: Library) -> None:
    session = library_session(library=library)
    run(session, "library.next_order")
    wait(session, library)
    assert listed(session) == ["treaty", "summit", "storm"]


def test_the_end_of_the_indexing_is_reported_once(session: ReadingSession) -> None:
    assert not session.reload()
    assert "reading" not in briefings(session).said


def test_a_briefing_that_was_read_is_listed_so(session: ReadingSession, library: Library) -> None:
    choose(session, "treaty")
    run(session, "library.open")
    session.close()
    assert "draft  read" in shown(session)
    write(library.folder, "treaty.yaml", "Other words.", month=3)
    library.open("treaty.yaml")
    run(session, "library.next_order")
    assert "changed since read" in shown(session)


def test_nothing_is_said_of_the_reading_of_a_strictly_marked_one(session: ReadingSession) -> None:
    entry = briefings(session).listing.blocks[1]
    assert "not read" not in str(entry)
    assert "not read" in str(briefings(session).listing.blocks[0])


def test_briefings_are_found_by_title_and_path(session: ReadingSession) -> None:
    enter(session, "library.filter", "on st")
    assert listed(session) == ["storm"]
    enter(session, "library.filter", "BELOW")
    assert briefings(session).place == "1 of 2"
    assert briefings(session).said.startswith("with “BELOW”")


def test_all_are_listed_again_after_the_way_back(session: ReadingSession) -> None:
    enter(session, "library.filter", "BELOW")
    run(session, "library.open")
    assert session.reader is not None
    session.close()
    assert briefings(session).place == "1 of 2"
    run(session, "library.all")
    assert briefings(session).place == "1 of 3"
    assert "with “" not in briefings(session).said


def test_words_that_no_briefing_has_are_reported(session: ReadingSession) -> None:
    choose(session, "summit")
    before = shown(session)
    enter(session, "library.filter", "zzz")
    assert "No briefing has these words" in shown(session)
    assert briefings(session).place == "none"
    assert run(session, "library.open") == "there is no briefing here"
    run(session, "library.all")
    cancel(session, "library.filter", "zzz")
    assert shown(session) == before


def test_words_are_found_in_the_items_of_briefings(session: ReadingSession) -> None:
    enter(session, "library.filter", "madrid")
    assert "IN WHAT THEY SAY" in shown(session)
    assert "A summit in Madrid begins." in shown(session)
    assert "treaty" not in listed(session)
    assert briefings(session).place == "1 of 2"


def test_a_found_briefing_opens_at_the_item_and_stepping_goes_on_into_the_next(
    session: ReadingSession,
) -> None:
    enter(session, "library.filter", "madrid")
    run(session, "library.open")
    assert session.path == "below/storm.yaml"
    assert here(session).item == "c"
    assert session.results is not None
    assert session.results.said == "madrid: 1 of 1, briefing 1 of 2"
    run(session, "find.next")
    assert session.path == "below/summit.yaml"
    run(session, "find.previous")
    assert session.path == "below/storm.yaml"
    session.close()
    assert briefings(session).said.startswith("with “madrid”")


def test_answers_are_stepped_through_from_briefing_to_briefing(session: ReadingSession) -> None:
    hold(session, "welcome")
    run(session, "answer.go")
    seen = []
    for _ in range(3):
        assert here(session).item == "r"
        seen.append(reader(session).document.briefing.id)
        run(session, "find.next")
    assert sorted(seen) == ["storm", "summit", "treaty"]


def test_words_found_in_the_briefing_come_before_the_results(session: ReadingSession) -> None:
    enter(session, "library.filter", "madrid")
    run(session, "library.open")
    find(session, "storm")
    run(session, "find.next")
    assert session.path == "below/storm.yaml"
    assert session.highlighted_words == ("storm",)
    run(session, "place.leave", "find.next")
    assert session.path == "below/summit.yaml"
    run(session, "place.leave")
    assert not session.highlighted_words


def test_in_room_mode_no_other_briefing_is_opened(session: ReadingSession) -> None:
    enter(session, "library.filter", "madrid")
    run(session, "library.open", "policy.room", "find.next")
    assert reader(session).policy.room
    assert session.path == "below/storm.yaml"


def test_a_briefing_that_is_gone_is_named_and_stepped_over(
    session: ReadingSession, library: Library
) -> None:
    enter(session, "library.filter", "madrid")
    run(session, "library.open")
    (library.folder / "below/summit.yaml").unlink()
    assert run(session, "find.next").startswith("below/summit.yaml: No such file")
    run(session, "find.next")
    assert session.path == "below/storm.yaml"
    assert session.results is not None
    assert "briefing 1 of 2" in session.results.said


def test_a_cancelled_filter_leaves_the_list_as_it_was(session: ReadingSession) -> None:
    choose(session, "summit")
    before = (shown(session), briefings(session).item)
    cancel(session, "library.filter", "madrid")
    assert (shown(session), briefings(session).item) == before

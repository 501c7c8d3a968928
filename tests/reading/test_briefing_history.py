"""Back and forward over the briefings of a library."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.library.libraries import write
from tests.reading.sessions import here, library_session, reader, run
from tui.library.library import Library
from tui.load import load_document
from tui.places import Place, View
from tui.reading.briefing_history import KEPT_BRIEFINGS, BriefingHistory
from tui.reading.history import History
from tui.reading.session import ReadingSession

BACK, FORWARD = "place.back", "place.forward"


@pytest.fixture(name="folder")
def folder_fixture(tmp_path: Path) -> Path:
    folder = tmp_path / "briefings"
    for name in ("storm", "summit", "treaty"):
        write(folder, f"{name}.yaml", f"A {name} is spoken of.")
    return folder


@pytest.fixture(name="session")
def session_fixture(folder: Path, tmp_path: Path) -> Iterator[ReadingSession]:
    """A session in the second briefing, after the first was read and left."""
    library = Library(folder, load_document, cache=tmp_path / "cache")
    session = library_session(library=library)
    open_briefing(session, "storm")
    run(session, "pane.2")
    session.close()
    open_briefing(session, "summit")
    run(session, "pane.next")
    yield session
    library.close()


def open_briefing(session: ReadingSession, name: str) -> None:
    """Choose a briefing in the list."""
    assert session.briefings is not None
    session.briefings.item = f"{name}.yaml"
    run(session, "library.open")


def where(session: ReadingSession) -> tuple[str, Place]:
    return session.path, here(session).at("")


def test_back_from_the_start_leads_to_the_briefing_before(session: ReadingSession) -> None:
    there = where(session)
    run(session, BACK, BACK)
    assert where(session) == ("storm.yaml", Place(View.PANE, "background"))
    run(session, BACK)
    assert where(session) == ("storm.yaml", Place(View.PANE, "summary"))
    run(session, FORWARD, FORWARD, FORWARD)
    assert where(session) == there
    assert run(session, FORWARD) == "nothing lies ahead"


def test_the_start_in_the_first_briefing_is_the_end_of_the_way(session: ReadingSession) -> None:
    assert run(session, *[BACK] * 4) == "this is where you began"
    assert session.path == "storm.yaml"


def test_opening_a_briefing_forgets_what_lay_ahead(session: ReadingSession) -> None:
    run(session, BACK, BACK)
    session.close()
    open_briefing(session, "treaty")
    assert run(session, FORWARD) == "nothing lies ahead"
    assert session.path == "treaty.yaml"
    run(session, BACK)
    assert session.path == "storm.yaml"


def test_opening_the_same_briefing_again_is_no_step(folder: Path) -> None:
    session = library_session(library=Library(folder, load_document))
    open_briefing(session, "storm")
    session.close()
    open_briefing(session, "storm")
    assert run(session, BACK) == "this is where you began"


def test_opening_the_same_briefing_again_keeps_what_lies_ahead(session: ReadingSession) -> None:
    run(session, BACK, BACK)
    session.close()
    open_briefing(session, "storm")
    run(session, FORWARD)
    assert session.path == "summit.yaml"


def test_a_briefing_that_is_gone_is_named_and_not_gone_to(
    session: ReadingSession, folder: Path
) -> None:
    (folder / "storm.yaml").unlink()
    assert run(session, BACK, BACK) == "storm.yaml: No such file or directory"
    assert session.path == "summit.yaml"


def test_a_briefing_that_has_lost_the_pane_is_shown_from_its_start(
    session: ReadingSession, folder: Path
) -> None:
    file = folder / "storm.yaml"
    text = file.read_text("utf-8").replace("background\n    s", "past\n    s")
    file.write_text(text.replace("[background]", "[past]"), "utf-8")
    run(session, BACK, BACK)
    assert where(session) == ("storm.yaml", Place(View.PANE, "summary"))


def test_in_room_mode_no_other_briefing_is_gone_to(session: ReadingSession) -> None:
    run(session, "policy.room")
    assert run(session, BACK, BACK, BACK) == "in room mode only ctrl+q leaves"
    assert session.path == "summit.yaml"
    assert reader(session).policy.room


def test_in_a_meeting_no_other_briefing_is_gone_to(session: ReadingSession) -> None:
    run(session, "meeting.open", "pane.1")
    assert run(session, *[BACK] * 5) == "in a meeting only ctrl+q leaves"
    assert session.path == "summit.yaml"
    assert session.meeting is not None


def test_a_briefing_that_is_opened_in_room_mode_is_shown_in_it(
    session: ReadingSession, folder: Path
) -> None:
    run(session, "policy.room")
    session.open(load_document(folder / "treaty.yaml"))
    assert reader(session).policy.room


@pytest.mark.parametrize("id", [BACK, FORWARD])
def test_in_the_list_of_a_library_there_is_nowhere_to_go(id: str, folder: Path) -> None:
    session = library_session(library=Library(folder, load_document))
    assert run(session, id) == "no briefing is open"


def test_only_the_last_briefings_are_kept() -> None:
    briefings = BriefingHistory()
    history = History((Place(View.PANE, "summary"),))
    for number in range(KEPT_BRIEFINGS + 2):
        briefings.leave(str(number), history)
        briefings.arrive(str(number + 1))
    passed = []
    path = "last"
    while target := briefings.target(1):
        briefings.turn(1, path, history)
        passed.append(path := target)
    assert len(passed) == KEPT_BRIEFINGS
    assert passed[-1] == "2"

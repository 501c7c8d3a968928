"""A reading session: what is open and where the reader is."""

import pytest

from tests.reading import sessions
from tests.reading.sessions import Memory, enter, find, here, library_session, reader, run, shown
from tui.load import load_text
from tui.places import Place, View
from tui.reading.session import ReadingSession


def test_panes_are_opened_by_number_and_in_turn(session: ReadingSession) -> None:
    run(session, "pane.3")
    assert here(session).key == "outlook"
    for pane in ("reactions", "actors", "sources"):
        run(session, "pane.next")
        assert here(session).key == pane
    for pane in ("actors", "reactions", "outlook"):
        run(session, "pane.previous")
        assert here(session).key == pane
    run(session, "pane.sources")
    assert here(session).key == "sources"
    run(session, "pane.problems")
    assert here(session).key == "problems"
    assert run(session, "pane.9") == "there is no pane 9"


def test_the_evidence_leads_on_to_the_source(session: ReadingSession) -> None:
    run(session, "pane.4", "evidence.open")
    assert here(session).view is View.EVIDENCE
    run(session, "evidence.open")
    assert here(session) == Place(View.SOURCE, "article", "x-trap")


def test_in_a_source_excerpts_are_stepped_through(session: ReadingSession) -> None:
    run(session, "pane.4", "evidence.source", "source.next_excerpt")
    assert here(session).item == "x-glad"
    assert run(session, "source.next_excerpt") == "no further excerpt"
    run(session, "source.previous_excerpt", "source.related")
    assert (here(session).view, here(session).key) == (View.CONNECTED, "x-trap")


def test_one_level_is_left_at_a_time_and_never_the_pane(session: ReadingSession) -> None:
    run(session, "pane.2", "evidence.open", "evidence.source")
    run(session, *["place.leave"] * 5)
    assert here(session) == Place(View.PANE, "background", "c-joined")


def test_places_are_travelled_back_and_forward(session: ReadingSession) -> None:
    run(session, "pane.2", "list.next", "pane.4", "place.back")
    assert here(session) == Place(View.PANE, "background", "c-both")
    run(session, "place.back")
    assert here(session).key == "summary"
    assert run(session, "place.back") == "this is where you began"
    run(session, "place.forward", "place.forward")
    assert here(session).key == "reactions"
    assert run(session, "place.forward") == "nothing lies ahead"


def test_found_words_are_left_before_nothing_else(session: ReadingSession) -> None:
    find(session, "globe")
    assert session.highlighted_words == ("globe",)
    run(session, "place.leave")
    assert not session.highlighted_words
    run(session, "find.next")
    assert session.highlighted_words == ("globe",)


def test_a_level_is_left_before_the_search_is_stopped(session: ReadingSession) -> None:
    find(session, "trap")
    run(session, "evidence.open", "place.leave")
    assert session.highlighted_words == ("trap",)


def test_in_room_mode_nothing_is_left_by_accident(session: ReadingSession) -> None:
    assert not session.is_held
    run(session, "view.filter", "policy.room")
    for pane in "12345":
        run(session, f"pane.{pane}")
        assert "hidden" not in shown(session)
        assert "Beijing will likely" not in shown(session)
    assert session.is_held
    assert session.how_to_leave() == "in room mode only ctrl+q leaves"


def test_a_briefing_of_the_library_opens_where_it_was_left_and_is_closed_for_the_list() -> None:
    memory = Memory(Place(View.PANE, "reactions", "r-silence"))
    session = library_session(memory=memory)
    assert session.briefings is not None
    assert session.briefings.place == "1 of 2"
    run(session, "library.open")
    assert (session.path, here(session).item) == ("small", "r-silence")
    run(session, "pane.2")
    session.close()
    assert session.reader is None
    assert session.annotations is None
    assert memory.place == Place(View.PANE, "background", "c-joined")


def test_a_briefing_that_cannot_be_read_is_named_without_control_characters() -> None:
    session = library_session()
    assert session.briefings is not None
    session.briefings.item = "gone"
    assert run(session, "library.open") == "gone: No such file␛[2J"
    assert session.reader is None


def test_without_a_library_no_briefing_is_chosen(session: ReadingSession) -> None:
    assert run(session, "library.open") == "there is no briefing here"


def test_a_file_that_is_no_briefing_opens_at_its_problems() -> None:
    session = sessions.session(load_text(b"\xff\x00", "broken.yaml", folder=None))
    assert "not-utf8" in shown(session)


def test_a_session_begins_at_an_item() -> None:
    session = sessions.session(item="r-silence")
    assert here(session) == Place(View.PANE, "reactions", "r-silence")


def test_the_place_is_remembered_by_its_pane() -> None:
    memory = Memory()
    session = sessions.session(memory=memory)
    run(session, "pane.4", "list.next", "evidence.open")
    assert session.keep()
    assert memory.place == Place(View.PANE, "reactions", "r-again")
    assert reader(sessions.session(memory=memory)).here == memory.place


def test_without_a_briefing_nothing_is_remembered() -> None:
    assert not library_session().keep()


def test_a_clearance_that_is_not_in_the_list_is_followed_by_none() -> None:
    session = sessions.session(clearance="unknown")
    assert run(session, "policy.clearance") == "nothing is withheld"
    assert session.clearance == ""


@pytest.mark.parametrize("id", ["app.quit", "pane.problems"])
def test_hints_name_the_first_key_of_a_command(id: str, session: ReadingSession) -> None:
    assert session.hint(id) == f" ({session.key_label(id)})"


def test_an_item_that_is_gone_is_not_gone_to(session: ReadingSession) -> None:
    before = here(session)
    assert session.go_to_item("gone") == "it has been changed, and no longer says this"
    assert here(session) == before


def test_notices_fade_only_in_a_meeting(session: ReadingSession) -> None:
    session.notice = "told"
    session.tick()
    session.tick()
    assert session.notice == "told"
    run(session, "meeting.open")
    session.tick()
    session.tick()
    assert session.notice == ""


def test_what_is_found_survives_a_note(session: ReadingSession) -> None:
    find(session, "trap")
    enter(session, "annotations.note", "Mine.")
    assert session.highlighted_words == ("trap",)

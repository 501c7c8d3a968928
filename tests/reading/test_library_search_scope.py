"""Asking the briefings of a library in a session."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.library.libraries import write
from tests.reading.sessions import ask, copied, here, hold, library_session, run, shown
from tui.library.library import Library
from tui.load import load_document
from tui.places import Place, View
from tui.reading.session import ReadingSession
from tui.search.library_search import AT_ONCE


@pytest.fixture(name="library")
def library_fixture(tmp_path: Path) -> Iterator[Library]:
    """Three briefings, all of them indexed."""
    folder = tmp_path / "briefings"
    write(folder, "treaty.yaml", "A treaty of wisteria is signed.")
    write(folder, "below/summit.yaml", "A summit in Madrid begins.", "TLP:RED")
    write(folder, "below/storm.yaml", "A storm in Madrid ends.")
    library = Library(folder, load_document, cache=tmp_path / "cache")
    library.begin()
    library.wait()
    yield library
    library.close()


@pytest.fixture(name="session")
def session_fixture(library: Library) -> ReadingSession:
    """A session at the list of the library."""
    return library_session(library=library)


def test_an_answer_names_its_briefing_and_its_marking(session: ReadingSession) -> None:
    ask(session, "madrid beg")
    assert "TLP:RED  On summit" in shown(session)
    assert "CLAIM" in shown(session)
    assert "A summit in Madrid begins." in shown(session)


def test_further_answers_name_theirs(session: ReadingSession) -> None:
    asking = ask(session, "madrid")
    assert "MORE ANSWERS" in shown(session)
    assert asking.count == 2
    assert "below/summit.yaml" in shown(session) or "below/storm.yaml" in shown(session)


def test_only_the_best_of_many_briefings_are_asked(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    for number in range(AT_ONCE + 1):
        write(folder, f"b{number}.yaml", "The magnolia blossoms.")
    library = Library(folder, load_document, cache=tmp_path / "cache")
    library.begin()
    library.wait()
    asking = ask(library_session(library=library), "magnol")
    library.close()
    assert f"in the {AT_ONCE} best of {AT_ONCE + 1} briefings" in asking.title


def test_an_answer_is_opened_in_its_briefing(session: ReadingSession) -> None:
    hold(session, "wister")
    run(session, "answer.go")
    assert session.path == "treaty.yaml"
    assert here(session) == Place(View.PANE, "background", "c")
    session.close()
    assert session.reader is None


@pytest.mark.parametrize(
    ("id", "view"), [("answer.excerpt", View.WORDS), ("answer.related", View.CONNECTED)]
)
def test_an_answer_opens_what_is_behind_it(id: str, view: View, session: ReadingSession) -> None:
    hold(session, "wister")
    run(session, id)
    assert (here(session).key, here(session).view) == ("c", view)


def test_an_answer_is_copied_with_its_marking(session: ReadingSession) -> None:
    hold(session, "summit mad")
    text = copied(session, "answer.copy")
    assert "A summit in Madrid begins." in text
    assert "TLP:RED" in text
    assert session.reader is None


def test_a_question_that_is_left_leaves_the_list_as_it_was(session: ReadingSession) -> None:
    before = shown(session)
    hold(session, "wister")
    run(session, "place.leave")
    assert session.asking is None
    assert shown(session) == before


def test_a_briefing_that_is_gone_is_named(session: ReadingSession, library: Library) -> None:
    asking = ask(session, "wister")
    (library.folder / "treaty.yaml").unlink()
    assert "treaty.yaml: No such file" in shown(session)
    asking.hold()
    for id in ("answer.go", "answer.excerpt"):
        assert run(session, id) == "treaty.yaml: No such file or directory"
        assert session.reader is None
    assert copied(session, "answer.copy") == "treaty.yaml: No such file or directory"


def test_an_answer_that_has_changed_is_reported(session: ReadingSession, library: Library) -> None:
    ask(session, "wister")
    file = library.folder / "treaty.yaml"
    file.write_text(file.read_text("utf-8").replace("id: c,", "id: other,"), "utf-8")
    assert "no longer says this" in shown(session)
    assert copied(session, "answer.copy") == "there is no item here"
    assert "no longer says this" in run(session, "answer.go")


def test_under_a_clearance_nothing_above_it_answers(session: ReadingSession) -> None:
    run(session, "policy.clearance", "policy.clearance")
    assert session.clearance == "TLP:GREEN"
    assert session.library is not None
    session.library.begin()
    session.library.wait()
    assert ask(session, "summit").count == 0
    assert ask(session, "storm").count

"""A briefing whose file is saved while it is open."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from tests.panes.small import ARTICLE, BRIEFING
from tests.reading import sessions
from tests.reading.sessions import ask, enter, find, here, reader, run, shown
from tui.load import load_document
from tui.places import Place, View
from tui.reading.session import ReadingSession


@pytest.fixture
def briefing() -> dict[str, Any]:
    """A copy of the small briefing to be changed."""
    return copy.deepcopy(BRIEFING)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    file = tmp_path / "small.yaml"
    file.write_text(json.dumps(BRIEFING), "utf-8")
    return file


@pytest.fixture
def session(file: Path) -> ReadingSession:
    """A session with that file open."""
    return sessions.session(load_document(file), load=load_document)


def save(file: Path, briefing: dict[str, Any] | str) -> None:
    """Save as editors do: another file in the place of the old one."""
    new = file.with_suffix(".new")
    new.write_text(briefing if isinstance(briefing, str) else json.dumps(briefing), "utf-8")
    new.replace(file)


def reload(session: ReadingSession) -> bool:
    """Look as often as a save needs to be seen."""
    return [session.reload(), session.reload()][-1]


def text(session: ReadingSession) -> str:
    """What is shown, without the notice."""
    session.notice = ""
    return shown(session)


def test_a_file_that_is_left_alone_is_not_read_again(session: ReadingSession) -> None:
    before = shown(session)
    assert not reload(session)
    assert shown(session) == before


def test_the_reader_stays_at_the_same_item_and_learns_what_changed(
    session: ReadingSession, file: Path, briefing: dict[str, Any]
) -> None:
    run(session, "pane.4", "list.next")
    reactions = briefing["panes"][2]["reactions"]
    reactions[0]["text"] = "It is a deep trap."
    reactions.insert(0, {**reactions[0], "id": "r-first", "text": "It is new."})
    save(file, briefing)
    assert reload(session)
    assert here(session) == Place(View.PANE, "reactions", "r-again")
    assert session.notice == "reloaded: 1 item changed, 1 new; 3 errors (!)"
    assert "It is a deep trap." in shown(session)
    run(session, "place.back")
    assert here(session).key == "summary"


def test_an_item_that_is_withdrawn_is_left_for_its_neighbour(
    session: ReadingSession, file: Path, briefing: dict[str, Any]
) -> None:
    run(session, "pane.4", "evidence.open")
    del briefing["panes"][2]["reactions"][0]
    save(file, briefing)
    assert reload(session)
    assert here(session) == Place(View.PANE, "reactions", "r-again")
    assert "1 withdrawn" in session.notice


@pytest.mark.parametrize("broken", ["", "title: 'unclosed", "- a list\n"])
def test_a_broken_save_keeps_the_briefing_and_lists_what_is_wrong(
    session: ReadingSession, file: Path, broken: str
) -> None:
    run(session, "pane.4")
    before = text(session)
    save(file, broken)
    assert reload(session)
    assert session.notice == "saved with an error (!); this is as it was before"
    assert text(session) == before
    run(session, "pane.problems")
    assert here(session).key == "problems"
    save(file, BRIEFING)
    assert reload(session)
    assert session.notice.startswith("reloaded: nothing changed")


def test_a_file_that_is_gone_leaves_the_briefing_open(session: ReadingSession, file: Path) -> None:
    before = text(session)
    file.unlink()
    assert reload(session)
    assert session.notice == "the file cannot be read: No such file or directory; this is as it was"
    assert text(session) == before
    assert not reload(session)


def test_in_room_mode_the_notice_says_nothing_of_the_content(
    session: ReadingSession, file: Path, briefing: dict[str, Any]
) -> None:
    run(session, "policy.room")
    briefing["key_judgments"][0]["text"] = "It will likely stay."
    save(file, briefing)
    assert reload(session)
    assert session.notice == "reloaded"
    assert "likely" not in shown(session)
    save(file, "")
    assert reload(session)
    assert session.notice == ""


def test_words_are_found_in_the_new_text(
    session: ReadingSession, file: Path, briefing: dict[str, Any]
) -> None:
    find(session, "trap")
    before = session.finder.find.counts()  # type: ignore[union-attr]
    briefing["panes"][2]["reactions"][1]["text"] = "A trap, a trap."
    briefing["panes"][2]["reactions"][2]["text"] = "A trap is a snare."
    save(file, briefing)
    assert reload(session)
    after = session.finder.find.counts()  # type: ignore[union-attr]
    assert sum(after.values()) > sum(before.values())
    run(session, "find.next")
    assert session.notice == ""


def test_the_new_text_answers_questions(
    session: ReadingSession, file: Path, briefing: dict[str, Any]
) -> None:
    assert not ask(session, "wisteria").count
    run(session, "place.leave")
    briefing["panes"][2]["reactions"][0]["text"] = "It is a wisteria."
    save(file, briefing)
    assert reload(session)
    assert ask(session, "wisteria").item == "r-globe"


def test_a_note_stays_on_its_item(
    session: ReadingSession, file: Path, briefing: dict[str, Any]
) -> None:
    run(session, "pane.4")
    enter(session, "annotations.note", "Mine.")
    briefing["panes"][2]["reactions"][0]["text"] = "It is a deep trap."
    save(file, briefing)
    assert reload(session)
    run(session, "evidence.open")
    assert "Mine." in shown(session)


def test_a_clearance_holds_for_what_is_read_again(
    session: ReadingSession, file: Path, briefing: dict[str, Any]
) -> None:
    run(session, "policy.clearance", "pane.4")
    briefing["panes"][2]["reactions"][0] |= {"text": "SECRET", "marking": "TLP:RED"}
    save(file, briefing)
    assert reload(session)
    assert "SECRET" not in shown(session)
    assert reader(session).policy.clearance == "TLP:CLEAR"


def test_a_briefing_that_was_read_from_no_file_is_never_read_again() -> None:
    session = sessions.session()
    assert not session.is_from_file
    assert not reload(session)

"""A briefing whose file is saved while it is read."""

import copy
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.panes.small import ARTICLE, BRIEFING
from tests.pseudoterminal import Terminal
from tests.reading.sessions import Memory, press, screen
from tui.app.keyboard.dispatch import dispatch
from tui.load import load_document
from tui.places import Place, View
from tui.reading.session import ReadingSession

Save = Callable[[dict[str, Any] | str], None]


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
    """A desk on which that file lies open."""
    document = load_document(file)
    return ReadingSession(
        dispatch=dispatch, document=document, library=None, memory=Memory(), load=load_document
    )


def save(file: Path, briefing: dict[str, Any] | str) -> None:
    """Save as editors do: another file in the place of the old one."""
    new = file.with_suffix(".new")
    new.write_text(briefing if isinstance(briefing, str) else json.dumps(briefing), "utf-8")
    new.replace(file)


def look(session: ReadingSession) -> bool:
    """Look as often as a save needs to be seen."""
    return [session.look(), session.look()][-1]


def test_nothing_is_said_of_a_file_that_is_left_alone(session: ReadingSession) -> None:
    before = screen(session)
    assert not look(session)
    assert screen(session) == before


def test_the_view_stays_at_the_same_item_and_says_what_changed(
    session: ReadingSession, file: Path, briefing: dict[str, Any]
) -> None:
    press(session, "4", "j")
    reactions = briefing["panes"][2]["reactions"]
    reactions[0]["text"] = "It is a deep trap."
    reactions.insert(0, {**reactions[0], "id": "r-first", "text": "It is new."})
    save(file, briefing)
    assert look(session)
    assert session.reader is not None
    assert session.reader.here == Place(View.PANE, "reactions", "r-again")
    assert session.notice == "reloaded: 1 item changed, 1 new; 3 errors (!)"
    assert "It is a deep trap." in screen(session)
    press(session, "backspace")
    assert session.reader.here.key == "summary"


def test_an_item_that_is_withdrawn_is_left_for_its_neighbour(
    session: ReadingSession, file: Path, briefing: dict[str, Any]
) -> None:
    press(session, "4", "enter")
    del briefing["panes"][2]["reactions"][0]
    save(file, briefing)
    assert look(session)
    assert session.reader is not None
    assert session.reader.here == Place(View.PANE, "reactions", "r-again")
    assert "1 withdrawn" in session.notice


@pytest.mark.parametrize("broken", ["", "title: 'unclosed", "- a list\n"])
def test_a_broken_save_keeps_what_was_read_and_lists_what_is_wrong(
    session: ReadingSession, file: Path, broken: str
) -> None:
    press(session, "4")
    before = screen(session).splitlines()[:-2]
    save(file, broken)
    assert look(session)
    assert session.notice == "saved with an error (!); this is as it was before"
    assert screen(session).splitlines()[:-2] == before
    press(session, "!")
    assert session.reader is not None
    assert session.reader.here.key == "problems"
    save(file, BRIEFING)
    assert look(session)
    assert session.notice.startswith("reloaded: nothing changed")


def test_a_file_that_is_gone_leaves_what_was_read(session: ReadingSession, file: Path) -> None:
    before = screen(session).splitlines()[:-2]
    file.unlink()
    assert look(session)
    assert session.notice == "the file cannot be read: No such file or directory; this is as it was"
    assert screen(session).splitlines()[:-2] == before
    assert not look(session)


def test_a_room_does_not_learn_what_it_must_not_see(
    session: ReadingSession, file: Path, briefing: dict[str, Any]
) -> None:
    press(session, "R")
    briefing["key_judgments"][0]["text"] = "It will likely stay."
    save(file, briefing)
    assert look(session)
    assert session.notice == "reloaded"
    save(file, "")
    assert look(session)
    assert session.notice == ""


@pytest.mark.parametrize("keys", [("/", *"trap"), ("ctrl+x",), ("f",)])
def test_who_types_or_has_blanked_the_screen_is_not_disturbed(
    keys: tuple[str, ...], session: ReadingSession, file: Path, briefing: dict[str, Any]
) -> None:
    press(session, *keys)
    before = screen(session)
    briefing["title"] = "Another"
    save(file, briefing)
    assert not look(session)
    assert screen(session) == before
    press(session, "escape")
    assert look(session)


def test_what_is_sought_is_sought_in_the_new_text(
    session: ReadingSession, file: Path, briefing: dict[str, Any]
) -> None:
    press(session, "/", *"snare", "enter", "/", *"trap", "enter")
    briefing["panes"][2]["reactions"][1]["text"] = "A trap is a snare."
    save(file, briefing)
    assert look(session)
    press(session, "n", "n", "n")
    assert session.finder is not None
    assert sum(session.finder.find.counts().values()) > 1


def test_a_save_is_seen_on_the_terminal_and_an_idle_one_is_sent_nothing(
    file: Path, briefing: dict[str, Any], tmp_path: Path
) -> None:
    home = {"XDG_STATE_HOME": str(tmp_path / "state"), "HOME": str(tmp_path)}
    with Terminal([sys.executable, "-m", "tui", str(file)], environment=home) as terminal:
        terminal.wait_for("BOTTOM LINE")
        terminal.press("4")
        terminal.wait_for("It is a trap.")
        briefing["panes"][2]["reactions"][0]["text"] = "It is a snare."
        save(file, briefing)
        terminal.wait_for("reloaded: 1 item changed")
        terminal.wait_for("It is a snare.")
        while terminal.read(1.2):
            continue
        sent = len(terminal.output)
        os.utime(file.parent)
        assert not terminal.read(1.2)
        assert len(terminal.output) == sent
        terminal.press("\x11")
        assert terminal.wait_for_end() == 0

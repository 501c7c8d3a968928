"""`briefing minutes` prints what was shown in a meeting."""

import json
import time
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from tests.meeting.small import BEGAN
from tests.panes.small import ARTICLE, BRIEFING
from tests.reading import sessions
from tests.reading.meetings import AGENDA, Time, controller, turn, wait
from tui import cli
from tui.library.state import ReaderState
from tui.load import load_document
from tui.model.annotations import ReaderNote


@pytest.fixture(autouse=True)
def _utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The small briefing after a meeting in which a note was written."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    file = tmp_path / "small.yaml"
    file.write_text(json.dumps({**BRIEFING, "meeting": AGENDA}), "utf-8")
    return str(hold(file, ReaderState()))


def hold(file: Path, state: ReaderState) -> Path:
    """Hold a meeting on a briefing with that agenda; returns its file."""
    document = load_document(file)
    for item, text, written in (
        ("r-globe", "Ask *again*\x1b", "01:50:00"),
        ("j1", "Of another time", "09:00:00"),
    ):
        when = f"2001-09-09T{written}+00:00"
        note = ReaderNote(id=text, item=item, text=text, written=when)
        assert state.note(document, note).is_saved
    clock = Time()
    session = sessions.session(document=document, memory=state, now=clock)
    sessions.run(session, "meeting.open")
    wait(session, clock, 120)
    turn(session, 1, 1)
    sessions.run(session, "meeting.question")
    wait(session, clock, 90)
    sessions.run(session, "meeting.question")
    wait(session, clock, 60)
    session.end_meeting(is_repeated=True)
    return file


def test_markdown_has_what_was_shown_when_and_for_how_long(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["minutes", file]) == 0
    assert capsys.readouterr().out == (
        "# Minutes: A small briefing\n\n"
        "**TLP:CLEAR**\n\n"
        "2001-09-09, 01:47; 4 minutes of 20 minutes; 1 minute of it for questions\n\n"
        "## Shown\n\n"
        "- **01:47** · **Beijing will likely stay silent.** · 2:00\n\n"
        "- **01:49** · **Globe: It is a trap.** · 2:30\\\n"
        "  **your note:** Ask \\*again\\*␛\n\n"
        "## Questions\n\n"
        "- **01:49** · **asked on: Globe: It is a trap.** · 1:30\n\n"
    )


def test_text_says_the_same_also_without_a_file(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["minutes", "--format", "text"]) == 0
    printed = capsys.readouterr().out
    for part in ("Beijing will likely stay silent.", "2:30", "asked on: Globe", "Ask *again*␛"):
        assert part in printed
    assert "\x1b" not in printed


def test_the_last_meeting_is_printed_or_all_meetings(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = Time()
    clock.now += 5000
    session = sessions.session(document=load_document(file), memory=ReaderState(), now=clock)
    sessions.run(session, "meeting.open")
    wait(session, clock, 10)
    controller(session).tick()
    assert cli.main(["minutes", file]) == 0
    printed = capsys.readouterr().out
    assert "01:47" not in printed
    assert "less than a minute of 20 minutes; it was not ended" in printed
    assert cli.main(["minutes", file, "--all"]) == 0
    assert capsys.readouterr().out.count("# Minutes: A small briefing") == 2


def test_items_above_the_clearance_are_withheld_with_their_notes(
    tmp_path: Path, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    strict: dict[str, Any] = deepcopy({**BRIEFING, "id": "strict", "meeting": AGENDA})
    strict["marking"] = "TLP:GREEN"
    reactions = next(pane for pane in strict["panes"] if pane["role"] == "reactions")
    reactions["reactions"][0]["marking"] = "TLP:RED"
    (tmp_path / "strict.yaml").write_text(json.dumps(strict), "utf-8")
    held = str(hold(tmp_path / "strict.yaml", ReaderState()))
    assert cli.main(["minutes", held]) == 0
    printed = capsys.readouterr().out
    assert "trap" not in printed
    assert printed.count("r-globe, whose title is not saved, since it is TLP:RED") == 2
    assert "Ask" in printed
    hold(tmp_path / "strict.yaml", ReaderState(keeps_meetings=True))
    assert cli.main(["minutes", held]) == 0
    assert "trap" in capsys.readouterr().out
    assert cli.main(["minutes", held, "--max-marking", "TLP:GREEN"]) == 0
    printed = capsys.readouterr().out
    assert "Beijing will likely stay silent." in printed
    assert printed.count("withheld: TLP:RED, above TLP:GREEN") == 2
    assert not [word for word in ("trap", "r-globe", "Ask") if word in printed]


def test_an_item_that_has_been_marked_more_strictly_since_is_withheld(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    briefing = json.loads(Path(file).read_text("utf-8"))
    reactions = next(pane for pane in briefing["panes"] if pane["role"] == "reactions")
    reactions["reactions"][0]["marking"] = "TLP:AMBER"
    Path(file).write_text(json.dumps({**briefing, "marking": "TLP:GREEN"}), "utf-8")
    limited = ["minutes", file, "--max-marking"]
    assert cli.main([*limited, "TLP:GREEN"]) == 0
    printed = capsys.readouterr().out
    assert "withheld: TLP:AMBER, above TLP:GREEN" in printed
    assert "trap" not in printed
    assert cli.main([*limited, "TLP:CLEAR"]) == 0
    output = capsys.readouterr()
    assert output.out == ""
    assert "withheld: 1 of 1, above TLP:CLEAR" in output.err


def test_a_message_says_that_no_meeting_was_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert cli.main(["minutes"]) == 0
    output = capsys.readouterr()
    assert output.out == ""
    assert f"no meeting was kept in {tmp_path}" in output.err
    assert cli.main(["minutes", "/no/such/file"]) == 1


def test_the_start_of_the_meeting_is_saved(file: str) -> None:
    kept = ReaderState().meeting(load_document(file))
    assert kept is not None
    assert kept["proceedings"]["clock"]["began"] == BEGAN

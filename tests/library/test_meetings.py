"""Past meetings in the user's state folder."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.meeting.small import BEGAN, agenda
from tui.library import meetings
from tui.library.state import ReaderState, file_name
from tui.load import load_text
from tui.meeting.state import MeetingState
from tui.model.document import Document
from tui.panes.presented import Presented

AGENDA = agenda(60, 60)


def document(marking: str = "TLP:CLEAR") -> Document:
    text = f"format: briefing/1\nid: one\ntitle: One\nmarking: '{marking}'\npanes: []\n"
    return load_text(text.encode(), "one.yaml", folder=None)


def claims(*each: tuple[str, ...], pane: str = "") -> Document:
    """A briefing with claims: of each the id, the text and perhaps a marking."""
    fields = ("id", "text", "marking")
    listed = [dict(zip(fields, claim, strict=False)) for claim in each]
    background = {"role": "background", "id": "p", "sections": [{"claims": listed}]}
    if pane:
        background["marking"] = pane
    head = {"format": "briefing/1", "id": "one", "title": "One", "marking": "TLP:CLEAR"}
    return read({**head, "panes": [background]})


def read(briefing: Mapping[str, Any]) -> Document:
    return load_text(json.dumps(briefing).encode(), "one.yaml", folder=None)


def files(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*.json") if file.is_file()]


def told(began: float = BEGAN, **more: Any) -> Mapping[str, Any]:
    held = MeetingState.begin(AGENDA, began)
    held.show("item-0", began)
    held.update(began + 30)
    return {
        "title": "One",
        "marking": "TLP:CLEAR",
        "is_ended": False,
        "titles": {"item-0": "The first"},
        "proceedings": held.to_dict(),
        **more,
    }


def save(folder: Path, meeting: Mapping[str, Any]) -> None:
    meetings.write(meetings.file_for(folder, meeting), meeting)


def test_the_last_meeting_is_read_as_it_was_saved(tmp_path: Path) -> None:
    state = ReaderState(tmp_path)
    assert state.meeting(document()) is None
    for began in (BEGAN, BEGAN + 9000, BEGAN + 8000):
        assert state.keep_meeting(document(), told(began)) == ""
    kept = state.meeting(document())
    assert kept is not None
    marked = told(BEGAN + 9000, markings={"item-0": "TLP:CLEAR"})
    assert kept == json.loads(json.dumps(marked))


def test_a_meeting_is_written_over_its_earlier_state(tmp_path: Path) -> None:
    state = ReaderState(tmp_path)
    state.keep_meeting(document(), told())
    state.keep_meeting(document(), told(is_ended=True))
    (meeting,) = meetings.read_all(tmp_path / "meetings")
    assert meeting.is_ended
    assert (meeting.title, meeting.titles) == ("One", {"item-0": "The first"})
    assert meeting.record.seconds("item-0") == 30
    assert meeting.clock.elapsed == 30
    assert meeting.name == file_name("one")


def test_meetings_on_all_briefings_are_sorted_by_time(tmp_path: Path) -> None:
    for name, began in (("b", 1000.0), ("a", 2000.0), ("b", 3000.0)):
        save(tmp_path / name, told(began))
    assert [(each.name, each.clock.began) for each in meetings.read_all(tmp_path)] == [
        ("b", 1000),
        ("a", 2000),
        ("b", 3000),
    ]
    assert [each.clock.began for each in meetings.read_all(tmp_path, "b")] == [1000, 3000]


def test_the_file_is_private(tmp_path: Path) -> None:
    ReaderState(tmp_path).keep_meeting(document(), told())
    (file,) = (tmp_path / "meetings").rglob("*.json")
    assert file.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "meetings").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("marking", ["TLP:AMBER", "TLP:RED"])
def test_a_meeting_on_a_strictly_marked_briefing_is_not_saved(marking: str, tmp_path: Path) -> None:
    said = ReaderState(tmp_path).keep_meeting(document(marking), told())
    assert said == f"not saved, since it is {marking}"
    assert [*tmp_path.iterdir()] == []


def test_it_is_saved_on_request(tmp_path: Path) -> None:
    state = ReaderState(tmp_path, keeps_meetings=True)
    assert state.keep_meeting(document("TLP:RED"), told()) == ""
    assert state.meeting(document("TLP:RED")) is not None


def test_a_meeting_that_cannot_be_saved_says_why(tmp_path: Path) -> None:
    (tmp_path / "meetings").write_text("a file")
    said = ReaderState(tmp_path).keep_meeting(document(), told())
    assert said.startswith("not saved: ")


def test_a_meeting_without_a_beginning_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        meetings.file_for(tmp_path, {"proceedings": {}})


def test_only_the_title_of_a_stricter_item_is_left_out(tmp_path: Path) -> None:
    strict = claims(("c-open", "It rains."), ("c-red", "It is a spy.", "TLP:RED"))
    shown = told(titles={"c-open": "It rains.", "c-red": "It is a spy.", "sources": "Sources"})
    state = ReaderState(tmp_path)
    assert state.keep_meeting(strict, shown) == ""
    kept = state.meeting(strict)
    assert kept is not None
    assert kept["titles"] == {"c-open": "It rains.", "sources": "Sources"}
    assert kept["markings"]["c-red"] == "TLP:RED"
    assert kept["proceedings"] == shown["proceedings"]
    assert not [file for file in files(tmp_path) if b"spy" in file.read_bytes()]
    ReaderState(tmp_path / "asked", keeps_meetings=True).keep_meeting(strict, shown)
    assert [file for file in files(tmp_path / "asked") if b"spy" in file.read_bytes()]


def test_an_item_has_the_marking_of_its_pane(tmp_path: Path) -> None:
    strict = claims(("c-open", "It rains."), pane="TLP:AMBER")
    ReaderState(tmp_path).keep_meeting(strict, told(titles={"c-open": "It rains."}))
    (meeting,) = meetings.read_all(tmp_path / "meetings")
    assert (meeting.titles, meeting.markings) == ({}, {"c-open": "TLP:AMBER"})


def test_a_title_has_the_marking_of_the_actor_that_it_names(tmp_path: Path) -> None:
    actor = {"id": "spy", "name": "Agent Orange", "kind": "person", "marking": "TLP:RED"}
    reaction = {"id": "r", "actor": "spy", "form": "statement", "text": "No.", "about": ["spy"]}
    pane = {"role": "reactions", "id": "reactions", "reactions": [reaction]}
    told_of = {"format": "briefing/1", "id": "one", "marking": "TLP:GREEN"}
    strict = read({**told_of, "actors": [actor], "panes": [pane]})
    title = Presented(strict).title("r")
    assert title == "Agent Orange: No."
    ReaderState(tmp_path).keep_meeting(strict, told(titles={"r": title}))
    (meeting,) = meetings.read_all(tmp_path / "meetings")
    assert (meeting.titles, meeting.markings) == ({}, {"r": "TLP:RED"})


def test_a_title_stays_strict_when_its_briefing_changes(tmp_path: Path) -> None:
    shown = told(titles={"c-red": "It is a spy.", "c-open": "It rains."})
    strict = claims(("c-open", "It rains."), ("c-red", "It is a spy.", "TLP:RED"))
    without = claims(("c-open", "It pours."))
    state = ReaderState(tmp_path)
    state.keep_meeting(strict, shown)
    state.keep_meeting(without, shown)
    resumed = {**shown, "titles": {"c-red": "c-red", "c-open": "It rains."}}
    for kept_by, kept in ((state, shown), (ReaderState(tmp_path), resumed)):
        kept_by.keep_meeting(without, kept)
        (meeting,) = meetings.read_all(tmp_path / "meetings")
        assert meeting.titles == {"c-open": "It rains."}
        assert meeting.markings == {"c-red": "TLP:RED", "c-open": "TLP:CLEAR"}


@pytest.mark.parametrize("damage", [b"", b"[]", b'{"titles": 1, "markings": []}'])
def test_a_meeting_goes_on_over_a_damaged_file(damage: bytes, tmp_path: Path) -> None:
    ReaderState(tmp_path).keep_meeting(document(), told())
    (file,) = files(tmp_path)
    file.write_bytes(damage)
    assert ReaderState(tmp_path).keep_meeting(document(), told()) == ""
    (meeting,) = meetings.read_all(tmp_path / "meetings")
    assert meeting.titles == {"item-0": "The first"}


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b"\xff", b'{"proceedings": []}', b"[" * 100_000]
)
def test_a_damaged_file_is_skipped(damage: bytes, tmp_path: Path) -> None:
    save(tmp_path / "one", told())
    (tmp_path / "one" / "2000000000.json").write_bytes(damage)
    (tmp_path / "one" / "notes.txt").write_bytes(damage)
    (tmp_path / "stray").write_bytes(damage)
    os.mkfifo(tmp_path / "one" / "1999999999.json")
    assert [each.clock.began for each in meetings.read_all(tmp_path)] == [BEGAN]

"""The agenda of a meeting, stated in the briefing or made from its panes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.panes.reading import in_room, load
from tests.panes.small import BRIEFING
from tui.meeting.agenda import Agenda, plan
from tui.panes.presented import Presented


def planned(folder: Path, *, room: bool = False, **more: Any) -> Agenda:
    document = load({**BRIEFING, **more}, folder)
    shown = in_room(document) if room else document
    presented = Presented(shown)
    return plan(shown, presented.panes, presented.shows)


def shown(agenda: Agenda) -> list[tuple[str, float]]:
    return [(part.show, part.seconds / 60) for part in agenda.parts]


def test_without_a_stated_agenda_the_panes_share_the_time_by_length(tmp_path: Path) -> None:
    agenda = planned(tmp_path)
    assert [part.show for part in agenda.parts] == [
        "summary",
        "background",
        "outlook",
        "reactions",
        "actors",
    ]
    assert agenda.seconds == 20 * 60
    assert sum(part.seconds for part in agenda.parts) == pytest.approx(agenda.seconds)
    lengths = [part.seconds / len(part.step_ids) for part in agenda.parts]
    assert max(lengths) == pytest.approx(min(lengths))


def test_a_pane_is_shown_by_its_title_and_then_item_by_item(tmp_path: Path) -> None:
    agenda = planned(tmp_path, meeting={"agenda": [{"show": "reactions", "minutes": 3}]})
    assert [(step.id, step.number) for step in agenda.steps] == [
        ("reactions", 1),
        ("r-globe", 2),
        ("r-again", 3),
        ("r-silence", 4),
    ]


@pytest.mark.parametrize(
    ("meeting", "minutes", "parts"),
    [
        ({"minutes": 30, "agenda": [{"show": "j1"}, {"show": "r-globe"}]}, 30, [15, 15]),
        ({"agenda": [{"show": "j1", "minutes": 4}, {"show": "r-globe"}]}, 5, [4, 1]),
        ({"minutes": 10, "agenda": [{"show": "j1", "minutes": 4}]}, 10, [4]),
        ({"minutes": 5, "agenda": [{"show": "j1", "minutes": 9}, {"show": "r-globe"}]}, 5, [9, 1]),
    ],
)
def test_parts_without_minutes_share_what_the_others_leave(
    meeting: dict[str, Any], minutes: float, parts: Sequence[float], tmp_path: Path
) -> None:
    agenda = planned(tmp_path, meeting=meeting)
    assert agenda.seconds == minutes * 60
    assert [each for _, each in shown(agenda)] == parts


def test_hidden_items_are_neither_in_the_agenda_nor_counted(tmp_path: Path) -> None:
    meeting = {"agenda": [{"show": "j1", "must_cover": True}, {"show": "r-globe"}]}
    agenda = planned(tmp_path, room=True, meeting=meeting)
    assert [part.show for part in agenda.parts] == ["r-globe"]
    assert agenda.must_cover == ()
    assert planned(tmp_path, meeting=meeting).must_cover == (("j1",),)


def test_if_all_stated_items_are_hidden_the_panes_are_shown(tmp_path: Path) -> None:
    agenda = planned(tmp_path, room=True, meeting={"agenda": [{"show": "j1"}]})
    assert [part.show for part in agenda.parts][:2] == ["summary", "background"]


def test_a_part_that_occurs_twice_has_two_clocks(tmp_path: Path) -> None:
    agenda = planned(tmp_path, meeting={"agenda": [{"show": "j1"}, {"show": "j1"}]})
    assert [part.key for part in agenda.parts] == ["j1", "j1 2"]


def test_a_pane_that_occurs_twice_is_gone_through_once(tmp_path: Path) -> None:
    again = {"show": "reactions", "minutes": 1, "must_cover": True}
    agenda = planned(tmp_path, meeting={"agenda": [{"show": "reactions"}, *[again] * 3000]})
    assert len(agenda.parts) == 2000
    assert len(agenda.steps) == 4 + 1999
    assert agenda.uncovered(("reactions",)) == 1
    assert agenda.uncovered(("r-silence",)) == 0


def test_must_cover_items_are_counted_until_they_were_shown(tmp_path: Path) -> None:
    meeting = {"agenda": [{"show": "reactions", "must_cover": True}, {"show": "j1"}]}
    judgment = {**BRIEFING["key_judgments"][0], "must_cover": True}
    agenda = planned(tmp_path, meeting=meeting, key_judgments=[judgment])
    assert agenda.uncovered(()) == 2
    assert agenda.uncovered(("reactions",)) == 2
    assert agenda.uncovered(("r-again",)) == 1
    assert agenda.uncovered(("r-again", "j1")) == 0

"""How many bytes the keys of a reader send over the line."""

from pathlib import Path

import pytest

from tests.panes.reading import load
from tests.reading import sessions
from tui.app.measure import bytes_sent
from tui.terminal.capabilities import Capabilities, Depth


@pytest.mark.parametrize("size", sessions.SIZES)
def test_a_key_sends_less_than_the_first_frame(size: tuple[int, int]) -> None:
    first, *keys = bytes_sent(sessions.seed(), Capabilities(), size).values()
    assert 500 < first < 20_000
    assert all(0 < sent < first for sent in keys)


def test_more_colours_are_more_bytes() -> None:
    plain = bytes_sent(sessions.seed(), Capabilities(depth=Depth.NONE), (80, 24))
    colourful = bytes_sent(sessions.seed(), Capabilities(depth=Depth.ANSI), (80, 24))
    assert plain["first frame"] < colourful["first frame"]


def test_a_briefing_without_panes_can_be_measured(tmp_path: Path) -> None:
    assert bytes_sent(load({}, tmp_path), Capabilities(), (80, 24))["first frame"] > 0

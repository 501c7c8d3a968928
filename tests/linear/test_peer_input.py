"""Present and follow in linear mode: places are printed while a line is waited for."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.pseudoterminal import Terminal
from tests.reading.sessions import SEED

BRIEFING = [sys.executable, "-m", "tui"]


@pytest.fixture
def terminals(tmp_path: Path, short_path: Path) -> Iterator[tuple[Terminal, Terminal]]:
    """A presenter and a follower in linear mode."""
    home = {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state"), "TERM": "dumb"}
    home["XDG_RUNTIME_DIR"] = str(short_path)
    with ExitStack() as held:
        presenter = Terminal([*BRIEFING, "present", str(SEED)], environment=home)
        held.enter_context(presenter)
        presenter.wait_for("1 of 3:")
        library = ["--library", str(SEED.parent)]
        follower = Terminal([*BRIEFING, "follow", *library], environment=home)
        held.enter_context(follower)
        follower.wait_for("1 of 3:")
        yield presenter, follower


def test_a_follower_goes_where_the_presenter_goes_and_comes_back(
    terminals: tuple[Terminal, Terminal],
) -> None:
    presenter, follower = terminals
    presenter.wait_for("follows.")
    assert b"with " in follower.output
    presenter.press("6\n")
    follower.wait_for("1 of 6:")
    assert b"1 of 3: \r\nChinese reactions, 6 items.\r\n" in follower.output
    presenter.press("\n")
    follower.wait_for("2 of 6:")
    follower.press("1\n")
    follower.wait_for("wandered off")
    presenter.press("\n")
    presenter.wait_for("3 of 6:")
    follower.press("F\n")
    follower.wait_for("3 of 6:")
    presenter.press("q\n")
    assert presenter.wait_for_end() == 0
    follower.wait_for("has ended it.")
    follower.press("\x04")
    assert follower.wait_for_end() == 0
    assert b"\x1b" not in presenter.output + follower.output

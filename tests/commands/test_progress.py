"""A long check says on a terminal how far it has come, and leaves the line clean."""

import io
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench.checking import make
from tests.pseudoterminal import Terminal
from tui.commands.exit import Exit
from tui.commands.progress import Progress

CLEAR = "\r\x1b[K"


class Screen(io.StringIO):
    """An output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(name="clock")
def clock_fixture(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, to be set."""
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def test_it_is_shown_after_a_while_and_at_most_ten_times_a_second(clock: list[float]) -> None:
    screen = Screen()
    with Progress(screen, 80) as progress:
        for hundredth in range(200):
            clock[0] = hundredth / 100
            progress.show(f"step {hundredth}")
    shown = screen.getvalue().split(CLEAR)
    assert shown[1] == "step 30"
    assert 15 <= len(shown) - 2 <= 18
    assert shown[-1] == ""


def test_what_is_soon_done_shows_nothing(clock: list[float]) -> None:
    screen = Screen()
    with Progress(screen, 80) as progress:
        clock[0] = 0.2
        progress.show("step")
    assert screen.getvalue() == ""


def test_no_terminal_gets_no_progress(clock: list[float]) -> None:
    output = io.StringIO()
    with Progress(output, 80) as progress:
        clock[0] = 9.0
        progress.show("step")
        progress.erase()
    assert output.getvalue() == ""


def test_it_is_harmless_and_stays_on_its_line(clock: list[float]) -> None:
    screen = Screen()
    with Progress(screen, 20) as progress:
        clock[0] = 9.0
        progress.show("a\x1b[31m한국\nand much, much more")
        written = screen.getvalue().removeprefix(CLEAR)
    assert written.startswith("a␛[31m한국")
    assert "\n" not in written
    assert len(written) + 2 < 20


def test_it_is_erased_however_the_block_ends(clock: list[float]) -> None:
    screen = Screen()

    def interrupted() -> Iterator[str]:
        yield "step"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), Progress(screen, 80) as progress:
        clock[0] = 9.0
        for step in interrupted():
            progress.show(step)
    assert screen.getvalue() == f"{CLEAR}step{CLEAR}"


def check(folder: Path) -> list[str]:
    return [sys.executable, "-m", "tui", "check", "--format", "concise", str(folder)]


def test_a_folder_is_counted_down_on_the_terminal_and_summed_up(tmp_path: Path) -> None:
    make(tmp_path, 150)
    with Terminal(check(tmp_path), columns=100) as terminal:
        terminal.wait_for(" of 150  ")
        assert terminal.wait_for_end() == Exit.INVALID
        assert " of 150  " not in terminal.text()
        assert "\n150 briefings checked: 15 errors" in terminal.text()


def test_output_that_goes_elsewhere_leaves_it_standing(tmp_path: Path) -> None:
    make(tmp_path, 150)
    command = " ".join(check(tmp_path))
    with Terminal(["sh", "-c", f"{command} >{tmp_path}/report"], columns=100) as terminal:
        terminal.wait_for(" of 150  ")
        assert terminal.wait_for_end() == Exit.INVALID
        assert terminal.output.count(CLEAR.encode()) == terminal.output.count(b" of 150  ") + 1
        assert terminal.text().startswith("150 briefings checked: 15 errors")


def test_an_interrupted_check_leaves_no_trace_and_ends_with_130(tmp_path: Path) -> None:
    make(tmp_path, 600)
    with Terminal(check(tmp_path), columns=100) as terminal:
        terminal.wait_for(" of 600  ")
        terminal.press("\x03")
        assert terminal.wait_for_end() == 130
        assert " of 600  " not in terminal.text()
        assert "Traceback" not in terminal.text()


def test_a_pipe_gets_the_problems_alone(tmp_path: Path) -> None:
    make(tmp_path, 11)
    ran = subprocess.run(check(tmp_path), capture_output=True, check=False)
    lines = ran.stdout.decode().splitlines()
    assert all(line.startswith(f"{tmp_path}/00/00") for line in lines)
    assert sum(" bad-marking: " in line for line in lines) == 2
    assert ran.stderr == b""

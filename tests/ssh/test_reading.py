"""The reader at the other end of an SSH connection."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.bench.ssh import many_claims
from tests.pseudoterminal import Terminal
from tests.slow_line import SlowLine
from tests.ssh.conftest import PROGRAM, SEED
from tests.sshd import Server, need

OPEN = f"{PROGRAM} {SEED}"


@pytest.mark.parametrize("term", ["xterm-256color", "linux", "vt100", "screen"])
def test_it_is_driven_by_keys_in_every_terminal(plain: Server, term: str) -> None:
    with plain.terminal(OPEN, environment={"TERM": term}) as terminal:
        terminal.wait_for("? help")
        terminal.press("6")
        terminal.wait_for("CRITICAL")
        terminal.press("s")
        terminal.wait_for("source")
        terminal.press("/cyber\r")
        terminal.wait_for(" of 28")
        quit_from(terminal)
        assert plain.readers() == []


def test_a_terminal_that_cannot_place_text_has_it_told_in_lines(plain: Server) -> None:
    with plain.terminal(OPEN, environment={"TERM": "dumb"}) as terminal:
        terminal.wait_for("q leaves.")
        terminal.press("6\ng\n\n")
        terminal.wait_for("2 of 6:")
        terminal.press("enter\n")
        terminal.wait_for("1 of 1:")
        terminal.press("\x04")
        assert terminal.wait_for_end() == 0
        assert b"\x1b" not in terminal.output
        assert b"Critical, ours: Global Times, undated." in terminal.output
        assert plain.readers() == []


def test_it_is_at_home_in_tmux_at_the_other_end(plain: Server, tmp_path: Path) -> None:
    need("tmux")
    tmux = f"TMUX_TMPDIR={tmp_path} tmux -u -L far -f /dev/null"
    try:
        with plain.terminal(f"{tmux} new-session '{OPEN}'", rows=30) as terminal:
            terminal.wait_for("? help")
            terminal.press("6")
            terminal.wait_for("CRITICAL")
            terminal.resize(60, 20)
            terminal.wait_for("CRITICAL")
            quit_from(terminal)
    finally:
        subprocess.run(
            [*tmux.split()[1:], "kill-server"],
            check=False,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "TMUX_TMPDIR": str(tmp_path)},
        )


def test_sixty_keys_over_a_poor_line_are_a_few_bytes_each(plain: Server, tmp_path: Path) -> None:
    long = tmp_path / "long.yaml"
    long.write_text(many_claims())
    with (
        SlowLine(plain.port, 10_000) as line,
        plain.terminal(f"{PROGRAM} {long}", port=line.port, columns=120, rows=40) as terminal,
    ):
        terminal.wait_for("? help")
        terminal.press("2")
        terminal.wait_for("1 of 80")
        before = line.passed
        for _ in range(60):
            terminal.press("j")
        terminal.wait_for("61 of 80")
        terminal.wait_for("Claim 60 of many.")
        assert line.passed - before <= 60 * 600  # what the screen may cost, and SSH round it
        quit_from(terminal)


def quit_from(terminal: Terminal) -> None:
    """Leave, and see that the terminal is as it was."""
    terminal.press("\x11")
    assert terminal.wait_for_end() == 0
    assert not terminal.screen.cursor.hidden

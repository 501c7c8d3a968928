"""The doctor of the line: what it says, and that it leaves the terminal as it was."""

import contextlib
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.goldens import assert_golden
from tests.pseudoterminal import ANSWERS, ENVIRONMENT, Terminal
from tui.commands.diagnosis import Examination, UserKeys
from tui.commands.doctor import report
from tui.commands.exit import Exit
from tui.terminal.background import Background
from tui.terminal.capabilities import colour_depth, detect, locale
from tui.terminal.clipboard import Route
from tui.terminal.multiplexer import Multiplexer
from tui.terminal.probe import BACKGROUND_COLOUR, NAME, SYNCHRONIZED, ProbeResult

COMMAND = [sys.executable, "-m", "tui", "doctor"]
NEAR = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "en_GB.UTF-8"}
FAR = {"TERM": "screen-256color", "TMUX": "/tmp/tmux,1,0", "LANG": "C"}
ALL_ANSWERS = {
    BACKGROUND_COLOUR: "rgb:ffff/ffff/ffff",
    NAME: "XTerm(379)",
    SYNCHRONIZED: "2",
}


def examination(environ: Mapping[str, str], **more: Any) -> Examination:
    found = Examination(
        ssh="",
        multiplexer=Multiplexer("", {}),
        term=environ.get("TERM", ""),
        size=(120, 40),
        capabilities=detect(environ),
        colours=colour_depth(environ),
        asked_colours=environ.get("BRIEFING_COLORS", ""),
        locale=locale(environ),
        hint=None,
        probe=ProbeResult(ALL_ANSWERS, 0.0123),
        route=Route.TERMINAL,
        state="/home/reader/.local/state/briefing-tui",
        state_problem="",
        keys=UserKeys("", 0, ""),
    )
    return found._replace(**more)


TMUX = Multiplexer(
    "tmux",
    {
        "version": "3.3a",
        "set-clipboard": "off",
        "allow-passthrough": "0",
        "terminal": "xterm-256color",
        "features": "256,title",
    },
)
OWN_FILE = "/home/reader/.config/briefing-tui/keys.toml"
NOWHERE: dict[str, Any] = {
    "size": None,
    "probe": None,
    "route": None,
}
CASES = {
    "all-well": examination(NEAR),
    "a-poor-line": examination(
        {**FAR, "BRIEFING_COLORS": "lots\x1b[2J"},
        ssh="192.0.2.7",
        multiplexer=TMUX,
        probe=ProbeResult({}, None),
        route=Route.TMUX,
        state_problem="/home/reader cannot be written",
    ),
    "256-colours": examination({**NEAR, "COLORTERM": ""}, hint=Background.DARK, ssh="192.0.2.7"),
    "another-name-in-tmux": examination(NEAR, multiplexer=TMUX),
    "no-name": examination({"LANG": "C.UTF-8"}, probe=ProbeResult({}, None), route=None),
    "a-console": examination({"TERM": "linux"}, probe=ProbeResult({}, 0.0001), route=None),
    "own-keys": examination(NEAR, keys=UserKeys(OWN_FILE, 3, "")),
    "keys-with-an-error": examination(
        NEAR,
        keys=UserKeys(OWN_FILE, 0, "the usual keys hold: keys.toml:2: a key is a text"),
    ),
    "256-colours-at-home": examination({**NEAR, "COLORTERM": ""}, hint=Background.DARK),
    "no-terminal": examination({}, **NOWHERE),
}


@pytest.mark.parametrize("name", CASES)
def test_what_it_says_is_calm_and_no_wider_than_a_page(name: str) -> None:
    lines = list(report(CASES[name]))
    assert max(map(len, lines)) <= 80
    assert_golden(f"doctor/{name}.txt", "\n".join(lines) + "\n")


def test_a_terminal_that_answers_is_understood(tmp_path: Path) -> None:
    said, _ = examined(tmp_path, ANSWERS)
    assert "TERM is xterm-256color; it calls itself XTerm(379); 90×30" in said
    assert "Background  dark, as the terminal answers" in said
    assert re.search(r"round trip (\d+|below 1) ms; with synchronized output", said)


def test_a_terminal_that_is_silent_is_waited_for_and_then_reported(tmp_path: Path) -> None:
    said, _ = examined(tmp_path, {})
    assert "90×30" in said
    assert "Background  not known" in said
    assert "round trip not known; without synchronized output" in said


@pytest.mark.parametrize("term", ["linux", "vt100"])
def test_a_terminal_that_might_print_a_question_is_asked_only_what_all_know(
    term: str, tmp_path: Path
) -> None:
    said, output = examined(tmp_path, ANSWERS, TERM=term, COLORTERM="")
    assert re.search(r"round trip (\d+|below 1) ms", said)
    assert "\x1b]" not in output
    assert "\x1b[>" not in output
    assert "$p" not in output


def test_a_terminal_without_a_name_is_asked_nothing(tmp_path: Path) -> None:
    said, output = examined(tmp_path, ANSWERS, TERM="dumb")
    assert "90×30" in said
    assert "\x1b" not in output


def test_an_interruption_leaves_the_terminal_as_it_was(tmp_path: Path) -> None:
    with Terminal(COMMAND, environment=home(tmp_path), answers={}) as terminal:
        while b"\x1b[c" not in terminal.output:
            with contextlib.suppress(TimeoutError):
                terminal.wait_for("Terminal", limit=0.1)
        terminal.press("\x03")
        assert terminal.wait_for_end() == 130
        assert terminal.settings() == terminal.settings_before


def test_in_a_terminal_of_ascii_it_is_written_in_ascii(tmp_path: Path) -> None:
    environment = {**home(tmp_path), "LANG": "C", "LC_CTYPE": "", "LC_ALL": "", "TERM": "vt100"}
    with Terminal(COMMAND, environment=environment) as terminal:
        terminal.wait_for("To change")
        assert terminal.wait_for_end() == Exit.OK
        assert terminal.output.isascii()
        assert "80x24" in terminal.text()


def test_in_a_pipe_without_a_terminal_it_says_what_cannot_be_known(tmp_path: Path) -> None:
    ran = subprocess.run(
        COMMAND,
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        start_new_session=True,  # no controlling terminal
        env={**os.environ, **ENVIRONMENT, **home(tmp_path)},
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (Exit.OK, "")
    assert "there is no terminal" in ran.stdout
    assert "\x1b" not in ran.stdout


def examined(folder: Path, answers: Mapping[bytes, bytes], **variables: str) -> tuple[str, str]:
    """What is said on a terminal of 90×30, and what the terminal was sent."""
    command = ["sh", "-c", '"$@" > "$HOME/said"', "sh", *COMMAND]
    environment = {**home(folder), **variables}
    with Terminal(
        command, columns=90, rows=30, environment=environment, answers=answers
    ) as terminal:
        assert terminal.wait_for_end() == Exit.OK
        assert terminal.settings() == terminal.settings_before
        sent = terminal.output.decode()
    return (folder / "said").read_text("utf-8"), sent


def home(folder: Path) -> dict[str, str]:
    """A reader at home, outside all that the tests may run in."""
    return {"HOME": str(folder), "TMUX": "", "STY": "", "SSH_CONNECTION": "", "TERM_PROGRAM": ""}

"""The doctor of the line: what it says, and that it leaves the terminal as it was."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.goldens import assert_golden
from tests.pseudoterminal import ANSWERS, ENVIRONMENT, Terminal
from tests.reading.sessions import SEED
from tui import cli
from tui.commands.diagnosis import Examination, OwnKeys, as_json
from tui.commands.doctor import report
from tui.commands.exit import Exit
from tui.terminal.background import Background
from tui.terminal.capabilities import colour_depth, detect, locale
from tui.terminal.clipboard import Route
from tui.terminal.multiplexer import Multiplexer
from tui.terminal.probe import BACKGROUND_COLOUR, NAME, SYNCHRONIZED, ProbeResult

COMMAND = [sys.executable, "-m", "tui", "doctor"]
SENT = {"first frame": 4312, "next item": 310, "page": 3950, "pane": 2100, "evidence": 1800}
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
        interview=ProbeResult(ALL_ANSWERS, 0.0123),
        route=Route.TERMINAL,
        sent=SENT,
        measured_at=(120, 40),
        state="/home/reader/.local/state/briefing-tui",
        state_problem="",
        keys=OwnKeys("", 0, "", "T"),
        versions={"briefing": "1.0", "Python": "3.11.7", "textual": "8.2.8"},
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
    "interview": None,
    "route": None,
    "sent": {},
    "measured_at": (80, 24),
}
CASES = {
    "all-well": examination(NEAR),
    "a-poor-line": examination(
        {**FAR, "BRIEFING_COLORS": "lots\x1b[2J"},
        ssh="192.0.2.7",
        multiplexer=TMUX,
        interview=ProbeResult({}, None),
        route=Route.TMUX,
        state_problem="/home/reader cannot be written",
    ),
    "256-colours": examination({**NEAR, "COLORTERM": ""}, hint=Background.DARK, ssh="192.0.2.7"),
    "another-name-in-tmux": examination(NEAR, multiplexer=TMUX),
    "no-name": examination({"LANG": "C.UTF-8"}, interview=ProbeResult({}, None), route=None),
    "a-console": examination({"TERM": "linux"}, interview=ProbeResult({}, 0.0001), route=None),
    "own-keys": examination(NEAR, keys=OwnKeys(OWN_FILE, 3, "", "f9")),
    "keys-with-an-error": examination(
        NEAR,
        keys=OwnKeys(OWN_FILE, 0, "the usual keys hold: keys.toml:2: a key is a text", "T"),
    ),
    "256-colours-at-home": examination({**NEAR, "COLORTERM": ""}, hint=Background.DARK),
    "no-terminal": examination({}, **NOWHERE),
}


@pytest.mark.parametrize("name", CASES)
def test_what_it_says_is_calm_and_no_wider_than_a_page(name: str) -> None:
    lines = list(report(CASES[name]))
    assert max(map(len, lines)) <= 80
    assert_golden(f"doctor/{name}.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize("name", CASES)
def test_programs_are_told_the_same(name: str) -> None:
    said = json.loads(json.dumps(as_json(CASES[name])))
    assert (said["size"] is None) == (CASES[name].size is None)
    text = "\n".join(report(CASES[name]))
    lines = [line for remedy in said["change"] for line in remedy["lines"]]
    assert all(f"      {line}\n" in f"{text}\n" for line in lines)
    assert bool(lines) == ("Nothing to change." not in text)


def test_a_terminal_that_answers_is_understood(tmp_path: Path) -> None:
    said, _ = examined(tmp_path, ANSWERS)
    assert said["terminal"] == {"TERM": "xterm-256color", "name": "XTerm(379)"}
    assert said["size"] == [90, 30]
    assert said["ground"] == "dark"
    assert said["synchronized_output"] is True
    assert said["round_trip_seconds"] > 0
    assert said["bytes"]["size"] == [90, 30]
    assert said["bytes"]["first frame"] > 1000


def test_a_terminal_that_is_silent_is_waited_for_and_then_reported(tmp_path: Path) -> None:
    said, _ = examined(tmp_path, {})
    assert said["size"] == [90, 30]
    assert said["ground"] is None
    assert said["synchronized_output"] is None
    assert said["round_trip_seconds"] is None


@pytest.mark.parametrize("term", ["linux", "vt100"])
def test_a_terminal_that_might_print_a_question_is_asked_only_what_all_know(
    term: str, tmp_path: Path
) -> None:
    said, output = examined(tmp_path, ANSWERS, TERM=term, COLORTERM="")
    assert said["round_trip_seconds"] > 0
    assert "\x1b]" not in output
    assert "\x1b[>" not in output
    assert "$p" not in output


def test_a_terminal_without_a_name_is_asked_nothing(tmp_path: Path) -> None:
    said, output = examined(tmp_path, ANSWERS, TERM="dumb")
    assert said["size"] == [90, 30]
    assert "\x1b" not in output


def test_an_interruption_leaves_the_terminal_as_it_was(tmp_path: Path) -> None:
    with Terminal([*COMMAND, str(SEED)], environment=home(tmp_path), answers={}) as terminal:
        while b"\x1b[c" not in terminal.output:
            with contextlib.suppress(TimeoutError):
                terminal.wait_for("Session", limit=0.1)
        terminal.press("\x03")
        assert terminal.wait_for_end() == 130
        assert terminal.settings() == terminal.settings_before


def test_in_a_terminal_of_ascii_it_is_written_in_ascii(tmp_path: Path) -> None:
    environment = {**home(tmp_path), "LANG": "C", "LC_CTYPE": "", "LC_ALL": "", "TERM": "vt100"}
    with Terminal([*COMMAND, str(SEED)], environment=environment) as terminal:
        terminal.wait_for("To change")
        assert terminal.wait_for_end() == Exit.OK
        assert terminal.output.isascii()
        assert "80x24" in terminal.text()


def test_in_a_pipe_without_a_terminal_it_says_what_cannot_be_known(tmp_path: Path) -> None:
    ran = subprocess.run(
        [*COMMAND, str(SEED)],
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        start_new_session=True,  # no controlling terminal
        env={**os.environ, **ENVIRONMENT, **home(tmp_path)},
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (Exit.OK, "")
    assert "Size        not known: there is no terminal" in ran.stdout
    assert "80×24" in ran.stdout
    assert "\x1b" not in ran.stdout


def test_a_briefing_that_cannot_be_read_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["doctor", "/nowhere.yaml"]) == Exit.INVALID
    assert capsys.readouterr().err == "briefing: /nowhere.yaml: No such file or directory\n"


def examined(
    folder: Path, answers: Mapping[bytes, bytes], **variables: str
) -> tuple[dict[str, Any], str]:
    """What is said on a terminal of 90×30, and what the terminal was sent."""
    command = ["sh", "-c", '"$@" > "$HOME/said"', "sh", *COMMAND, "--format", "json", str(SEED)]
    environment = {**home(folder), **variables}
    with Terminal(
        command, columns=90, rows=30, environment=environment, answers=answers
    ) as terminal:
        assert terminal.wait_for_end() == Exit.OK
        assert terminal.settings() == terminal.settings_before
        sent = terminal.output.decode()
    return json.loads((folder / "said").read_text("utf-8")), sent


def home(folder: Path) -> dict[str, str]:
    """A reader at home, outside all that the tests may run in."""
    return {"HOME": str(folder), "TMUX": "", "STY": "", "SSH_CONNECTION": "", "TERM_PROGRAM": ""}

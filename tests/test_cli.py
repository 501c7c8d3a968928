"""The command line as a shell sees it."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui import __version__, cli
from tui.commands import COMMANDS
from tui.commands.exit import Exit
from tui.commands.options import ScreenOptions, add_screen_options

SEED = Path(__file__).parent.parent / "briefings" / "nato-rok-china-2022.yaml"


def briefing(*words: str, **options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tui", *words],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **options},
    )


def test_help_names_every_command() -> None:
    ran = briefing("--help")
    assert ran.returncode == Exit.OK
    for name, help in COMMANDS.items():
        assert name in ran.stdout
        assert help in ran.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_a_help_of_its_own(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([name, "--help"])
    assert ended.value.code == Exit.OK
    assert "usage: briefing" in capsys.readouterr().out


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == Exit.OK
    assert capsys.readouterr().out == f"briefing {__version__}\n"


def test_wrong_usage_ends_with_two() -> None:
    ran = briefing("show")
    assert ran.returncode == Exit.USAGE
    assert "usage: briefing show" in ran.stderr


def test_a_file_that_is_not_there_is_named_without_a_traceback() -> None:
    ran = briefing("no/such.yaml")
    assert ran.returncode == Exit.INVALID
    assert ran.stderr == "briefing: no/such.yaml: No such file or directory\n"


@pytest.mark.parametrize("words", [["chek"], ["chek", "x"], ["Check", "--strict", "x"]])
def test_a_mistyped_command_is_told_which_was_meant(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(words) == Exit.USAGE
    assert capsys.readouterr().err == (
        f"briefing: {words[0]} is neither a file nor a command; did you mean `briefing check`?\n"
    )


def test_a_word_like_no_command_before_others_is_said_to_be_none(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["banana", "x"]) == Exit.USAGE
    assert "banana is neither a file nor a command; `briefing --help`" in capsys.readouterr().err


def test_a_file_that_is_called_almost_like_a_command_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "chek").write_text("format: briefing/1\nid: x\ntitle: A title\npanes: []\n")
    assert cli.main(["chek"]) == Exit.OK
    assert "A title" in capsys.readouterr().out


def test_in_a_pipe_a_briefing_is_printed_as_show_prints_it() -> None:
    assert briefing(str(SEED)).stdout == briefing("show", str(SEED)).stdout


def test_a_reader_that_closes_the_pipe_early_hears_no_complaint() -> None:
    ran = subprocess.run(
        ["bash", "-c", '"$0" -m tui show "$1" | head -1', sys.executable, str(SEED)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr == ""
    assert len(ran.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    "words", [["show", str(SEED)], ["check", str(SEED)], ["schema"], ["--help"]]
)
def test_a_full_disk_is_one_line_and_no_traceback(words: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "tui", *words],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (ran.returncode, ran.stderr) == (Exit.INVALID, "briefing: No space left on device\n")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
@pytest.mark.parametrize("words", ["show -", "check -", "-", "schema", "--help"])
def test_a_stream_that_is_closed_makes_no_traceback(words: str, closed: str) -> None:
    command = f'"$0" -m tui {words} {closed}'
    given = None if closed == "<&-" else SEED.read_bytes()
    ran = subprocess.run(
        ["bash", "-c", command, sys.executable], input=given, capture_output=True, check=False
    )
    assert b"Traceback" not in ran.stderr
    if closed == ">&-":
        assert ran.returncode == Exit.INVALID
        assert ran.stderr.endswith(b"briefing: Bad file descriptor\n")


def test_no_more_is_read_from_standard_input_than_a_briefing_may_hold() -> None:
    with Path("/dev/zero").open("rb") as endless:
        ran = subprocess.run(
            [sys.executable, "-m", "tui", "check", "--format", "concise", "-"],
            stdin=endless,
            capture_output=True,
            text=True,
            check=False,
        )
    assert "too-large" in ran.stdout


@pytest.mark.parametrize("command", ["open", "show", "check"])
def test_an_empty_path_is_no_folder(command: str) -> None:
    ran = briefing(command, "")
    assert ran.returncode == Exit.INVALID
    assert ran.stderr == "briefing: : No such file or directory\n"


def test_a_path_alone_is_opened_with_the_defaults_of_the_parser() -> None:
    parser = argparse.ArgumentParser()
    add_screen_options(parser)
    assert vars(parser.parse_args([])) == ScreenOptions()._asdict()

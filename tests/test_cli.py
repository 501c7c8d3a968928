"""The command line as a shell sees it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui import __version__, cli
from tui.commands import COMMANDS
from tui.commands.exit import Exit

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


def test_a_mistyped_command_is_told_which_was_meant() -> None:
    ran = briefing("chekc")
    assert ran.returncode == Exit.INVALID
    assert "did you mean `briefing check`?" in ran.stderr


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

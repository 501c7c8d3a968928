"""`briefing check` says what is wrong, and its exit status whether anything is."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui.checks.registry import RULES
from tui.cli import main
from tui.commands.check import explained

GOOD = """\
format: briefing/1
id: example
title: Example
bottom_line: Nothing has changed.
panes: [{role: issue, sections: [{claims: [{text: Nothing is claimed., kind: assumption}]}]}]
"""
WARNED = GOOD.replace("Nothing has changed.", "word " * 41)
WRONG = GOOD + "lang: en_GB\n"


@pytest.fixture(name="folder")
def folder_fixture(tmp_path: Path) -> Path:
    (tmp_path / "good.yaml").write_text(GOOD, "utf-8")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "warned.yml").write_text(WARNED, "utf-8")
    (tmp_path / "below" / "notes.txt").write_text("no briefing", "utf-8")
    (tmp_path / "wrong.yaml").write_text(WRONG, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("file", "options", "status"),
    [
        ("good.yaml", [], 0),
        ("good.yaml", ["--strict"], 0),
        ("below/warned.yml", [], 0),
        ("below/warned.yml", ["--strict"], 1),
        ("wrong.yaml", [], 1),
        ("below", [], 0),
        (".", [], 1),
        ("missing.yaml", [], 1),
    ],
)
def test_the_exit_status_says_whether_anything_is_wrong(
    file: str, options: list[str], status: int, folder: Path
) -> None:
    assert main(["check", str(folder / file), *options]) == status


def test_problems_are_told_on_standard_output(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder / "wrong.yaml"
    main(["check", "--format", "concise", str(file)])
    out, err = capsys.readouterr()
    assert out == f"{file}:6:7 bad-language-tag: en_GB is no language tag of BCP 47. Write en-GB.\n"
    assert err == ""


def test_a_folder_is_all_briefings_in_it_and_below(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", "--format", "json", str(folder)])
    found = json.loads(capsys.readouterr().out)
    assert [Path(each["file"]).name for each in found] == ["warned.yml", "wrong.yaml"]


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_checked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing, good = folder / "missing.yaml", folder / "good.yaml"
    assert main(["check", str(missing), str(good)]) == 1
    out, err = capsys.readouterr()
    assert err == f"briefing: {missing}: No such file or directory\n"
    assert "1 briefing checked: no errors, no warnings" in out


@pytest.mark.parametrize(("how", "told"), [("full", ""), ("concise", ""), ("json", "[]\n")])
def test_where_nothing_was_checked_nothing_is_counted(
    how: str, told: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--format", how, str(folder / "missing.yaml")]) == 1
    assert capsys.readouterr().out == told


def test_what_is_hidden_is_left_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".git").mkdir()
    (folder / ".git" / "wrong.yaml").write_text(WRONG, "utf-8")
    (folder / "below" / ".wrong.yaml").write_text(WRONG, "utf-8")
    main(["check", str(folder)])
    assert "\n3 briefings checked: 1 error, " in capsys.readouterr().out


def test_a_folder_that_cannot_be_looked_into_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = os.scandir

    def closed(path: str) -> object:
        if Path(path).name == "below":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    (folder / "wrong.yaml").unlink()
    assert main(["check", str(folder)]) == 1
    out, err = capsys.readouterr()
    assert err == f"briefing: {folder}/below: Permission denied\n"
    assert "1 briefing checked: no errors" in out


def test_annotations_are_told_of_the_file_as_it_was_named(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert main(["check", "--format", "github", "."]) == 1
    out, err = capsys.readouterr()
    assert "::error file=wrong.yaml,line=6,col=7,endColumn=12,title=bad-language-tag::" in out
    assert "::warning file=below/warned.yml,line=4," in out
    assert err == ""


def test_a_folder_without_briefings_is_said_to_have_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path)]) == 1
    assert f"{tmp_path}: no briefing (*.yaml) in this folder" in capsys.readouterr().err


def test_sources_may_lie_in_a_folder_that_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "article.txt").write_text("NATO met in Madrid.\n", "utf-8")
    (tmp_path / "desk").mkdir()
    briefing = tmp_path / "desk" / "b.yaml"
    briefing.write_text(GOOD + "sources: [{id: s, file: article.txt}]\n", "utf-8")
    assert main(["check", str(briefing)]) == 1
    assert main(["check", str(briefing), "--root", str(tmp_path / "texts")]) == 0
    capsys.readouterr()


def test_standard_input_is_a_briefing_too() -> None:
    command = [sys.executable, "-m", "tui", "check", "--format", "concise", "-"]
    ran = subprocess.run(command, input=WRONG.encode(), capture_output=True, check=False)
    assert ran.returncode == 1
    assert ran.stdout.startswith(b"standard input:6:7 bad-language-tag: ")


def test_a_rule_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", "no-bottom-line"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("no-bottom-line (error, warning in a draft; structure)\n\n")
    assert "\nWrong:\n\n    status: final\n" in out
    assert "\nRight:\n\n    status: final\n    bottom_line: Nothing has changed.\n" in out


def test_every_explanation_fits_a_terminal() -> None:
    for rule in RULES.values():
        text = explained(rule).partition("Wrong:")[0]
        assert max(map(len, text.split("\n"))) <= 80


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--explain", "quote-ambigous"], "Did you mean “quote-ambiguous”?"),
        (["--explain", "QUOTE_NOT_FOUND"], "Did you mean “quote-not-found”?"),
        (["--explain", "boilerplate"], "With that word there are: quote-in-boilerplate, "),
        (["--explain", "xyz"], "there is no rule “xyz”.\n"),
        ([], "name a FILE to check"),
    ],
)
def test_a_wrong_command_line_says_what_is_wrong(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", *arguments]) == 2
    out, err = capsys.readouterr()
    assert said in err
    assert out == ""

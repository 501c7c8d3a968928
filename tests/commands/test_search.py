"""`briefing search`."""

import json
from pathlib import Path

import pytest

from tests.library.libraries import write
from tui import cli
from tui.commands.exit import Exit


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "briefings"
    write(folder, "treaty.yaml", "A treaty of wisteria is signed.")
    write(folder, "summit.yaml", "A summit in Madrid begins.", "TLP:RED")
    return folder


def test_an_answer_names_its_briefing_its_item_and_its_pane(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    assert cli.main(["search", "wister", folder.name]) == Exit.OK
    out = capsys.readouterr().out
    assert "A treaty of wisteria is signed." in out
    assert "On treaty · Background\n  briefings/treaty.yaml#c\n" in out


def test_an_answer_can_be_opened_by_its_address(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["search", "welcome summit", str(folder), "--format", "json"]) == Exit.OK
    (hit,) = json.loads(capsys.readouterr().out)
    assert hit == {
        "address": f"{folder}/summit.yaml#r",
        "path": "summit.yaml",
        "title": "On summit",
        "marking": "TLP:RED",
        "item": "r",
        "kind": "reaction",
        "official": True,
        "speaker": "South Korea",
        "text": "We welcome the summit.",
        "when": "",
        "pane": "Reactions",
    }
    assert cli.main([hit["address"]]) == Exit.OK
    out = capsys.readouterr().out
    assert "We welcome the summit." in out
    assert "TLP:RED" in out


def test_where_nothing_answers_the_status_is_that_of_grep(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["search", "zzzzzz", str(folder)]) == Exit.INVALID
    assert capsys.readouterr() == ("", "")
    assert cli.main(["search", "zzzzzz", str(folder), "--format", "json"]) == Exit.INVALID
    assert capsys.readouterr().out == "[]\n"


def test_a_folder_without_briefings_says_so(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    assert cli.main(["search", "wister", str(tmp_path / "empty")]) == Exit.INVALID
    assert "no briefing (*.yaml) in this folder" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["a", "--limit", "0"], ["a", "--limit", "x"]])
def test_a_wrong_command_line_is_told_from_nothing_found(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["search", *words])
    assert ended.value.code == Exit.USAGE


def test_no_more_is_printed_than_was_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["search", "korea", str(folder), "--limit", "2", "--format", "json"])
    assert len(json.loads(capsys.readouterr().out)) == 2


def test_what_a_briefing_says_reaches_the_terminal_clean(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder, "evil.yaml", '"A \\e]52;c;x\\a wisteria"')
    cli.main(["search", "wisteria", str(folder)])
    cli.main(["search", "wisteria", str(folder), "--format", "json"])
    assert not {"\x1b", "\x07"} & {*capsys.readouterr().out}

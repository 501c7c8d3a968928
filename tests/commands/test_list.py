"""`briefing list`."""

import json
import re
from pathlib import Path

import pytest

from tests.library.libraries import write
from tui import cli
from tui.commands.exit import Exit
from tui.library.state import ReaderState
from tui.load import load_document
from tui.model.annotations import ReadSnapshot, whole


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = tmp_path / "briefings"
    write(folder, "b.yaml", "One.", month=3)
    write(folder, "a.yaml", "Two.", "TLP:RED", month=1)
    file = write(folder, "c.yaml", "Three.", month=2)
    file.write_text(file.read_text() + "colour: red\n")
    return folder


def listed(capsys: pytest.CaptureFixture[str], *words: object) -> list[str]:
    assert cli.main(["list", *map(str, words), "--format", "json"]) == Exit.OK
    return [each["path"] for each in json.loads(capsys.readouterr().out)]


@pytest.mark.parametrize(
    ("sort", "paths"),
    [
        ("path", ["a.yaml", "b.yaml", "c.yaml"]),
        ("title", ["a.yaml", "b.yaml", "c.yaml"]),
        ("issued", ["b.yaml", "c.yaml", "a.yaml"]),
        ("marking", ["b.yaml", "c.yaml", "a.yaml"]),
    ],
)
def test_the_list_is_sorted_as_asked(
    sort: str, paths: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert listed(capsys, folder, "--sort", sort) == paths


def test_what_has_most_errors_comes_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert listed(capsys, folder, "--sort", "problems")[0] == "c.yaml"


def test_what_was_not_read_comes_first(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = load_document(folder / "b.yaml")
    ReaderState().keep_reading(document, ReadSnapshot("2022-05-01", whole(document), {}, {}))
    assert listed(capsys, folder, "--sort", "unread") == ["c.yaml", "a.yaml", "b.yaml"]
    cli.main(["list", str(folder)])
    assert re.search("On b +draft  read\n", capsys.readouterr().out)
    cli.main(["list", str(folder), "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    assert [each["read"] for each in told] == ["unknown", "yes", "never"]


def test_the_text_says_title_dates_status_marking_and_problems(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert cli.main(["list", str(folder)]) == Exit.OK
        out = capsys.readouterr().out
        for word in ("On c", "issued 2022-02-01", "draft", "TLP:RED", "error", "c.yaml"):
            assert word in out


def test_a_folder_that_is_not_there_and_an_empty_one_are_named(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["list", str(tmp_path / "nowhere")]) == Exit.INVALID
    assert capsys.readouterr().err == f"briefing: {tmp_path}/nowhere: No such file or directory\n"
    (tmp_path / "empty").mkdir()
    assert cli.main(["list", str(tmp_path / "empty")]) == Exit.INVALID
    assert "no briefing (*.yaml)" in capsys.readouterr().err


def test_a_briefing_that_cannot_be_read_is_named_and_the_others_listed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "gone.yaml").symlink_to("nowhere")
    assert cli.main(["list", str(folder)]) == Exit.INVALID
    told = capsys.readouterr()
    assert told.err == f"briefing: {folder}/gone.yaml: No such file or directory\n"
    assert "On a" in told.out

"""`briefing notes` prints the notes of one's own with what they are on."""

import json
from pathlib import Path

import pytest

from tests.panes.small import ARTICLE, BRIEFING
from tui import cli
from tui.library.state import ReaderState
from tui.load import load_document
from tui.model.annotations import ReaderNote


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The small briefing, with a note on an item of it and one on an item that is gone."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    file = tmp_path / "small.yaml"
    file.write_text(json.dumps(BRIEFING), "utf-8")
    document = load_document(file)
    for number, (item, text) in enumerate(
        [("r-gone", "Where is it?"), ("r-globe", "# Ask *x*\x1b")]
    ):
        note = ReaderNote(
            id=str(number),
            item=item,
            text=text,
            written="2026-11-24T10:00:00+00:00",
            briefing="A small briefing",
            marking="TLP:GREEN",
            statement="It is a trap.",
            quotation="The Globe wrote that it is a trap.",
        )
        assert ReaderState().note(document, note).is_saved
    return str(file)


def test_markdown_has_the_note_the_item_and_its_words(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["notes", file, "--format", "markdown"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("# Notes of one’s own: A small briefing\n")
    assert "\\# Ask \\*x\\*␛" in printed
    assert "> The Globe wrote that it is a trap." in printed
    assert "**ON** It is a trap." in printed
    assert printed.index("r-globe") < printed.index("r-gone")
    assert printed.rstrip().endswith("**TLP:GREEN**")


def test_text_says_the_same(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["notes", file]) == 0
    printed = capsys.readouterr().out
    for part in ("# Ask *x*␛", "The Globe wrote that it is a trap.", "2026-11-24 10:00:00 UTC"):
        assert part in printed
    assert "\x1b" not in printed


def test_without_a_file_all_notes_are_printed(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["notes", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [note["item"] for note in told] == ["r-gone", "r-globe"]


def test_where_there_are_none_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert cli.main(["notes"]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert f"no notes of your own in {tmp_path}" in told.err
    assert cli.main(["notes", "--format", "json"]) == 0
    assert capsys.readouterr().out == "[]\n"


def test_a_file_that_cannot_be_read_is_said(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["notes", f"{file}.gone"]) == 1
    assert "No such file" in capsys.readouterr().err

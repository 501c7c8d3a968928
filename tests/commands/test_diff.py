"""`briefing diff` says what two readings differ in, with the statuses of diff(1)."""

import copy
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.panes.small import ARTICLE, BRIEFING
from tui import cli


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    edited: dict[str, Any] = copy.deepcopy(BRIEFING)
    reactions = edited["panes"][2]["reactions"]
    reactions[0]["text"] = "It is a deep \x1b[2J trap."
    reactions[2]["id"] = "r-late"
    edited["excerpts"][0]["exact"] = "Seoul joined on May 7."
    edited["sources"][0]["short"] = "one article"
    (tmp_path / "old.yaml").write_text(json.dumps(BRIEFING), "utf-8")
    (tmp_path / "new.yaml").write_text(json.dumps(edited), "utf-8")
    return str(tmp_path / "old.yaml"), str(tmp_path / "new.yaml")


def test_what_differs_is_printed_by_how_it_differs(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["diff", *files]) == 1
    printed = capsys.readouterr().out
    parts = ["ADDED (1)", "WITHDRAWN (1)", "CHANGED (2)", "VERIFICATION CHANGED (1)"]
    places = [printed.index(part) for part in (*parts, "SOURCES CHANGED (1)", "TLP:")]
    assert places == sorted(places)
    assert "text: It is a [new: deep ␛[2J] trap." in " ".join(printed.split())
    assert "verbatim → mismatch" in printed
    assert "\x1b" not in printed


def test_what_is_the_same_is_passed_over_in_silence(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["diff", files[0], files[0]]) == 0
    assert capsys.readouterr() == ("", "")


def test_json_has_every_change_with_its_words(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["diff", *files, "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [each["id"] for each in told["added"]] == ["r-late"]
    assert [each["id"] for each in told["withdrawn"]] == ["r-again"]
    assert {each["id"] for each in told["changed"]} == {"r-globe", "x-joined", "article"}
    (turned,) = told["verification"]
    assert (turned["id"], turned["old"], turned["new"]) == ("x-joined", "verbatim", "mismatch")
    assert told["copies"] == []
    (field,) = next(each for each in told["changed"] if each["id"] == "article")["fields"]
    assert field["old"] == "".join(
        each["text"] for each in field["difference"] if each["in"] != "new"
    )


@pytest.mark.parametrize("lacking", ["gone.yaml", "", "empty.yaml"])
def test_what_cannot_be_compared_is_trouble(
    lacking: str, files: tuple[str, str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "empty.yaml").write_text("")
    named = str(tmp_path / lacking) if lacking else ""
    assert cli.main(["diff", files[0], named]) == 2
    told = capsys.readouterr()
    assert not told.out
    assert lacking in told.err


def test_standard_input_may_be_one_of_them(
    files: tuple[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(Path(files[0]).read_bytes()))
    monkeypatch.setattr(sys, "stdin", stdin)
    root = str(Path(files[0]).parent)
    assert cli.main(["diff", "-", files[0], "--root", root]) == 0
    assert cli.main(["diff", "-", "-"]) == 2
    assert "both" in capsys.readouterr().err

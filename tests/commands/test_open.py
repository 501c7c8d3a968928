"""What `briefing` opens, and what it does where there is no screen."""

import io
import sys
from pathlib import Path

import pytest

from tui import cli
from tui.commands.exit import Exit
from tui.commands.open import default_path

DRAFT = "format: briefing/1\nid: x\ntitle: A title\npanes: []\n"


def test_standard_input_is_read_for_a_dash(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DRAFT.encode())))
    assert cli.main(["-"]) == Exit.OK
    assert "A title" in capsys.readouterr().out


def test_a_folder_with_one_briefing_opens_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "only.yaml").write_text(DRAFT)
    assert cli.main([str(tmp_path)]) == Exit.OK
    assert "only.yaml" not in capsys.readouterr().out


def test_a_folder_with_several_lists_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(DRAFT)
    assert cli.main([str(tmp_path)]) == Exit.OK
    out = capsys.readouterr().out
    assert "a.yaml" in out
    assert "b.yaml" in out


def test_an_empty_folder_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([str(tmp_path)]) == Exit.INVALID
    assert capsys.readouterr().err == f"briefing: {tmp_path}: no briefing (*.yaml) in this folder\n"


def test_the_variable_comes_before_the_folder_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "briefings").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRIEFING_PATH", "elsewhere")
    assert default_path() == Path("elsewhere")
    monkeypatch.delenv("BRIEFING_PATH")
    assert default_path() == Path("briefings")


def test_from_anywhere_the_briefings_of_the_package_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BRIEFING_PATH", raising=False)
    assert (default_path() / "nato-rok-china-2022.yaml").is_file()


def test_an_item_is_named_after_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = default_path() / "nato-rok-china-2022.yaml"
    assert cli.main([f"{seed}#r-wang-yi"]) == Exit.OK
    assert "China stands ready" in " ".join(capsys.readouterr().out.split())
    assert cli.main([f"{seed}#nobody"]) == Exit.INVALID
    assert "no item has the id “nobody”" in capsys.readouterr().err
    odd = tmp_path / "a#b.yaml"
    odd.write_text(DRAFT)
    assert cli.main([str(odd)]) == Exit.OK

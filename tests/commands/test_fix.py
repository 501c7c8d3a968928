"""`briefing fix` corrects files in place or shows the changes, and counts what is left."""

import os
import sys
from pathlib import Path

import pytest

from tests.pseudoterminal import Terminal
from tui import cli
from tui.commands.exit import Exit

TYPED = """\
format: briefing/1
id: example  # ours
title: Example
marking: TLP:WHITE
bottom_line: Nothing has changed.
source_summary: One article.
panes: [{role: issue, sections: [{claims: [{text: They met., cites: [x]}]}]}]
sources: [{id: s, file: s.txt, short: an article, descriptor: A page.}]
excerpts:
  - {id: x, exact: The Ministers' meeting was long., voice: narrator}
"""
FIXED = TYPED.replace("TLP:WHITE", "TLP:CLEAR").replace("Ministers'", "Ministers’")
LOST = TYPED.replace("was long", "was short")


@pytest.fixture(name="file")
def file_fixture(tmp_path: Path) -> Path:
    (tmp_path / "s.txt").write_text("The Ministers’ meeting was long.\n", "utf-8")
    (tmp_path / "b.yaml").write_text(TYPED, "utf-8")
    return tmp_path / "b.yaml"


def fix(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    status = cli.main(["fix", *map(str, words)])
    return status, *capsys.readouterr()


def test_each_fix_is_reported_on_one_line(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = fix(capsys, file)
    assert (status, err) == (Exit.OK, "")
    assert file.read_text("utf-8") == FIXED
    assert out.splitlines()[:2] == [
        f"{file}:4:10 bad-marking: TLP:WHITE is TLP:CLEAR",
        f"{file}:10:20 quote-normalised: excerpt x is written as line 1 of s has it",
    ]
    assert out.splitlines()[2].startswith(f"{file}: 2 fixed; left: no errors, no warnings")


def test_a_second_run_writes_nothing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fix(capsys, file)
    before = file.stat()
    status, out, _ = fix(capsys, file)
    assert status == Exit.OK
    assert f"{file}: nothing fixed; left: no errors" in out
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_is_left_for_judgment_is_counted(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(LOST, "utf-8")
    status, out, _ = fix(capsys, file)
    assert status == Exit.INVALID
    assert f"{file}: 1 fixed; left: 1 error, no warnings" in out
    assert file.read_text("utf-8") == LOST.replace("TLP:WHITE", "TLP:CLEAR")


def test_a_diff_shows_what_would_be_written_and_writes_nothing(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = fix(capsys, file, "--diff")
    assert status == Exit.INVALID
    assert file.read_text("utf-8") == TYPED
    assert out.startswith(f"--- {file}\n+++ {file}\n@@ ")
    assert "\n-marking: TLP:WHITE\n+marking: TLP:CLEAR\n" in out
    assert f"{file}: 2 would be fixed" in err
    fix(capsys, file)
    assert fix(capsys, file, "--diff")[:2] == (Exit.OK, "")


def test_a_diff_has_colours_where_they_are_wanted(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = fix(capsys, file, "--diff", "--color", "always")
    assert "\x1b[31m-marking: TLP:WHITE\x1b[0m\n\x1b[32m+marking: TLP:CLEAR\x1b[0m\n" in out


def test_no_control_sequence_of_a_file_reaches_the_terminal(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(TYPED.replace("# ours", "# \x1b]0;ours\x07"), "utf-8")
    _, out, err = fix(capsys, file, "--diff")
    assert "\x1b" not in out + err
    assert "\x1b" not in "".join(fix(capsys, file)[1:])
    assert "\x1b]0;ours\x07" in file.read_text("utf-8")


def test_a_link_stays_a_link_and_the_mode_is_kept(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.chmod(0o640)
    link = file.parent / "link.yaml"
    link.symlink_to("b.yaml")
    assert fix(capsys, link)[0] == Exit.OK
    assert link.readlink() == Path("b.yaml")
    assert file.read_text("utf-8") == FIXED
    assert file.stat().st_mode & 0o777 == 0o640


def test_all_briefings_in_a_folder_are_fixed(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (file.parent / "s.txt").rename(file.parent / "kept.txt")
    other = file.parent / "below" / "c.yml"
    other.parent.mkdir()
    other.write_text(TYPED, "utf-8")
    status, out, _ = fix(capsys, file.parent)
    assert status == Exit.INVALID
    assert out.count("TLP:WHITE is TLP:CLEAR") == 2


def test_a_copy_is_pinned_on_request(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = fix(capsys, file, "--pin")
    assert status == Exit.OK
    assert f"{file}:8:25: s is pinned to the copy that is held" in out
    assert "file: s.txt, sha256: " in file.read_text("utf-8")


def test_a_file_that_another_program_changes_meanwhile_is_left_alone(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read_bytes = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: read_bytes(path) + b"# more\n")
    status, _, err = fix(capsys, file)
    assert status == Exit.INVALID
    assert "another program has changed the file" in err
    assert file.read_text("utf-8") == TYPED


def test_a_file_that_cannot_be_written_stays_whole(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    status, _, err = fix(capsys, file)
    assert status == Exit.INVALID
    assert err == f"briefing: {file}: No space left on device\n"
    assert file.read_text("utf-8") == TYPED
    assert sorted(path.name for path in file.parent.iterdir()) == ["b.yaml", "s.txt"]


def test_a_missing_file_is_named_and_the_others_are_fixed(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, err = fix(capsys, file.parent / "lost.yaml", file)
    assert status == Exit.INVALID
    assert err == f"briefing: {file.parent}/lost.yaml: No such file or directory\n"
    assert file.read_text("utf-8") == FIXED


def test_standard_input_is_a_wrong_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = fix(capsys, "-")
    assert status == Exit.USAGE
    assert "name a FILE" in err


def test_on_a_terminal_a_diff_is_in_colour(file: Path) -> None:
    environment = {"NO_COLOR": "", "FORCE_COLOR": "0"}
    command = [sys.executable, "-m", "tui", "fix", "--diff", str(file)]
    with Terminal(command, environment=environment) as terminal:
        assert terminal.wait_for_end() == Exit.INVALID
        assert b"\x1b[32m+marking: TLP:CLEAR\x1b[0m" in terminal.output


def test_check_says_what_fix_replaces(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["check", str(file)])
    out = capsys.readouterr().out
    assert "= help: Write TLP:CLEAR. `briefing fix` replaces it.\n" in out
    assert "= help: Write “The Ministers’ meeting was long.”. `briefing fix` replaces it.\n" in out

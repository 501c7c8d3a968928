"""`briefing present`: what is refused before the screen is opened, and why."""

import grp
import os
import pwd
import sys
from pathlib import Path

import pytest

from tests.library.libraries import write
from tests.pseudoterminal import Terminal
from tui import cli
from tui.commands import present
from tui.commands.exit import Exit

ME = pwd.getpwuid(os.geteuid())
GROUP = grp.getgrgid(ME.pw_gid).gr_name
OTHERS = next((each.gr_name for each in grp.getgrall() if each.gr_gid != ME.pw_gid), "")


@pytest.fixture(name="file")
def file_fixture(tmp_path: Path, short_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A briefing, with a folder for sessions, and a screen to present on."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(short_path))
    monkeypatch.delenv("BRIEFING_MEETINGS", raising=False)
    monkeypatch.setattr(present, "can_read", lambda *_, **__: True)
    return write(tmp_path, "talk.yaml", "One.")


@pytest.fixture(name="folder")
def folder_fixture(short_path: Path) -> Path:
    """A folder of the user's group."""
    folder = short_path / "meetings"
    folder.mkdir()
    os.chown(folder, -1, ME.pw_gid)
    folder.chmod(0o2770)
    return folder


def refused(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    status = cli.main(["present", *map(str, words)])
    said = capsys.readouterr()
    assert said.out == ""
    return status, said.err.removeprefix("briefing: ").rstrip()


def test_it_needs_a_terminal(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(present, "can_read", lambda *_, **__: False)
    status, said = refused(capsys, file)
    assert (status, said.partition(";")[0]) == (Exit.USAGE, "to present needs a terminal")


def test_a_file_that_cannot_be_presented_is_reported(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "no.yaml"
    assert refused(capsys, missing) == (Exit.INVALID, f"{missing}: No such file or directory")
    status, said = refused(capsys, tmp_path)
    assert (status, said) == (Exit.USAGE, f"{tmp_path}: a folder; name the briefing to present")
    file.write_text(file.read_text().replace("id: talk\n", "", 1))
    status, said = refused(capsys, file)
    assert status == Exit.INVALID
    assert "has no id by which followers could find it" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--name", "../x"], "the name of a session is 1 to 40 of a-z, 0-9, “-” and “_”"),
        (["--folder", "/x"], "for whom is the session in that folder: --group or --users?"),
        (
            ["--group", GROUP],
            "others have no access to your own folder: use --folder, or BRIEFING_MEETINGS",
        ),
        (["--group", "no such", "--folder", "/x"], "no group is called “no such” here"),
        (["--users", "no such", "--folder", "/x"], "no user is called “no such” here"),
    ],
)
def test_options_that_do_not_go_together_are_wrong_usage(
    words: list[str], said: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refused(capsys, file, *words) == (Exit.USAGE, said)


def test_a_folder_with_unsafe_permissions_is_refused(
    file: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.chmod(0o777)
    status, said = refused(capsys, file, "--group", GROUP, "--folder", folder)
    assert status == Exit.INVALID
    assert said.startswith(f"everybody can write in {folder}")
    status, said = refused(capsys, file, "--group", GROUP, "--folder", folder / "none")
    assert (status, said) == (Exit.INVALID, f"{folder / 'none'}: No such file or directory")


def test_the_runtime_folder_must_not_be_open_to_others(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    runtime = tmp_path / "runtime"
    runtime.mkdir()
    runtime.chmod(0o777)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    status, said = refused(capsys, file)
    assert status == Exit.INVALID
    assert said.startswith(f"others can write in {runtime}, above")


@pytest.mark.skipif(not OTHERS, reason="there is one group here")
def test_the_folder_must_belong_to_the_group(
    file: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, said = refused(capsys, file, "--group", OTHERS, "--folder", folder)
    assert (status, said) == (
        Exit.INVALID,
        f"{folder} does not belong to the group {OTHERS}",
    )


def test_users_without_access_to_the_folder_are_refused(
    file: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    strangers = [
        each.pw_name
        for each in pwd.getpwall()
        if ME.pw_gid not in os.getgrouplist(each.pw_name, each.pw_gid)
    ]
    if not strangers:
        pytest.skip("all are of one group here")
    status, said = refused(capsys, file, "--users", strangers[0], "--folder", folder)
    assert status == Exit.INVALID
    assert said == (f"{strangers[0]} has no access to {folder}, which is for the group {GROUP}")


def test_a_session_with_the_same_name_is_not_taken_over(
    file: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = [sys.executable, "-m", "tui", "present", str(file), "--users", ME.pw_name, "--folder"]
    with Terminal([*command, str(folder)]) as terminal:
        terminal.wait_for("nobody follows")
        status, said = refused(capsys, file, "--group", GROUP, "--folder", folder)
        assert status == Exit.INVALID
        assert said.startswith("talk is in use by you")
        terminal.press("\x11")
        assert terminal.wait_for_end() == 0
    assert [*folder.iterdir()] == []

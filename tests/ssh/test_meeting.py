"""A meeting on one server: a presenter and three followers, each over their own connection."""

import grp
import os
import pwd
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.pseudoterminal import Terminal
from tests.ssh.conftest import PROGRAM, SEED
from tests.sshd import Server, command_line, kill, need, wait_until_gone

ME = pwd.getpwuid(os.geteuid())
GROUP = grp.getgrgid(ME.pw_gid).gr_name
PRESENT = f"{PROGRAM} present {SEED} --group {GROUP} --name talk"
FOLLOW = f"{PROGRAM} follow"
QUIT = "\x11"
CONNECTED = f"with {ME.pw_name}"
"""What the footer of a connected follower says."""


@pytest.fixture(name="folder")
def folder_fixture(short_path: Path) -> Path:
    """A folder that the group shares."""
    folder = short_path / "meetings"
    folder.mkdir()
    os.chown(folder, -1, ME.pw_gid)
    folder.chmod(0o3770)
    return folder


@pytest.fixture(name="server")
def server_fixture(tmp_path: Path, short_path: Path, folder: Path) -> Iterator[Server]:
    """A server whose environment names the folder of the group and the user's own."""
    need("sshd", "ssh")
    own = short_path / "run"
    own.mkdir(mode=0o700)
    environment = {"BRIEFING_MEETINGS": str(folder), "XDG_RUNTIME_DIR": str(own)}
    with Server(tmp_path / "server", environment=environment) as server:
        yield server


class Meeting:
    """A presenter at 120×40, and followers at 120×40, 80×24 and 60×20."""

    def __init__(self, server: Server, stack: ExitStack) -> None:
        self.server, self._stack = server, stack
        self.presenter = self.present()
        self.presenter.wait_for("nobody follows")
        self.presenter.press("6")
        self.presenter.wait_for("[6 Chinese reactions]")
        self.followers = [
            self.come(f"{FOLLOW} talk", 120, 40),
            self.come(f"{FOLLOW} --theme dark", 80, 24),
            self.come(FOLLOW, 60, 20),
        ]
        self.all_see(CONNECTED, "CRITICAL")
        self.presenter.wait_for("3 follow")

    def present(self) -> Terminal:
        return self.come(PRESENT, 120, 40)

    def come(self, command: str, columns: int, rows: int) -> Terminal:
        terminal = self.server.terminal(command, columns=columns, rows=rows)
        return self._stack.enter_context(terminal)

    def all_see(self, *texts: str) -> None:
        for text in texts:
            for each in self.followers:
                each.wait_for(text)


def test_a_meeting_survives_dropped_connections(server: Server, folder: Path) -> None:
    with ExitStack() as stack:
        meeting = Meeting(server, stack)
        go_along(meeting)
        wander_off_and_come_back(meeting)
        lose_a_follower(meeting)
        lose_the_presenter(meeting, folder)
        end(meeting)
    assert [*folder.iterdir()] == []


def go_along(meeting: Meeting) -> None:
    for keys, seen in (("gj", "2 of 6"), ("s", "24 of 46"), ("\x1b", "2 of 6")):
        meeting.presenter.press(keys)
        meeting.all_see(seen)


def wander_off_and_come_back(meeting: Meeting) -> None:
    first, second, _ = meeting.followers
    first.press("2")
    first.wait_for("you have wandered off; F comes back")
    meeting.presenter.press("G")
    second.wait_for("6 of 6")
    assert "[2 Background]" in first.text()
    first.press("F")
    meeting.all_see("6 of 6")


def lose_a_follower(meeting: Meeting) -> None:
    """A follower drops, connects again, and sees what was shown."""
    meeting.followers.pop().drop()
    meeting.presenter.wait_for("2 follow")
    late = meeting.come(f"{FOLLOW} talk", 60, 20)
    meeting.followers.append(late)
    late.wait_for("6 of 6")
    meeting.presenter.wait_for("3 follow")
    late.press("S")
    late.wait_for("Shown so far")
    late.press("\x1b")
    late.wait_for(CONNECTED)


def lose_the_presenter(meeting: Meeting, folder: Path) -> None:
    """The presenter drops, is waited for, and goes on at the same place."""
    presenting = [pid for pid in meeting.server.readers() if "present" in command_line(pid)]
    kill(meeting.presenter.pid)
    meeting.all_see("has dropped")
    for pid in presenting:
        wait_until_gone(pid)
    assert [*folder.iterdir()] == []
    meeting.presenter = meeting.present()
    meeting.all_see(CONNECTED, "6 of 6")
    meeting.presenter.wait_for("3 follow")
    meeting.presenter.press("g")
    meeting.all_see("1 of 6")


def end(meeting: Meeting) -> None:
    readers = meeting.server.readers()
    meeting.presenter.press(QUIT)
    assert meeting.presenter.wait_for_end() == 0
    meeting.all_see("has ended it")
    for each in meeting.followers:
        each.press(QUIT)
        assert each.wait_for_end() == 0
    for pid in readers:
        wait_until_gone(pid)


def test_sessions_are_listed_and_an_unknown_name_is_reported(server: Server) -> None:
    with server.terminal(PRESENT) as presenter:
        presenter.wait_for("nobody follows")
        with server.terminal(f"{FOLLOW} | cat") as listed:
            assert listed.wait_for_end() == 0
            assert listed.text().split() == ["talk", ME.pw_name, "nato-rok-china-2022"]
        with server.terminal(f"{FOLLOW} nobody") as refused:
            assert refused.wait_for_end() == 1
            assert "nobody presents as nobody" in refused.text()
        presenter.press(QUIT)
        assert presenter.wait_for_end() == 0
    with server.terminal(FOLLOW) as refused:
        assert refused.wait_for_end() == 1
        assert "nobody presents to you at this moment" in refused.text()

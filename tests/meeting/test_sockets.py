"""The sockets of sessions: opened once, gone at the end, and never another's."""

import fcntl
import os
import socket
from pathlib import Path

import pytest

from tui.frozen import replace
from tui.meeting.access import AccessList
from tui.meeting.socket_directory import (
    SocketDirectory,
    UnsafeError,
    group_directory,
    own_directory,
)
from tui.meeting.sockets import BusyError, NobodyError, TakenError, connect, listen


def test_a_session_is_there_as_long_as_the_block(directory: SocketDirectory) -> None:
    with listen(directory, "talk"):
        assert directory.names() == ["talk"]
        assert directory.socket("talk").stat().st_mode & 0o777 == 0o600
        connection, uid = connect(directory, "talk")
        connection.close()
        assert uid == os.geteuid()
    assert directory.names() == []
    with pytest.raises(NobodyError, match="nobody presents as talk"):
        connect(directory, "talk")


def test_in_the_folder_of_a_group_the_group_can_come_in(short_path: Path) -> None:
    folder = short_path / "g"
    folder.mkdir()
    folder.chmod(0o2770)
    directory = group_directory(folder)
    with listen(directory, "talk"):
        status = directory.socket("talk").stat()
        assert status.st_mode & 0o777 == 0o660
        assert status.st_gid == directory.gid


def test_a_second_presenter_of_a_name_is_refused_and_harms_nothing(
    directory: SocketDirectory,
) -> None:
    with listen(directory, "talk"):
        with pytest.raises(TakenError, match="--name"), listen(directory, "talk"):
            pass
        connect(directory, "talk")[0].close()


def test_what_a_dead_presenter_left_is_replaced(directory: SocketDirectory) -> None:
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(directory.socket("talk")))
    with pytest.raises(NobodyError):
        connect(directory, "talk")
    with listen(directory, "talk"):
        connect(directory, "talk")[0].close()


def test_one_who_is_alive_and_has_no_time_is_not_replaced(directory: SocketDirectory) -> None:
    with socket.socket(socket.AF_UNIX) as busy:
        busy.bind(str(directory.socket("talk")))
        busy.listen(0)
        with socket.socket(socket.AF_UNIX) as waits:
            waits.connect(str(directory.socket("talk")))
            with pytest.raises(TakenError), listen(directory, "talk"):
                pass
            with pytest.raises(BusyError, match="talk is busy"):
                connect(directory, "talk")


def test_a_file_and_a_link_that_are_no_session_stay(directory: SocketDirectory) -> None:
    file = directory.socket("talk")
    file.write_text("kept")
    with pytest.raises(TakenError, match="is no session"), listen(directory, "talk"):
        pass
    directory.socket("link").symlink_to(file)
    with pytest.raises(TakenError, match="is no session"), listen(directory, "link"):
        pass
    assert file.read_text() == "kept"
    for name in ("talk", "link"):
        with pytest.raises(UnsafeError, match="is no session"):
            connect(directory, name)


def test_a_session_that_another_has_opened_since_is_not_taken_away(
    directory: SocketDirectory,
) -> None:
    with socket.socket(socket.AF_UNIX) as other:
        with listen(directory, "talk"):
            directory.socket("talk").unlink()
            other.bind(str(directory.socket("talk")))
        assert directory.names() == ["talk"]


def test_who_holds_the_folder_is_waited_for_by_nobody(directory: SocketDirectory) -> None:
    handle = os.open(directory.folder, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    with pytest.raises(TakenError, match="try again"), listen(directory, "talk"):
        pass
    os.close(handle)


def test_a_presenter_who_is_not_the_owner_of_the_socket_is_refused(
    directory: SocketDirectory,
) -> None:
    with listen(directory, "talk"), pytest.raises(UnsafeError, match="do not count here"):
        connect(directory, "talk", lambda _: os.geteuid() + 1)


def test_a_presenter_who_does_not_count_there_is_refused(directory: SocketDirectory) -> None:
    with listen(directory, "talk"), pytest.raises(UnsafeError, match="do not count here"):
        connect(replace(directory, presenters=AccessList()), "talk")


def test_a_path_too_long_for_a_socket_is_told(tmp_path: Path) -> None:
    (tmp_path / "v").mkdir(mode=0o700)
    directory = own_directory(tmp_path / "v" / ("x" * 100))
    with pytest.raises(TakenError, match="too long"), listen(directory, "talk"):
        pass
    assert directory.names() == []

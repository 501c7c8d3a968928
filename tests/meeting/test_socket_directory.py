"""The folders of sessions, their permissions, and the sockets in them."""

import fcntl
import os
import socket
from pathlib import Path

import pytest

from tui.frozen import replace
from tui.meeting import access, socket_directory
from tui.meeting.access import AccessList, SharingError
from tui.meeting.socket_directory import (
    SocketDirectory,
    connect,
    group_directory,
    listen,
    own_directory,
)

ME = os.geteuid()
STRANGER = ME + 1


@pytest.fixture(name="parent")
def parent_fixture(short_path: Path) -> Path:
    """A folder in which only its owner can write."""
    parent = short_path / "parent"
    parent.mkdir(mode=0o700)
    return parent


def shared(parent: Path, mode: int = 0o3770) -> Path:
    """A folder with these permissions."""
    folder = parent / "shared"
    folder.mkdir()
    folder.chmod(mode)
    return folder


def act_as(uid: int, groups: dict[int, list[int]], monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the program believe that another user runs it, and who is in which groups."""
    monkeypatch.setattr(os, "geteuid", lambda: uid)
    monkeypatch.setattr(access, "groups_of", lambda uid: groups.get(uid, []))


def test_the_users_own_folder_is_created_for_its_owner_only(parent: Path) -> None:
    directory = own_directory(parent / "sessions")
    assert directory.path.stat().st_mode & 0o777 == 0o700
    assert directory.presenters == AccessList(frozenset({ME}))
    assert own_directory(parent / "sessions") == directory


@pytest.mark.parametrize("mode", [0o750, 0o707, 0o777, 0o1777, 0o2770])
def test_an_own_folder_that_others_can_open_is_refused(parent: Path, mode: int) -> None:
    with pytest.raises(SharingError, match="is open to others: chmod 700"):
        own_directory(shared(parent, mode))


def test_an_own_folder_in_a_folder_where_others_can_write_is_refused(parent: Path) -> None:
    parent.chmod(0o770)
    with pytest.raises(SharingError, match="others can write in"):
        own_directory(parent / "sessions")
    parent.chmod(0o1777)  # sticky: entries can be replaced by their owners only
    own_directory(parent / "sessions")


def test_an_own_folder_that_belongs_to_somebody_else_is_refused(
    parent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_directory(parent / "sessions")
    act_as(STRANGER, {}, monkeypatch)
    with pytest.raises(SharingError, match=r"belongs to .*, not to you"):
        own_directory(parent / "sessions")


def test_a_link_is_followed_and_its_target_checked(parent: Path) -> None:
    folder = parent / "sessions"
    own_directory(folder)
    (parent / "link").symlink_to(folder)
    assert own_directory(parent / "link") == own_directory(folder)
    folder.chmod(0o777)
    with pytest.raises(SharingError, match="is open to others"):
        own_directory(parent / "link")


def test_a_file_in_place_of_the_own_folder_is_an_error(parent: Path) -> None:
    (parent / "sessions").touch()
    with pytest.raises(SharingError, match="exists"):
        own_directory(parent / "sessions")


@pytest.mark.parametrize("mode", [0o2770, 0o770, 0o3770, 0o2775])
def test_a_folder_in_which_one_group_can_write_is_accepted(parent: Path, mode: int) -> None:
    folder = shared(parent, mode)
    directory = group_directory(folder)
    assert directory.gid == folder.stat().st_gid
    assert directory.presenters == AccessList(frozenset({ME}), directory.gid)


@pytest.mark.parametrize(
    ("mode", "error"),
    [
        (0o777, "everybody can write"),
        (0o1777, "everybody can write"),
        (0o2772, "everybody can write"),
        (0o700, "cannot write in"),
        (0o750, "cannot write in"),
    ],
)
def test_a_folder_in_which_everybody_or_no_group_can_write_is_refused(
    parent: Path, mode: int, error: str
) -> None:
    with pytest.raises(SharingError, match=error):
        group_directory(shared(parent, mode))


def test_a_group_folder_below_one_where_others_can_write_is_refused(parent: Path) -> None:
    folder = shared(parent)
    parent.chmod(0o777)
    with pytest.raises(SharingError, match=r"others can write in .*/parent, above"):
        group_directory(folder)
    parent.chmod(0o1777)
    group_directory(folder)


def test_a_group_folder_of_an_owner_outside_the_group_is_refused(
    parent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shared(parent)
    if ME == 0:  # root is trusted as an owner
        os.chown(folder, STRANGER, -1)
    reader = STRANGER + 1
    act_as(reader, {reader: [folder.stat().st_gid]}, monkeypatch)
    with pytest.raises(SharingError, match="who is not a member of"):
        group_directory(folder)


def test_a_group_folder_is_refused_to_a_user_outside_the_group(
    parent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shared(parent)
    act_as(STRANGER, {}, monkeypatch)
    with pytest.raises(SharingError, match="and you are not a member"):
        group_directory(folder)


def test_a_group_folder_must_be_an_existing_folder(parent: Path) -> None:
    (parent / "file").touch()
    with pytest.raises(SharingError, match="is not a folder"):
        group_directory(parent / "file")
    with pytest.raises(SharingError, match="No such file"):
        group_directory(parent / "missing")


def test_the_sessions_of_a_folder_are_its_sockets_with_a_valid_name(
    directory: SocketDirectory,
) -> None:
    for name in ("b.session", "a.session", "Ä.session", "c.other"):
        with socket.socket(socket.AF_UNIX) as each:
            each.bind(str(directory.path / name))
    (directory.path / "file.session").touch()
    (directory.path / "link.session").symlink_to("a.session")
    (directory.path / "gone.session").symlink_to("nothing")
    assert directory.names() == ["a", "b"]


def test_a_folder_that_is_gone_has_no_sessions(parent: Path) -> None:
    assert SocketDirectory(parent / "gone", AccessList()).names() == []


@pytest.mark.parametrize("name", ["", "../a", "a/b", ".a", "-a", "A", "a" * 41, "a\n", "ä"])
def test_an_invalid_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="the name of a session is"):
        SocketDirectory(Path("/"), AccessList()).socket_path(name)


def test_a_socket_exists_as_long_as_the_block(directory: SocketDirectory) -> None:
    with listen(directory, "talk"):
        assert directory.names() == ["talk"]
        assert directory.socket_path("talk").stat().st_mode & 0o777 == 0o600
        connection, uid = connect(directory, "talk", 0)
        connection.close()
        assert uid == ME
    assert directory.names() == []
    with pytest.raises(FileNotFoundError):
        connect(directory, "talk", 0)


def test_the_socket_in_a_group_folder_is_open_to_the_group(parent: Path) -> None:
    directory = group_directory(shared(parent))
    with listen(directory, "talk"):
        status = directory.socket_path("talk").stat()
        assert status.st_mode & 0o777 == 0o660
        assert status.st_gid == directory.gid


def test_a_name_that_is_in_use_is_refused(directory: SocketDirectory) -> None:
    with listen(directory, "talk"):
        with pytest.raises(SharingError, match="--name"), listen(directory, "talk"):
            pass
        connect(directory, "talk", 0)[0].close()


def test_the_socket_of_a_dead_process_is_replaced(directory: SocketDirectory) -> None:
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(directory.socket_path("talk")))
    with pytest.raises(ConnectionRefusedError):
        connect(directory, "talk", 0)
    with listen(directory, "talk"):
        connect(directory, "talk", 0)[0].close()


def test_the_socket_of_a_process_that_is_too_busy_to_answer_is_not_replaced(
    directory: SocketDirectory,
) -> None:
    path = str(directory.socket_path("talk"))
    with socket.socket(socket.AF_UNIX) as busy, socket.socket(socket.AF_UNIX) as waiting:
        busy.bind(path)
        busy.listen(0)
        waiting.connect(path)
        with pytest.raises(SharingError, match="is in use"), listen(directory, "talk"):
            pass
        with pytest.raises(BlockingIOError):
            connect(directory, "talk", 0)


def test_files_and_links_in_place_of_a_socket_are_kept(directory: SocketDirectory) -> None:
    file = directory.socket_path("talk")
    file.write_text("kept")
    directory.socket_path("link").symlink_to(file)
    for name in ("talk", "link"):
        with pytest.raises(SharingError, match="is in use"), listen(directory, name):
            pass
        with pytest.raises(ConnectionRefusedError):
            connect(directory, name, 0)
    assert file.read_text() == "kept"


def test_a_lock_that_somebody_else_holds_is_not_waited_for(directory: SocketDirectory) -> None:
    handle = os.open(directory.path, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    with pytest.raises(SharingError, match="try again"), listen(directory, "talk"):
        pass
    os.close(handle)


def test_a_presenter_who_may_not_present_in_the_folder_is_refused(
    directory: SocketDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    with listen(directory, "talk"):
        with pytest.raises(SharingError, match="may not present here"):
            connect(replace(directory, presenters=AccessList()), "talk", 0)
        monkeypatch.setattr(socket_directory, "peer_uid", lambda _: STRANGER)
        with pytest.raises(SharingError, match="may not present here"):
            connect(directory, "talk", 0)


def test_a_path_that_is_too_long_for_a_socket_is_refused(parent: Path) -> None:
    directory = own_directory(parent / ("x" * 100))
    with pytest.raises(SharingError, match="too long"), listen(directory, "talk"):
        pass
    assert directory.names() == []

"""The folders in which sessions lie, and those that are not to be trusted."""

import os
import socket
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.meeting.access import AccessList
from tui.meeting.socket_directory import (
    SocketDirectory,
    UnsafeError,
    group_directory,
    name_from,
    own_directory,
)

ME = os.geteuid()
STRANGER = ME + 1


@pytest.fixture(name="above")
def above_fixture(tmp_path: Path) -> Path:
    """A folder that is nobody else's to write in, whatever the one in which tests run is."""
    above = tmp_path / "above"
    above.mkdir(mode=0o700)
    return above


def test_a_folder_of_ones_own_is_made_for_its_owner_alone(above: Path) -> None:
    directory = own_directory(above / "sessions")
    assert directory.folder.stat().st_mode & 0o777 == 0o700
    assert directory.presenters == AccessList(frozenset({ME}))
    assert own_directory(above / "sessions") == directory


@pytest.mark.parametrize("mode", [0o750, 0o707, 0o777, 0o1777, 0o2770])
def test_a_folder_of_ones_own_that_is_open_is_refused(above: Path, mode: int) -> None:
    folder = above / "sessions"
    folder.mkdir()
    folder.chmod(mode)
    with pytest.raises(UnsafeError, match="is open to others: chmod 700"):
        own_directory(folder)


@pytest.mark.parametrize("mode", [0o770, 0o1777])
def test_one_in_a_folder_where_others_write_is_refused(above: Path, mode: int) -> None:
    above.chmod(mode)
    with pytest.raises(UnsafeError, match="is not yours alone to write in"):
        own_directory(above / "sessions")


def test_one_of_somebody_else_is_refused(above: Path) -> None:
    own_directory(above / "sessions")
    with pytest.raises(UnsafeError, match="above is not yours alone to write in"):
        own_directory(above / "sessions", own=STRANGER)
    if ME == 0:  # who alone can give it away
        os.chown(above / "sessions", STRANGER, -1)
        with pytest.raises(UnsafeError, match=r"belongs to .*, and not to you"):
            own_directory(above / "sessions")


def test_a_link_to_one_is_refused(above: Path) -> None:
    own_directory(above / "sessions")
    (above / "link").symlink_to(above / "sessions")
    with pytest.raises(UnsafeError, match="is no folder"):
        own_directory(above / "link")


def test_a_file_in_its_place_is_no_traceback(above: Path) -> None:
    (above / "sessions").touch()
    with pytest.raises(OSError, match="exists"):
        own_directory(above / "sessions")


@pytest.mark.parametrize("mode", [0o2770, 0o770, 0o3770, 0o2775])
def test_a_folder_that_one_group_can_write_in_is_a_venue(above: Path, mode: int) -> None:
    folder = shared(above, mode)
    directory = group_directory(folder)
    assert directory.gid == folder.stat().st_gid
    assert directory.presenters == AccessList(frozenset({ME}), directory.gid)


@pytest.mark.parametrize(
    ("mode", "why"),
    [
        (0o777, "everybody can write"),
        (0o1777, "everybody can write"),
        (0o2772, "everybody can write"),
        (0o700, "cannot write in"),
        (0o750, "cannot write in"),
    ],
)
def test_one_that_everybody_or_no_group_can_write_in_is_refused(
    above: Path, mode: int, why: str
) -> None:
    with pytest.raises(UnsafeError, match=why):
        group_directory(shared(above, mode))


def test_one_below_a_folder_in_which_others_write_is_refused(above: Path) -> None:
    folder = shared(above, 0o2770)
    above.chmod(0o777)
    with pytest.raises(UnsafeError, match=r"others can write in .*/above, on the way to"):
        group_directory(folder)
    above.chmod(0o1777)  # there each moves what is theirs alone
    group_directory(folder)


def test_the_folders_behind_a_link_and_those_before_it_are_looked_at(above: Path) -> None:
    folder = shared(above, 0o2770)
    open_to_all = above / "open"
    open_to_all.mkdir()
    link = open_to_all / "link"
    link.symlink_to(folder)
    assert group_directory(link).gid == folder.stat().st_gid
    open_to_all.chmod(0o777)
    with pytest.raises(UnsafeError, match=r"others can write in .*/open, on the way to"):
        group_directory(link)
    inside = open_to_all / "inside"
    inside.mkdir()
    inside.chmod(0o2770)
    (above / "link").symlink_to(inside)
    with pytest.raises(UnsafeError, match=r"others can write in .*/open, on the way to"):
        group_directory(above / "link")


def test_one_of_a_stranger_is_refused(above: Path) -> None:
    folder = shared(above, 0o2770)
    if ME == 0:  # whom everybody trusts
        os.chown(folder, STRANGER, -1)
    reader, gid = STRANGER + 1, folder.stat().st_gid
    with pytest.raises(UnsafeError, match="who is not of"):
        group_directory(folder, own=reader, groups_of=lambda uid: [gid] if uid == reader else [])


def test_who_is_not_of_the_group_is_told_so(above: Path) -> None:
    with pytest.raises(UnsafeError, match="and you are not of it"):
        group_directory(shared(above, 0o2770), own=STRANGER, groups_of=lambda uid: ())


def test_a_file_is_no_venue(above: Path) -> None:
    (above / "file").touch()
    with pytest.raises(UnsafeError, match="is no folder"):
        group_directory(above / "file")
    with pytest.raises(FileNotFoundError):
        group_directory(above / "nothing")


def test_its_sessions_are_the_sockets_with_a_name(above: Path) -> None:
    directory = own_directory(above / "s")
    sockets = [socket.socket(socket.AF_UNIX) for _ in range(3)]
    for each, name in zip(sockets, ("b.session", "a.session", "Ä.session"), strict=True):
        each.bind(str(directory.folder / name))
        each.close()
    (directory.folder / "file.session").touch()
    (directory.folder / "link.session").symlink_to("a.session")
    assert directory.names() == ["a", "b"]
    assert directory.socket("a") == directory.folder / "a.session"


def test_a_session_that_ends_meanwhile_is_not_there(
    directory: SocketDirectory, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        with socket.socket(socket.AF_UNIX) as each:
            each.bind(str(directory.socket(name)))
    scandir = os.scandir

    @contextmanager
    def late(folder: Path) -> Iterator[Iterable[os.DirEntry[str]]]:
        with scandir(folder) as entries:
            listed = [*entries]
        directory.socket("a").unlink()
        yield listed

    monkeypatch.setattr(os, "scandir", late)
    assert directory.names() == ["b"]


def test_a_folder_that_cannot_be_listed_is_told_of(above: Path) -> None:
    with pytest.raises(UnsafeError, match="gone cannot be listed: No such file"):
        SocketDirectory(above / "gone", AccessList()).names()


@pytest.mark.parametrize("name", ["", "../a", "a/b", ".a", "-a", "A", "a" * 41, "a\n", "ä"])
def test_what_is_no_name_names_no_socket(name: str) -> None:
    with pytest.raises(ValueError, match="the name of a session is"):
        SocketDirectory(Path("/"), AccessList()).socket(name)


@given(st.text())
def test_a_name_can_be_made_of_anything(text: str) -> None:
    SocketDirectory(Path("/"), AccessList()).socket(name_from(text))


def shared(above: Path, mode: int) -> Path:
    folder = above / "shared"
    folder.mkdir()
    folder.chmod(mode)
    return folder

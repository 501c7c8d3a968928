"""The folders that hold the sockets of sessions: the user's own, or one shared by a group.

Who can create files in such a folder can pose as a presenter, so its permissions and those of
the folders above it are checked, as sshd does under `StrictModes`.
"""

import errno
import fcntl
import os
import re
import socket
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tui.diagnostics import reason
from tui.frozen import frozen
from tui.meeting.access import AccessList, SharingError, group_name, peer_uid, user_name

_SUFFIX = ".session"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")

_MAX_PATH = 103
"""Bytes of a socket's path: `sun_path` holds 104 with the final null byte on macOS and the BSDs,
and 108 on Linux (unix(7))."""

_BACKLOG = 128
"""Connections that may wait to be accepted."""


@frozen
class SocketDirectory:
    """A folder of sockets whose permissions have been checked."""

    path: Path
    presenters: AccessList
    """The users whose sessions are trusted."""
    gid: int | None = None
    """The group that shares the folder; `None` for the user's own."""

    def socket_path(self, name: str) -> Path:
        """Return the path of a session's socket.

        Raises:
            ValueError: The name is not valid.
        """
        if not _NAME.fullmatch(name):
            raise ValueError("the name of a session is 1 to 40 of a-z, 0-9, “-” and “_”")
        return self.path / f"{name}{_SUFFIX}"

    def names(self) -> list[str]:
        """Return the names of the sockets, including any left behind by dead processes."""
        with suppress(OSError):
            paths = sorted(self.path.iterdir())
            return [path.stem for path in paths if path.suffix == _SUFFIX and _is_session(path)]
        return []


def _is_session(path: Path) -> bool:
    is_socket = path.is_socket() and not path.is_symlink()
    return is_socket and _NAME.fullmatch(path.stem) is not None


def own_directory(path: Path) -> SocketDirectory:
    """Return the user's own folder, creating it if necessary.

    Raises:
        SharingError: It cannot be created, or others have access to it or to a folder above it.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.mkdir(mode=0o700, exist_ok=True)
        path = path.resolve(strict=True)
        uid, status = os.geteuid(), path.stat()
    except OSError as error:
        raise SharingError(f"{path}: {reason(error)}") from None
    if status.st_uid != uid:
        raise SharingError(f"{path} belongs to {user_name(status.st_uid)}, not to you")
    if status.st_mode & 0o077:
        raise SharingError(f"{path} is open to others: chmod 700 {path}")
    _check_parents(path, {uid})
    return SocketDirectory(path, AccessList(frozenset({uid})))


def group_directory(path: Path) -> SocketDirectory:
    """Return a folder in which the members of its group, and nobody else, can present.

    Raises:
        SharingError: It does not exist, has other permissions, or the user is not a member.
    """
    try:
        path = path.resolve(strict=True)
        uid, status = os.geteuid(), path.stat()
    except OSError as error:
        raise SharingError(f"{path}: {reason(error)}") from None
    group, members = group_name(status.st_gid), AccessList(gid=status.st_gid)
    if not stat.S_ISDIR(status.st_mode):
        raise SharingError(f"{path} is not a folder")
    if status.st_mode & 0o002:
        raise SharingError(f"everybody can write in {path}: chmod 3770 {path}")
    if not status.st_mode & 0o020:
        raise SharingError(f"the group {group} cannot write in {path}: chmod 3770 {path}")
    if uid not in {0, status.st_uid} and not members.has(uid):
        raise SharingError(f"{path} is for the group {group}, and you are not a member")
    if status.st_uid not in {0, uid} and not members.has(status.st_uid):
        owner = user_name(status.st_uid)
        raise SharingError(f"{path} belongs to {owner}, who is not a member of {group}")
    _check_parents(path, {uid, status.st_uid})
    return SocketDirectory(path, AccessList(frozenset({uid}), status.st_gid), status.st_gid)


def _check_parents(path: Path, owners: set[int]) -> None:
    """Check that only the owners and root can replace a folder above a path."""
    for parent in path.parents:
        status = parent.stat()
        if status.st_uid not in {0, *owners}:
            raise SharingError(f"{parent}, above {path}, belongs to {user_name(status.st_uid)}")
        if status.st_mode & 0o022 and not status.st_mode & stat.S_ISVTX:
            raise SharingError(f"others can write in {parent}, above {path}")


@contextmanager
def listen(directory: SocketDirectory, name: str) -> Iterator[socket.socket]:
    """Open the socket of a session, and remove it when the block ends.

    A socket that a dead process of the same user left behind is replaced.

    Raises:
        SharingError: The name is taken, or the path too long.
        ValueError: The name is not valid.
        OSError: The socket cannot be created.
    """
    path = directory.socket_path(name)
    if len(os.fsencode(path)) > _MAX_PATH:
        raise SharingError(f"{path} is too long for a socket: choose a folder with a shorter path")
    with socket.socket(socket.AF_UNIX) as listening:
        with _locked(directory.path):
            _remove_stale(path, name)
            before = os.umask(0o177 if directory.gid is None else 0o117)
            try:
                listening.bind(os.fspath(path))
            finally:
                os.umask(before)
        try:
            if directory.gid is not None:
                os.chown(path, -1, directory.gid)
            listening.listen(_BACKLOG)
            yield listening
        finally:
            path.unlink(missing_ok=True)


def connect(directory: SocketDirectory, name: str, timeout: float) -> tuple[socket.socket, int]:
    """Connect to a session; return the connection and the id of the presenter.

    Raises:
        SharingError: The presenter is not to be trusted in this folder.
        ValueError: The name is not valid.
        OSError: Nobody presents under this name, or too many wait to be accepted.
    """
    connection = socket.socket(socket.AF_UNIX)
    try:
        connection.settimeout(timeout)
        connection.connect(os.fspath(directory.socket_path(name)))
        uid = peer_uid(connection)
        if not directory.presenters.has(uid):
            raise SharingError(f"{name} belongs to {user_name(uid)}, who may not present here")
    except BaseException:
        connection.close()
        raise
    return connection, uid


def _remove_stale(path: Path, name: str) -> None:
    """Remove the socket of a dead process of this user, or raise `SharingError`."""
    try:
        status = path.lstat()
    except FileNotFoundError:
        return
    is_mine = status.st_uid == os.geteuid()
    if is_mine and stat.S_ISSOCK(status.st_mode):
        with socket.socket(socket.AF_UNIX) as probe:
            probe.setblocking(False)
            if probe.connect_ex(os.fspath(path)) == errno.ECONNREFUSED:
                path.unlink()
                return
    owner = "you, here or in a session that was cut off" if is_mine else user_name(status.st_uid)
    raise SharingError(f"{name} is in use by {owner}: end it, or choose another --name")


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Keep others from opening a session in a folder at the same time."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise SharingError("another session is being opened: try again") from None
    finally:
        os.close(handle)

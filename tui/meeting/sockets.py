"""The sockets of sessions: how one is opened and found, and who is at the other end."""

import fcntl
import os
import socket
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tui.meeting.access import name_of, uid_of
from tui.meeting.socket_directory import SocketDirectory, UnsafeError

LONGEST_PATH = 103
"""Bytes of a path that every POSIX system takes for a socket: the least `sun_path`, that of the
BSDs and macOS, has 104 with its end; Linux has 108 (unix(7))."""

WAITING = 128
"""Followers that may wait to be let in."""

ANSWERED_WITHIN = 5.0
"""Seconds that the other end may take, where somebody waits for it before there is a screen."""


class NobodyError(Exception):
    """Nobody presents under a name."""


class BusyError(NobodyError):
    """Somebody presents, and as many as may wait to be let in."""


class TakenError(Exception):
    """No session can be opened under a name; says why."""


@contextmanager
def listen(directory: SocketDirectory, name: str) -> Iterator[socket.socket]:
    """A listening socket for a session, which is gone when the block ends.

    What a presenter has left behind whose process is dead, is replaced. Raises `TakenError`,
    `ValueError` for what is no name, and `OSError`.
    """
    file = directory.socket(name)
    if len(os.fsencode(file)) > LONGEST_PATH:
        why = "is too long for the path of a socket"
        raise TakenError(f"{file} {why}: choose a folder with a shorter one")
    with socket.socket(socket.AF_UNIX) as listening:
        with _alone_in(directory.folder):
            _clear(file, name)
            _bind(listening, file, directory)
        inode = file.lstat().st_ino
        try:
            yield listening
        finally:
            with suppress(OSError):  # somebody has cleared it away
                if file.lstat().st_ino == inode:
                    file.unlink()


def connect(
    directory: SocketDirectory, name: str, uid_of: Callable[[socket.socket], int] = uid_of
) -> tuple[socket.socket, int]:
    """A connection to a session, and the user who presents there.

    Raises `NobodyError`, which is a `BusyError` where too many wait there; `UnsafeError` where it
    is not the owner of the socket who listens, or one whose sessions do not count there; and
    `ValueError` for what is no name.
    """
    file = directory.socket(name)
    connection = socket.socket(socket.AF_UNIX)
    try:
        connection.settimeout(ANSWERED_WITHIN)
        status = file.lstat()
        if not stat.S_ISSOCK(status.st_mode):
            raise UnsafeError(f"{file} is no session")
        connection.connect(os.fspath(file))
        uid = uid_of(connection)
        if uid != status.st_uid or not directory.presenters.has(uid):
            raise UnsafeError(f"{name} is held by {name_of(uid)}, whose sessions do not count here")
    except PermissionError:
        connection.close()
        raise UnsafeError(f"{name} is not open to you") from None
    except BlockingIOError as error:  # connect(2) on Linux: EAGAIN where the backlog is full
        connection.close()
        raise BusyError(f"{name} is busy, as too many wait to be let in: try again") from error
    except OSError as error:
        connection.close()
        raise NobodyError(f"nobody presents as {name}") from error
    except UnsafeError:
        connection.close()
        raise
    return connection, uid


def _clear(file: Path, name: str) -> None:
    """Take away the socket of a process of this user that is dead."""
    try:
        status = file.lstat()
    except FileNotFoundError:
        return
    if not stat.S_ISSOCK(status.st_mode):
        raise TakenError(f"{file} is there and is no session")
    is_mine = status.st_uid == os.geteuid()
    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(ANSWERED_WITHIN)
        try:
            probe.connect(os.fspath(file))
        except ConnectionRefusedError:
            if is_mine:
                file.unlink()
                return
        except OSError:  # it is not open to this user, or has no time: it is alive
            pass
    whose = "yours, here or on a line that dropped" if is_mine else name_of(status.st_uid)
    raise TakenError(f"{name} is a session of {whose}: end it, or name another with --name")


def _bind(listening: socket.socket, file: Path, directory: SocketDirectory) -> None:
    """Listen there, open to the owner, or to the group of the folder, from the first moment on."""
    before = os.umask(0o177 if directory.gid is None else 0o117)
    try:
        listening.bind(os.fspath(file))
    finally:
        os.umask(before)
    try:
        if directory.gid is not None:
            os.chown(file, -1, directory.gid, follow_symlinks=False)
        listening.listen(WAITING)
    except OSError:
        file.unlink()
        raise


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Keep out whoever would open a session there at the same time."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise TakenError("a session is being opened at this moment: try again") from None
        yield
    finally:
        os.close(handle)

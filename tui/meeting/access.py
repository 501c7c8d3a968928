"""Who is at the other end of a socket, according to the kernel, and who may take part."""

import grp
import os
import pwd
import socket
import struct
import sys
from collections.abc import Collection
from functools import lru_cache

from tui.frozen import frozen
from tui.text.clean import clean


class SharingError(Exception):
    """A session cannot be opened, joined or continued; the message says why."""


def peer_uid(connection: socket.socket) -> int:
    """Return the id of the user at the other end, as of when that end connected or listened.

    It comes from `SO_PEERCRED` on Linux (unix(7)), and from `LOCAL_PEERCRED` on macOS and the
    BSDs (unix(4)).

    Raises:
        OSError: The kernel does not say.
    """
    if sys.platform == "linux":
        size = struct.calcsize("iII")
        data = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, size)
        return int(struct.unpack("iII", data)[1])
    size = struct.calcsize("2I")  # the start of `struct xucred`: its version and the user
    return int(struct.unpack("2I", connection.getsockopt(0, 1, size)[:size])[1])


@lru_cache(maxsize=1024)
def groups_of(uid: int) -> Collection[int]:
    """Return the ids of a user's groups; none for an unknown user.

    The result is cached, since the system may ask a directory server and block.
    """
    try:
        user = pwd.getpwuid(uid)
    except KeyError:
        return ()
    return tuple(os.getgrouplist(user.pw_name, user.pw_gid))


@lru_cache(maxsize=1024)
def user_name(uid: int) -> str:
    """Return the name of a user; cached as `groups_of`."""
    try:
        return clean(pwd.getpwuid(uid).pw_name)
    except KeyError:
        return f"user {uid}"


def group_name(gid: int) -> str:
    """Return the name of a group."""
    try:
        return clean(grp.getgrgid(gid).gr_name)
    except KeyError:
        return f"group {gid}"


@frozen
class AccessList:
    """Users, and optionally the members of one group."""

    uids: frozenset[int] = frozenset()
    gid: int | None = None

    def has(self, uid: int) -> bool:
        """Whether a user is on the list."""
        return uid in self.uids or (self.gid is not None and self.gid in groups_of(uid))

"""Who is at the other end of a socket, by the word of the kernel, and who may be there."""

import grp
import os
import pwd
import socket
import struct
import sys
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from time import monotonic

from tui.frozen import frozen
from tui.text.clean import clean

KNOWN_FOR = 30.0
"""Seconds after which the groups of a user are asked for again: they may have become others."""


def uid_of(connection: socket.socket) -> int:
    """The user id of the process at the other end, as it was when that connected or listened.

    `OSError` where the kernel does not say it. unix(7) has it for Linux, unix(4) for the BSDs
    and macOS.
    """
    if sys.platform == "linux":
        size = struct.calcsize("iII")
        _, uid, _ = struct.unpack("iII", connection.getsockopt(*_LINUX, size))
        return int(uid)
    size = struct.calcsize("2I")
    _, uid = struct.unpack("2I", connection.getsockopt(*_BSD, size)[:size])
    return int(uid)


_LINUX = (socket.SOL_SOCKET, getattr(socket, "SO_PEERCRED", 17))
_BSD = (0, 1)
"""SOL_LOCAL and LOCAL_PEERCRED: a `struct xucred`, which begins with its version and the user."""


def groups_of(uid: int) -> Collection[int]:
    """The groups of a user, by id; none for one who is not known.

    They are as they were at most `KNOWN_FOR` seconds ago: the system may have to ask a directory,
    and whoever comes again and again shall not make a presenter wait.
    """
    return _groups_in(uid, int(monotonic() / KNOWN_FOR))


@lru_cache(maxsize=256)
def _groups_in(uid: int, _period: int) -> Collection[int]:
    """The groups of a user, asked for once in a period."""
    try:
        user = pwd.getpwuid(uid)
    except KeyError:
        return ()
    return tuple(os.getgrouplist(user.pw_name, user.pw_gid))


@lru_cache(maxsize=256)
def name_of(uid: int) -> str:
    """What a user is called; asked of the system once, which may have to ask a directory."""
    try:
        return clean(pwd.getpwuid(uid).pw_name)
    except KeyError:
        return f"user {uid}"


def group_name(gid: int) -> str:
    """What a group is called."""
    try:
        return clean(grp.getgrgid(gid).gr_name)
    except KeyError:
        return f"group {gid}"


@frozen
class AccessList:
    """Those who may take part: some users, the members of a group."""

    uids: frozenset[int] = frozenset()
    gid: int | None = None

    def has(self, uid: int, groups_of: Callable[[int], Collection[int]] = groups_of) -> bool:
        """Whether a user is one of them; `groups_of` says which groups a user is in."""
        return uid in self.uids or (self.gid is not None and self.gid in groups_of(uid))


def group_named(name: str) -> int:
    """The id of a group; `LookupError`, in words, if there is none of that name."""
    try:
        return grp.getgrnam(name).gr_gid
    except KeyError:
        raise LookupError(f"no group is called “{name}” here") from None


def users_named(names: Iterable[str]) -> frozenset[int]:
    """The ids of users; `LookupError`, in words, for a name that is none."""
    found = set()
    for name in names:
        try:
            found.add(pwd.getpwnam(name).pw_uid)
        except KeyError:
            raise LookupError(f"no user is called “{name}” here") from None
    return frozenset(found)

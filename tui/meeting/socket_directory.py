"""The folder in which sessions lie, as sockets: one's own, or one that a group shares.

What is there is trusted for where it is, so nobody else may be able to put anything there, or
another folder in its place: each folder on the way is looked at.
"""

import os
import re
import stat
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from pathlib import Path

from tui.diagnostics import reason
from tui.frozen import frozen
from tui.meeting.access import AccessList, group_name, groups_of, name_of

ENDING = ".session"

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_OTHER = re.compile(r"[^a-z0-9]+")


class UnsafeError(Exception):
    """A folder, a socket or somebody at the other end is not to be trusted; says why."""


@frozen
class SocketDirectory:
    """A folder of sessions that has been looked at."""

    folder: Path
    presenters: AccessList
    """Those whose sessions count there."""
    gid: int | None = None
    """The group that shares it; `None` for one's own."""

    def socket(self, name: str) -> Path:
        """Where the session of a name lies; `ValueError`, in words, for what is no name."""
        if not _NAME.fullmatch(name):
            raise ValueError("the name of a session is 1 to 40 of a-z, 0-9, “-” and “_”")
        return self.folder / f"{name}{ENDING}"

    def names(self) -> list[str]:
        """The sessions that lie there, whether or not somebody still presents in them.

        Raises `UnsafeError` where the folder cannot be listed.
        """
        try:
            with os.scandir(self.folder) as entries:
                return sorted(filter(None, map(_session, entries)))
        except OSError as error:
            why = reason(error)
            raise UnsafeError(f"{self.folder} cannot be listed: {why}") from None


def _session(entry: os.DirEntry[str]) -> str:
    """The name of the session that an entry of a folder is; empty where it is none."""
    name = entry.name.removesuffix(ENDING)
    if name == entry.name or not _NAME.fullmatch(name):
        return ""
    with suppress(FileNotFoundError):  # it has ended since the folder was read
        return name if stat.S_ISSOCK(entry.stat(follow_symlinks=False).st_mode) else ""
    return ""


def name_from(text: str) -> str:
    """A name for a session, made of an id."""
    return _OTHER.sub("-", text.lower()).strip("-")[:40] or "briefing"


def own_directory(folder: Path, *, own: int | None = None) -> SocketDirectory:
    """The reader's own folder, which is made where it is not there.

    It must be of mode 0700, and the folder above it nobody else's to write in. Raises
    `UnsafeError`, or `OSError` where it cannot be made. `own` is the user, by id.
    """
    own = os.geteuid() if own is None else own
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    above = folder.parent.stat()
    if above.st_uid != own or above.st_mode & 0o022:
        raise UnsafeError(f"{folder.parent} is not yours alone to write in")
    folder.mkdir(mode=0o700, exist_ok=True)
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode):
        raise UnsafeError(f"{folder} is no folder")
    if status.st_uid != own:
        raise UnsafeError(f"{folder} belongs to {name_of(status.st_uid)}, and not to you")
    if stat.S_IMODE(status.st_mode) & 0o077:
        raise UnsafeError(f"{folder} is open to others: chmod 700 {folder}")
    _look_at_way(folder, {own})
    return SocketDirectory(folder, AccessList(frozenset({own})))


def group_directory(
    folder: Path,
    *,
    own: int | None = None,
    groups_of: Callable[[int], Collection[int]] = groups_of,
) -> SocketDirectory:
    """A folder that a group shares: its members alone can write in it, and present there.

    Raises `UnsafeError`, or `OSError` where there is none. For `groups_of` see `Circle.has`.
    """
    own = os.geteuid() if own is None else own
    folder = folder.absolute()
    status = folder.stat()
    if not stat.S_ISDIR(status.st_mode):
        raise UnsafeError(f"{folder} is no folder")
    group = group_name(status.st_gid)
    if status.st_mode & 0o002:
        raise UnsafeError(f"everybody can write in {folder}; sessions lie where one group can")
    if not status.st_mode & 0o020:
        raise UnsafeError(f"the group {group} cannot write in {folder}: chmod 2770 {folder}")
    members = AccessList(gid=status.st_gid)
    if own not in {0, status.st_uid} and not members.has(own, groups_of):
        raise UnsafeError(f"{folder} is for the group {group}, and you are not of it")
    if status.st_uid not in {0, own} and not members.has(status.st_uid, groups_of):
        raise UnsafeError(f"{folder} belongs to {name_of(status.st_uid)}, who is not of {group}")
    _look_at_way(folder, {own, status.st_uid})
    return SocketDirectory(folder, AccessList(frozenset({own}), status.st_gid), status.st_gid)


def _look_at_way(folder: Path, owners: set[int]) -> None:
    """Whether nobody else can put another folder in the place of one on the way to this one.

    As `StrictModes` of sshd has it; the links on the way count too.
    """
    for each in _way(folder):
        status = each.lstat()
        if status.st_uid not in {0, *owners}:
            raise UnsafeError(f"{each}, on the way to {folder}, is {name_of(status.st_uid)}'s")
        if stat.S_ISLNK(status.st_mode):
            continue
        is_guarded = bool(status.st_mode & stat.S_ISVTX)  # entries are their owners' to move
        if status.st_mode & 0o022 and not is_guarded:
            raise UnsafeError(f"others can write in {each}, on the way to {folder}")


def _way(folder: Path) -> Iterator[Path]:
    """The folders above one, as it is named and as it really is, and the links among them."""
    yield from dict.fromkeys((*folder.absolute().parents, *folder.resolve().parents))
    if folder.is_symlink():
        yield folder

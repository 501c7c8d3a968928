"""Files that must lie in certain folders.

It is the opened file that is asked where it lies, links followed: a path can be made to lead
elsewhere between a look at it and its opening.
"""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO


class OutsideError(PermissionError):
    """A file lies in none of the folders that it must lie in; whether it exists is not told."""

    def __init__(self) -> None:
        super().__init__(errno.EACCES, "lies outside the folder that may be read")


class NotRegularError(OSError):
    """What a path leads to is a folder, a pipe or a device."""

    def __init__(self) -> None:
        super().__init__(errno.EINVAL, "is no regular file")


@contextlib.contextmanager
def opened(path: Path, grounds: Sequence[Path] | None) -> Iterator[BinaryIO]:
    """A regular file that lies in one of some real folders, in any if none are given.

    It is opened without waiting. Raises `OutsideError`, `NotRegularError` or another `OSError`, and
    `ValueError` for what is no name of a file.
    """
    if grounds is not None and not is_inside(real(path), grounds):
        raise OutsideError
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise NotRegularError
        if grounds is not None and not is_inside(_place(descriptor, path, status), grounds):
            raise OutsideError
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            yield file
    finally:
        os.close(descriptor)


def real(path: Path) -> Path:
    """Where a path leads, links followed, whether or not there is anything."""
    return Path(os.path.realpath(path))


def is_inside(path: Path, grounds: Sequence[Path]) -> bool:
    """Whether a real path lies in one of some real folders, or is one."""
    return any(path.is_relative_to(ground) for ground in grounds)


def _place(descriptor: int, path: Path, status: os.stat_result) -> Path:
    """Where an opened file lies, links followed; nowhere if that cannot be told."""
    try:
        return Path(f"/proc/self/fd/{descriptor}").readlink()
    except OSError:
        there = real(path)
        return there if os.path.samestat(there.stat(), status) else Path()

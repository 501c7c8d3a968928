"""Files that may be opened only in certain folders.

The location of the opened file is checked, links followed, because a path can be redirected
between a check and the opening.
"""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO


class OutsideError(PermissionError):
    """A file is outside the allowed folders; whether it exists is not revealed."""

    def __init__(self) -> None:
        super().__init__(errno.EACCES, "lies outside the folder that may be read")


class NotRegularError(OSError):
    """The path leads to a folder, a pipe or a device."""

    def __init__(self) -> None:
        super().__init__(errno.EINVAL, "is no regular file")


@contextlib.contextmanager
def opened(path: Path, roots: Sequence[Path] | None) -> Iterator[BinaryIO]:
    """Open a regular file without waiting.

    Args:
        path: The file.
        roots: Real folders, one of which must contain it; `None` allows any.

    Raises:
        OutsideError: It is outside those folders.
        NotRegularError: It is a folder, a pipe or a device.
        OSError: It cannot be opened.
        ValueError: The path is not a file name.
    """
    if roots is not None and not is_inside(real(path), roots):
        raise OutsideError
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise NotRegularError
        if roots is not None and not is_inside(_place(descriptor, path, status), roots):
            raise OutsideError
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            yield file
    finally:
        os.close(descriptor)


def real(path: Path) -> Path:
    """The real path, links followed, whether or not the file exists."""
    return Path(os.path.realpath(path))


def is_inside(path: Path, roots: Sequence[Path]) -> bool:
    """Whether a real path is in one of some real folders, or is one of them."""
    return any(path.is_relative_to(root) for root in roots)


def _place(descriptor: int, path: Path, status: os.stat_result) -> Path:
    """The real path of an opened file; empty if it cannot be determined."""
    try:
        return Path(f"/proc/self/fd/{descriptor}").readlink()
    except OSError:
        there = real(path)
        return there if os.path.samestat(there.stat(), status) else Path()

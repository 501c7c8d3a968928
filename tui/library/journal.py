"""A file to which several sessions add lines at once, and from which none is ever lost.

Each entry is a line of JSON, written behind the last one under a lock. What is torn, since the
disk was full or the program was killed, is one line that is passed over; the next entry begins a
line of its own.
"""

import os
from collections.abc import Iterator, Mapping
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import Any

from tui.library import json_values

_FLAGS = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC


def append(file: Path, entry: Mapping[str, Any]) -> None:
    """Add an entry, and wait until it is on the disk; the file is its owner's alone.

    Raises `OSError`; a part of the line may have been written then, which is no entry.
    """
    data = json_values.written(entry).encode() + b"\n"
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(file, _FLAGS, 0o600)
    try:
        flock(handle, LOCK_EX)
        end = os.lseek(handle, 0, os.SEEK_END)
        if end and os.pread(handle, 1, end - 1) != b"\n":
            data = b"\n" + data
        while data:
            data = data[os.write(handle, data) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def entries(file: Path) -> Iterator[Mapping[str, Any]]:
    """The entries, the oldest first; none where there is no file. Raises `OSError` for others."""
    try:
        data = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return
    for line in data.split(b"\n"):
        try:
            entry = json_values.read(line)
        except ValueError:
            continue
        if isinstance(entry, dict):
            yield entry

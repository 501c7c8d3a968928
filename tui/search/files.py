"""The files of a library."""

import hashlib
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from tui.load.hygiene import LARGEST
from tui.model.document import Document

Loader = Callable[[Path], Document]
"""Reads a briefing; raises `OSError` if its file cannot be read."""

_SUFFIXES = (".yaml", ".yml")

_KEY = rb"""(?:^(?:\xef\xbb\xbf)?|[{,]\s*)["']?id["']?[ \t]*:[ \t]*["']?"""
"""What precedes an id: the start of a line, perhaps with a byte order mark, or a brace."""

_END = rb"""(?=["'\s,#}]|$)"""
"""What follows an id."""


def find_briefings(
    folder: Path, on_error: Callable[[OSError], object] | None = None
) -> tuple[str, ...]:
    """Return the files that may be briefings, in a folder and below it, sorted.

    Hidden files, hidden folders and folders behind symbolic links are left out.

    Args:
        folder: The folder of the library.
        on_error: Called for each folder that cannot be read.

    Returns:
        Paths relative to the folder.
    """
    return tuple(sorted(_walk(folder, on_error)))


def find_versions(library: Path, id: str, sha256: str) -> Iterator[Path]:
    """Yield the files that may be a version of a briefing, the exact one first.

    Files that cannot be read are left out.

    Args:
        library: A folder of briefings, or one file.
        id: The id of the briefing. A file with a line that gives it may be another version, which
            only loading it can tell.
        sha256: The hash of the file of the exact version, in hexadecimal.
    """
    line = re.compile(_KEY + re.escape(id.encode()) + _END, re.MULTILINE)
    files = [library / path for path in find_briefings(library)] if library.is_dir() else [library]
    others = []
    for file in files:
        data = _read(file) if file.is_file() else b""
        if hashlib.sha256(data).hexdigest() == sha256:
            yield file
        elif line.search(data):
            others.append(file)
    yield from others


def _walk(folder: Path, on_error: Callable[[OSError], object] | None) -> Iterator[str]:
    for parent, folders, names in os.walk(folder, onerror=on_error):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.endswith(_SUFFIXES) and not name.startswith("."):
                path = Path(parent, name)
                if not path.is_fifo():  # opening one would wait for a writer
                    yield os.path.relpath(path, folder)


def _read(file: Path) -> bytes:
    """Return the bytes of a file; none if it cannot be read or is too large for a briefing."""
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except OSError:
        return b""
    return data if len(data) <= LARGEST else b""

"""A reader's own copy of a briefing that somebody else names by its id and the file's hash."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from tui.library.briefing_library import briefings
from tui.load.hygiene import LARGEST

_KEY = rb"""(?:^(?:\xef\xbb\xbf)?|[{,]\s*)["']?id["']?[ \t]*:[ \t]*["']?"""
"""What stands before the id: at the head of a line, which of the first may follow a byte order
mark, or in braces."""

_END = rb"""(?=["'\s,#}]|$)"""
"""What may stand after it, in whichever script it is."""


def counterparts(library: Path, id: str, sha256: str) -> Iterator[Path]:
    """The files that may be the briefing of an id, in a folder or the one file.

    The very file of that SHA-256 comes first, and then those in which a line gives that id, which
    are other versions at best: whoever reads one sees whether it is. What cannot be read is not
    there.
    """
    line = re.compile(_KEY + re.escape(id.encode()) + _END, re.MULTILINE)
    others = []
    for file in _files(library):
        data = _read(file)
        if hashlib.sha256(data).hexdigest() == sha256:
            yield file
        elif line.search(data):
            others.append(file)
    yield from others


def _files(library: Path) -> list[Path]:
    if library.is_dir():
        return [library / path for path in briefings(library)]
    return [library] if library.is_file() else []


def _read(file: Path) -> bytes:
    """The bytes of a file that may be a briefing; none where it is too large to be one."""
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except OSError:
        return b""
    return data if len(data) <= LARGEST else b""

"""Reading the briefing that a command line names."""

import errno
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.diagnostics import reason
from tui.load import load_document, load_text
from tui.load.hygiene import LARGEST
from tui.model.document import Document

if TYPE_CHECKING:
    import argparse

STANDARD_INPUT = "-"


def add_root(parser: "argparse.ArgumentParser") -> None:
    """Declare `--root`, whose folders `read` takes."""
    parser.add_argument(
        "--root",
        metavar="DIR",
        action="append",
        type=Path,
        default=[],
        help="a further folder in which sources may lie",
    )


def read(path: str, roots: Sequence[Path]) -> Document:
    """The briefing in a file, or from standard input for `-`.

    Of standard input no more is read than a briefing may hold. `OSError` for a file that
    cannot be opened; an empty path, which a script with an unset variable gives, is one.
    """
    if not path:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    if path != STANDARD_INPUT:
        return load_document(path, roots=roots)
    data = sys.stdin.buffer.read(LARGEST + 1)
    return load_text(data, "standard input", folder=None, roots=roots)


def expanded(named: Iterable[str], fail: Callable[[str], object]) -> list[str]:
    """The files that are meant by files and folders, those of a folder in their order.

    `fail` is told of a folder that has none, and of one that cannot be looked into.
    """
    from tui.library.briefing_library import briefings  # noqa: PLC0415 - not to open a single file

    def unreadable(error: OSError) -> None:
        fail(f"{error.filename}: {reason(error)}")

    files: list[str] = []
    for each in named:
        folder = Path(each)
        if each in {STANDARD_INPUT, ""} or not folder.is_dir():
            files.append(each)
            continue
        found = [str(folder / key) for key in briefings(folder, unreadable)]
        if not found:
            fail(f"{each}: no briefing (*.yaml) in this folder")
        files += found
    return files

"""Reading the briefing that a command line names."""

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tui.load import load_document, load_text
from tui.load.hygiene import LARGEST
from tui.model.document import Document

STANDARD_INPUT = "-"


def add_root(parser: argparse.ArgumentParser) -> None:
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

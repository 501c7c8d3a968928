"""The index of a folder for a command: brought up to date, with progress on a terminal."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tui.commands import output
from tui.commands.progress import Progress
from tui.diagnostics import reason
from tui.library.folders import cache_folder
from tui.load import load_document
from tui.search.library_index import LibraryIndex


@contextmanager
def indexed(
    folder: Path, roots: Sequence[Path], clearance: str = ""
) -> Iterator[tuple[LibraryIndex, list[str]]]:
    """The index, and what cannot be read, of which standard error has been told."""
    failed: list[str] = []
    index = LibraryIndex(
        folder,
        partial(load_document, roots=roots),
        cache=cache_folder(),
        roots=roots,
        clearance=clearance,
    )
    try:
        with Progress(sys.stderr, shutil.get_terminal_size().columns) as progress:

            def tell(path: str, error: OSError) -> None:
                progress.erase()
                failed.append(path)
                output.say(f"{folder / path}: {reason(error)}")

            index.update(lambda done, all: progress.show(f"reading {done:,} of {all:,}"), tell)
        yield index, failed
    finally:
        index.close()

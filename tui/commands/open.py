"""Read a briefing in the terminal.

PATH is a briefing file, or a folder: then its briefings are listed, or the one that there is
is opened at once; `-` is standard input. Where the output is no terminal, or one that
cannot place text (TERM=dumb), the briefing or the list is printed instead.
"""

import argparse
import os
import sys
from functools import partial
from pathlib import Path

import tui
from tui.commands import show
from tui.commands.exit import Exit
from tui.commands.reading import STANDARD_INPUT, add_root, read
from tui.library.shelf import Shelf
from tui.load import load_document
from tui.model.document import Document

THEMES = ("auto", "dark", "light", "ansi")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("path", nargs="?", metavar="PATH", help="a briefing, a folder, or -")
    parser.add_argument("--theme", choices=THEMES, default="auto", help="colours (default: auto)")
    add_root(parser)


def run(arguments: argparse.Namespace) -> int:
    """Open what is asked for, on the screen or in print.

    Returns one of `Exit`, or 128 and the number of the signal that ended the screen.
    """
    path = str(default_path()) if arguments.path is None else arguments.path
    try:
        opened = _open(path, arguments.root)
    except OSError as error:
        print(f"briefing: {path}: {error.strerror or error}", file=sys.stderr)
        return Exit.INVALID
    if isinstance(opened, Shelf) and not opened.files:
        print(f"briefing: {path}: no briefing (*.yaml) in this folder", file=sys.stderr)
        return Exit.INVALID
    if sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb":
        return _screen(opened, arguments.theme)
    if isinstance(opened, Shelf):
        return show.print_blocks(opened.blocks())
    return show.print_document(opened)


def default_path() -> Path:
    """Where briefings are looked for when no path is given."""
    named = os.environ.get("BRIEFING_PATH")
    if named:
        return Path(named)
    here = Path("briefings")
    if here.is_dir():
        return here
    package = Path(tui.__file__).parent
    carried = package / "briefings"
    return carried if carried.is_dir() else package.parent / "briefings"


def _open(path: str, roots: list[Path]) -> Document | Shelf:
    """What stands at a path: a folder with a single briefing is that briefing."""
    if path in {STANDARD_INPUT, ""} or not Path(path).is_dir():
        return read(path, roots)
    shelf = Shelf(Path(path), partial(load_document, roots=roots))
    return shelf.open(shelf.files[0]) if len(shelf.files) == 1 else shelf


def _screen(opened: Document | Shelf, theme: str) -> int:
    """Show it; keys come from the terminal even where standard input was the briefing."""
    if not sys.stdin.isatty():
        terminal = os.open("/dev/tty", os.O_RDWR)
        os.dup2(terminal, 0)
        os.close(terminal)
    from tui.library.state import State  # noqa: PLC0415 - for the screen alone
    from tui.ui import app  # noqa: PLC0415 - Textual, likewise

    shelf, document = (opened, None) if isinstance(opened, Shelf) else (None, opened)
    return app.run(document=document, library=shelf, memory=State(), theme=theme)

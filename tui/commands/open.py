"""Read a briefing in the terminal.

PATH is a briefing file, or a folder: then its briefings are listed, or the one that there is
is opened at once; `-` is standard input. FILE#ITEM opens a briefing at the item of that id. Where
the output is no terminal, or one that cannot place text (TERM=dumb), the briefing, what the item
rests on, or the list is printed instead.
"""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import tui
from tui.commands.exit import Exit
from tui.commands.reading import STANDARD_INPUT, add_root, read
from tui.library.shelf import Shelf
from tui.terminal.capabilities import AUTO, COLORS

if TYPE_CHECKING:
    import argparse

    from tui.library.walls import Walls
    from tui.model.document import Document

THEMES = (AUTO, "dark", "light", "ansi")


def add_arguments(parser: "argparse.ArgumentParser") -> None:
    """Declare the arguments of the command."""
    parser.add_argument("path", nargs="?", metavar="PATH", help="a briefing, a folder, or -")
    add_look(parser)
    add_root(parser)


def add_look(parser: "argparse.ArgumentParser") -> None:
    """Declare how the screen is to look."""
    help = "the colours (default: auto)"
    parser.add_argument("--theme", choices=THEMES, default=AUTO, help=help)
    add_colors(parser)


def add_colors(parser: "argparse.ArgumentParser") -> None:
    """Declare how many colours the terminal has."""
    choices = (AUTO, *COLORS)
    help = "how many the terminal has (default: auto)"
    parser.add_argument("--colors", choices=choices, default=AUTO, help=help)


def run(arguments: "argparse.Namespace") -> int:
    """Open what is asked for, on the screen or in print; returns what `present` does."""
    path = str(default_path()) if arguments.path is None else arguments.path
    load = partial(read, roots=arguments.root)
    return present(path, load, named=path, look=arguments, roots=arguments.root)


def present(
    path: str,
    load: "Callable[[str], Document]",
    *,
    named: str,
    look: "argparse.Namespace",
    walls: "Walls | None" = None,
    roots: Sequence[Path] = (),
) -> int:
    """Show what stands at a path, on the screen or in print; `named` is the path as it was given.

    `look` has what `add_look` declares; in `roots`, `load` looks for sources too.

    Within `walls` the screen has no command that leads out of them, and what is remembered
    lies where they say; it is `load` that reads nothing outside.

    Returns one of `Exit`, or 128 and the number of the signal that ended the screen.
    """
    path, item = _addressed(path)
    try:
        opened = _open(path, load, roots, walls)
    except OSError as error:
        return _say(named, error.strerror or str(error))
    if isinstance(opened, Shelf) and not opened.files:
        return _say(named, "no briefing (*.yaml) in this folder")
    if item and (isinstance(opened, Shelf) or item not in opened.items):
        return _say(named, f"no item is called “{item}” there")
    if sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb":
        return _screen(opened, look, walls, None if path == STANDARD_INPUT else load, item)
    from tui.commands import show  # noqa: PLC0415 - not for the screen

    if isinstance(opened, Shelf):
        return show.print_blocks(opened.blocks())
    return show.print_item(opened, item) if item else show.print_document(opened)


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


def _addressed(path: str) -> tuple[str, str]:
    """The path of a briefing, and the id of an item where one is named after it."""
    file, mark, item = path.rpartition("#")
    return (file, item) if mark and file and not os.path.lexists(path) else (path, "")


def _open(
    path: str, load: "Callable[[str], Document]", roots: Sequence[Path], walls: "Walls | None"
) -> "Document | Shelf":
    """What stands at a path: a folder with a single briefing is that briefing."""
    if path in {STANDARD_INPUT, ""} or not Path(path).is_dir():
        return load(path)
    cache = walls.state / "library" if walls else None
    shelf = Shelf(Path(path), lambda file: load(str(file)), roots=roots, cache=cache)
    return shelf.open(shelf.files[0]) if len(shelf.files) == 1 else shelf


def _say(named: str, what: str) -> Exit:
    from tui.commands import output  # noqa: PLC0415 - not for the screen

    output.say(f"{named}: {what}")
    return Exit.INVALID


def _screen(
    opened: "Document | Shelf",
    look: "argparse.Namespace",
    walls: "Walls | None",
    load: "Callable[[str], Document] | None",
    item: str,
) -> int:
    """Show it; keys come from the terminal even where standard input was the briefing.

    With `load` a briefing is read afresh when its file is saved.
    """
    gc.disable()  # until all is imported, as the screen says: what is imported stays
    from tui.library.state import State  # noqa: PLC0415 - for the screen alone
    from tui.ui import app  # noqa: PLC0415 - Textual, likewise

    shelf, document = (opened, None) if isinstance(opened, Shelf) else (None, opened)
    memory = State(walls.state if walls else None)
    return app.run(
        document=document,
        library=shelf,
        memory=memory,
        theme=look.theme,
        colors=look.colors,
        is_walled=walls is not None,
        load=load,
        item=item,
    )

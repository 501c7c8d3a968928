"""Read a briefing in the terminal.

PATH is a briefing file, or a folder: then its briefings are listed, or the one that there is
is opened at once; `-` is standard input. FILE#ITEM opens a briefing at the item of that id. Where
the output is no terminal, the briefing, what the item rests on, or the list is printed instead.

With --linear it is read in a dialogue of lines, with the same commands: for screen readers,
braille displays, and terminals that cannot place text. ACCESSIBLE=1 and TERM=dumb mean the same.
"""

import contextlib
import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import tui
from tui.commands.clearance_option import add_clearance, clearance
from tui.commands.exit import Exit
from tui.commands.reading import STANDARD_INPUT, add_root, read
from tui.diagnostics import reason
from tui.library.state import ReaderState
from tui.model.document import Document
from tui.terminal.capabilities import AUTO, COLORS, environment, has_unicode

if TYPE_CHECKING:
    import argparse

    from tui.library.briefing_library import BriefingLibrary
    from tui.library.sandbox import Sandbox
    from tui.reading.peer import Peer

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
    add_clearance(parser)
    parser.add_argument("--linear", action="store_true", help="a dialogue of lines, no screen")
    parser.add_argument("--meeting", action="store_true", help="begin a meeting, or go on with one")
    help = "keep the meeting even of what is stricter than TLP:GREEN"
    parser.add_argument("--keep", action="store_true", help=help)


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
    load: Callable[[str], Document],
    *,
    named: str,
    look: "argparse.Namespace",
    sandbox: "Sandbox | None" = None,
    roots: Sequence[Path] = (),
) -> int:
    """Show what stands at a path, on the screen or in print; `named` is the path as it was given.

    `look` has what `add_look` declares; in `roots`, `load` looks for sources too.

    Within `sandbox` the screen has no command that leads out of them, and what is remembered
    lies where they say; it is `load` that reads nothing outside.

    Returns one of `Exit`, or 128 and the number of the signal that ended the screen.
    """
    path, item = _addressed(path)
    shown_up_to = clearance(look)
    try:
        opened = _open(path, load, roots, sandbox, shown_up_to)
    except OSError as error:
        return _say(named, reason(error))
    gc.freeze()  # what is opened stays: to look for garbage in it even once is waste
    if not isinstance(opened, Document) and not opened.files:
        return _say(named, "no briefing (*.yaml) in this folder")
    if item and (not isinstance(opened, Document) or item not in opened.items):
        return _say(named, f"no item is called “{item}” there")
    if look.meeting and not isinstance(opened, Document):
        return _say(named, "a meeting is on one briefing: name its file")
    again = None if path == STANDARD_INPUT else load
    if can_read(look, is_taken=again is None):
        return screen(opened, look, load=again, sandbox=sandbox, item=item)
    from tui.commands import show  # noqa: PLC0415 - not for the screen

    if not isinstance(opened, Document):
        return show.print_blocks(opened.blocks())
    if item:
        return show.print_item(opened, item, clearance=shown_up_to)
    return show.print_document(opened, clearance=shown_up_to, is_restricted=sandbox is not None)


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
    path: str,
    load: Callable[[str], Document],
    roots: Sequence[Path],
    sandbox: "Sandbox | None",
    shown_up_to: str,
) -> "Document | BriefingLibrary":
    """What stands at a path: a folder with a single briefing is that briefing."""
    if path in {STANDARD_INPUT, ""} or not Path(path).is_dir():
        return load(path)
    from tui.library.briefing_library import BriefingLibrary  # noqa: PLC0415 - not for a file

    cache, state = (
        sandbox.state / "library" if sandbox else None,
        _state(sandbox),
    )
    shelf = BriefingLibrary(
        Path(path),
        lambda file: load(str(file)),
        roots=roots,
        cache=cache,
        state=state,
        clearance=shown_up_to,
    )
    return shelf.open(shelf.files[0]) if len(shelf.files) == 1 else shelf


def _state(sandbox: "Sandbox | None", *, keeps_meetings: bool = False) -> ReaderState:
    """What is remembered for the reader."""
    folder = sandbox.state if sandbox else None
    return ReaderState(folder, keeps_meetings=keeps_meetings, is_restricted=sandbox is not None)


def can_read(look: "argparse.Namespace", *, is_taken: bool = False) -> bool:
    """Whether there is anything to read on: a screen, or lines; else there is only print.

    `is_taken` says that standard input was the briefing.
    """
    return (sys.stdout.isatty() and not _is_dumb()) or _is_linear(look, is_taken=is_taken)


def _is_linear(look: "argparse.Namespace", *, is_taken: bool) -> bool:
    """Whether lines are wanted, and no screen: by an option, or by a terminal or its owner."""
    if look.linear:
        return True
    is_asked = os.environ.get("ACCESSIBLE", "0") not in {"", "0"}
    is_typed = sys.stdin.isatty() or is_taken
    return (is_asked or _is_dumb()) and is_typed and sys.stdout.isatty()


def _is_dumb() -> bool:
    return os.environ.get("TERM", "dumb") == "dumb"


def _say(named: str, what: str) -> Exit:
    from tui.commands import output  # noqa: PLC0415 - not for the screen

    output.say(f"{named}: {what}")
    return Exit.INVALID


def screen(
    opened: "Document | BriefingLibrary",
    look: "argparse.Namespace",
    *,
    load: Callable[[str], Document] | None,
    sandbox: "Sandbox | None" = None,
    item: str = "",
    peer: "Peer | None" = None,
) -> int:
    """Show it, or talk about it; keys come from the terminal even where that was the briefing.

    With `load` a briefing is read afresh when its file is saved; without it standard input was
    the briefing. For the rest see `present`, and for `peer` see `ReadingSession`; returns what
    `present` does.
    """
    gc.disable()  # until all is imported, as the screen says: what is imported stays
    from tui.app.keyboard.bindings import USUAL  # noqa: PLC0415 - not for print
    from tui.app.keyboard.dispatch import dispatch  # noqa: PLC0415 - not for print
    from tui.app.keyboard.user_bindings import user_bindings  # noqa: PLC0415 - not for print
    from tui.reading.session import ReadingSession  # noqa: PLC0415 - not for print

    shelf, document = (None, opened) if isinstance(opened, Document) else (opened, None)
    bindings = USUAL if sandbox else user_bindings()
    if not has_unicode(environment(os.environ)):
        bindings = bindings.in_ascii()
    memory = _state(sandbox, keeps_meetings=look.keep)
    begin = partial(
        ReadingSession,
        dispatch=dispatch,
        document=document,
        library=shelf,
        memory=memory,
        is_restricted=sandbox is not None,
        root=str(sandbox.root) if sandbox else "",
        load=load,
        item=item,
        bindings=bindings,
        peer=peer,
        clearance=clearance(look),
        is_meeting=look.meeting,
    )
    if _is_linear(look, is_taken=load is None):
        from tui.linear import run as linear_mode  # noqa: PLC0415 - likewise

        gc.enable()
        with _typed(is_taken=load is None) as source:
            return linear_mode.run(
                begin,
                library=shelf,
                memory=memory,
                source=source,
                output=sys.stdout,
                is_restricted=sandbox is not None,
            )
    from tui.app.run import run  # noqa: PLC0415 - Textual, likewise

    return run(
        begin,
        library=shelf,
        memory=memory,
        theme=look.theme,
        colors=look.colors,
        is_restricted=sandbox is not None,
    )


@contextlib.contextmanager
def _typed(*, is_taken: bool) -> Iterator[int]:
    """The file descriptor of what is typed: the terminal, where standard input is taken."""
    from tui.commands import output  # noqa: PLC0415 - not for the screen

    output.write((), sys.stdout)  # what it cannot encode is spelt
    if not is_taken:
        yield sys.stdin.fileno()
        return
    terminal = os.open("/dev/tty", os.O_RDONLY | os.O_NOCTTY)
    try:
        yield terminal
    finally:
        os.close(terminal)

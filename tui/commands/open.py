"""Read a briefing in the terminal.

PATH is a briefing file, or a folder, whose briefings are listed; the only briefing of a folder is
opened at once. FILE#ITEM opens a briefing at the item of that id, and - reads standard input.
Without PATH: $BRIEFING_PATH, else ./briefings, else the briefings that come with the program.

If standard output is not a terminal, the briefing, the evidence for the item or the list is
printed instead.

--linear reads line by line, with the same commands: for screen readers, braille displays and
terminals that cannot place text on the screen. ACCESSIBLE=1 and TERM=dumb choose it as well.
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
from tui.commands.exit import CommandError, Exit
from tui.commands.options import ScreenOptions, add_root, add_screen_options, clearance
from tui.commands.reading import STANDARD_INPUT, read
from tui.diagnostics import reason
from tui.library.state import ReaderState
from tui.model.document import Document
from tui.terminal.capabilities import environment, has_unicode

if TYPE_CHECKING:
    import argparse

    from tui.library.library import Library
    from tui.library.sandbox import Sandbox
    from tui.reading.peer import Peer


def add_arguments(parser: "argparse.ArgumentParser") -> None:
    """Declare the arguments of the command."""
    parser.add_argument("path", nargs="?", metavar="PATH", help="a briefing, a folder, or -")
    add_screen_options(parser)
    add_root(parser)


def run(arguments: "argparse.Namespace") -> int:
    """Open a path, on the screen or in print; returns what `present` does."""
    path = str(default_path()) if arguments.path is None else arguments.path
    load = partial(read, roots=arguments.root)
    return present(path, load, named=path, look=arguments, roots=arguments.root)


def open_path(path: str) -> int:
    """Open a path with the defaults of all options; returns what `present` does."""
    return present(path, partial(read, roots=()), named=path, look=ScreenOptions())


def present(
    path: str,
    load: Callable[[str], Document],
    *,
    named: str,
    look: "argparse.Namespace | ScreenOptions",
    sandbox: "Sandbox | None" = None,
    roots: Sequence[Path] = (),
) -> int:
    """Show a briefing or a folder, on the screen or in print.

    Args:
        path: The file or folder, `-` for standard input, or FILE#ITEM.
        load: Reads a briefing; within a sandbox it refuses what lies outside.
        named: The path as the user wrote it, for messages.
        look: The options that `add_screen_options` declares.
        sandbox: Where a restricted reader may read and write; the screen then offers no command
            that leads elsewhere.
        roots: Further folders in which `load` looks for sources.

    Returns:
        One of `Exit`, or 128 and the number of the signal that ended the screen.
    """
    path, item = _addressed(path)
    shown_up_to = clearance(look)
    try:
        opened = _open(path, load, roots, sandbox, shown_up_to)
    except OSError as error:
        raise CommandError(f"{named}: {reason(error)}") from None
    gc.freeze()  # what is open stays alive: looking for garbage in it is waste
    if not isinstance(opened, Document) and not opened.files:
        raise CommandError(f"{named}: no briefing (*.yaml) in this folder")
    if item and (not isinstance(opened, Document) or item not in opened.items):
        raise CommandError(f"{named}: no item has the id “{item}”")
    if look.meeting and not isinstance(opened, Document):
        raise CommandError(f"{named}: a meeting needs one briefing; name its file")
    again = None if path == STANDARD_INPUT else load
    if can_read(look, is_taken=again is None):
        return screen(opened, look, load=again, sandbox=sandbox, item=item)
    from tui.commands import output, show  # noqa: PLC0415 - not for the screen

    if not isinstance(opened, Document):
        output.print_blocks(opened.blocks())
        return Exit.OK
    if item:
        return show.print_item(opened, item, clearance=shown_up_to)
    return show.print_document(opened, clearance=shown_up_to, is_restricted=sandbox is not None)


def default_path() -> Path:
    """The file or folder to read when no path is given."""
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
    """Split FILE#ITEM into the path and the item's id, which is empty if there is none."""
    file, mark, item = path.rpartition("#")
    return (file, item) if mark and file and not os.path.lexists(path) else (path, "")


def _open(
    path: str,
    load: Callable[[str], Document],
    roots: Sequence[Path],
    sandbox: "Sandbox | None",
    shown_up_to: str,
) -> "Document | Library":
    """Read the briefing at a path, or the library of a folder; a sole briefing is read itself."""
    if path in {STANDARD_INPUT, ""} or not Path(path).is_dir():
        return load(path)
    from tui.library.library import Library  # noqa: PLC0415 - not for a file

    cache, state = (
        sandbox.state / "library" if sandbox else None,
        _state(sandbox),
    )
    library = Library(
        Path(path),
        lambda file: load(str(file)),
        roots=roots,
        cache=cache,
        state=state,
        clearance=shown_up_to,
    )
    return library.open(library.files[0]) if len(library.files) == 1 else library


def _state(sandbox: "Sandbox | None", *, keeps_meetings: bool = False) -> ReaderState:
    """What is remembered for the reader."""
    folder = sandbox.state if sandbox else None
    return ReaderState(folder, keeps_meetings=keeps_meetings, is_restricted=sandbox is not None)


def can_read(look: "argparse.Namespace | ScreenOptions", *, is_taken: bool = False) -> bool:
    """Whether a briefing can be read here, on a screen or in lines, rather than printed.

    Args:
        look: The options that `add_screen_options` declares.
        is_taken: Standard input was the briefing.
    """
    return (sys.stdout.isatty() and not _is_dumb()) or _is_linear(look, is_taken=is_taken)


def _is_linear(look: "argparse.Namespace | ScreenOptions", *, is_taken: bool) -> bool:
    """Whether to read in lines: by the option, ACCESSIBLE, or a terminal without a screen."""
    if look.linear:
        return True
    is_asked = os.environ.get("ACCESSIBLE", "0") not in {"", "0"}
    is_typed = sys.stdin.isatty() or is_taken
    return (is_asked or _is_dumb()) and is_typed and sys.stdout.isatty()


def _is_dumb() -> bool:
    return os.environ.get("TERM", "dumb") == "dumb"


def screen(
    opened: "Document | Library",
    look: "argparse.Namespace | ScreenOptions",
    *,
    load: Callable[[str], Document] | None,
    sandbox: "Sandbox | None" = None,
    item: str = "",
    peer: "Peer | None" = None,
) -> int:
    """Read a briefing or a library, on the screen or in lines.

    Args:
        opened: The briefing or library.
        look: The options that `add_screen_options` declares.
        load: Reads a briefing again when its file is saved; `None` if standard input was the
            briefing: then keys come from the terminal itself.
        sandbox: As for `present`.
        item: The id of the item to open the briefing at.
        peer: As for `ReadingSession`.

    Returns:
        As `present`.
    """
    gc.disable()  # what is imported for the screen stays
    from tui.app.bindings import Keys  # noqa: PLC0415 - not for print
    from tui.app.key_file import user_keys  # noqa: PLC0415 - likewise
    from tui.reading.session import ReadingSession  # noqa: PLC0415 - likewise

    library, document = (None, opened) if isinstance(opened, Document) else (opened, None)
    is_ascii = not has_unicode(environment(os.environ))
    keys = Keys(is_ascii=is_ascii) if sandbox else user_keys(is_ascii=is_ascii)
    memory = _state(sandbox, keeps_meetings=look.keep)

    def begin() -> ReadingSession:
        session = ReadingSession(
            document=document,
            library=library,
            memory=memory,
            keys=keys,
            is_restricted=sandbox is not None,
            root=str(sandbox.root) if sandbox else "",
            load=load,
            item=item,
            peer=peer,
            clearance=clearance(look),
        )
        if look.meeting:
            session.notice = session.meet()
            session.settle()
        session.notice = keys.problem or session.notice
        return session

    if _is_linear(look, is_taken=load is None):
        from tui.linear.run import run as run_in_lines  # noqa: PLC0415 - not for the screen

        gc.enable()
        with _typed(is_taken=load is None) as source:
            return run_in_lines(
                begin,
                keys,
                memory=memory,
                source=source,
                output=sys.stdout,
                is_restricted=sandbox is not None,
            )
    from tui.app.run import run  # noqa: PLC0415 - Textual, likewise

    return run(
        begin,
        keys,
        memory=memory,
        theme=look.theme,
        colors=look.colors,
        is_restricted=sandbox is not None,
    )


@contextlib.contextmanager
def _typed(*, is_taken: bool) -> Iterator[int]:
    """The file descriptor that lines are read from: the terminal if standard input is taken."""
    from tui.commands import output  # noqa: PLC0415 - not for the screen

    output.write((), sys.stdout)  # sets how characters that it cannot encode are spelled
    if not is_taken:
        yield sys.stdin.fileno()
        return
    terminal = os.open("/dev/tty", os.O_RDONLY | os.O_NOCTTY)
    try:
        yield terminal
    finally:
        os.close(terminal)

"""The command line: which command is meant, and how it ends.

`argparse` reads the arguments of every command. Only `briefing PATH` without an option does
without it: importing `argparse` and building the parser takes 7.5 ms of processor time, 6 % of the
118 ms until the first frame (medians on one machine).
"""

import gc
import os
import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from tui import __version__
from tui.commands import COMMANDS, RESTRICTED
from tui.commands.environment import prune
from tui.commands.exit import CommandError, Exit
from tui.diagnostics import reason
from tui.text.nearest import nearest

if TYPE_CHECKING:
    import argparse

DEFAULT = "open"


class CommandModule(Protocol):
    """A module of `tui.commands` that is named in `COMMANDS`."""

    __doc__: str | None

    def add_arguments(self, parser: "argparse.ArgumentParser") -> None:
        """Declare the arguments of the command."""

    def run(self, arguments: "argparse.Namespace") -> int:
        """Run the command and return its exit status."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command.

    The first argument names a command, or else it is what to open; a file that is called like a
    command is opened as `./check`.

    Args:
        argv: The arguments after the program's name; those of the process by default.

    Returns:
        One of `Exit`, 130 after an interruption, or what `tui.commands.open.screen` returns.
    """
    _open_closed_streams()
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        status = _run(words)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of the output has read enough
        _discard_output()
        return Exit.OK
    except CommandError as error:
        from tui.commands import output  # noqa: PLC0415 - not for the screen

        output.say(str(error))
        return error.status
    except OSError as error:
        _discard_output()
        print(f"briefing: {reason(error)}", file=sys.stderr)
        return Exit.INVALID
    except KeyboardInterrupt:
        return 130
    return status


def overview() -> str:
    """The text of `briefing --help`."""
    width = max(map(len, COMMANDS))
    commands = "\n".join(f"  {name:{width}}  {help}" for name, help in COMMANDS.items())
    return (
        "usage: briefing [PATH]                     read a briefing, or a folder of them\n"
        "       briefing COMMAND [-h] ...           run one of the commands below\n"
        "       briefing --restricted ROOT ...      read the briefings in ROOT, nothing else\n"
        "       briefing --version\n\n"
        f"commands:\n{commands}\n\n"
        "Without PATH: $BRIEFING_PATH, else ./briefings, else the briefings that come with\n"
        "the program. In a pipe, a briefing is printed as `briefing show` prints it.\n"
        "`briefing COMMAND --help` describes a command and its options.\n\n"
        "Exit status: 0 done, 1 an input has problems, 2 the command line is wrong."
    )


def _run(words: list[str]) -> int:
    first = words[0] if words else ""
    if first in {"-h", "--help"}:
        print(overview())
        return Exit.OK
    if first == "--version":
        print(f"briefing {__version__}")
        return Exit.OK
    if first in COMMANDS or first == RESTRICTED:
        name = words.pop(0)
    else:
        _refuse_mistyped_command(words)
        name = DEFAULT
    if name == RESTRICTED:
        prune(os.environ)  # before a library that reads it is imported
    gc.disable()  # modules are never garbage, so collecting while they are imported is waste
    try:
        if name == DEFAULT and len(words) == 1 and not words[0].startswith("-"):
            from tui.commands import open as opening  # noqa: PLC0415 - a command, as below

            run = partial(opening.open_path, words[0])
        else:
            command = cast("CommandModule", import_module(f"tui.commands.{name.lstrip('-')}"))
            run = partial(command.run, _parser(name, command).parse_intermixed_args(words))
    finally:
        gc.freeze()
        gc.enable()
    return run()


def _refuse_mistyped_command(words: Sequence[str]) -> None:
    """Raise `CommandError` if the first word is neither a file nor a path, but like a command."""
    first = words[0] if words else ""
    if not first.isalpha() or os.path.lexists(first):
        return
    near = nearest(first.lower(), COMMANDS)
    if near:
        raise CommandError(
            f"{first} is neither a file nor a command; did you mean `briefing {near}`?", Exit.USAGE
        )
    if len(words) > 1 and not words[1].startswith("-"):
        raise CommandError(
            f"{first} is neither a file nor a command; `briefing --help` lists the commands",
            Exit.USAGE,
        )


def _parser(name: str, command: CommandModule) -> "argparse.ArgumentParser":
    import argparse  # noqa: PLC0415 - not for the first frame: see the module's docstring

    parser = argparse.ArgumentParser(
        prog="briefing" if name == DEFAULT else f"briefing {name}",
        description=command.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    command.add_arguments(parser)
    return parser


def _open_closed_streams() -> None:
    """Replace the standard streams that the parent process has closed.

    Writing to a closed standard output fails when it is flushed, so that nobody takes the
    missing output for an empty one.
    """
    for name, mode, flag in (
        ("stdin", "r", os.O_RDONLY),
        ("stdout", "w", os.O_RDONLY),
        ("stderr", "w", os.O_WRONLY),
    ):
        if getattr(sys, name) is None:
            opened = os.open(os.devnull, flag)
            setattr(sys, name, os.fdopen(opened, mode, encoding="utf-8"))


def _discard_output() -> None:
    """Send what the interpreter flushes at its end to nowhere, so that it cannot fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

"""The command line: which command is meant, and how it ends."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from types import ModuleType

from tui import __version__
from tui.commands import COMMANDS
from tui.commands.exit import Exit

DEFAULT = "open"


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit status is one of `Exit`.

    The first argument names a command or else is what to open, so a file that is called like
    a command is opened as `./check`.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] in (["-h"], ["--help"]):
        print(overview())
        return Exit.OK
    if words[:1] == ["--version"]:
        print(f"briefing {__version__}")
        return Exit.OK
    name = words.pop(0) if words and words[0] in COMMANDS else DEFAULT
    return _run(name, words)


def overview() -> str:
    """What `briefing --help` prints."""
    width = max(map(len, COMMANDS))
    commands = "\n".join(f"  {name:{width}}  {help}" for name, help in COMMANDS.items())
    return (
        "usage: briefing [PATH]            read a briefing file, or a folder of them\n"
        "       briefing COMMAND [-h] …    one of the commands below\n\n"
        f"commands:\n{commands}\n\n"
        "Without a PATH: $BRIEFING_PATH, else ./briefings, else the briefings that come with\n"
        "the program. In a pipe, a briefing is printed as `briefing show` prints it.\n"
        "Exit status: 0 done, 1 an input has problems, 2 the command line is wrong."
    )


def _run(name: str, words: list[str]) -> int:
    command = importlib.import_module(f"tui.commands.{name}")
    arguments = _parser(name, command).parse_args(words)
    try:
        status: Exit = command.run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has what they wanted; the interpreter's own flush at its
        # end must not complain either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.OK
    except KeyboardInterrupt:
        return 130
    return status


def _parser(name: str, command: ModuleType) -> argparse.ArgumentParser:
    called = "briefing" if name == DEFAULT else f"briefing {name}"
    parser = argparse.ArgumentParser(
        prog=called,
        description=command.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    command.add_arguments(parser)
    return parser

"""The command line: which command is meant, and how it ends."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from tui import __version__
from tui.commands import COMMANDS
from tui.commands.exit import Exit
from tui.text.nearest import nearest

DEFAULT = "open"


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit status is one of `Exit`, or 130 for one that was interrupted.

    The first argument names a command or else is what to open, so a file that is called like
    a command is opened as `./check`.
    """
    _open_what_is_closed()
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        status = _run(words)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read the output has what they wanted
        _write_no_more()
        return Exit.OK
    except OSError as error:
        _write_no_more()
        print(f"briefing: {error.strerror or error}", file=sys.stderr)
        return Exit.INVALID
    except KeyboardInterrupt:
        return 130
    return status


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


def _run(words: list[str]) -> int:
    if words[:1] in (["-h"], ["--help"]):
        print(overview())
        return Exit.OK
    if words[:1] == ["--version"]:
        print(f"briefing {__version__}")
        return Exit.OK
    mistyped = _mistyped(words)
    if mistyped:
        print(f"briefing: {mistyped}", file=sys.stderr)
        return Exit.USAGE
    name = words.pop(0) if words and words[0] in COMMANDS else DEFAULT
    command = importlib.import_module(f"tui.commands.{name}")
    status: int = command.run(_parser(name, command).parse_args(words))
    return status


def _mistyped(words: list[str]) -> str:
    """What to say where the first word is meant as a command and is none; else nothing."""
    first = words[0] if words else ""
    if first in COMMANDS or not first.isalpha() or os.path.lexists(first):
        return ""
    near = nearest(first.lower(), COMMANDS)
    if near:
        return f"{first} is neither a file nor a command; did you mean `briefing {near}`?"
    if len(words) > 1 and not words[1].startswith("-"):
        return f"{first} is neither a file nor a command; `briefing --help` names the commands"
    return ""


def _open_what_is_closed() -> None:
    """Stand in for standard streams that whoever started the program has closed."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115


def _write_no_more() -> None:
    """Let the interpreter's own flush at its end go nowhere, and so say nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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

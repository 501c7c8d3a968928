"""The command line: which command is meant, and how it ends."""

import gc
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from itertools import takewhile
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING, cast

from tui import __version__
from tui.commands import COMMANDS, RESTRICTED
from tui.commands.environment import prune
from tui.commands.exit import Exit
from tui.diagnostics import reason
from tui.text.nearest import nearest

if TYPE_CHECKING:
    import argparse

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
        print(f"briefing: {reason(error)}", file=sys.stderr)
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
        "       briefing COMMAND [-h] …    one of the commands below\n"
        "       briefing --restricted ROOT …    read what lies in ROOT and do nothing else\n\n"
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
    name = words.pop(0) if words and words[0] in {*COMMANDS, RESTRICTED} else DEFAULT
    if name == RESTRICTED:
        prune(os.environ)  # before anything is imported that looks at it
    gc.disable()  # what is imported stays: to look for garbage in it even once is waste
    try:
        command = importlib.import_module(f"tui.commands.{name.lstrip('-')}")
    finally:
        gc.freeze()
        gc.enable()
    status: int = command.run(_arguments(name, command, words))
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
    """Stand in for standard streams that whoever started the program has closed.

    What is written to a standard output that is closed fails when it is flushed, since
    whoever counts on it must hear of that.
    """
    for name, mode, flag in (
        ("stdin", "r", os.O_RDONLY),
        ("stdout", "w", os.O_RDONLY),
        ("stderr", "w", os.O_WRONLY),
    ):
        if getattr(sys, name) is None:
            opened = os.open(os.devnull, flag)
            setattr(sys, name, os.fdopen(opened, mode, encoding="utf-8"))


def _write_no_more() -> None:
    """Let the interpreter's own flush at its end go nowhere, and so say nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _arguments(name: str, command: ModuleType, words: list[str]) -> "argparse.Namespace":
    """What is given after the command's name; exits where that is wrong, or asks for help.

    To import `argparse` and make a parser takes a twentieth of the time until a briefing is
    there, and half a megabyte of each reader on a server, so for plain words it is not done.
    """
    plain = _plain(command, words) if name in {DEFAULT, RESTRICTED} else None
    return plain or _parser(name, command).parse_intermixed_args(words)


def _plain(command: ModuleType, words: list[str]) -> "argparse.Namespace | None":
    """The arguments where the words are paths and then names, each behind its option.

    Whatever else they are, right or wrong, is for a parser to say.
    """
    declared = _Declared()
    command.add_arguments(declared)
    paths = list(takewhile(lambda word: word[:1] != "-" or word == "-", words))
    options, names = words[len(paths) :: 2], words[len(paths) + 1 :: 2]
    is_understood = (
        len(options) == len(names)
        and declared.texts.keys() >= set(options)
        and not any(name.startswith("-") for name in names)
        and declared.least <= len(paths) <= len(declared.places)
    )
    if not is_understood:
        return None
    given = declared.defaults
    given |= {key: take(path) for (key, take), path in zip(declared.places, paths, strict=False)}
    given |= {declared.texts[option]: name for option, name in zip(options, names, strict=True)}
    return cast("argparse.Namespace", SimpleNamespace(**given))


class _Declared:
    """Stands for a parser, and keeps what a command declares."""

    def __init__(self) -> None:
        self.defaults: dict[str, object] = {}
        self.places: list[tuple[str, Callable[[str], object]]] = []
        """The arguments that stand in their order, with what makes a value of a word."""
        self.least = 0
        """So many of them must be given."""
        self.texts: dict[str, str] = {}
        """The options that take any word, and the names of their values."""

    def add_argument(
        self,
        *names: str,
        default: object = None,
        action: str = "",
        type: Callable[[str], object] = str,
        nargs: str = "",
        **more: object,
    ) -> None:
        """Keep an argument as it is declared to a parser."""
        key = names[-1].lstrip("-").replace("-", "_")
        self.defaults[key] = False if action == "store_true" else default
        if not names[-1].startswith("-"):
            self.places.append((key, type))
            self.least += nargs != "?"
        elif type is str and not action and not nargs and "choices" not in more:
            self.texts |= dict.fromkeys(names, key)


def _parser(name: str, command: ModuleType) -> "argparse.ArgumentParser":
    import argparse  # noqa: PLC0415 - see above

    called = "briefing" if name == DEFAULT else f"briefing {name}"
    parser = argparse.ArgumentParser(
        prog=called,
        description=command.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    command.add_arguments(parser)
    return parser

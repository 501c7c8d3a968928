"""Read the briefings in one folder and do nothing else: for a server.

No file outside ROOT is opened, neither a briefing nor the copy of a source, and no link is followed
out of it. No other program is run and no connection is made. Only what belongs to the reader is
written: place, what was read, marks, notes and meetings. No file of key bindings is read, since
readers share the account.

PATH is relative to ROOT; without it the folder is listed. SSH_ORIGINAL_COMMAND takes precedence
over PATH, and is always taken as one path.
"""

import os
import resource
import signal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands import output
from tui.commands.audit_hook import guard
from tui.commands.exit import CommandError, Exit
from tui.commands.open import present
from tui.commands.options import add_screen_options
from tui.diagnostics import reason
from tui.library.sandbox import sandbox
from tui.load import load_document
from tui.load.allowed_roots import OutsideError, is_inside, real

if TYPE_CHECKING:
    import argparse

_TOGETHER = frozenset({"present", "follow"})
"""Commands that a reader may try here, and that need connections."""


def add_arguments(parser: "argparse.ArgumentParser") -> None:
    """Declare the arguments of the command."""
    add = parser.add_argument
    add("root", metavar="ROOT", type=Path, help="the folder that may be read")
    add("path", nargs="?", metavar="PATH", default="", help="a briefing or a folder in ROOT")
    add("--reader", metavar="NAME", help="the reader's name, for what is remembered")
    add_screen_options(parser)


def run(arguments: "argparse.Namespace") -> int:
    """Open a briefing or a folder in the sandbox; returns what `present` does.

    The environment has been pruned.
    """
    for number in (signal.SIGQUIT, signal.SIGTSTP):  # keys, until the screen has the terminal
        signal.signal(number, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        found = sandbox(arguments.root, arguments.reader)
        os.chdir(found.root)  # so that every file is named by its path in ROOT
    except (OSError, ValueError) as error:
        message = reason(error) if isinstance(error, OSError) else str(error)
        raise CommandError(message, Exit.USAGE) from None
    try:
        found.state.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        output.say(f"nothing will be remembered: {reason(error)}")
    guard(found.state)
    asked = os.environ.get("SSH_ORIGINAL_COMMAND") or arguments.path
    path = real(found.root / asked)
    if not is_inside(path, [found.root]):
        raise CommandError(f"{asked}: {OutsideError().strerror}")
    if asked.split(" ", 1)[0] in _TOGETHER and not path.exists():
        raise CommandError(f"{asked}: not on this server, where no connection is made")
    load = partial(load_document, within=found.root)
    named = os.path.relpath(path)
    return present(named, load, named=asked or "ROOT", look=arguments, sandbox=found)

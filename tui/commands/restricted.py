"""Read the briefings of one folder and do nothing else: for a server.

Nothing outside ROOT is opened, links followed, neither a briefing nor the copy of a source. No
other program is run, no connection is made, and nothing is written but what is the reader's own:
where they are, what they have read, their marks, notes and meetings. The keys are the usual ones:
no file of keys is read, since the account is everybody's.

What is read first is PATH, taken from ROOT; before it counts what SSH_ORIGINAL_COMMAND says, and
that is the whole of it one such path and never anything else; without both it is ROOT.
"""

import os
import resource
import signal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands import output
from tui.commands.audit_hook import guard
from tui.commands.exit import Exit
from tui.commands.open import add_look, present
from tui.diagnostics import reason
from tui.library.sandbox import sandbox
from tui.load import load_document
from tui.load.allowed_roots import OutsideError, is_inside, real

if TYPE_CHECKING:
    import argparse

_TOGETHER = frozenset({"present", "follow"})
"""Commands that somebody may look for here, and that need what a reader must not have."""


def add_arguments(parser: "argparse.ArgumentParser") -> None:
    """Declare the arguments of the command."""
    add = parser.add_argument
    add("root", metavar="ROOT", type=Path, help="the folder of all that may be read")
    add("path", nargs="?", metavar="PATH", default="", help="a briefing or a folder in ROOT")
    add("--reader", metavar="NAME", help="whose place is remembered: a name for each")
    add_look(parser)


def run(arguments: "argparse.Namespace") -> int:
    """Open what is asked for within the walls; returns what `present` does.

    The environment has been pruned.
    """
    for number in (signal.SIGQUIT, signal.SIGTSTP):  # keys, until the screen has the terminal
        signal.signal(number, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        found = sandbox(arguments.root, arguments.reader)
        os.chdir(found.root)  # so that every file is named by its path in ROOT
    except (OSError, ValueError) as error:
        output.say(reason(error) if isinstance(error, OSError) else str(error))
        return Exit.USAGE
    try:
        found.state.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        output.say(f"nothing will be remembered: {reason(error)}")
    guard(found.state)
    asked = os.environ.get("SSH_ORIGINAL_COMMAND") or arguments.path
    path = real(found.root / asked)
    if not is_inside(path, [found.root]):
        output.say(f"{asked}: {OutsideError().strerror}")
        return Exit.INVALID
    if asked.split(" ", 1)[0] in _TOGETHER and not path.exists():
        output.say(f"{asked}: not on this server, where no connection is made")
        return Exit.INVALID
    load = partial(load_document, within=found.root)
    named = os.path.relpath(path)
    return present(named, load, named=asked or "ROOT", look=arguments, sandbox=found)

"""Read a briefing together: those who follow see where you are in it, on screens of their own.

FILE is opened in the reader, and a session with it, as a socket: for yourself alone in a folder
of your own, or with --group or --users in a folder that your group shares (--folder, or
$BRIEFING_MEETINGS). They join with `briefing follow NAME`, see what you go to in their own copy of
the briefing, and nothing else of what you do. The session ends when you leave.
"""

import argparse
import os
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from tui.commands import output
from tui.commands.exit import Exit
from tui.commands.open import add_look, can_read, screen
from tui.commands.reading import STANDARD_INPUT, add_root, read
from tui.commands.socket_directories import MEETINGS, add_folder, own, shared
from tui.diagnostics import reason
from tui.meeting.access import AccessList, group_name, group_named, name_of, users_named
from tui.meeting.message import is_nameable
from tui.meeting.socket_directory import SocketDirectory, UnsafeError, name_from
from tui.meeting.sockets import TakenError, listen


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("file", metavar="FILE", help="a briefing")
    among = parser.add_mutually_exclusive_group()
    among.add_argument("--group", metavar="G", help="the members of this group may follow")
    among.add_argument("--users", metavar="A,B", help="these users may follow")
    add_folder(parser)
    parser.add_argument(
        "--name", metavar="NAME", help="of the session (default: the briefing's id)"
    )
    add_look(parser)
    add_root(parser)


def run(arguments: argparse.Namespace) -> int:
    """Present; returns one of `Exit`, or what the screen does."""
    file = arguments.file
    again = None if file == STANDARD_INPUT else partial(read, roots=arguments.root)
    if not can_read(arguments, is_taken=again is None):
        output.say("to present needs a terminal; `briefing show` prints a briefing")
        return Exit.USAGE
    try:
        if file != STANDARD_INPUT and Path(file).is_dir():
            output.say(f"{file}: a folder; name the briefing to present")
            return Exit.USAGE
        document = read(file, arguments.root)
    except OSError as error:
        output.say(f"{file}: {reason(error)}")
        return Exit.INVALID
    if not is_nameable(document.briefing.id):
        output.say(f"{file}: has no id by which those who follow could find theirs; write `id:`")
        return Exit.INVALID
    with ExitStack() as session:
        try:
            directory, circle = _audience(arguments)
            name = arguments.name or name_from(document.briefing.id)
            listening = session.enter_context(listen(directory, name))
        except (LookupError, ValueError) as error:
            output.say(str(error))
            return Exit.USAGE
        except (UnsafeError, TakenError) as error:
            output.say(str(error))
            return Exit.INVALID
        from tui.reading.presenter import Presenting  # noqa: PLC0415 - for the screen

        peer = Presenting(listening, circle)
        return screen(document, arguments, load=again, peer=peer)


def _audience(arguments: argparse.Namespace) -> tuple[SocketDirectory, AccessList]:
    """Where the session lies, and who may follow.

    `LookupError` and `ValueError`, in words, for a wrong command line; else as `own_venue`.
    """
    myself = os.geteuid()
    if not (arguments.group or arguments.users):
        if arguments.folder:
            raise ValueError("for whom is the session in that folder: --group or --users?")
        return own(), AccessList(frozenset({myself}))
    named = arguments.folder or os.environ.get(MEETINGS)
    if not named:
        raise ValueError(f"others cannot come into a folder of your own: --folder, or {MEETINGS}")
    if arguments.group:
        gid = group_named(arguments.group)
        directory = shared(Path(named))
        if directory.gid != gid:
            raise UnsafeError(f"{named} does not belong to the group {arguments.group}")
        return directory, AccessList(frozenset({myself}), gid)
    users = users_named(filter(None, arguments.users.split(",")))
    directory = shared(Path(named))
    for uid in sorted(users):
        if not AccessList(gid=directory.gid).has(uid):
            told = f"{name_of(uid)} is not of the group {group_name(directory.gid or 0)}"
            raise UnsafeError(f"{told}, whose folder {named} is, and could not come in")
    return directory, AccessList(users | {myself})

"""Read a briefing together: followers see where you are in it, on their own screens.

FILE is opened in the reader, together with a session on this machine. It is for yourself alone, or
with --group or --users for others, in a folder that your group shares (--folder, or
$BRIEFING_MEETINGS). They join with `briefing follow NAME`. They see where you go, in their own
copy of the briefing, and nothing else of what you do. The session ends when you leave.
"""

import argparse
import grp
import os
import pwd
import re
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from tui.commands import output
from tui.commands.exit import Exit
from tui.commands.open import can_read, screen
from tui.commands.options import add_root, add_screen_options
from tui.commands.reading import STANDARD_INPUT, read
from tui.diagnostics import reason
from tui.library.folders import sessions_folder
from tui.meeting.access import AccessList, SharingError, group_name, user_name
from tui.meeting.message import is_printable_id
from tui.meeting.socket_directory import (
    SocketDirectory,
    group_directory,
    listen,
    own_directory,
)

MEETINGS = "BRIEFING_MEETINGS"
"""The variable that names the folder of a group."""


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
    add_screen_options(parser)
    add_root(parser)


def add_folder(parser: argparse.ArgumentParser) -> None:
    """Declare `--folder`."""
    help = f"the folder that a group shares for its sessions (default: ${MEETINGS})"
    parser.add_argument("--folder", metavar="DIR", help=help)


def run(arguments: argparse.Namespace) -> int:
    """Present a briefing; return one of `Exit`, or the status of the screen."""
    file = arguments.file
    load = None if file == STANDARD_INPUT else partial(read, roots=arguments.root)
    if not can_read(arguments, is_taken=load is None):
        output.say("to present needs a terminal; `briefing show` prints a briefing")
        return Exit.USAGE
    if load is not None and Path(file).is_dir():
        output.say(f"{file}: a folder; name the briefing to present")
        return Exit.USAGE
    with ExitStack() as session:
        try:
            document = read(file, arguments.root)
            id = document.briefing.id
            if not is_printable_id(id):
                raise SharingError(f"{file}: has no id by which followers could find it: add `id:`")
            directory, access = _audience(arguments)
            name = arguments.name or _name_from(id)
            listening = session.enter_context(listen(directory, name))
        except ValueError as error:
            output.say(str(error))
            return Exit.USAGE
        except SharingError as error:
            output.say(str(error))
            return Exit.INVALID
        except OSError as error:
            output.say(f"{file}: {reason(error)}")
            return Exit.INVALID
        from tui.reading.presenter import Presenter  # noqa: PLC0415 - for the screen

        return screen(document, arguments, load=load, peer=Presenter(listening, access))


def _name_from(id: str) -> str:
    """Return the name of a session for a briefing."""
    return re.sub("[^a-z0-9]+", "-", id.lower()).strip("-")[:40] or "briefing"


def _audience(arguments: argparse.Namespace) -> tuple[SocketDirectory, AccessList]:
    """Return the folder of the session, and the users who may follow.

    Raises:
        ValueError: The options do not go together, or name nobody.
        SharingError: The folder is not suitable.
    """
    myself = frozenset({os.geteuid()})
    if not (arguments.group or arguments.users):
        if arguments.folder:
            raise ValueError("for whom is the session in that folder: --group or --users?")
        return own_directory(sessions_folder()), AccessList(myself)
    folder = arguments.folder or os.environ.get(MEETINGS)
    if not folder:
        raise ValueError(f"others have no access to your own folder: use --folder, or {MEETINGS}")
    if arguments.group:
        gid = _gid(arguments.group)
        directory = group_directory(Path(folder))
        if directory.gid != gid:
            raise SharingError(f"{folder} does not belong to the group {arguments.group}")
        return directory, AccessList(myself, gid)
    users = frozenset(map(_uid, filter(None, arguments.users.split(","))))
    directory = group_directory(Path(folder))
    for uid in sorted(users - myself):
        if not AccessList(gid=directory.gid).has(uid):
            group = group_name(directory.gid or 0)
            raise SharingError(
                f"{user_name(uid)} has no access to {folder}, which is for the group {group}"
            )
    return directory, AccessList(users | myself)


def _gid(name: str) -> int:
    try:
        return grp.getgrnam(name).gr_gid
    except KeyError:
        raise ValueError(f"no group is called “{name}” here") from None


def _uid(name: str) -> int:
    try:
        return pwd.getpwnam(name).pw_uid
    except KeyError:
        raise ValueError(f"no user is called “{name}” here") from None

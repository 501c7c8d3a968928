"""The folders of sessions that the command line and the environment name."""

import argparse
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from tui.commands import output
from tui.diagnostics import reason
from tui.library.folders import sessions_folder
from tui.meeting.access import SharingError
from tui.meeting.socket_directory import SocketDirectory, group_directory, own_directory

MEETINGS = "BRIEFING_MEETINGS"
"""The variable that names the folder of a group."""


def add_folder(parser: argparse.ArgumentParser) -> None:
    """Declare `--folder`."""
    help = f"the folder that a group shares for its sessions (default: ${MEETINGS})"
    parser.add_argument("--folder", metavar="DIR", help=help)


def own() -> SocketDirectory:
    """Return the user's own folder, or raise `SharingError`."""
    return _checked(own_directory, sessions_folder())


def shared(folder: str) -> SocketDirectory:
    """Return the folder of a group, or raise `SharingError`."""
    return _checked(group_directory, Path(folder))


def find_all(folder: str | None) -> Iterator[SocketDirectory]:
    """Yield the folder of a group, if one is named, and the user's own.

    Raises:
        SharingError: The named folder is not suitable. If it comes from the environment, which
            may be the same for all users, that is only reported.
    """
    named = folder or os.environ.get(MEETINGS)
    if named:
        try:
            yield shared(named)
        except SharingError as error:
            if folder:
                raise
            output.say(str(error))
    yield own()


def _checked(check: Callable[[Path], SocketDirectory], folder: Path) -> SocketDirectory:
    try:
        return check(folder)
    except OSError as error:
        raise SharingError(f"{folder}: {reason(error)}") from None

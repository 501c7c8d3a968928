"""The folders of sessions that a command line or the environment names."""

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

from tui.commands import output
from tui.diagnostics import reason
from tui.library.folders import sessions_folder
from tui.meeting.socket_directory import (
    SocketDirectory,
    UnsafeError,
    group_directory,
    own_directory,
)

MEETINGS = "BRIEFING_MEETINGS"
"""The variable that names the folder of a group."""


def add_folder(parser: argparse.ArgumentParser) -> None:
    """Declare `--folder`."""
    parser.add_argument(
        "--folder",
        metavar="DIR",
        help=f"the folder that a group shares for its sessions (default: ${MEETINGS})",
    )


def own() -> SocketDirectory:
    """The user's own folder. Raises `UnsafeError`."""
    folder = sessions_folder()
    try:
        return own_directory(folder)
    except OSError as error:
        raise UnsafeError(f"{folder}: {reason(error)}") from None


def shared(folder: Path) -> SocketDirectory:
    """The folder of a group. Raises `UnsafeError`."""
    try:
        return group_directory(folder)
    except OSError as error:
        raise UnsafeError(f"{folder}: {reason(error)}") from None


def all_named(folder: str | None) -> Iterator[SocketDirectory]:
    """The folder of a group, if one is named here or in the environment, and the user's own.

    Raises `UnsafeError`; of the environment's, which may be set for all, it is only told.
    """
    named = folder or os.environ.get(MEETINGS)
    if named:
        try:
            yield shared(Path(named))
        except UnsafeError as error:
            if folder:
                raise
            output.say(str(error))
    yield own()

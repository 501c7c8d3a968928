"""Follow a presenter: see what they show, in your own copy of the briefing.

NAME is that of a session. Without it, the sessions that you may join are listed; if there is only
one and the output is a terminal, you join it. They are in your own folder and in that of your
group (--folder, or $BRIEFING_MEETINGS). The briefing is looked for by its id in your library:
--library, else $BRIEFING_PATH, else ./briefings.

Any key that moves elsewhere stops following; F resumes it. If the presenter's connection is lost,
followers wait. The exit status is 1 if there is no session, or none of that name.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from tui.commands import output
from tui.commands.exit import Exit
from tui.commands.open import can_read, default_path, screen
from tui.commands.options import add_root, add_screen_options, clearance
from tui.commands.present import MEETINGS, add_folder
from tui.commands.reading import read
from tui.library.folders import sessions_folder
from tui.library.library import Library
from tui.library.state import ReaderState
from tui.meeting.access import SharingError, user_name
from tui.meeting.client import PresentationClient
from tui.meeting.socket_directory import SocketDirectory, group_directory, own_directory
from tui.model.document import Document
from tui.search.files import find_versions


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="of the session")
    help = "a folder of briefings, or one briefing"
    parser.add_argument("--library", metavar="DIR", type=Path, help=help)
    add_folder(parser)
    add_screen_options(parser)
    add_root(parser)


def run(arguments: argparse.Namespace) -> int:
    """Join or list sessions; return one of `Exit`, or the status of the screen."""
    is_terminal = can_read(arguments)
    try:
        directories = [*_directories(arguments.folder)]
        if arguments.name:
            client = _find(directories, arguments.name)
        else:
            clients = [*_list(directories)]
            if len(clients) != 1 or not is_terminal:
                return _print(clients)
            client = clients[0]
    except SharingError as error:
        output.say(str(error))
        return Exit.INVALID
    except ValueError as error:
        output.say(str(error))
        return Exit.USAGE
    if not is_terminal:
        output.say("to follow needs a terminal")
        return Exit.USAGE
    return _follow(client, arguments)


def _directories(folder: str | None) -> Iterator[SocketDirectory]:
    """Yield the folder of a group, if one is named, and the user's own.

    An unsuitable folder raises `SharingError`; one that the environment names for all users is
    only reported.
    """
    named = folder or os.environ.get(MEETINGS)
    if named:
        try:
            yield group_directory(Path(named))
        except SharingError as error:
            if folder:
                raise
            output.say(str(error))
    yield own_directory(sessions_folder())


def _list(directories: Iterable[SocketDirectory]) -> Iterator[PresentationClient]:
    """Yield a client for each session that the user may join, and report refusals."""
    for directory in directories:
        for name in directory.names():
            try:
                yield PresentationClient(directory, name)
            except SharingError as error:
                output.say(f"{name}: {error}")
            except OSError:  # nobody answers
                continue


def _find(directories: Iterable[SocketDirectory], name: str) -> PresentationClient:
    """Return a client for the session of a name, or raise `SharingError` or `ValueError`."""
    for directory in directories:
        with suppress(OSError):
            return PresentationClient(directory, name)
    raise SharingError(f"nobody presents as {name}")


def _print(clients: Sequence[PresentationClient]) -> Exit:
    """Print the sessions: name, presenter, and the id of the briefing."""
    if not clients:
        output.say("nobody presents to you at this moment")
        return Exit.INVALID
    rows = [(each.name, user_name(each.uid), each.place.briefing) for each in clients]
    names, presenters, _ = (max(map(len, column)) for column in zip(*rows, strict=True))
    lines = (f"{name:{names}}  {who:{presenters}}  {briefing}" for name, who, briefing in rows)
    output.write(lines, sys.stdout)
    return Exit.OK


def _follow(client: PresentationClient, arguments: argparse.Namespace) -> int:
    """Follow on the screen."""
    from tui.reading.briefing_finder import BriefingFinder  # noqa: PLC0415 - for the screen
    from tui.reading.follower import Follower  # noqa: PLC0415 - likewise

    library = arguments.library or default_path()
    load = partial(read, roots=arguments.root)
    finder = BriefingFinder(partial(_find_briefing, library, load))
    found = finder.find_now(client.place.briefing, client.place.sha256)
    opened = found or Library(
        library,
        lambda file: load(str(file)),
        roots=arguments.root,
        state=ReaderState(None),
        clearance=clearance(arguments),
    )
    return screen(opened, arguments, load=load, peer=Follower(client, finder))


def _find_briefing(
    library: Path, load: Callable[[str], Document], id: str, sha256: str
) -> Document | None:
    """Return the briefing whose file has this SHA-256, or else another version of it."""
    for file in find_versions(library, id, sha256):
        with suppress(OSError):
            document = load(str(file))
            if document.briefing.id == id:
                return document
    return None

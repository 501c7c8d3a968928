"""Follow a presenter: see what they show, in your own copy of the briefing.

NAME is that of a session. Without it, the sessions that you may join are listed; if there is only
one and the output is a terminal, you join it. They are in your own folder and in that of your
group (--folder, or $BRIEFING_MEETINGS). The briefing is looked for by its id in your library:
--library, else $BRIEFING_PATH, else ./briefings.

Any key that leads elsewhere lets you go; F comes back. A presenter who drops is waited for. The
exit status is 1 if there is no session, or none of that name.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from tui.commands import output
from tui.commands.exit import Exit
from tui.commands.open import can_read, default_path, screen
from tui.commands.options import add_root, add_screen_options, clearance
from tui.commands.reading import read
from tui.commands.socket_directories import add_folder, find_all
from tui.frozen import frozen
from tui.library.briefing_library import BriefingLibrary
from tui.library.counterpart import counterparts
from tui.library.state import ReaderState
from tui.meeting.access import SharingError, user_name
from tui.meeting.client import PresentationClient, UninvitedError, look
from tui.meeting.message import PresenterPlace
from tui.meeting.socket_directory import SocketDirectory
from tui.model.document import Document
from tui.text import cells


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
        directories = [*find_all(arguments.folder)]
        if arguments.name:
            session = _find(directories, arguments.name)
        else:
            sessions = [*_list(directories)]
            if len(sessions) != 1 or not is_terminal:
                return _print(sessions)
            session = sessions[0]
    except SharingError as error:
        output.say(str(error))
        return Exit.INVALID
    except ValueError as error:
        output.say(str(error))
        return Exit.USAGE
    if not is_terminal:
        output.say("to follow needs a terminal")
        return Exit.USAGE
    return _follow(session, arguments)


@frozen
class _Session:
    """A session that the user may join."""

    directory: SocketDirectory
    name: str
    place: PresenterPlace
    presenter: int
    """The user id."""


def _look(directory: SocketDirectory, name: str) -> _Session | None:
    """Return the session of a name, or `None` if nobody answers."""
    try:
        return _Session(directory, name, *look(directory, name))
    except BlockingIOError:  # the backlog is full: connect(2)
        raise SharingError(f"{name} is busy: try again") from None
    except OSError:
        return None


def _list(directories: Iterable[SocketDirectory]) -> Iterator[_Session]:
    """Yield the sessions that the user may join, and report the others that fail."""
    for directory in directories:
        for name in directory.names():
            try:
                session = _look(directory, name)
            except UninvitedError:
                continue
            except SharingError as error:
                output.say(f"{name}: {error}")
                continue
            if session is not None:
                yield session


def _find(directories: Sequence[SocketDirectory], name: str) -> _Session:
    """Return the session of a name, or raise `SharingError`, or `ValueError` for no name."""
    for directory in directories:
        session = _look(directory, name)
        if session is not None:
            return session
    raise SharingError(f"nobody presents as {name}")


def _print(sessions: Sequence[_Session]) -> Exit:
    """Print the sessions: name, presenter, and the id of the briefing."""
    if not sessions:
        output.say("nobody presents to you at this moment")
        return Exit.INVALID
    rows = [(each.name, user_name(each.presenter), each.place.briefing) for each in sessions]
    widths = [max(map(cells.width, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(_padded(text, width) for text, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
    output.write(lines, sys.stdout)
    return Exit.OK


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells.width(text))


def _follow(session: _Session, arguments: argparse.Namespace) -> int:
    """Follow on the screen."""
    from tui.reading.briefing_finder import BriefingFinder  # noqa: PLC0415 - for the screen
    from tui.reading.follower import Follower  # noqa: PLC0415 - likewise

    library, place = arguments.library or default_path(), session.place
    load = partial(read, roots=arguments.root)
    find = partial(_find_briefing, library, load)
    finder = BriefingFinder(find)
    found = find(place.briefing, place.sha256)
    finder.add(place.briefing, place.sha256, found)
    opened = found or BriefingLibrary(
        library,
        lambda file: load(str(file)),
        roots=arguments.root,
        state=ReaderState(None),
        clearance=clearance(arguments),
    )
    client = PresentationClient(session.directory, session.name, place, session.presenter)
    return screen(opened, arguments, load=load, peer=Follower(client, finder))


def _find_briefing(
    library: Path, load: Callable[[str], Document], id: str, sha256: str
) -> Document | None:
    """Return the briefing whose file has this SHA-256, or else another version of it."""
    for file in counterparts(library, id, sha256):
        with suppress(OSError):
            document = load(str(file))
            if document.briefing.id == id:
                return document
    return None

"""Follow one who presents: see what they show, in your own copy of the briefing.

NAME is that of a session; without it the sessions that you may join are listed, and the one that
there is, is joined where the output is a terminal. They lie in a folder of your own, and in that of
your group (--folder, or $BRIEFING_MEETINGS). The briefing is looked for by its id in your library:
--library, else $BRIEFING_PATH, else ./briefings.

Whatever key takes you elsewhere, leaves you there; F comes back. A presenter who drops is waited
for. The exit status is 0, or 1 where there is no session, or none of that name.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from tui.commands import output
from tui.commands.clearance_option import clearance
from tui.commands.exit import Exit
from tui.commands.open import add_look, can_read, default_path, screen
from tui.commands.reading import add_root, read
from tui.commands.socket_directories import add_folder, all_named
from tui.frozen import frozen
from tui.library.briefing_library import BriefingLibrary
from tui.library.counterpart import counterparts
from tui.library.state import ReaderState
from tui.meeting.access import name_of
from tui.meeting.following import Connection, Following, NotAdmittedError
from tui.meeting.message import UnreadError, Wish
from tui.meeting.socket_directory import SocketDirectory, UnsafeError
from tui.meeting.sockets import BusyError, NobodyError
from tui.model.document import Document
from tui.text import cells
from tui.text.clean import clean


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="of the session")
    help = "a folder of briefings, or one briefing"
    parser.add_argument("--library", metavar="DIR", type=Path, help=help)
    add_folder(parser)
    add_look(parser)
    add_root(parser)


def run(arguments: argparse.Namespace) -> int:
    """Join or list; returns one of `Exit`, or what the screen does."""
    is_terminal = can_read(arguments)
    try:
        venues = [*all_named(arguments.folder)]
        if arguments.name:
            connection = _joined(venues, arguments.name)
        else:
            found = [*_sessions(venues)]
            if len(found) != 1 or not is_terminal:
                return _list(found)
            connection = Connection(found[0].directory, found[0].name)
    except (NobodyError, UnsafeError, UnreadError) as error:
        output.say(str(error))
        return Exit.INVALID
    except ValueError as error:  # a name that is none
        output.say(str(error))
        return Exit.USAGE
    if not is_terminal:
        connection.socket.close()
        output.say("to follow needs a terminal")
        return Exit.USAGE
    return _follow(connection, arguments)


@frozen
class _Session:
    """A session that may be joined."""

    directory: SocketDirectory
    name: str
    presenter: str
    briefing: str


def _sessions(venues: Iterable[SocketDirectory]) -> Iterator[_Session]:
    """The sessions in which somebody presents, and answers."""
    for directory in venues:
        for name in _names(directory):
            try:
                found = Connection(directory, name, Wish.LOOK)
            except BusyError as error:
                output.say(str(error))
                continue
            except (NobodyError, UnsafeError, NotAdmittedError):
                continue
            except UnreadError as error:
                output.say(f"{name}: {error}")
                continue
            found.socket.close()
            yield _Session(directory, name, name_of(found.uid), clean(found.step.briefing))


def _names(directory: SocketDirectory) -> list[str]:
    """The sessions that lie in a folder; of one that cannot be listed, that is told."""
    try:
        return directory.names()
    except UnsafeError as error:
        output.say(str(error))
        return []


def _list(sessions: Sequence[_Session]) -> Exit:
    """Print the sessions: name, who presents, and the briefing's id."""
    if not sessions:
        output.say("nobody presents to you at this moment")
        return Exit.INVALID
    rows = [(each.name, each.presenter, each.briefing) for each in sessions]
    wide = [max(map(cells.width, column)) for column in zip(*rows, strict=True)]
    output.write(
        (
            f"{name}{' ' * (wide[0] - len(name))}  {who}{' ' * (wide[1] - cells.width(who))}  {id}"
            for name, who, id in rows
        ),
        sys.stdout,
    )
    return Exit.OK


def _joined(venues: Sequence[SocketDirectory], name: str) -> Connection:
    """A connection to the session of that name; what `Connection` raises, if there is none."""
    for directory in venues[:-1]:
        if name in _names(directory):
            return Connection(directory, name)
    return Connection(venues[-1], name)


def _follow(connection: Connection, arguments: argparse.Namespace) -> int:
    """Follow on the screen, from the first step on."""
    from tui.reading.follower import Follower  # noqa: PLC0415 - for the screen

    library = arguments.library or default_path()
    load = partial(read, roots=arguments.root)

    find = _finder(library, load)
    step = connection.step
    found = find(step.briefing, step.sha256)
    opened = found or BriefingLibrary(
        library,
        lambda file: load(str(file)),
        roots=arguments.root,
        state=ReaderState(None),
        clearance=clearance(arguments),
    )
    peer = Follower(Following(connection), find, found)
    return screen(opened, arguments, load=load, peer=peer)


def _finder(
    library: Path, load: Callable[[str], Document]
) -> Callable[[str, str], Document | None]:
    """What finds a briefing in the library by its id and the SHA-256 of its file, or another
    version of it: first where that id was found last, since all else is read for it."""
    last: dict[str, Path] = {}

    def find(id: str, digest: str) -> Document | None:
        for place in filter(None, (last.get(id), library)):
            for file in counterparts(place, id, digest):
                with suppress(OSError):
                    document = load(str(file))
                    is_meant = place is library or document.sha256 == digest
                    if document.briefing.id == id and is_meant:
                        last[id] = file
                        return document
        return None

    return find

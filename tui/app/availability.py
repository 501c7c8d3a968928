"""Which commands work at the moment."""

from collections.abc import Container, Iterator, Sequence

from tui.app.bindings import GROUPS, ONLY_READING, ROWS, CommandRow, Keys, commands_in
from tui.places import View
from tui.reading.session import ReadingSession


def is_available(session: ReadingSession, id: str) -> bool:
    """Return whether a command works where the reader is now.

    Where several commands have one key, the first one that is available is carried out.
    """
    if session.is_restricted and id not in ONLY_READING:
        return False
    scope = id.partition(".")[0]
    match scope:
        case "agenda":
            return session.is_at_agenda
        case "source":
            return session.reader is not None and session.reader.here.view is View.SOURCE
        case "follow":
            return session.peer is not None and session.peer.is_away
        case "library":
            return id != "library.all" or bool(session.briefings and session.briefings.sought)
    return True


def active_commands(session: ReadingSession, keys: Keys, scopes: Sequence[str]) -> dict[str, str]:
    """Return the first working key of each command that works now, by its id.

    It says before Textual is imported what `Screen.active_bindings` says later.
    """
    taken: dict[str, str] = {}
    for command in commands_in(scopes):
        if is_available(session, command.id):
            for key in keys.of(command.id):
                taken.setdefault(key, command.id)
    active: dict[str, str] = {}
    for key, id in taken.items():
        active.setdefault(id, key)
    return active


def help_rows(active: Container[str]) -> Iterator[tuple[str, Sequence[CommandRow]]]:
    """Return each heading of the help with its rows of which a command is active."""
    for heading, scopes in GROUPS.items():
        rows = [row for row in ROWS if row.scope in scopes]
        rows = [row for row in rows if any(each.id in active for each in row.commands)]
        if rows:
            yield heading, rows

"""An audit hook that refuses what reading never needs, for the whole interpreter.

The program itself has no command that does any of it. The hook guards against mistakes, and against
what a library does on its own. It is no sandbox for hostile code, which cannot be brought in.
"""

import errno
import os
import signal
import sys
from pathlib import Path
from typing import Any

from tui.load.allowed_roots import is_inside, real

_REFUSED = frozenset(
    {
        "ctypes.dlopen",
        "os.chmod",
        "os.chown",
        "os.exec",
        "os.fork",
        "os.forkpty",
        "os.killpg",
        "os.link",
        "os.posix_spawn",
        "os.rmdir",
        "os.symlink",
        "os.system",
        "os.truncate",
        "pty.spawn",
        "signal.pthread_kill",
        "socket.bind",
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyaddr",
        "socket.gethostbyname",
        "socket.sendto",
        "subprocess.Popen",
        "webbrowser.open",
    }
)
"""Events of https://docs.python.org/3/library/audit_events.html. A pair of sockets, with which
the event loop wakes itself, leads nowhere and is no such event."""

_PATHS = {"os.mkdir": 1, "os.remove": 1, "os.rename": 2}
"""Events that change a folder, and how many of their arguments are paths."""

_WATCHED = _REFUSED | {"open", "os.kill", *_PATHS}
"""All events that are looked at: there are thousands more while modules are imported."""

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_ANYWHERE = frozenset({"/dev/tty", "/dev/null"})
_STOPS = frozenset({signal.SIGSTOP, signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU})


def guard(state: Path) -> None:
    """Refuse with `PermissionError`, for as long as the process lives.

    Refused are: other processes, sockets that lead anywhere, being stopped, and writing
    anywhere but in `state`, a real folder. Python's own compiled modules are not written either,
    and what would make connections secure is not there: it takes a megabyte for each reader.
    """
    sys.dont_write_bytecode = True
    sys.modules["ssl"] = None  # type: ignore[assignment]  # asyncio does without, by design

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event in _WATCHED and _is_refused(event, arguments, state):
            raise PermissionError(errno.EACCES, "not on this server: briefings are only read here")

    sys.addaudithook(watch)


def _is_refused(event: str, arguments: tuple[Any, ...], state: Path) -> bool:
    if event == "open":
        path, _, flags = arguments
        return bool(flags & _WRITES) and not _may_write(path, state)
    if event == "os.mkdir" and is_inside(state, [real(Path(os.fsdecode(arguments[0])))]):
        return False  # above the folder: whether it can be made is for the system to say
    if event in _PATHS:
        return not all(_may_write(path, state) for path in arguments[: _PATHS[event]])
    return event != "os.kill" or arguments[0] != os.getpid() or arguments[1] in _STOPS


def _may_write(path: int | str | bytes | os.PathLike[str], state: Path) -> bool:
    """Whether a path lies in a folder, or it is no path but a file that is open already."""
    if isinstance(path, int):
        return True
    named = Path(os.fsdecode(path))
    return str(named) in _ANYWHERE or is_inside(real(named.parent) / named.name, [state])

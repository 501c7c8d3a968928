"""A failure of the program itself: what its reader is told, and a report for who can mend it.

Neither holds a word of a briefing. So a report has no values of variables, and of an exception
its name alone: its message may quote what it failed on.
"""

import errno
import os
import platform
import sys
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import tui

if TYPE_CHECKING:
    from tui.reading.ports import Memory
    from tui.reading.session import ReadingSession

_TOLD = ("TERM", "COLORTERM", "TERM_PROGRAM", "LANG", "LC_ALL", "LC_CTYPE", "NO_COLOR")
"""Variables that say what a terminal is; of the others only whether they are there."""
_THERE = ("SSH_CONNECTION", "TMUX", "STY")

_ROOM = Path(tui.__file__).parent.parent
_DEPTH = 50
"""Calls of a traceback: the innermost of those of a recursion without end."""


def tell(
    error: BaseException,
    session: "ReadingSession | None",
    memory: "Memory",
    size: tuple[int, int],
    *,
    is_kept: bool,
) -> int:
    """Say what failed on the terminal, which is its owner's again, and report it; the status."""
    reader = session.reader if session else None
    markings = [reader.document.briefing.marking] if reader else []
    saved = memory.report(report(error, os.environ, size), markings)
    print(message(error, saved, is_kept=is_kept), file=sys.stderr)
    return 1


def message(error: BaseException, saved: str, *, is_kept: bool) -> str:
    """What the reader is told, in one line; `saved` says what became of the report."""
    calls = traceback.extract_tb(error.__traceback__)
    where = f", {_short(calls[-1].filename)}:{calls[-1].lineno}" if calls else ""
    place = "your place is kept" if is_kept else "your place is not kept"
    sending = ": please send it" if saved.startswith("saved in") else ""
    return (
        f"briefing: the program failed ({_name(error)}{where}); {place}; "
        f"a report of it is {saved}{sending}"
    )


def report(error: BaseException, environ: Mapping[str, str], size: tuple[int, int]) -> str:
    """The report: the calls that led there, versions, and the terminal of `size` in cells."""
    textual = sys.modules.get("textual")
    told = [f"{name}={environ[name]}" for name in _TOLD if name in environ]
    there = [name for name in _THERE if name in environ]
    lines = [
        f"briefing {tui.__version__}",
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}",
        f"Textual {getattr(textual, '__version__', 'imported')}" if textual else "before Textual",
        f"terminal {size[0]}x{size[1]} {' '.join([*told, *there])}",
        "",
        *_calls(error),
    ]
    return "\n".join(lines) + "\n"


def _calls(error: BaseException) -> Iterator[str]:
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        yield from _calls(cause)
        yield "which led to:"
    for call in traceback.extract_tb(error.__traceback__)[-_DEPTH:]:
        yield f"  {_short(call.filename)}:{call.lineno} in {call.name}: {call.line}"
    yield _name(error)


def _name(error: BaseException) -> str:
    """The name of an exception; with the reason that the system gave, if it did."""
    name = type(error).__name__
    if isinstance(error, OSError) and error.errno is not None:
        return f"{name} {errno.errorcode.get(error.errno, error.errno)}"
    return name


def _short(file: str) -> str:
    """A file of the program from its own folder on: whose machine it is, is nobody's business."""
    path = Path(file)
    if path.is_relative_to(_ROOM):
        return str(path.relative_to(_ROOM))
    packages = [at for at, part in enumerate(path.parts) if part in {"site-packages", "lib"}]
    return str(Path(*path.parts[packages[-1] + 1 :])) if packages else path.name

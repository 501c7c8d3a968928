"""Copies text to the clipboard of the terminal, which may be on another machine.

A terminal takes the text by OSC 52 (xterm's ctlseqs) and does not reply. tmux keeps the text in
a buffer, and passes it on if its option `set-clipboard` allows. GNU screen passes on only what
is wrapped in DCS.
"""

from collections.abc import Mapping
from enum import Enum, auto

from tui.frozen import frozen

LONGEST = 74_994
"""Bytes of UTF-8, which are 100,000 in base64: the least maximum of common terminals."""

PATIENCE = 2.0
"""Seconds for tmux, which replies within milliseconds unless its server is gone."""

_PIECE = 240
"""Bytes: older versions of GNU screen drop a wrapped string longer than 256 (`MAXSTR`)."""

_WITHOUT_CLIPBOARD = frozenset(
    {"", "dumb", "linux", "vt100", "vt102", "vt220", "unknown", "cons25", "ansi", "sun"}
)
"""Terminals without OSC 52, by the first word of TERM."""


class Route(Enum):
    """The way to the clipboard."""

    TMUX = auto()
    """`tmux load-buffer -w`."""
    SCREEN = auto()
    """OSC 52, wrapped for GNU screen."""
    TERMINAL = auto()
    """OSC 52."""


@frozen
class Sent:
    """The outcome of copying a text."""

    said: str
    """A message for the reader; whether the text has arrived is never known."""
    sequence: str = ""
    """What has to be written to the terminal, if anything."""


class TerminalClipboard:
    """The clipboard of the terminal that the environment describes."""

    def __init__(self, environ: Mapping[str, str], *, may_run: bool = True) -> None:
        """Find the route; `may_run` permits to run `tmux`."""
        self._route = route(environ, may_run=may_run)

    def send(self, text: str) -> Sent | None:
        """Copy a text; return `None` if there is no route, or none for a text so long."""
        if self._route is Route.TMUX and _load_into_tmux(text):
            return Sent("in tmux's buffer, and beyond if its set-clipboard allows")
        if self._route is None or len(text.encode(errors="replace")) > LONGEST:
            return None
        sequence = sequence_for(text)
        wrapped = _wrapped(sequence) if self._route is Route.SCREEN else sequence
        return Sent("sent to the terminal's clipboard, which does not answer", wrapped)


def route(environ: Mapping[str, str], *, may_run: bool = True) -> Route | None:
    """Return the way to the clipboard, or `None` if there is none."""
    if environ.get("TMUX") and may_run and _has_tmux(environ):
        return Route.TMUX
    term = environ.get("TERM", "")
    if (
        term.partition("-")[0] in _WITHOUT_CLIPBOARD
        or environ.get("TERM_PROGRAM") == "Apple_Terminal"
    ):
        return None
    return Route.SCREEN if environ.get("STY") else Route.TERMINAL


def sequence_for(text: str) -> str:
    """Return the sequence that sets the clipboard.

    It ends in BEL, which all terminals accept and which does not end the DCS around it.
    """
    from base64 import b64encode  # noqa: PLC0415 - not needed for the first frame

    return f"\x1b]52;c;{b64encode(text.encode(errors='replace')).decode('ascii')}\a"


def _wrapped(sequence: str) -> str:
    """Wrap a sequence in pieces that GNU screen passes on."""
    starts = range(0, len(sequence), _PIECE)
    return "".join(f"\x1bP{sequence[start : start + _PIECE]}\x1b\\" for start in starts)


def _has_tmux(environ: Mapping[str, str]) -> bool:
    import shutil  # noqa: PLC0415 - not needed for the first frame

    return shutil.which("tmux", path=environ.get("PATH")) is not None


def _load_into_tmux(text: str) -> bool:
    """Return whether tmux took the text; versions before 3.2 lack `-w`."""
    import subprocess  # noqa: PLC0415 - not needed for the first frame

    command = ["tmux", "load-buffer", "-w", "-"]
    given = text.encode(errors="replace")
    try:
        run = subprocess.run(  # noqa: S603 - a constant command
            command, input=given, capture_output=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return run.returncode == 0

"""The clipboard of whoever sits at the terminal, which may be a long way from this machine.

A terminal takes text for it by an escape sequence (OSC 52 of xterm's "Control Sequences") and
never says whether it did. Multiplexers stand between: tmux keeps the text itself and passes it
on as its option `set-clipboard` allows, GNU screen passes on only what is wrapped for it.
"""

from collections.abc import Mapping
from enum import Enum, auto

from tui.frozen import frozen

LONGEST = 74_994
"""Bytes of UTF-8: in base64 they are the 100,000 that terminals agree to take at most."""

PATIENCE = 2.0
"""Seconds for tmux, which answers within a few milliseconds if it answers at all."""

_PIECE = 240
"""Bytes: GNU screen drops a wrapped string longer than 256 (`MAXSTR` of its older versions)."""

_WITHOUT = frozenset(
    {"", "dumb", "linux", "vt100", "vt102", "vt220", "unknown", "cons25", "ansi", "sun"}
)
"""Terminals, by TERM, that have no clipboard."""


class Route(Enum):
    """The way to the clipboard."""

    TMUX = auto()
    """tmux is asked to take the text."""
    SCREEN = auto()
    """The sequence, wrapped so that GNU screen passes it on."""
    TERMINAL = auto()
    """The sequence."""


@frozen
class Sent:
    """What became of a text."""

    said: str
    """What is known of it: that the text has arrived never is."""
    sequence: str = ""
    """What is still to be written to the terminal."""


class TerminalClipboard:
    """The clipboard of the terminal that an environment tells of."""

    def __init__(self, environ: Mapping[str, str], *, may_run: bool = True) -> None:
        """Without `may_run` no program is started, not even tmux."""
        self._route = route(environ, may_run=may_run)

    def send(self, text: str) -> Sent | None:
        """Send a text on its way; `None` where there is none for it."""
        if self._route is Route.TMUX and _load_into_tmux(text):
            return Sent("in tmux's buffer, and beyond if its set-clipboard allows")
        if self._route is None or len(text.encode(errors="replace")) > LONGEST:
            return None
        sequence = sequence_for(text)
        wrapped = _wrapped(sequence) if self._route is Route.SCREEN else sequence
        return Sent("sent to the terminal's clipboard, which does not answer", wrapped)


def route(environ: Mapping[str, str], *, may_run: bool = True) -> Route | None:
    """The way to the clipboard from here; `None` where there is none."""
    if environ.get("TMUX") and may_run and _has_tmux(environ):
        return Route.TMUX
    term = environ.get("TERM", "")
    if term.partition("-")[0] in _WITHOUT or environ.get("TERM_PROGRAM") == "Apple_Terminal":
        return None
    return Route.SCREEN if environ.get("STY") else Route.TERMINAL


def sequence_for(text: str) -> str:
    """The sequence that sets the clipboard.

    It ends in BEL, which every terminal takes, and which does not end the string that it is
    wrapped in.
    """
    from base64 import b64encode  # noqa: PLC0415 - when something is copied

    return f"\x1b]52;c;{b64encode(text.encode(errors='replace')).decode('ascii')}\a"


def _wrapped(sequence: str) -> str:
    """A sequence in pieces that GNU screen passes on one after another."""
    starts = range(0, len(sequence), _PIECE)
    return "".join(f"\x1bP{sequence[start : start + _PIECE]}\x1b\\" for start in starts)


def _has_tmux(environ: Mapping[str, str]) -> bool:
    import shutil  # noqa: PLC0415 - when something is copied, not when the first frame is drawn

    return shutil.which("tmux", path=environ.get("PATH")) is not None


def _load_into_tmux(text: str) -> bool:
    """Whether tmux has taken the text; it is older than `-w` (3.2), or gone, where it has not."""
    import subprocess  # noqa: PLC0415 - likewise

    command = ["tmux", "load-buffer", "-w", "-"]
    given = text.encode(errors="replace")
    try:
        run = subprocess.run(  # noqa: S603 - nothing of the text is in the command
            command, input=given, capture_output=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return run.returncode == 0

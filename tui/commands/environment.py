"""The environment variables that a restricted session keeps."""

from collections.abc import MutableMapping

_KEPT = frozenset(
    {
        "ACCESSIBLE",
        "BRIEFING_ASCII",
        "BRIEFING_COLORS",
        "BRIEFING_MAX_MARKING",
        "COLORTERM",
        "FORCE_COLOR",
        "HOME",
        "LANG",
        "NO_COLOR",
        "TERM",
        "TZ",
    }
)
"""What the terminal shows, how its owner reads it, where the account's own files lie, and how
dates are written."""

_KEPT_BEGINNINGS = ("LC_", "SSH_")


def prune(environ: MutableMapping[str, str]) -> None:
    """Delete all variables but those that say what the reader's terminal can show.

    What is dropped would choose a program to run (`BROWSER`, `PAGER`), another place to read or
    write (`BRIEFING_PATH`, `TMUX`, `XDG_STATE_HOME`), or how a library behaves (`TEXTUAL_*`).
    """
    for name in list(environ):
        if name not in _KEPT and not name.startswith(_KEPT_BEGINNINGS):
            del environ[name]

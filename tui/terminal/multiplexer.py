"""Detects tmux or GNU screen between the program and the terminal."""

import subprocess
from collections.abc import Mapping
from typing import NamedTuple

_PATIENCE = 1.0
"""Seconds: tmux replies within milliseconds, unless its server is gone."""

_FORMATS = {
    "version": "#{version}",
    "set-clipboard": "#{set-clipboard}",
    "allow-passthrough": "#{allow-passthrough}",
    "terminal": "#{client_termname}",
    "features": "#{client_termfeatures}",
}


class Multiplexer(NamedTuple):
    """A terminal multiplexer."""

    name: str
    """`tmux`, `screen`, or empty."""
    reported: Mapping[str, str]
    """What tmux reports: `version`, the options `set-clipboard` and `allow-passthrough`, and the
    `terminal` in which it runs with its `features`. Empty if it does not reply."""


def multiplexer(environ: Mapping[str, str]) -> Multiplexer:
    """Detect the multiplexer from the environment, and query tmux."""
    if environ.get("STY"):
        return Multiplexer("screen", {})
    if environ.get("TMUX"):
        return Multiplexer("tmux", _query_tmux())
    if environ.get("TERM", "").startswith("tmux"):
        return Multiplexer("tmux", {})  # at the other end of an ssh session
    return Multiplexer("", {})


def _query_tmux() -> dict[str, str]:
    command = ["tmux", "display-message", "-p", "\t".join(_FORMATS.values())]
    try:
        ran = subprocess.run(  # noqa: S603 - a constant command
            command,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_PATIENCE,
            check=True,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return {}
    values = ran.stdout.rstrip("\n").split("\t")
    return dict(zip(_FORMATS, values, strict=True)) if len(values) == len(_FORMATS) else {}

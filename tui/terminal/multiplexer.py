"""tmux or GNU screen between a program and the terminal."""

import subprocess
from collections.abc import Mapping
from typing import NamedTuple

_PATIENCE = 1.0
"""Seconds: tmux answers within a few milliseconds, or its server is gone."""

_QUESTIONS = {
    "version": "#{version}",
    "set-clipboard": "#{set-clipboard}",
    "allow-passthrough": "#{allow-passthrough}",
    "terminal": "#{client_termname}",
    "features": "#{client_termfeatures}",
}


class Multiplexer(NamedTuple):
    """What stands between."""

    name: str
    """`tmux`, `screen`, or nothing."""
    told: Mapping[str, str]
    """What tmux says of itself: `version`, its options `set-clipboard` and `allow-passthrough`,
    and the `terminal` that it runs in with its `features`; empty if it does not answer."""


def multiplexer(environ: Mapping[str, str]) -> Multiplexer:
    """The multiplexer that an environment tells of, asked what it lets through."""
    if environ.get("STY"):
        return Multiplexer("screen", {})
    if environ.get("TMUX"):
        return Multiplexer("tmux", _asked())
    if environ.get("TERM", "").startswith("tmux"):
        return Multiplexer("tmux", {})  # at the other end of an ssh session
    return Multiplexer("", {})


def _asked() -> dict[str, str]:
    command = ["tmux", "display-message", "-p", "\t".join(_QUESTIONS.values())]
    try:
        ran = subprocess.run(  # noqa: S603 - nothing in it comes from outside
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
    answers = ran.stdout.rstrip("\n").split("\t")
    return dict(zip(_QUESTIONS, answers, strict=True)) if len(answers) == len(_QUESTIONS) else {}

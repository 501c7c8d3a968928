"""Report what your terminal and connection can do, why, and what to change.

The terminal is asked for its name, its background and its speed, which takes a second at most.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from tui.commands import output
from tui.commands.diagnosis import Examination, UserKeys, findings, remedies
from tui.commands.exit import Exit
from tui.commands.options import add_colors
from tui.library.folders import state_folder
from tui.terminal.background import hinted_background
from tui.terminal.capabilities import (
    COLORS_VARIABLE,
    Capabilities,
    colour_depth,
    detect,
    environment,
    locale,
)
from tui.terminal.clipboard import route
from tui.terminal.multiplexer import multiplexer
from tui.terminal.probe import BACKGROUND_COLOUR, NAME, SYNCHRONIZED, ProbeResult, run_probes
from tui.text.cells import wrap
from tui.text.clean import clean

_HEADING = 12
"""The width of the column of headings, in cells."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add_colors(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Examine the terminal and report."""
    output.write(report(_examine(environment(os.environ), arguments.colors)), sys.stdout)
    return Exit.OK


def report(found: Examination) -> Iterator[str]:
    """What was found out, in lines of at most 80 cells."""
    for heading, text in findings(found):
        yield from _hanging(heading, clean(text))
    changes = list(remedies(found))
    yield ""
    yield "To change" if changes else "Nothing to change."
    for remedy in changes:
        yield ""
        yield from _hanging("", clean(remedy.why), indent=2)
        yield f"      {clean(remedy.line)}"


def _hanging(heading: str, text: str, indent: int = _HEADING) -> Iterator[str]:
    lines = [text[start:end] for start, end in wrap(text, 80 - indent)]
    for number, line in enumerate(lines):
        yield f"{'' if number else heading:{indent}}{line}"


def _examine(environ: Mapping[str, str], colors: str) -> Examination:
    capabilities = detect(environ, colors=colors)
    probe, size = _ask(environ, capabilities)
    folder = state_folder()
    return Examination(
        ssh=environ.get("SSH_CONNECTION", "").split(" ")[0],
        multiplexer=multiplexer(environ),
        term=environ.get("TERM", ""),
        size=size,
        capabilities=capabilities,
        colours=colour_depth(environ, colors=colors),
        asked_colours=environ.get(COLORS_VARIABLE, ""),
        locale=locale(environ),
        hint=hinted_background(environ),
        probe=probe,
        route=route(environ),
        state=str(folder),
        state_problem=_write_problem(folder),
        keys=_user_keys(),
    )


def _ask(
    environ: Mapping[str, str], capabilities: Capabilities
) -> tuple[ProbeResult | None, tuple[int, int] | None]:
    """Ask the terminal what is safe to ask: its answers, and its size in columns and rows."""
    try:
        handle = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except OSError:
        return None, None
    try:
        # A terminal that knows links ignores the queries that it does not know.
        queries = (BACKGROUND_COLOUR, NAME, SYNCHRONIZED) if capabilities.has_links else ()
        is_named = environ.get("TERM", "dumb") not in {"", "dumb"}
        probe = run_probes(handle, queries) if is_named else ProbeResult({}, None)
        columns, rows = os.get_terminal_size(handle)
    finally:
        os.close(handle)
    return probe, (columns, rows) if columns and rows else None


def _write_problem(folder: Path) -> str:
    """Why nothing can be written in a folder, or in the nearest one that exists."""
    nearest = next(path for path in (folder, *folder.parents) if path.exists())
    if not nearest.is_dir():
        return f"{nearest} is no folder"
    return "" if os.access(nearest, os.W_OK | os.X_OK) else f"{nearest} cannot be written"


def _user_keys() -> UserKeys:
    from tui.app.key_file import read_key_file  # noqa: PLC0415 - imports the screen

    found = read_key_file()
    return UserKeys(found.name, len(found.keys.changed), found.keys.problem)

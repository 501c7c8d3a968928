"""Say what the line to you can do, why, and what to change.

The terminal is asked what it is, for a second at most, and the bytes that keys send are
measured with FILE, else with the first of the briefings that `briefing` opens. Where there is
no terminal, what cannot be known is said to be so.
"""

import argparse
import contextlib
import json
import os
import platform
import sys
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path

from tui import __version__
from tui.commands import output
from tui.commands.diagnosis import Examination, OwnKeys, as_json, remedies, told
from tui.commands.exit import Exit
from tui.commands.open import default_path
from tui.commands.options import add_colors, add_root
from tui.commands.reading import read
from tui.diagnostics import reason
from tui.library.briefing_library import BriefingLibrary
from tui.library.folders import state_folder
from tui.load import load_document
from tui.model.document import Document
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
from tui.text.spelling import in_ascii

WITHOUT_TERMINAL = (80, 24)
"""The size to measure at where there is none."""

_HEADING = 12
"""Cells."""

_PACKAGES = ("textual", "rich", "PyYAML", "wcwidth")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add = parser.add_argument
    add("file", nargs="?", metavar="FILE", help="a briefing to measure with")
    add("--format", choices=("text", "json"), default="text", help="how to say it (default: text)")
    add_colors(parser)
    add_root(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Examine the line, and say what there is to say."""
    try:
        document = _document(arguments.file, arguments.root)
    except OSError as error:
        output.say(f"{arguments.file}: {reason(error)}")
        return Exit.INVALID
    examined = examine(environment(os.environ), document, colors=arguments.colors)
    if arguments.format == "json":
        text = json.dumps(as_json(examined), ensure_ascii=False, indent=2)
        output.write([clean(text)], sys.stdout, output.JSON_ESCAPES)
        return Exit.OK
    lines = report(examined)
    is_poor = sys.stdout.isatty() and not examined.capabilities.unicode
    output.write(map(in_ascii, lines) if is_poor else lines, sys.stdout)
    return Exit.OK


def examine(environ: Mapping[str, str], document: Document | None, *, colors: str) -> Examination:
    """Find out what there is to know; `document` is what to measure with."""
    capabilities = detect(environ, colors=colors)
    answers, size = _ask(environ, capabilities)
    measured_at = size or WITHOUT_TERMINAL
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
        interview=answers,
        route=route(environ),
        sent=_measure(document, capabilities, measured_at),
        measured_at=measured_at,
        state=str(folder),
        state_problem=_write_problem(folder),
        keys=_keys(),
        versions=_versions(),
    )


def report(examined: Examination) -> Iterator[str]:
    """What was found out, in lines of no more than 80 cells."""
    for heading, text in told(examined):
        yield from _hanging(clean(heading), clean(text))
    wanted = list(remedies(examined))
    yield ""
    yield "To change" if wanted else "Nothing to change."
    for remedy in wanted:
        yield ""
        yield from _hanging("", clean(remedy.why), indent=2)
        yield from (f"      {clean(line)}" for line in remedy.lines)


def _hanging(heading: str, text: str, indent: int = _HEADING) -> Iterator[str]:
    lines = [text[start:end] for start, end in wrap(text, 80 - indent)]
    for number, line in enumerate(lines):
        yield f"{'' if number else heading:{indent}}{line}"


def _document(named: str | None, roots: list[Path]) -> Document | None:
    """What to measure with; raises `OSError` where it was named and cannot be read."""
    if named is not None:
        return read(named, roots)
    path = default_path()
    with contextlib.suppress(OSError):
        if not path.is_dir():
            return load_document(path)
        shelf = BriefingLibrary(path, load_document)
        return shelf.open(shelf.files[0]) if shelf.files else None
    return None


def _ask(
    environ: Mapping[str, str], capabilities: Capabilities
) -> tuple[ProbeResult | None, tuple[int, int] | None]:
    """Ask the terminal what is safe to ask; its answers and its size, if there is one."""
    try:
        handle = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except OSError:
        return None, None
    try:
        # Who ignores links without a trace does so with other commands of a terminal of today.
        rich = (BACKGROUND_COLOUR, NAME, SYNCHRONIZED) if capabilities.has_links else ()
        is_named = environ.get("TERM", "dumb") not in {"", "dumb"}
        answers = run_probes(handle, rich) if is_named else ProbeResult({}, None)
        columns, rows = os.get_terminal_size(handle)
    finally:
        os.close(handle)
    return answers, (columns, rows) if columns and rows else None


def _measure(
    document: Document | None, capabilities: Capabilities, size: tuple[int, int]
) -> dict[str, int]:
    if document is None:
        return {}
    from tui.app.measure import bytes_sent  # noqa: PLC0415 - the screen, for nobody else

    return bytes_sent(document, capabilities, size)


def _write_problem(folder: Path) -> str:
    """Why nothing can be written in a folder, or be made where there is none yet."""
    nearest = next(path for path in (folder, *folder.parents) if path.exists())
    if not nearest.is_dir():
        return f"{nearest} is no folder"
    return "" if os.access(nearest, os.W_OK | os.X_OK) else f"{nearest} cannot be written"


def _keys() -> OwnKeys:
    from tui.app.keyboard.user_bindings import read_user_file  # noqa: PLC0415 - the screen, for nobody else

    found = read_user_file()
    keys = found.bindings
    return OwnKeys(found.name, len(found.changed), keys.said, keys.told("screen.theme"))


def _versions() -> dict[str, str]:
    found = {"briefing": __version__, "Python": platform.python_version()}
    for name in _PACKAGES:
        with contextlib.suppress(metadata.PackageNotFoundError):
            found[name] = metadata.version(name)
    return found

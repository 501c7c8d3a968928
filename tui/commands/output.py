"""What an output can show: its width, its colours and its characters."""

import codecs
import os
import sys
from collections.abc import Iterable
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

from tui.render.paragraphs import MEASURE
from tui.render.printout import PageSetup
from tui.terminal.capabilities import environment, has_unicode
from tui.text.clean import clean
from tui.text.spelling import in_ascii

if TYPE_CHECKING:
    import argparse

COLORS = ("auto", "always", "never")

READABLE = "readable"
JSON_ESCAPES = "json-escapes"
"""Names of handlers (`codecs.register_error`) of characters that an output cannot encode."""


def add_color(parser: "argparse.ArgumentParser") -> None:
    """Declare `--color`, which `page` takes."""
    parser.add_argument(
        "--color", choices=COLORS, default="auto", help="use colours (default: auto)"
    )


def page(output: TextIO, width: int | None, color: str) -> PageSetup:
    """The page that an output is.

    Without a width it is that of the terminal, but no wider than prose is set, and 80 columns
    elsewhere. The colour `auto` follows NO_COLOR, FORCE_COLOR and TERM.
    """
    import shutil  # noqa: PLC0415 - it brings what packs files, and the screen needs none of it

    columns = shutil.get_terminal_size().columns if output.isatty() else MEASURE
    return PageSetup(
        width or min(columns, MEASURE), color == "always" or _has_colors(output, color)
    )


def write(lines: Iterable[str], output: TextIO, errors: str = READABLE) -> None:
    """Write lines as they come; `errors` names the handler of what the output cannot encode.

    A terminal gets ASCII where its locale has no more, as the screen does. A pipe gets UTF-8 even
    so, as Python has it (PEP 540): what comes out is as good as what went in.
    """
    if isinstance(output, TextIOWrapper):
        is_poor = output.isatty() and not has_unicode(environment(os.environ))
        output.reconfigure(encoding="ascii" if is_poor else None, errors=errors)
    for line in lines:
        output.write(f"{line}\n")


def say(message: str, *more: str) -> None:
    """Tell on standard error, under the program's name, what went wrong; texts are cleaned."""
    write([clean(each) for each in (f"briefing: {message}", *more)], sys.stderr)


def _has_colors(output: TextIO, color: str) -> bool:
    if color == "never" or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in {"", "0"}:
        return True
    return output.isatty() and os.environ.get("TERM", "dumb") != "dumb"


def _spelled(error: UnicodeError) -> tuple[str, int]:
    """Characters in ASCII."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return in_ascii(error.object[error.start : error.end]), error.end


def _escaped(error: UnicodeError) -> tuple[str, int]:
    """Characters as JSON escapes them, those beyond U+FFFF as a pair."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4)), error.end


codecs.register_error(READABLE, _spelled)
codecs.register_error(JSON_ESCAPES, _escaped)

"""Printing: what an output can show, and blocks, briefings and JSON on standard output."""

import codecs
import os
import sys
from collections.abc import Iterable
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

from tui.render import Format, render
from tui.render.paragraphs import MEASURE
from tui.render.printout import PageSetup
from tui.terminal.capabilities import environment, has_unicode
from tui.text.clean import clean
from tui.text.spelling import in_ascii

if TYPE_CHECKING:
    from tui.blocks import Block
    from tui.render.printout import Printout

READABLE = "readable"
JSON_ESCAPES = "json-escapes"
"""Names of handlers (`codecs.register_error`) for characters that an output cannot encode."""

_UNENCODABLE = {"html": "xmlcharrefreplace", "json": JSON_ESCAPES}
"""The handler of each format that has one of its own."""


def print_briefing(printout: "Printout", format: Format, width: int | None, color: str) -> None:
    """Print a briefing on standard output."""
    lines = render(format, printout, page(sys.stdout, width, color))
    write(lines, sys.stdout, _UNENCODABLE.get(format, READABLE))


def print_blocks(
    blocks: "Iterable[Block]", format: str = "text", width: int | None = None, color: str = "auto"
) -> None:
    """Print blocks on standard output, as `text` or `markdown`."""
    from tui.render import markdown, text  # noqa: PLC0415 - not to print a whole briefing

    if format == "markdown":
        write(markdown.lines(blocks), sys.stdout)
    else:
        write(text.lines(blocks, page(sys.stdout, width, color)), sys.stdout)


def print_json(value: object) -> None:
    """Print a value as indented JSON on standard output, in ASCII."""
    import json  # noqa: PLC0415 - not for the screen

    write([json.dumps(value, indent=2).replace("\x7f", "\\u007f")], sys.stdout)


def page(output: TextIO, width: int | None, color: str) -> PageSetup:
    """The width of an output in columns, and whether it shows colours.

    Args:
        output: Where to print.
        width: In columns; `None` for that of the terminal, at most `MEASURE`, or `MEASURE`
            if the output is no terminal.
        color: `always`, `never`, or `auto`, which follows NO_COLOR, FORCE_COLOR and TERM.
    """
    import shutil  # noqa: PLC0415 - it imports what packs files, which the screen never needs

    columns = shutil.get_terminal_size().columns if output.isatty() else MEASURE
    return PageSetup(width or min(columns, MEASURE), has_colors(output, color))


def write(lines: Iterable[str], output: TextIO, errors: str = READABLE) -> None:
    """Write lines as they come; `errors` names the handler of what the output cannot encode.

    A terminal whose locale has only ASCII gets ASCII, as on the screen. A pipe gets UTF-8 even in
    the C locale (PEP 540).
    """
    if isinstance(output, TextIOWrapper):
        is_poor = output.isatty() and not has_unicode(environment(os.environ))
        output.reconfigure(encoding="ascii" if is_poor else None, errors=errors)
    for line in lines:
        output.write(f"{line}\n")


def say(message: str, *more: str) -> None:
    """Write a message on standard error, after the program's name; control characters go."""
    write([clean(each) for each in (f"briefing: {message}", *more)], sys.stderr)


def has_colors(output: TextIO, color: str) -> bool:
    """Whether an output shows colours; for `color` see `page`."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in {"", "0"}:
        return True
    return output.isatty() and os.environ.get("TERM", "dumb") != "dumb"


def _spelled(error: UnicodeError) -> tuple[str, int]:
    """Spell characters in ASCII."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return in_ascii(error.object[error.start : error.end]), error.end


def _escaped(error: UnicodeError) -> tuple[str, int]:
    """Escape characters as JSON does, those beyond U+FFFF as a surrogate pair."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4)), error.end


codecs.register_error(READABLE, _spelled)
codecs.register_error(JSON_ESCAPES, _escaped)

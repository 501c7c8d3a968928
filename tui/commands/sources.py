"""Print the sources of a briefing as a table: which copies are held, and what is made of each.

FILE is a briefing file; - is standard input, and its sources are looked for in --root alone.
The copy of a source is held or not, and pinned, changed since it was pinned, or neither. What
is covered is the share of its words that excerpts and their cues hold, boilerplate aside, and
in brackets that of what the briefing leaves out for a reason. The grade is the Admiralty code's.
"""

import argparse
import importlib
import json
import sys
from collections.abc import Iterator

from tui.blocks import Block, Heading, Paragraph, Run, Style, runs
from tui.commands import output
from tui.commands.clearance_option import add_clearance, clearance
from tui.commands.exit import Exit
from tui.commands.page_options import add_page
from tui.commands.reading import add_root, read
from tui.commands.show import is_readable
from tui.diagnostics import reason
from tui.model.document import Document, Policy
from tui.model.projection import project
from tui.panes import SOURCES, excerpts
from tui.panes.header import header, restriction
from tui.panes.source_table import standings, table
from tui.places import Options
from tui.render import FORMATS
from tui.render.printout import Printout


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add = parser.add_argument
    add("file", metavar="FILE", help="a briefing file, or - for standard input")
    add("--format", choices=FORMATS, default="text", help="what to print (default: text)")
    add_clearance(parser)
    add_page(parser)
    add_root(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Print the sources of the briefing that is asked for."""
    try:
        policy = Policy(clearance(arguments))
        document = project(read(arguments.file, arguments.root), policy)
    except OSError as error:
        output.say(f"{arguments.file}: {reason(error)}")
        return Exit.INVALID
    if not is_readable(document):
        return Exit.INVALID
    if arguments.format == "json":
        output.write([_json(document)], sys.stdout)
        return Exit.OK
    form = FORMATS[arguments.format]
    page = output.page(sys.stdout, arguments.width, arguments.color)
    lines = importlib.import_module(form.module).render(_printout(document), page)
    output.write(lines, sys.stdout, form.unencodable)
    return Exit.OK


def _printout(document: Document) -> Printout:
    return Printout(
        document=document,
        header=(*header(document, Options()), *restriction(document)),
        body=_blocks(document),
        card=lambda excerpt: excerpts.card(document, excerpt),
        whole=False,
        sources=(),
    )


def _blocks(document: Document) -> Iterator[Block]:
    yield Heading(text=runs(SOURCES.title), level=1)
    found = standings(document)
    if found:
        yield table(found)
    else:
        yield Paragraph(text=runs(Run("The briefing names no source.", Style.MUTED)))


def _json(document: Document) -> str:
    """An array of objects, one for each source."""
    found = [each._asdict() for each in standings(document)]
    return json.dumps(found, indent=2).replace("\x7f", "\\u007f")

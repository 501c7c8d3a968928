"""Print the sources of a briefing as a table: local copies, pins and coverage.

FILE is a briefing file, or - for standard input, whose sources are looked for in --root alone.
The table shows for each source whether a local copy is held, whether it is pinned by its hash and
has changed since, and its grade by the Admiralty code. Coverage is the share of the source's words
that excerpts and their cues quote, boilerplate aside; in brackets the share that the briefing
leaves out for a stated reason.
"""

import argparse
from collections.abc import Iterator

from tui.blocks import Block, Heading, Paragraph, Run, Style, runs
from tui.commands import output
from tui.commands.exit import Exit
from tui.commands.options import add_print_options, clearance
from tui.commands.reading import read_or_fail
from tui.commands.show import is_readable, printout
from tui.model.document import Document, Policy
from tui.model.projection import project
from tui.panes import SOURCES
from tui.panes.source_table import summaries, table
from tui.render import FORMATS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add = parser.add_argument
    add("file", metavar="FILE", help="a briefing file, or - for standard input")
    add("--format", choices=FORMATS, default="text", help="output format (default: text)")
    add_print_options(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Print the table of sources."""
    document = read_or_fail(arguments.file, arguments.root)
    document = project(document, Policy(clearance(arguments)))
    if not is_readable(document):
        return Exit.INVALID
    if arguments.format == "json":
        output.print_json([each._asdict() for each in summaries(document)])
    else:
        shown = printout(document, _blocks(document))
        output.print_briefing(shown, arguments.format, arguments.width, arguments.color)
    return Exit.OK


def _blocks(document: Document) -> Iterator[Block]:
    yield Heading(text=runs(SOURCES.title), level=1)
    found = summaries(document)
    if found:
        yield table(found)
    else:
        yield Paragraph(text=runs(Run("The briefing names no source.", Style.MUTED)))

"""Print the JSON Schema of the format.

The schema (draft 2020-12) is generated from the declarations that the program itself reads by, and
serves editors and other programs. --tables prints the same fields as Markdown tables, as in the
author's manual.
"""

import argparse
import sys

from tui.commands import output
from tui.commands.exit import Exit


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("--tables", action="store_true", help="print tables of the fields instead")


def run(arguments: argparse.Namespace) -> Exit:
    """Print the schema, or the tables."""
    if arguments.tables:
        from tui.render import manual  # noqa: PLC0415 - only one of the two

        output.write([manual.fields().rstrip("\n")], sys.stdout)
    else:
        from tui.render import json_schema  # noqa: PLC0415 - only one of the two

        output.write([json_schema.render().rstrip("\n")], sys.stdout, output.JSON_ESCAPES)
    return Exit.OK

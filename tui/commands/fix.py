"""Correct in briefings what needs no judgment, and leave everything else as it is.

FILE is a briefing file, or a folder: all *.yaml and *.yml files in it and below, except hidden
ones. These are corrected: an excerpt that differs from its source only in quotation marks, dashes,
spaces or composed characters; an excerpt that occurs more than once, if every place but one would
be an error; a folded block of words that are verified; TLP:WHITE, and the case and spacing of a
marking. --pin adds the hash of the local copy to sources without one, if no excerpt contradicts the
copy. An existing pin is never changed.

Comments and layout are kept. A file is written completely or not at all, and only if the change
causes no new problem. --diff shows the changes and writes nothing.

The exit status is 1 if an error or a warning is left in the files.
"""

import argparse
import difflib
import sys
from collections.abc import Iterator
from pathlib import Path

from tui.commands import output
from tui.commands.exit import CommandError, Exit
from tui.commands.options import add_color, add_root
from tui.commands.reading import STANDARD_INPUT, expanded
from tui.diagnostics import Severity, reason
from tui.library.persistence import write_atomically
from tui.load import load_text
from tui.load.fixes import Fix
from tui.load.fixing import FixResult, fix
from tui.load.hygiene import LARGEST
from tui.model.document import Document
from tui.render.report import Tally
from tui.text.clean import clean

_COLORS = {"-": "31", "+": "32", "@": "36"}
"""SGR parameters of ECMA-48, by the first character of a line of a diff."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add = parser.add_argument
    add("files", nargs="+", metavar="FILE", help="a briefing, or a folder of them")
    add("--diff", action="store_true", help="show the changes, and write nothing")
    add("--pin", action="store_true", help="pin local copies of sources that are not pinned")
    add_color(parser)
    add_root(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Correct the files, or show the changes."""
    if STANDARD_INPUT in arguments.files:
        raise CommandError("standard input cannot be corrected in place; name a FILE", Exit.USAGE)
    failures: list[str] = []
    left = Tally()
    for file in expanded(arguments.files, failures.append):
        try:
            document = _fix_file(file, arguments)
        except OSError as error:
            failures.append(f"{file}: {reason(error)}")
        else:
            left.add(document)
    for each in failures:
        output.say(each)
    wrong = left.problems[Severity.ERROR] or left.problems[Severity.WARNING]
    return Exit.INVALID if wrong or failures else Exit.OK


def _fix_file(file: str, arguments: argparse.Namespace) -> Document:
    """Correct one file, or show the changes; return the document that the file then holds."""
    path = Path(file)
    with path.open("rb") as opened:
        data = opened.read(LARGEST + 1)

    def load(changed: bytes) -> Document:
        return load_text(changed, file, folder=path.parent, roots=arguments.root)

    fixed = fix(data, load, pin=arguments.pin)
    if arguments.diff:
        color = output.has_colors(sys.stdout, arguments.color)
        before = load(data)
        output.write(_diff(before, fixed.document, color=color), sys.stdout)
        output.write(_report(fixed, "would be fixed"), sys.stderr)
        return before
    if fixed.done:
        if path.read_bytes() != data:
            raise OSError("another program has changed the file meanwhile; nothing is written")
        write_atomically(path, fixed.data, keeps_metadata=True)
    output.write(_report(fixed, "fixed"), sys.stdout)
    return fixed.document


def _report(fixed: FixResult, verb: str) -> Iterator[str]:
    """Yield a line for each fix, and one with the counts of fixes and of problems left."""
    name = fixed.document.name
    for each in fixed.done:
        yield clean(f"{_place(name, each)}: {each.description}")
    for each in fixed.refused:
        yield clean(f"{_place(name, each)}: left, because fixing it would cause a new problem")
    left = Tally()
    left.add(fixed.document)
    yield clean(f"{name}: {len(fixed.done) or 'nothing'} {verb}; left: {left.problem_summary()}")


def _place(name: str, fix: Fix) -> str:
    return f"{name}:{fix.span.line}:{fix.span.column} {fix.code}".rstrip()


def _diff(before: Document, after: Document, *, color: bool) -> Iterator[str]:
    """Yield a unified diff of the two texts."""
    lines = difflib.unified_diff(
        before.text.split("\n"), after.text.split("\n"), before.name, after.name, lineterm=""
    )
    for number, line in enumerate(lines):
        tint = _COLORS.get(line[:1]) if number > 1 else "1"
        shown = clean(line)
        yield f"\x1b[{tint}m{shown}\x1b[0m" if color and tint else shown

"""Mend in briefings what can be mended without judgment, and leave all else as it is.

FILE is a briefing file, or a folder (all *.yaml and *.yml in it and below, hidden ones aside).
These are mended: an excerpt that differs from its source in quotation marks, dashes, spaces or
composed characters; one that stands more than once where all places but one would be an error;
a folded block of words that are proved; TLP:WHITE, and the case and spaces of a marking. With
--pin a source whose copy is held, and lacks nothing that was taken from it, is pinned to it. A
pin that is there is never changed.

Comments and layout stay. A file is written whole or not at all, and only where that makes
nothing in it worse. --diff shows what would be written, and writes nothing. The exit status is
0 where no error and no warning is left in the files, else 1.
"""

import argparse
import difflib
import sys
from collections.abc import Iterator
from pathlib import Path

from tui.commands import output
from tui.commands.exit import Exit
from tui.commands.reading import STANDARD_INPUT, add_root, expanded
from tui.diagnostics import Severity, reason
from tui.library.state import replace
from tui.load import load_text
from tui.load.fixes import Fix
from tui.load.fixing import FixResult, fix
from tui.load.hygiene import LARGEST
from tui.model.document import Document
from tui.render.report import Tally
from tui.text.clean import clean

_COLORS = {"-": "31", "+": "32", "@": "36"}
"""SGR parameters of ECMA-48, by the sign that a line of a diff begins with."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add = parser.add_argument
    add("files", nargs="+", metavar="FILE", help="a briefing, or a folder of them")
    add("--diff", action="store_true", help="show what would be written, and write nothing")
    add("--pin", action="store_true", help="pin the copies of sources that are not pinned")
    output.add_color(parser)
    add_root(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Mend the files, or show how."""
    if STANDARD_INPUT in arguments.files:
        output.say("standard input cannot be mended in place; name a FILE")
        return Exit.USAGE
    failures: list[str] = []
    left = Tally()
    for file in expanded(arguments.files, failures.append):
        try:
            document = _mend(file, arguments)
        except OSError as error:
            failures.append(f"{file}: {reason(error)}")
        else:
            left.add(document)
    for each in failures:
        output.say(each)
    wrong = left.problems[Severity.ERROR] or left.problems[Severity.WARNING]
    return Exit.INVALID if wrong or failures else Exit.OK


def _mend(file: str, arguments: argparse.Namespace) -> Document:
    """Mend one file, or show how, and say so; the document as it stands in the file then."""
    path = Path(file)
    with path.open("rb") as opened:
        data = opened.read(LARGEST + 1)

    def load(changed: bytes) -> Document:
        return load_text(changed, file, folder=path.parent, roots=arguments.root)

    fixed = fix(data, load, pin=arguments.pin)
    if arguments.diff:
        color = output.page(sys.stdout, None, arguments.color).color
        before = load(data)
        output.write(_diff(before, fixed.document, color=color), sys.stdout)
        output.write(_told(fixed, "would be mended"), sys.stderr)
        return before
    if fixed.done:
        if path.read_bytes() != data:
            raise OSError("it was changed by another program meanwhile; nothing is written")
        replace(path, fixed.data, alike=True)
    output.write(_told(fixed, "mended"), sys.stdout)
    return fixed.document


def _told(fixed: FixResult, how: str) -> Iterator[str]:
    """A line for each mend, and one on how much is left."""
    name = fixed.document.name
    for each in fixed.done:
        yield clean(f"{_place(name, each)}: {each.told}")
    for each in fixed.refused:
        yield clean(f"{_place(name, each)}: left, since to mend it makes something else wrong")
    left = Tally()
    left.add(fixed.document)
    yield clean(f"{name}: {len(fixed.done) or 'nothing'} {how}; left: {left.problem_summary()}")


def _place(name: str, fix: Fix) -> str:
    return f"{name}:{fix.span.line}:{fix.span.column} {fix.code}".rstrip()


def _diff(before: Document, after: Document, *, color: bool) -> Iterator[str]:
    """A unified diff of two texts of a file."""
    lines = difflib.unified_diff(
        before.text.split("\n"), after.text.split("\n"), before.name, after.name, lineterm=""
    )
    for number, line in enumerate(lines):
        tint = _COLORS.get(line[:1]) if number > 1 else "1"
        shown = clean(line)
        yield f"\x1b[{tint}m{shown}\x1b[0m" if color and tint else shown

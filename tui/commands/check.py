"""Report every problem in briefings, with line and column.

FILE is a briefing file, a folder (all *.yaml and *.yml files in it and below, except hidden ones),
or - for standard input, whose sources are looked for in --root alone.

Formats: `full` shows the line of each problem with a caret, `concise` has one line for each
problem, `json` is an object, and `github` makes annotations of GitHub Actions.

--explain describes a rule, with a wrong and a right example.

The exit status is 1 if a file has an error (with --strict: an error or a warning), or cannot be
read.
"""

import argparse
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.checks.manual import manual_entries
from tui.checks.registry import RULES
from tui.checks.rule import Rule
from tui.commands import output
from tui.commands.exit import CommandError, Exit
from tui.commands.options import add_clearance, add_color, add_root, clearance
from tui.commands.progress import Progress
from tui.commands.reading import expanded, read
from tui.diagnostics import Severity, reason
from tui.model.document import Document, Policy
from tui.model.projection import project
from tui.render.paragraphs import MEASURE
from tui.render.report import FORMATS, Tally
from tui.text.cells import wrap
from tui.text.clean import clean
from tui.text.nearest import nearest


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add = parser.add_argument
    add("files", nargs="*", metavar="FILE", help="a briefing, a folder of them, or -")
    add("--format", choices=FORMATS, default="full", help="output format (default: full)")
    add("--strict", action="store_true", help="treat warnings as errors")
    add("--explain", metavar="ID", help="describe a rule")
    add_clearance(parser)
    add_color(parser)
    add_root(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Check the files, or explain a rule."""
    if arguments.explain is not None:
        return _explain(arguments.explain)
    if not arguments.files:
        raise CommandError("name a FILE to check, or a rule with --explain ID", Exit.USAGE)
    checking = _Checking(arguments)
    color = output.has_colors(sys.stdout, arguments.color)
    on_screen = sys.stdout.isatty()
    with checking.progress:
        for line in FORMATS[arguments.format](checking.documents(), color=color):
            if on_screen:
                checking.progress.erase()
            output.write([line], sys.stdout)
    tally = checking.tally
    if tally.documents and arguments.format == "full":
        output.write([tally.summary()], sys.stdout)
    elif tally.documents and sys.stderr.isatty():
        output.write([tally.summary()], sys.stderr)
    counting = (Severity.ERROR, Severity.WARNING) if arguments.strict else (Severity.ERROR,)
    wrong = any(tally.problems[severity] for severity in counting)
    return Exit.INVALID if wrong or checking.failed or not tally.documents else Exit.OK


def explained(rule: Rule) -> str:
    """The manual text of a rule, with a wrong and a right example."""
    severity = f"{rule.severity}, {rule.draft} in a draft" if rule.draft else f"{rule.severity}"
    entry = manual_entries()[rule.id]
    parts = (
        f"{rule.id} ({severity}; {rule.family})",
        _wrapped(entry.manual),
        f"Wrong:\n\n{_indented(entry.wrong)}",
        f"Right:\n\n{_indented(entry.right)}",
    )
    return clean("\n\n".join(parts))


class _Checking:
    """Reads briefings one after another, keeping none, and counts their problems."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.tally = Tally()
        self.failed = False
        """Whether a file could not be read."""
        self._roots: Sequence[Path] = arguments.root
        self._policy = Policy(clearance(arguments))
        self.progress = Progress(sys.stderr, shutil.get_terminal_size().columns)
        self._files = expanded(arguments.files, self._fail)

    def documents(self) -> Iterator[Document]:
        """Yield the briefings that can be read."""
        for number, file in enumerate(self._files):
            self.progress.show(f"{number:,} of {len(self._files):,}  {file}")
            try:
                document = project(read(file, self._roots), self._policy)
            except OSError as error:
                self._fail(f"{file}: {reason(error)}")
                continue
            self.tally.add(document)
            yield document

    def _fail(self, message: str) -> None:
        self.progress.erase()
        output.say(message)
        self.failed = True


def _explain(id: str) -> Exit:
    rule = RULES.get(id)
    if rule is None:
        raise CommandError(f"there is no rule “{id}”.{_suggestion(id)}", Exit.USAGE)
    output.write([explained(rule)], sys.stdout)
    return Exit.OK


def _suggestion(id: str) -> str:
    """The nearest rule, or those whose ids contain the word."""
    word = "-".join(id.casefold().replace("_", " ").split())
    near = nearest(word[:80], RULES)
    if near:
        return f" Did you mean “{near}”?"
    similar = [known for known in RULES if word and word in known]
    return f" With that word there are: {', '.join(similar)}." if similar else ""


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.split("\n"))


def _wrapped(text: str) -> str:
    return "\n".join(text[start:end] for start, end in wrap(text, MEASURE))

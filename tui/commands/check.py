"""Say everything that is wrong with briefings, with line and column.

FILE is a briefing file, a folder (all *.yaml and *.yml in it and below, hidden ones aside), or
- for standard input, whose sources are looked for in --root alone. The exit status is 0 where
no briefing has an error (with --strict: nor a warning), else 1, also where a file cannot be
read.

The format `full` is for people and shows each line with a caret; `concise` has a line for each
problem, `json` an object, and `github` an annotation of GitHub Actions. While many are checked,
a terminal shows how far that has come.

--explain says what a rule is about, with an example and the same mended.
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
from tui.commands.clearance_option import add_clearance, clearance
from tui.commands.exit import Exit
from tui.commands.progress import Progress
from tui.commands.reading import add_root, expanded, read
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
    add("--format", choices=FORMATS, default="full", help="how to say it (default: full)")
    add("--strict", action="store_true", help="let warnings count as errors do")
    add("--explain", metavar="ID", help="say what a rule is about")
    add_clearance(parser)
    output.add_color(parser)
    add_root(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Check what is asked for, or explain a rule."""
    if arguments.explain is not None:
        return _explain(arguments.explain)
    if not arguments.files:
        output.say("name a FILE to check, or a rule with --explain ID")
        return Exit.USAGE
    checking = _Checking(arguments)
    color = output.page(sys.stdout, None, arguments.color).color
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
    """What there is to say about a rule."""
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
    """Briefings that are read one after another; none is kept."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.tally = Tally()
        self.failed = False
        """Whether anything could not be read."""
        self._roots: Sequence[Path] = arguments.root
        self._policy = Policy(clearance(arguments))
        self.progress = Progress(sys.stderr, shutil.get_terminal_size().columns)
        self._files = expanded(arguments.files, self._fail)

    def documents(self) -> Iterator[Document]:
        """The briefings that can be read."""
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
        output.say(f"there is no rule “{id}”.{_meant(id)}")
        return Exit.USAGE
    output.write([explained(rule)], sys.stdout)
    return Exit.OK


def _meant(id: str) -> str:
    """Which rule seems to be meant, or which have its word in their ids."""
    word = "-".join(id.casefold().replace("_", " ").split())
    near = nearest(word[:80], RULES)
    if near:
        return f" Did you mean “{near}”?"
    holding = [known for known in RULES if word and word in known]
    return f" With that word there are: {', '.join(holding)}." if holding else ""


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.split("\n"))


def _wrapped(text: str) -> str:
    return "\n".join(text[start:end] for start, end in wrap(text, MEASURE))

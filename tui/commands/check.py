"""Say everything that is wrong with briefings, with line and column.

FILE is a briefing file, a folder (all *.yaml and *.yml in it and below), or - for standard
input, whose sources are looked for in --root alone. The exit status is 0 where no briefing has
an error (with --strict: nor a warning), else 1, also where a file cannot be read.

--explain says what a rule is about, with an example and the same mended.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tui.checks.catalogue import RULES
from tui.checks.rule import Rule
from tui.commands import output
from tui.commands.exit import Exit
from tui.commands.reading import STANDARD_INPUT, add_root, read
from tui.diagnostics import Severity
from tui.library.shelf import ENDINGS
from tui.model.document import Document
from tui.render.paragraphs import MEASURE
from tui.render.report import FORMATS
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
    add("--color", choices=output.COLORS, default="auto", help="use colours (default: auto)")
    add_root(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Check what is asked for, or explain a rule."""
    if arguments.explain is not None:
        return _explain(arguments.explain)
    if not arguments.files:
        _say("name a FILE to check, or a rule with --explain ID")
        return Exit.USAGE
    documents: list[Document] = []
    failed = False
    for file in _files(arguments.files):
        try:
            documents.append(read(file, arguments.root))
        except OSError as error:
            _say(f"{file}: {error.strerror or error}")
            failed = True
    color = output.page(sys.stdout, None, arguments.color).color
    told = FORMATS[arguments.format](documents, color=color)
    if told and (documents or arguments.format == "json"):
        output.write([told], sys.stdout)
    counting = {Severity.ERROR, Severity.WARNING} if arguments.strict else {Severity.ERROR}
    wrong = any(problem.severity in counting for each in documents for problem in each.problems)
    return Exit.INVALID if wrong or failed or not documents else Exit.OK


def explained(rule: Rule) -> str:
    """What there is to say about a rule."""
    severity = f"{rule.severity}, {rule.draft} in a draft" if rule.draft else f"{rule.severity}"
    parts = (
        f"{rule.id} ({severity}; {rule.family})",
        _wrapped(rule.manual),
        f"Wrong:\n\n{_indented(rule.wrong)}",
        f"Right:\n\n{_indented(rule.right)}",
    )
    return clean("\n\n".join(parts))


def _explain(id: str) -> Exit:
    rule = RULES.get(id)
    if rule is None:
        near = nearest(id, RULES)
        _say(f"there is no rule “{id}”." + (f" Did you mean “{near}”?" if near else ""))
        return Exit.USAGE
    output.write([explained(rule)], sys.stdout)
    return Exit.OK


def _files(named: Iterable[str]) -> Iterator[str]:
    """The files that are meant, those of a folder in the order of their names."""
    for each in named:
        folder = Path(each)
        if each not in {STANDARD_INPUT, ""} and folder.is_dir():
            found = sorted(path for path in folder.rglob("*") if path.suffix in ENDINGS)
            if not found:
                _say(f"{each}: no briefing (*.yaml) in this folder")
            yield from map(str, found)
        else:
            yield each


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.split("\n"))


def _wrapped(text: str) -> str:
    return "\n".join(text[start:end] for start, end in wrap(text, MEASURE))


def _say(message: str) -> None:
    output.write([clean(f"briefing: {message}")], sys.stderr)

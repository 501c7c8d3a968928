"""Compare two versions of a briefing, item by item and word by word.

OLD and NEW are briefing files; one of them may be -, standard input, whose sources are looked for
in --root alone. Items are matched by id, and items without one by their text, wherever they stand.
A local copy of a source that has been replaced is reported too.

As text, the words that differ stand in brackets: [old: ...] [new: ...]. JSON is an object with
what was added, withdrawn and changed, and whose verification or local copy changed.

The exit status is that of diff(1): 0 if the versions say the same, 1 if they differ, 2 if one of
them cannot be read or is no briefing.
"""

import argparse
from collections.abc import Iterable, Iterator
from typing import Any

from tui.blocks import Block, Heading, Paragraph, Run, Style, runs
from tui.commands import output
from tui.commands.exit import CommandError, Exit
from tui.commands.options import add_print_options, clearance
from tui.commands.reading import STANDARD_INPUT, read
from tui.diagnostics import reason
from tui.model.changes import BRIEFING, Changes, Pair, alterations, changes, standing
from tui.model.difference import difference
from tui.model.document import DiffKind, Document, Policy
from tui.model.projection import project
from tui.model.sources import Source
from tui.panes import changes as changes_pane
from tui.panes import names

_FORMATS = ("text", "json")
_SIDES = {DiffKind.SAME: "same", DiffKind.YOURS: "old", DiffKind.THEIRS: "new"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add = parser.add_argument
    add("old", metavar="OLD", help="a briefing file, or - for standard input")
    add("new", metavar="NEW", help="the same")
    add("--format", choices=_FORMATS, default="text", help="output format (default: text)")
    add_print_options(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Print the differences; the exit statuses are those of diff(1)."""
    if arguments.old == arguments.new == STANDARD_INPUT:
        raise CommandError("standard input cannot be both OLD and NEW", Exit.USAGE)
    policy = Policy(clearance(arguments))
    documents = []
    for path in (arguments.old, arguments.new):
        try:
            document = read(path, arguments.root)
        except OSError as error:
            raise CommandError(f"{path}: {reason(error)}", Exit.USAGE) from None
        if not document.has_briefing:
            message = f"{document.name}: no briefing in it; `briefing check` says why"
            raise CommandError(message, Exit.USAGE)
        documents.append(document)
    old, new = (project(each, policy) for each in documents)
    found = changes(old, new)
    is_withheld = not found and bool(changes(*documents))
    if arguments.format == "json":
        output.print_json(_to_dict(old, new, found))
    elif found:
        blocks = _blocks(old, new, found)
        output.print_blocks(blocks, width=arguments.width, color=arguments.color)
    if is_withheld:
        output.say(f"the only differences are withheld, above {policy.clearance}")
    return Exit.INVALID if found or is_withheld else Exit.OK


def _blocks(old: Document, new: Document, found: Changes) -> Iterator[Block]:
    yield Heading(text=runs(new.briefing.title or new.name), level=1)
    yield Paragraph(text=runs(Run(f"from {old.name} to {new.name}", Style.MUTED)))
    yield from changes_pane.blocks(old, new, found)
    for marking in dict.fromkeys(filter(None, (old.briefing.marking, new.briefing.marking))):
        yield Paragraph(kind="marking", text=runs(Run(marking, Style.MARKING)))


def _to_dict(old: Document, new: Document, found: Changes) -> dict[str, Any]:
    return {
        "old": old.name,
        "new": new.name,
        "added": [_named(new, id) for id in found.added],
        "withdrawn": [_named(old, id) for id in found.withdrawn],
        "changed": [_altered(old, new, each) for each in found.changed],
        "verification": _turned(old, new, found.standing, copies=False),
        "copies": _turned(old, new, found.standing, copies=True),
    }


def _named(document: Document, id: str) -> dict[str, Any]:
    if id == BRIEFING:
        return {"kind": "briefing", "title": document.briefing.title}
    return {"id": id, "kind": names.kind(document, id), "title": names.title(document, id)}


def _altered(old: Document, new: Document, pair: Pair) -> dict[str, Any]:
    fields = [
        {
            "field": name,
            "old": before,
            "new": after,
            "difference": [
                {"in": _SIDES[change], "text": words} for change, words in difference(before, after)
            ],
        }
        for name, before, after in alterations(old, new, pair)
    ]
    return {**_named(new, pair.after), "fields": fields}


def _turned(
    old: Document, new: Document, pairs: Iterable[Pair], *, copies: bool
) -> list[dict[str, Any]]:
    return [
        {
            **_named(new, each.after),
            "old": standing(old, each.before),
            "new": standing(new, each.after),
        }
        for each in pairs
        if isinstance(new.items.get(each.after), Source) is copies
    ]

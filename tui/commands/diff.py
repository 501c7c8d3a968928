"""Say what two readings of a briefing differ in, item by item and word by word.

OLD and NEW are briefing files; one of them may be -, standard input, whose sources are looked for
in --root alone. Items are compared by their ids, and those that have none by what they say,
wherever they stand. Of a local copy of a source it is said that it is another one.

In the format `text` the words that differ stand in brackets: [old: …] [new: …]. `json` is an
object with what was added, withdrawn and changed, whose verification and whose copies changed.

The exit status is that of diff(1): 0 where the two say the same, 1 where they differ, and 2
where one of them cannot be read or has no briefing in it.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from tui.blocks import Block, Heading, Paragraph, Run, Style, runs
from tui.commands import output
from tui.commands.clearance_option import add_clearance, clearance
from tui.commands.exit import Exit
from tui.commands.page_options import add_page
from tui.commands.reading import STANDARD_INPUT, add_root, read
from tui.diagnostics import reason
from tui.model.changes import BRIEFING, Changes, Pair, alterations, changes, standing
from tui.model.difference import difference
from tui.model.document import DiffKind, Document, Policy
from tui.model.projection import project
from tui.model.sources import Source
from tui.panes import names
from tui.panes.changes import blocks
from tui.render import text

_FORMATS = ("text", "json")
_SIDES = {DiffKind.SAME: "same", DiffKind.YOURS: "old", DiffKind.THEIRS: "new"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add = parser.add_argument
    add("old", metavar="OLD", help="a briefing file, or - for standard input")
    add("new", metavar="NEW", help="likewise")
    add("--format", choices=_FORMATS, default="text", help="what to print (default: text)")
    add_clearance(parser)
    add_page(parser)
    add_root(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Print what differs; the statuses are those of diff(1)."""
    if arguments.old == arguments.new == STANDARD_INPUT:
        return _fail("standard input cannot be both of them")
    policy = Policy(clearance(arguments))
    documents = []
    for path in (arguments.old, arguments.new):
        try:
            document = read(path, arguments.root)
        except OSError as error:
            return _fail(f"{path}: {reason(error)}")
        if not document.has_briefing:
            return _fail(f"{document.name}: no briefing in it; `briefing check` says why")
        documents.append(document)
    old, new = (project(each, policy) for each in documents)
    found = changes(old, new)
    is_withheld = not found and bool(changes(*documents))
    if arguments.format == "json":
        output.write([_json(old, new, found)], sys.stdout, output.JSON_ESCAPES)
    elif found:
        page = output.page(sys.stdout, arguments.width, arguments.color)
        output.write(text.lines(_page(old, new, found), page), sys.stdout)
    if is_withheld:
        output.say(f"they differ in what is withheld, above {policy.clearance}, and nowhere else")
    return Exit.INVALID if found or is_withheld else Exit.OK


def _page(old: Document, new: Document, found: Changes) -> Iterator[Block]:
    yield Heading(text=runs(new.briefing.title or new.name), level=1)
    yield Paragraph(text=runs(Run(f"from {old.name} to {new.name}", Style.MUTED)))
    yield from blocks(old, new, found)
    for marking in dict.fromkeys(filter(None, (old.briefing.marking, new.briefing.marking))):
        yield Paragraph(kind="marking", text=runs(Run(marking, Style.MARKING)))


def _json(old: Document, new: Document, found: Changes) -> str:
    told = {
        "old": old.name,
        "new": new.name,
        "added": [_named(new, id) for id in found.added],
        "withdrawn": [_named(old, id) for id in found.withdrawn],
        "changed": [_altered(old, new, each) for each in found.changed],
        "verification": _turned(old, new, found.standing, copies=False),
        "copies": _turned(old, new, found.standing, copies=True),
    }
    return json.dumps(told, indent=2).replace("\x7f", "\\u007f")


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


def _fail(message: str) -> Exit:
    output.say(message)
    return Exit.USAGE

"""A briefing as JSON, with the results of checking it.

The fields are those of the format; fields with their default value are left out. An excerpt also
has the state of its verification and its place in the local copy, a source the SHA-256 of the copy
that was found, and the briefing its problems and the SHA-256 of the file. With a `clearance`,
nothing that is marked more strictly is included: an item whose id begins with `withheld/` says
only that there is one. Speaker notes are never printed.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tui.diagnostics import Diagnostic
from tui.frozen import fields
from tui.model.document import Document, Passage, Verification, VerificationState
from tui.model.fields import Record, fields_of
from tui.model.sources import Excerpt, Source
from tui.render.printout import PageSetup, Printout
from tui.text.clean import clean

_NEVER_SHOWN = {"speaker_notes"}


def render(printout: Printout, page: PageSetup) -> Iterator[str]:
    """Return the briefing as one object, in lines; panes and `page` are not used."""
    written = json.dumps(_document(printout.document), ensure_ascii=False, indent=2)
    return map(_escape_line, written.split("\n"))


def _document(document: Document) -> dict[str, Any]:
    briefing, clearance = document.briefing, document.policy.clearance
    return {
        **_fields(briefing),
        "sources": [_source(document, each) for each in briefing.sources],
        "excerpts": [_excerpt(document, each) for each in briefing.excerpts],
        "problems": [_problem(each) for each in document.problems],
        "sha256": document.sha256,
        **({"clearance": clearance} if clearance else {}),
    }


def _fields(record: Record) -> dict[str, Any]:
    defaults = _defaults(type(record))
    written = ((each.name, getattr(record, each.name)) for each in fields_of(type(record)))
    return {
        name: _value(value)
        for name, value in written
        if name not in _NEVER_SHOWN and (value or value != defaults[name])
    }


def _value(value: object) -> object:
    match value:
        case Record():
            return _fields(value)
        case tuple():
            return [_value(each) for each in value]
        case Mapping():
            return {key: _value(each) for key, each in value.items()}
    return value


def _defaults(record: type[Record]) -> dict[str, Any]:
    return {each.name: each.factory() if each.factory else each.default for each in fields(record)}


def _source(document: Document, source: Source) -> dict[str, Any]:
    copy = document.copies.get(source.id)
    return {**_fields(source), **({"sha256_found": copy.sha256} if copy else {})}


def _excerpt(document: Document, excerpt: Excerpt) -> dict[str, Any]:
    found = document.verifications.get(excerpt.id, Verification(VerificationState.UNCHECKED))
    place = _passage(found.passage) if found.passage else {}
    if found.state is VerificationState.MISMATCH:
        place = {"nearest": place} if place else {}
    elif place.get("text") == excerpt.exact:
        del place["text"]
    more = {
        "lines": list(found.lines),
        "folded": list(found.folded),
        "difference": [{"change": change, "text": text} for change, text in found.difference],
        "copy_missing": found.missing,
    }
    details = {name: value for name, value in more.items() if value}
    return {**_fields(excerpt), "state": found.state, **place, **details}


def _passage(passage: Passage) -> dict[str, Any]:
    return {each.name: getattr(passage, each.name) for each in fields(passage)}


def _problem(problem: Diagnostic) -> dict[str, Any]:
    place = problem.span._asdict()
    named = {"code": problem.code, "severity": problem.severity, "message": problem.message}
    more = {"help": problem.advice, "item": problem.item}
    return {**named, **place, **{name: value for name, value in more.items() if value}}


def _escape_line(line: str) -> str:
    """Escape every character in a line of JSON that `clean` would replace."""
    if line.isprintable():
        return line
    return "".join(_escape(each) if clean(each) != each else each for each in line)


def _escape(character: str) -> str:
    return json.dumps(character)[1:-1] if ord(character) > 0x7F else f"\\u{ord(character):04x}"

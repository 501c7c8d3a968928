"""A briefing as a clearance lets one see it: what is stricter is not in it.

Whatever is made of such a briefing, a pane, an export, an index, an answer, cannot give away what
is withheld, since it is not there. In its place stands that it is withheld, as an item of the
same kind whose text says so; without a trace, nothing does.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TypeVar

from tui.diagnostics import Diagnostic
from tui.frozen import replace
from tui.model.clearance import rank, strictness
from tui.model.document import Document, OneOfItsOwn
from tui.model.fields import Record
from tui.model.items import Note
from tui.model.withheld_copies import Copies
from tui.model.withheld_names import Names
from tui.model.withheld_records import UNNAMED, Records

_Value = TypeVar("_Value")


def cleared(document: Document, clearance: str, *, is_traceless: bool = False) -> Document:
    """What of a briefing a clearance lets one see; as it is where nothing is to be withheld."""
    as_it_is = document.clearance == clearance and document.is_traceless is is_traceless
    if not clearance or as_it_is:
        return document
    return _cleared(OneOfItsOwn(document), clearance, is_traceless)


@lru_cache(maxsize=4)
def _cleared(of: OneOfItsOwn, clearance: str, is_traceless: bool) -> Document:
    document = of.document
    found, most = strictness(document), rank(clearance)
    above = {each for each, level in found.records.items() if level > most}
    if not above and found.file <= most:
        return replace(document, clearance=clearance, is_traceless=is_traceless)
    names = Names(document, above, is_traceless=is_traceless)
    copies = Copies(document, {*above, *names.gone}, is_traceless=is_traceless)
    records = Records(found, clearance, names, copies, is_traceless=is_traceless)
    briefing, kept = records.briefing(document.briefing), records.kept
    emptied = [each for each in document.briefing.panes if each not in kept]
    if emptied:  # what refers to them must not, either
        names = Names(document, above, emptied, is_traceless=is_traceless)
        records = Records(found, clearance, names, copies, is_traceless=is_traceless)
        briefing, kept = records.briefing(document.briefing), records.kept
    items = {
        names.name(record, id): kept[record]
        for id, record in document.items.items()
        if record in kept
    }
    gone = {id: "" for id, record in document.items.items() if record not in kept}
    return Document(
        name=document.name if found.file <= most else UNNAMED.lower(),
        text="",
        briefing=briefing,
        problems=() if is_traceless else tuple(_problems(document, clearance, names, kept)),
        copies=copies.texts,
        verifications={
            name: copies.verification(id)
            for id, name in _named(document.verifications, names)
            if not names.is_above(id)
        },
        items=items,
        kinds={
            name: document.kinds[id] for id, name in _named(document.kinds, names) if name in items
        },
        homes={
            name: home
            for id, name in _named(document.homes, names)
            if name in items and (home := names.refer(document.homes[id]))
        },
        cited_by={
            name: tuple(filter(None, map(names.refer, document.cited_by[id])))
            for id, name in _named(document.cited_by, names)
        },
        notes_on=dict(_notes(document, names, kept)),
        sha256=document.sha256,
        clearance=clearance,
        is_traceless=is_traceless,
        names={document.briefing.id: briefing.id, **document.names, **names.given, **gone},
    )


def _named(table: Mapping[str, _Value], names: Names) -> Iterator[tuple[str, str]]:
    """The ids of a table that may be spoken of, with their names."""
    for id in table:
        name = names.refer(id)
        if name:
            yield id, name


def _notes(
    document: Document, names: Names, kept: Mapping[Record, Record]
) -> Iterator[tuple[str, tuple[Note, ...]]]:
    for id, name in _named(document.notes_on, names):
        found = (kept.get(each) for each in document.notes_on[id])
        notes = tuple(each for each in found if isinstance(each, Note))
        if notes:
            yield name, notes


def _problems(
    document: Document, clearance: str, names: Names, kept: Mapping[Record, Record]
) -> Iterator[Diagnostic]:
    """The problems of the file without what they say, which may quote what is withheld."""
    message = f"its words are withheld: something in the file is above {clearance}"
    for each in document.problems:
        record = document.items.get(each.item)
        item = names.refer(each.item) if record is None or record in kept else ""
        yield replace(each, message=message, help="", item=item)

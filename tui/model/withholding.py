"""Withholding: a briefing without what a policy does not let one show.

A placeholder, an item of the same class whose text says that it is withheld, takes the place of
each item above the clearance. In room mode there are no placeholders.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TypeVar

from tui.diagnostics import Diagnostic
from tui.frozen import replace
from tui.model.clearance import strictness
from tui.model.document import Document, OneOfItsOwn, Policy
from tui.model.fields import Record
from tui.model.items import Note
from tui.model.vocabularies import rank
from tui.model.withheld_copies import Copies
from tui.model.withheld_names import Names
from tui.model.withheld_records import UNNAMED, Records

_Value = TypeVar("_Value")


def withhold(document: Document, policy: Policy) -> Document:
    """The briefing without what the policy withholds."""
    return _withheld(OneOfItsOwn(document), policy)


@lru_cache(maxsize=4)
def _withheld(of: OneOfItsOwn, policy: Policy) -> Document:
    document = of.document
    found, most = strictness(document), rank(policy.clearance)
    above = {each for each, level in found.records.items() if level > most}
    if not (policy.room or above or found.file > most):
        return replace(document, policy=policy)
    left_out = [*_assessments(document)] if policy.room else []
    names = Names(document, above, left_out, is_traceless=policy.room)
    copies = Copies(document, {*above, *names.gone}, is_traceless=policy.room)
    records = Records(found, policy, names, copies)
    briefing, kept = records.briefing(document.briefing), records.kept
    emptied = [each for each in document.briefing.panes if each not in kept]
    if emptied:  # nothing may refer to a pane that is gone
        names = Names(document, above, [*left_out, *emptied], is_traceless=policy.room)
        records = Records(found, policy, names, copies)
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
        problems=() if policy.room else tuple(_problems(document, policy, names, kept)),
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
        policy=policy,
        names={document.briefing.id: briefing.id, **document.names, **names.given, **gone},
    )


def _assessments(document: Document) -> Iterator[Record]:
    """The analyst's judgments with their points, and the notes: what no room may see."""
    for judgment in document.briefing.key_judgments:
        yield from (judgment, *judgment.indicators, *judgment.gaps)
    yield from document.briefing.notes


def _named(table: Mapping[str, _Value], names: Names) -> Iterator[tuple[str, str]]:
    """The ids of a table whose items are not gone, with their new ids."""
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
    document: Document, policy: Policy, names: Names, kept: Mapping[Record, Record]
) -> Iterator[Diagnostic]:
    """The problems of the file without their messages, which may quote withheld text."""
    message = f"its words are withheld: something in the file is above {policy.clearance}"
    for each in document.problems:
        record = document.items.get(each.item)
        item = names.refer(each.item) if record is None or record in kept else ""
        yield replace(each, message=message, help="", item=item)

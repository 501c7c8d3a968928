"""The differences between two versions of a briefing."""

from collections.abc import Iterable, Iterator, Sequence

from tui.blocks import Block, Entry, Paragraph, Run, Runs, Style, runs
from tui.model.changes import BRIEFING, NOT_HELD, Changes, Pair, alterations, standing
from tui.model.difference import difference
from tui.model.document import DiffKind, Document
from tui.model.sources import Source
from tui.panes import headings, names
from tui.panes.verification import word_diff

_SIDES = {DiffKind.YOURS: ("old", Style.WRONG), DiffKind.THEIRS: ("new", Style.VERIFIED)}


def blocks(old: Document, new: Document, found: Changes) -> Iterator[Block]:
    """The differences, under a heading for each kind of change."""
    yield from _group("added", [_named(new, id) for id in found.added])
    yield from _group("withdrawn", [_named(old, id) for id in found.withdrawn])
    texts, sources = _apart(new, found.changed)
    yield from _group("changed", [_altered(old, new, each) for each in texts])
    verified, copies = _apart(new, found.standing)
    yield from _group("verification changed", [_turned(old, new, each) for each in verified])
    differing = dict.fromkeys((*sources, *copies))
    yield from _group("sources changed", [_altered(old, new, each) for each in differing])
    if not found:
        yield Paragraph(text=runs("The two say the same."))


def counted(found: Changes) -> str:
    """The number of differences: `2 items changed, 1 new`; empty without any."""
    standing = len(set(found.standing).difference(found.changed))
    parts = (
        (len(found.changed), "item changed", "items changed"),
        (len(found.added), "new", "new"),
        (len(found.withdrawn), "withdrawn", "withdrawn"),
        (standing, "proof changed", "proofs changed"),
    )
    return ", ".join(
        f"{count} {one if count == 1 else many}" for count, one, many in parts if count
    )


def _group(title: str, made: Sequence[Block]) -> Iterator[Block]:
    if made:
        yield headings.section(title, f"{len(made)}")
        yield from made


def _apart(document: Document, pairs: Iterable[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Split pairs into those of other items and those of sources."""
    every = list(pairs)
    sources = [each for each in every if isinstance(document.items.get(each.after), Source)]
    return [each for each in every if each not in sources], sources


def _named(document: Document, id: str, *details: Runs) -> Entry:
    kind = names.kind(document, id) or "briefing"
    written = "" if "/" in id or id == BRIEFING else f" {id}"
    title = names.title(document, id) if id else document.briefing.title
    return Entry(
        item=id,
        kind=kind,
        label=runs(Run(f"{kind}{written}", Style.LABEL)),
        text=runs(title),
        details=details,
    )


def _altered(old: Document, new: Document, pair: Pair) -> Entry:
    fields = [
        (Run(f"{name}: ", Style.MUTED), *word_diff(difference(before, after), _SIDES, Style.TEXT))
        for name, before, after in alterations(old, new, pair)
    ]
    before, after = standing(old, pair.before), standing(new, pair.after)
    if isinstance(new.items.get(pair.after), Source) and before != after:
        fields.append(runs(Run("our copy: ", Style.MUTED), _copy(before, after)))
    return _named(new, pair.after, *fields)


def _copy(before: str, after: str) -> str:
    """The change of a source's local copy."""
    if NOT_HELD in (before, after):
        return "not held any more" if after == NOT_HELD else "held; it was not before"
    return f"another one: SHA-256 {after}…, before {before}…"


def _turned(old: Document, new: Document, pair: Pair) -> Entry:
    before, after = standing(old, pair.before), standing(new, pair.after)
    style = Style.VERIFIED if after == "verbatim" else Style.CAUTION
    return _named(new, pair.after, runs(f"{before} → ", Run(after, style)))

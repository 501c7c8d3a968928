"""A briefing as presented to a meeting: an item's statement, its best excerpt and the speaker."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui import panes
from tui.blocks import (
    Block,
    Card,
    Entry,
    Heading,
    Paragraph,
    Row,
    Run,
    Runs,
    Style,
    TimelineRow,
    plain,
    runs,
)
from tui.frozen import replace
from tui.model.document import Document
from tui.panes import answer, evidence_card, excerpts, names, placeholders
from tui.places import Options, Place, View, is_placeholder

_WITH_DETAIL = frozenset({"judgment", "reaction"})
"""Kinds of entry whose first detail line is presented with the statement."""


class Presented:
    """The panes and items of a briefing as presented to a meeting."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._options = Options(notes=False)
        tabs = panes.tabs(document)
        self._titles = {tab.id: tab.title for tab in tabs if not is_placeholder(tab.id)}
        self._lists: dict[str, Mapping[str, Block]] = {}

    @property
    def panes(self) -> list[str]:
        """The ids of the panes on the default agenda."""
        left_out = {panes.SOURCES.id, panes.PROBLEMS.id}
        return [id for id in self._titles if id not in left_out]

    def shows(self, id: str) -> Sequence[str]:
        """The ids to present, in order, for a pane (itself, then its items) or for an item."""
        if id in self._titles:
            return [id, *filter(self._is_shown, self._listed(id))]
        return [id] if self._block(id) is not None else []

    def title(self, id: str) -> str:
        """The title of a pane or an item in one line; empty for an unknown id."""
        block = None if id in self._titles else self._block(id)
        return self._titles.get(id, "") if block is None else _line(block)

    def blocks(self, id: str, place: str = "") -> Iterator[Block]:
        """An item, or a pane with an overview of its items.

        Args:
            id: The id of the item or pane.
            place: A remark beside the heading.
        """
        pane = id if id in self._titles else self._document.homes.get(id, panes.SOURCES.id)
        title = self._titles.get(pane, "")
        yield Heading(text=runs(title.upper()), aside=runs(Run(place, Style.MUTED)))
        if pane == id:
            yield from _overview(self._blocks(View.PANE, id))
            return
        block = self._block(id)
        if block is not None and self._document.excerpt(id) is None:
            yield from _statement(block)
        if block is not None:
            yield from self._words(id)

    def notes(self, id: str) -> Iterator[Block]:
        """The speaker's notes on an item."""
        notes = getattr(self._document.items.get(id), "speaker_notes", "")
        if notes and self._block(id) is not None:
            name = runs(Run("FOR YOU ALONE", Style.CAUTION))
            yield Entry(kind="note", name=name, text=runs(notes))

    def _blocks(self, view: View, key: str) -> Sequence[Block]:
        return panes.blocks(self._document, Place(view, key), self._options)

    def _listed(self, pane: str) -> Mapping[str, Block]:
        """The first block of each item of a pane, by id."""
        if pane not in self._lists:
            blocks = reversed(self._blocks(View.PANE, pane))
            found = {block.item: block for block in blocks if block.item}
            self._lists[pane] = dict(reversed(found.items()))
        return self._lists[pane]

    def _block(self, id: str) -> Block | None:
        """The block of an item in its pane's list, or else the first block of its evidence."""
        if not self._is_shown(id):
            return None
        home = self._document.homes.get(id, panes.SOURCES.id)
        listed = self._listed(home).get(id) if home in self._titles else None
        if listed is not None and not isinstance(listed, Row):
            return listed
        return next((block for block in self._blocks(View.EVIDENCE, id) if block.item), None)

    def _is_shown(self, id: str) -> bool:
        return id in self._document.items and not is_placeholder(id)

    def _words(self, id: str) -> Iterator[Block]:
        """The best excerpt of an item, its speaker, and whether it may be quoted."""
        document = self._document
        best = answer.best_excerpt(document, id)
        if best is None:
            return
        if is_placeholder(best.id):
            yield replace(placeholders.block(document, best.id), item="")
            return
        entry = excerpts.entry(document, best)
        first, *others = evidence_card.quotable(document, document.items[id], best)
        quotable = (Run("Quotable? ", Style.LABEL), *first)
        details = (quotable, *others, *entry.details)
        yield replace(entry, item="", refs=(), kind="words", details=details)


def _statement(block: Block) -> Iterator[Block]:
    """The statement of an item in large type, with the lines above and below it."""
    above, statement, below = _parts(block)
    if above or block.marking:
        yield Paragraph(text=above, kind="remark", marking=block.marking)
    if statement:
        yield Paragraph(text=statement, kind="bottom-line")
    if below:
        yield Paragraph(text=below, kind="remark")


def _parts(block: Block) -> tuple[Runs, Runs, Runs]:
    """The line above a statement, the statement, and the line below it."""
    match block:
        case Entry():
            above = _joined(block.label, block.name, block.aside)
            below = block.details[0] if block.kind in _WITH_DETAIL and block.details else ()
            return above, block.text, below
        case TimelineRow():
            return _joined(block.when, block.aside), block.title, block.text
        case Card():
            above = _joined(block.title, block.aside)
            return above, _field(block, "SAY") or _field(block, "WHO"), ()
    return (), (), ()


def _overview(blocks: Iterable[Block]) -> Iterator[Block]:
    """The bottom line and the sections of a pane; items outside a section by name."""
    heading: Heading | None = None
    lines: list[str] = []
    for block in (*blocks, Heading(text=())):
        if isinstance(block, Heading):
            yield from _section(heading, lines)
            heading, lines = (block if block.level > 1 else None), []
        elif block.item:
            lines.append(_line(block))
        elif isinstance(block, Paragraph) and block.kind == "bottom-line":
            yield block


def _section(heading: Heading | None, lines: Sequence[str]) -> Iterator[Block]:
    """The heading of a section with the number of its items."""
    if lines and heading is None:
        yield Paragraph(text=runs(" · ".join(lines)), kind="remark")
    elif lines and heading is not None:
        count = runs(Run(str(len(lines)), Style.MUTED))
        yield replace(heading, level=3, aside=count, group="")


def _line(block: Block) -> str:
    """The name or the statement of an item in one line."""
    name: Runs = ()
    match block:
        case Entry():
            name = (*block.name, *runs(": " if block.name and block.text else ""), *block.text)
        case TimelineRow():
            name = block.title
        case Row():
            name = block.cells[0]
        case Card():
            name = block.title if block.refs != (block.item,) else _field(block, "WORDS")
    return names.shorten(plain(name))


def _field(card: Card, label: str) -> Runs:
    """The first line of a field; empty where the card has none."""
    lines = (line for field in card.fields if field.label == label for line in field.lines)
    return next(lines, ())


def _joined(*parts: Runs) -> Runs:
    """The parts on one line, with space between them."""
    joined: list[Run] = []
    for part in filter(None, parts):
        joined += [*runs("   " if joined else ""), *part]
    return tuple(joined)

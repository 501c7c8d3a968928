"""One thing of a briefing as it is shown to a meeting: what it says, its best words, and whose.

All of it is taken from what the panes and the evidence show.
"""

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
from tui.panes import answer, names
from tui.places import Options, Place, View, is_placeholder

_WITH_WHO = frozenset({"judgment", "reaction"})
"""Kinds of entry whose first detail belongs to what is said: how likely it is, who said it."""


class Presented:
    """What a meeting sees of a briefing."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._options = Options(notes=False)
        tabs = panes.tabs(document)
        self._titles = {tab.id: tab.title for tab in tabs if not is_placeholder(tab.id)}
        self._lists: dict[str, Mapping[str, Block]] = {}

    @property
    def panes(self) -> list[str]:
        """The panes that a meeting goes through where nobody has said which."""
        left_out = {panes.SOURCES.id, panes.PROBLEMS.id}
        return [id for id in self._titles if id not in left_out]

    def shows(self, id: str) -> Sequence[str]:
        """What is shown for a pane or an item, one after the other; nothing for what is hidden."""
        if id in self._titles:
            return [id, *filter(self._is_seen, self._listed(id))]
        return [id] if self._block(id) is not None else []

    def title(self, id: str) -> str:
        """A line for it; empty for what is hidden."""
        block = None if id in self._titles else self._block(id)
        return self._titles.get(id, "") if block is None else _line(block)

    def blocks(self, id: str, place: str = "") -> Iterator[Block]:
        """What is shown of an item, or of a pane: then what is in it.

        `place` is a remark beside the heading.
        """
        pane = id if id in self._titles else self._document.homes.get(id, panes.SOURCES.id)
        title = self._titles.get(pane, "")
        yield Heading(text=runs(title.upper()), aside=runs(Run(place, Style.MUTED)))
        if pane == id:
            yield from _contents(self._blocks(id))
            return
        block = self._block(id)
        if block is not None and self._document.excerpt(id) is None:
            yield from _statement(block)
        if block is not None:
            yield from self._words(id)

    def notes(self, id: str) -> Iterator[Block]:
        """The speaker's notes on it."""
        notes = getattr(self._document.items.get(id), "speaker_notes", "")
        if notes and self._block(id) is not None:
            name = runs(Run("FOR YOU ALONE", Style.CAUTION))
            yield Entry(kind="note", name=name, text=runs(notes))

    def _blocks(self, pane: str) -> Sequence[Block]:
        return panes.blocks(self._document, Place(View.PANE, pane), self._options)

    def _listed(self, pane: str) -> Mapping[str, Block]:
        """The blocks of a pane's items, by id."""
        if pane not in self._lists:
            blocks = reversed(self._blocks(pane))
            found = {block.item: block for block in blocks if block.item}
            self._lists[pane] = dict(reversed(found.items()))
        return self._lists[pane]

    def _block(self, id: str) -> Block | None:
        """What shows an item: in its pane's list, or else its evidence."""
        document = self._document
        if not self._is_seen(id):
            return None
        home = document.homes.get(id, panes.SOURCES.id)
        listed = self._listed(home).get(id) if home in self._titles else None
        if listed is not None and not isinstance(listed, Row):
            return listed
        shown = panes.blocks(document, Place(View.EVIDENCE, id), self._options)
        return next((block for block in shown if block.item), None)

    def _is_seen(self, id: str) -> bool:
        """Whether an item may be shown, and is no placeholder."""
        return id in self._document.items and not is_placeholder(id)

    def _words(self, id: str) -> Iterator[Block]:
        """The best words behind an item, whose they are, and whether they may be quoted."""
        document = self._document
        listed = panes.blocks(document, Place(View.WORDS, id), self._options)
        entries = {block.item: block for block in listed if isinstance(block, Entry)}
        behind = filter(None, map(document.excerpt, entries))
        best = min(behind, key=lambda each: answer.rank(document, each), default=None)
        if best is not None:
            entry = entries[best.id]
            details = (*self._quotable((id, best.id), best.id), *entry.details)
            yield replace(entry, item="", refs=(), details=details)

    def _quotable(self, ids: Iterable[str], excerpt: str) -> Sequence[Runs]:
        """Whether an excerpt may be quoted, as the evidence of the first of the items says."""
        for id in ids:
            for block in panes.blocks(self._document, Place(View.EVIDENCE, id), self._options):
                if isinstance(block, Card) and block.refs == (excerpt,):
                    fields = (field for field in block.fields if field.label == "QUOTABLE?")
                    first, *others = next((field.lines for field in fields), ((),))
                    return [(Run("Quotable? ", Style.LABEL), *first), *others]
        return ()


def _statement(block: Block) -> Iterator[Block]:
    """What an item says, the statement large."""
    above, said, below = _parts(block)
    if above or block.marking:
        yield Paragraph(text=above, kind="remark", marking=block.marking)
    if said:
        yield Paragraph(text=said, kind="bottom-line")
    if below:
        yield Paragraph(text=below, kind="remark")


def _parts(block: Block) -> tuple[Runs, Runs, Runs]:
    """What stands above a statement, the statement, and what belongs to it."""
    match block:
        case Entry():
            above = _joined(block.label, block.name, block.aside)
            below = block.details[0] if block.kind in _WITH_WHO and block.details else ()
            return above, block.text, below
        case TimelineRow():
            return _joined(block.when, block.aside), block.title, block.text
        case Card():
            above = _joined(block.title, block.aside)
            return above, _field(block, "SAY") or _field(block, "WHO"), ()
    return (), (), ()


def _contents(blocks: Iterable[Block]) -> Iterator[Block]:
    """What is in a pane: its bottom line, and its sections; of what stands in none, the names."""
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
    """A section by its heading and the number of its items."""
    if lines and heading is None:
        yield Paragraph(text=runs(" · ".join(lines)), kind="remark")
    elif lines and heading is not None:
        count = runs(Run(str(len(lines)), Style.MUTED))
        yield replace(heading, level=3, aside=count, group="")


def _line(block: Block) -> str:
    """What an item is called, or says, in a line."""
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
    """The first line of a part of a card; empty where it has none."""
    lines = (line for field in card.fields if field.label == label for line in field.lines)
    return next(lines, ())


def _joined(*parts: Runs) -> Runs:
    """Parts on one line, with space between them."""
    joined: list[Run] = []
    for part in filter(None, parts):
        joined += [*runs("   " if joined else ""), *part]
    return tuple(joined)

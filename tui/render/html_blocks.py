"""Blocks as HTML elements."""

import re
from collections.abc import Callable, Container, Iterable, Mapping
from typing import Any

from tui.blocks import (
    Block,
    Card,
    CopyLine,
    Entry,
    Field,
    Heading,
    Notice,
    Paragraph,
    Row,
    Run,
    Runs,
    Style,
    Table,
    TimelineRow,
)
from tui.render.html_markup import NOTHING, Markup, element, inline, joined, text

_ANCHOR = re.compile(r"[a-z0-9]+(?:[-/][a-z0-9]+)*")
_CLASS = re.compile(r"[a-z]+(?:-[a-z]+)*")


class Elements:
    """Makes HTML elements from blocks, and keeps track of the anchors and citations in them."""

    def __init__(self, notes: Mapping[str, int], addresses: Container[str]) -> None:
        self.notes = notes
        """Footnote numbers of excerpts by id."""
        self.citations: dict[int, list[str]] = {}
        """The anchors of the citations of each footnote, by its number."""
        self._addresses = addresses
        self._anchors: set[str] = set()

    def of(self, block: Block) -> Markup:
        """Return the element of a block; that of a row is a row of a table."""
        return _ELEMENTS[type(block)](self, block)

    def heading(self, block: Heading, level: int) -> Markup:
        """Return a heading, `h1` to `h6`, with its marking and its aside."""
        title = element(f"h{level}", self._inline(block.text), dir="auto")
        rest = self._marks(block), self._aside(block.aside)
        return element("header", self._marking(block), title, *rest, class_="heading")

    def _heading(self, block: Heading) -> Markup:
        return self.heading(block, block.level + 1)

    def _paragraph(self, block: Paragraph) -> Markup:
        return self._line(block, block.text, classes=self._class(block.kind))

    def _notice(self, block: Notice) -> Markup:
        return self._line(block, block.text, classes=f"notice {block.severity}")

    def _entry(self, block: Entry) -> Markup:
        label = self._inline(block.label, "label")
        if block.name:
            head, statement = self._headed(block, "header", block.name, label)
        else:
            head = NOTHING
            statement = self._line(block, block.text, before=label, after=block.aside)
        classes = f"entry {self._class(block.kind)}".rstrip()
        content = head, statement, *self._details(block.details)
        return element("article", *content, class_=classes, id=self._anchor(block))

    def _timeline_row(self, block: TimelineRow) -> Markup:
        date = element("th", self._inline(block.when), scope="row", dir="auto")
        content = *self._headed(block, "p", block.title), *self._details(block.details)
        return element("tr", date, element("td", *content), id=self._anchor(block))

    def _headed(
        self, block: Entry | TimelineRow, tag: str, name: Runs, label: Markup = NOTHING
    ) -> tuple[Markup, Markup]:
        """Return name and statement, with the footnotes after the last one that is not empty."""
        statement = self._inline(block.text)
        marks = self._marks(block)
        named = joined(self._inline(name, "name"), NOTHING if statement else marks, separator="")
        head = joined(self._marking(block), label, named, self._aside(block.aside))
        words = element("p", statement, marks, dir="auto") if statement else NOTHING
        return element(tag, head, dir="auto"), words

    def _card(self, block: Card) -> Markup:
        title, aside = self._inline(block.title, "name"), self._aside(block.aside)
        head = element("header", joined(self._marking(block), title, aside))
        fields = [self._field(field) for field in block.fields]
        marks = self._marks(block)
        if marks:
            cited = element("dt", text("EXCERPTS")), element("dd", marks)
            fields.append(element("div", *cited))
        content = head, element("dl", *fields)
        return element("article", *content, class_="card", id=self._anchor(block))

    def _field(self, field: Field) -> Markup:
        lines = [element("p", self._inline(line), dir="auto") for line in field.lines]
        content = [element("blockquote", *lines)] if field.kind == "quote" else lines
        return element(
            "div", element("dt", self._inline((Run(field.label),))), element("dd", *content)
        )

    def _copy_line(self, block: CopyLine) -> Markup:
        number = element("span", text(str(block.number)), class_="number")
        return self._line(block, block.text, before=number, after=block.aside, classes="passage")

    def _table(self, block: Table) -> Markup:
        head = (element("th", self._inline(cell), scope="col") for cell in block.header)
        rows = (
            element("tr", *(element("td", self._inline(cell), dir="auto") for cell in row))
            for row in block.rows
        )
        table = element("table", element("thead", element("tr", *head)), element("tbody", *rows))
        below = joined(self._marking(block), self._marks(block))
        return joined(table, element("p", below) if below else NOTHING)

    def _row(self, block: Row) -> Markup:
        first, *others = block.cells or ((),)
        marks = self._marks(block)
        head = joined(self._marking(block), joined(self._inline(first), marks, separator=""))
        if block.is_header:
            cells = [element("th", self._inline(cell), scope="col") for cell in others]
            return element("tr", element("th", head, scope="col"), *cells)
        cells = [element("td", self._inline(cell), dir="auto") for cell in others]
        named = element("th", head, scope="row", dir="auto")
        return element("tr", named, *cells, id=self._anchor(block))

    def _line(
        self,
        block: Block,
        line: Runs,
        *,
        before: Markup = NOTHING,
        after: Runs = (),
        classes: str = "",
    ) -> Markup:
        """Return a block as one paragraph, with its footnotes after the statement."""
        words = joined(self._inline(line), self._marks(block), separator="")
        content = joined(self._marking(block), before, words, self._aside(after))
        return element("p", content, class_=classes, dir="auto") if content else NOTHING

    def _details(self, lines: Iterable[Runs]) -> Iterable[Markup]:
        return (element("p", self._inline(line), class_="detail", dir="auto") for line in lines)

    def _aside(self, line: Runs) -> Markup:
        return self._inline(line, "aside")

    def _marking(self, block: Block) -> Markup:
        return inline((Run(block.marking, Style.MARKING),)) if block.marking else NOTHING

    def _inline(self, line: Runs, classes: str = "") -> Markup:
        """Return runs inline; with classes, isolated from text of the other direction (`bdi`)."""
        words = inline(line, self._addresses)
        return element("bdi", words, class_=classes) if classes and words else words

    def _marks(self, block: Block) -> Markup:
        """Return links to the footnotes of a block."""
        numbers = [self.notes[id] for id in block.refs if id in self.notes]
        links = [element("sup", self._citation(number)) for number in numbers]
        return joined(*links)

    def _citation(self, number: int) -> Markup:
        anchors = self.citations.setdefault(number, [])
        anchors.append(f"cited-{number}-{len(anchors) + 1}")
        link = {"id": anchors[-1], "href": f"#excerpt-{number}", "role": "doc-noteref"}
        return element("a", text(str(number)), **link)

    def _anchor(self, block: Block) -> str:
        """Return an id for the block's item, or `""` if it is not valid or already used."""
        if block.item in self._anchors or not _ANCHOR.fullmatch(block.item):
            return ""
        self._anchors.add(block.item)
        return f"item-{block.item}"

    def _class(self, kind: str) -> str:
        return kind if _CLASS.fullmatch(kind) else ""


_ELEMENTS: dict[type[Block], Callable[[Elements, Any], Markup]] = {
    Heading: Elements._heading,
    Paragraph: Elements._paragraph,
    Entry: Elements._entry,
    TimelineRow: Elements._timeline_row,
    Card: Elements._card,
    CopyLine: Elements._copy_line,
    Table: Elements._table,
    Row: Elements._row,
    Notice: Elements._notice,
}

"""Blocks: the parts of a view, and the only thing that printers know.

Text enters a block through `Run`, which cleans it: no printer can let a control
character of a briefing or of a source through to a terminal.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from tui.diagnostics import Severity
from tui.frozen import field, frozen
from tui.text.clean import clean


class Style(StrEnum):
    """The role of a stretch of text; the theme decides its look. Style alone carries no meaning."""

    TEXT = "text"
    STRONG = "strong"
    MUTED = "muted"
    HEADING = "heading"
    LABEL = "label"
    QUOTE = "quote"
    """Words of a source."""
    EMPHASIS = "emphasis"
    """The emphasised part of a quotation."""
    OURS = "ours"
    """A judgment or reading of the analyst, not of a source."""
    VERIFIED = "verified"
    CAUTION = "caution"
    WRONG = "wrong"
    MARKING = "marking"
    MATCH = "match"
    """A search match."""
    LINK = "link"
    """An address, which may be one of the web; a block has at most one."""


@frozen
class Run:
    """A stretch of text of one style, without control characters."""

    text: str
    style: Style = Style.TEXT

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean(self.text))


Runs = tuple[Run, ...]
"""One paragraph of text: printers wrap it."""


def runs(*parts: str | Run) -> Runs:
    """A paragraph of plain text and styled runs; empty parts are left out."""
    made = (part if isinstance(part, Run) else Run(part) for part in parts)
    return tuple(part for part in made if part.text)


def plain(text: Iterable[Run]) -> str:
    """The text of a paragraph without its styles."""
    return "".join(run.text for run in text)


@frozen(kw_only=True)
class Block:
    """The base of all blocks."""

    item: str = ""
    """The id of the item shown; the cursor stops at blocks that have one."""
    refs: tuple[str, ...] = ()
    """The ids of the excerpts cited: footnotes in print."""
    marking: str = ""
    """The item's own marking, if it has one."""


@frozen(kw_only=True)
class Heading(Block):
    """A heading within a view."""

    text: Runs
    level: int = 2
    """1 a pane, 2 a section, 3 a part of a section."""
    aside: Runs = ()
    """A short remark at the right, such as the number of items."""
    group: str = ""
    """Sections of one group are side by side on a wide page, as in HTML."""


@frozen(kw_only=True)
class Paragraph(Block):
    """Running text that is not the entry of an item."""

    text: Runs
    kind: str = ""
    """`bottom-line`, `as-of`, `remark`; empty for plain text."""


@frozen(kw_only=True)
class Entry(Block):
    """An item of a list, such as a claim, an actor, a reaction, a judgment or a source."""

    kind: str
    """The item's kind in one word, which printers may use as a class."""
    label: Runs = ()
    """A short word or glyph and word before the name, such as `[-] CRITICAL`."""
    name: Runs = ()
    """The name of the item or of its owner; empty for a claim."""
    aside: Runs = ()
    """A short remark at the right of the first line, such as a date."""
    text: Runs = ()
    """The statement."""
    details: tuple[Runs, ...] = ()
    """Further lines, one paragraph each."""


@frozen(kw_only=True)
class TimelineRow(Block):
    """An event in a time line: a column of dates, then what happened."""

    when: Runs
    title: Runs
    aside: Runs = ()
    """Its status, such as `pending`."""
    text: Runs = ()
    details: tuple[Runs, ...] = ()


@frozen
class Field:
    """A labelled part of a card, such as WORDS or CHECKED."""

    label: str
    lines: tuple[Runs, ...]
    """One paragraph each."""
    kind: str = ""
    """`quote` for words of a source, which printers set apart."""


def filled_fields(lines: Mapping[str, tuple[Runs, ...]]) -> Iterator[Field]:
    """A field for each label that has lines."""
    return (Field(label, shown) for label, shown in lines.items() if shown)


@frozen(kw_only=True)
class Card(Block):
    """Labelled fields, in reading order."""

    fields: tuple[Field, ...]
    title: Runs = ()
    aside: Runs = ()


@frozen(kw_only=True)
class CopyLine(Block):
    """A line of a source's local copy, with its number and its marks."""

    number: int
    text: Runs
    aside: Runs = ()
    """The use of the line: `used: …`, `skipped: …`, `boilerplate`."""


@frozen(kw_only=True)
class Table(Block):
    """Rows of cells under a header."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...] = field(default=())


@frozen
class Columns:
    """The names of the columns of a table of rows."""

    names: tuple[Runs, ...]


@frozen(kw_only=True)
class Row(Block):
    """A row of a table in which each row is an item; the rows follow one another."""

    columns: Columns
    """The same for all rows of the table."""
    cells: tuple[Runs, ...]
    """One for each column; the first one names the owner of the row."""
    is_header: bool = False
    """The cells are the names of the columns."""


@frozen(kw_only=True)
class Notice(Block):
    """A message that must not be overlooked."""

    text: Runs
    severity: Severity = Severity.INFORMATION

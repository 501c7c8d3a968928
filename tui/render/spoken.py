"""Blocks as paragraphs for screen readers and braille displays.

There is no layout in columns, and symbols that would be read out as such (a tick, a bullet, a
bracket around a year) are replaced by words, except in the words of a source. A line end within
a text becomes a space, so that no text can pass for a line of its own.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import zip_longest
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
    plain,
)
from tui.diagnostics import Severity

_SOURCE_STYLES = frozenset({Style.QUOTE, Style.EMPHASIS})
_VERIFICATIONS = frozenset({Style.VERIFIED, Style.CAUTION, Style.WRONG})
_SYMBOL_STYLES = frozenset({Style.MUTED, Style.LABEL, *_VERIFICATIONS})

_SYMBOLS = (
    (re.compile(r"\[[-+=!? ]\] |^[✓✗~?!] "), ""),
    (re.compile(r"─+ ?"), ""),
    (re.compile(r" [·│] "), "; "),
    (re.compile(r" → ?"), " to "),
    (re.compile(r"^ \[(.*)\]$"), r" (\1)"),
    (re.compile(r"▾ "), "open: "),
    (re.compile(r"▸ "), "closed: "),
    (re.compile(r"(?<=\d)–(?=\d)"), " to "),
)
"""Symbols and the words that replace them."""

_DATES = (
    (re.compile(r"\[([^\]]+)\]"), r"\1 (inferred)"),
    (re.compile(r"^(.*\S) –$"), r"from \1"),
    (re.compile(r"^– (.*)$"), r"until \1"),
)
"""Dates as written in a column, and as spoken."""

_STOPS = tuple(".!?…")
_ENDS = (*_STOPS, ":", ";")
_CLOSING = "”’\"')]»"

_WORDS, _CHECKED, _OURS = "Words", "Checked", "ours"

_TITLE_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
"""Spaces between the parts of a title."""

_ASIDE_GAP = re.compile(r" {2,}(?=\S)")
"""Spaces between the parts of an aside."""

_SEVERITIES = {Severity.ERROR: "Attention: ", Severity.WARNING: "Attention: "}


def spoken(block: Block) -> Iterator[str]:
    """Yield the text of a block in paragraphs; none if it is empty."""
    paragraphs = [each for each in _SPEAKERS[type(block)](block) if each]
    if paragraphs and block.marking:
        paragraphs[0] = f"{block.marking}. {paragraphs[0]}"
    yield from paragraphs


def _heading(block: Heading) -> Iterator[str]:
    text = _TITLE_GAP.sub(": ", _without_symbols(plain(block.text)))
    yield _ended(_listed(text, _aside(block.aside)))


def _paragraph(block: Paragraph) -> Iterator[str]:
    is_remark = block.kind == "remark"
    yield _ended(
        _styled(block.text, _SYMBOL_STYLES | {Style.TEXT} if is_remark else _SYMBOL_STYLES)
    )


def _notice(block: Notice) -> Iterator[str]:
    yield _ended(_SEVERITIES.get(block.severity, "") + _words(block.text))


def _entry(block: Entry) -> Iterator[str]:
    """Yield label, name and date, then the statement; without a name, label and statement."""
    label = _label(_styled(block.label, _SYMBOL_STYLES | {Style.OURS}))
    if _begins_in(block.label, {Style.OURS}) or _begins_in(block.text, {Style.OURS}):
        label = _listed(label, _OURS)
    text = _words(block.text)
    if _is_quoted(block.text):
        text = _labelled(_WORDS, text)
    aside = _checked(block.aside, _dated(_aside(block.aside)))
    if block.name:
        yield _ended(_labelled(label, _listed(_words(block.name), aside)))
        yield _ended_unless_quoted(block.text, text)
    elif _is_quoted(block.text):
        yield _labelled(label, text)
        yield _ended(aside)
    else:
        yield " ".join(filter(None, (_ended(_labelled(label, text)), _ended(aside))))
    yield from _details(block.details)


def _timeline_row(block: TimelineRow) -> Iterator[str]:
    yield _ended(_labelled(_dated(_words(block.when)), _words(block.title)))
    yield _ended(_words(block.text))
    yield _ended(_aside(block.aside))
    yield from _details(block.details)


def _card(block: Card) -> Iterator[str]:
    title = _TITLE_GAP.sub(": ", plain(block.title))
    yield _ended(_listed(_label(title), _aside(block.aside)))
    for field in block.fields:
        yield from _field(field)


def _field(field: Field) -> Iterator[str]:
    """Yield a label with the first paragraph of its field, then the other paragraphs."""
    label = _label(field.label)
    if any(_begins_in(text, {Style.OURS}) for text in field.lines):
        label = _listed(label, _OURS)
    for text in field.lines:
        yield _ended_unless_quoted(text, _labelled(label, _words(text)))
        label = ""


def _copy_line(block: CopyLine) -> Iterator[str]:
    """Yield a line of a local copy, unless it is empty."""
    text, aside = _words(block.text), _ended(_aside(block.aside))
    if text or aside:
        yield f"Line {block.number}: {text or aside}"
    if text:
        yield aside


def _table(block: Table) -> Iterator[str]:
    """Yield the rows, each cell after the name of its column."""
    for row in block.rows:
        yield _ended("; ".join(_cells(block.header, row)))


def _row(block: Row) -> Iterator[str]:
    """Yield the first cell, then the others that have text, each after the name of its column."""
    if block.is_header:
        return
    first, *others = block.cells or ((),)
    yield _ended(_words(first))
    for cell in _cells(block.columns.names[1:], others):
        yield _ended(cell)


def _cells(names: Sequence[Runs], cells: Sequence[Runs]) -> Iterator[str]:
    for name, cell in zip_longest(names, cells, fillvalue=()):
        text = _styled(cell, _SYMBOL_STYLES | {Style.OURS, Style.TEXT})
        if text:
            yield _labelled(_words(name), text)


def _details(details: Sequence[Runs]) -> Iterator[str]:
    for detail in details:
        yield _ended_unless_quoted(detail, _checked(detail, _words(detail)))


def _checked(runs: Runs, text: str) -> str:
    """Put a label before a text that begins with the result of a verification."""
    return _labelled(_CHECKED, text) if _begins_in(runs, _VERIFICATIONS) else text


def _aside(text: Runs) -> str:
    """Return an aside in words, its parts separated by commas."""
    listed = [Run(_ASIDE_GAP.sub(", ", run.text), run.style) for run in text]
    return _words(tuple(listed)).removeprefix(", ")


def _words(text: Runs) -> str:
    """Return a paragraph in words."""
    return _styled(text, _SYMBOL_STYLES)


def _styled(text: Runs, symbol_styles: frozenset[Style]) -> str:
    """Return a paragraph in words; symbols are replaced in runs of those styles."""
    words = ""
    for run in text:
        part = _without_symbols(run.text) if run.style in symbol_styles else run.text
        if run.style in _VERIFICATIONS and words.rstrip().endswith(_STOPS):
            part = _labelled(_CHECKED, part)
        words += part[1:] if part.startswith("; ") and words.endswith(_STOPS) else part
    return " ".join(words.split())


def _without_symbols(text: str) -> str:
    for pattern, word in _SYMBOLS:
        text = pattern.sub(word, text)
    return text


def _dated(text: str) -> str:
    for pattern, word in _DATES:
        text = pattern.sub(word, text)
    return text


def _label(text: str) -> str:
    """Return a label in capitals as a capitalised word, since voices may spell capitals out."""
    return text.capitalize() if text.isupper() and len(text) > 1 else text


def _labelled(label: str, text: str) -> str:
    """Put a label before a text."""
    if not (label and text):
        return label or text
    return f"{label}{' ' if label.endswith(_ENDS) else ': '}{text}"


def _listed(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _ended_unless_quoted(runs: Runs, text: str) -> str:
    """End a text as a sentence unless it ends in words of a source, which are left unchanged."""
    return text if runs and runs[-1].style in _SOURCE_STYLES else _ended(text)


def _ended(text: str) -> str:
    """End a text as a sentence, so that a voice pauses after it."""
    return f"{text}." if text and not text.rstrip(_CLOSING).endswith(_ENDS) else text


def _begins_in(text: Sequence[Run], styles: Collection[Style]) -> bool:
    """Whether a paragraph begins in one of the styles."""
    return bool(text) and text[0].style in styles


def _is_quoted(text: Sequence[Run]) -> bool:
    """Whether a statement consists of words of a source only."""
    return plain(text) != "" and all(run.style in _SOURCE_STYLES for run in text)


_SPEAKERS: dict[type[Block], Callable[[Any], Iterator[str]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Notice: _notice,
    Entry: _entry,
    TimelineRow: _timeline_row,
    Card: _card,
    CopyLine: _copy_line,
    Table: _table,
    Row: _row,
}

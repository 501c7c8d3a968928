"""Blocks as paragraphs to be heard, or felt on a braille display: words, one after another.

Nothing stands beside or above anything else, and no sign is left that would be read out as a
sign: a tick, a bullet, a bracket round a year. What a source says is left as it is. A line end
within a text is a space, so that no text can pass for a line of its own.
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

_SOURCES_WORDS = frozenset({Style.QUOTE, Style.EMPHASIS})
_VERIFICATIONS = frozenset({Style.VERIFIED, Style.CAUTION, Style.WRONG})
_FURNITURE = frozenset({Style.MUTED, Style.LABEL, *_VERIFICATIONS})

_SIGNS = (
    (re.compile(r"\[[-+=!? ]\] |^[✓✗~?!] "), ""),
    (re.compile(r"─+ ?"), ""),
    (re.compile(r" [·│] "), "; "),
    (re.compile(r" → ?"), " to "),
    (re.compile(r"^ \[(.*)\]$"), r" (\1)"),
    (re.compile(r"▾ "), "open: "),
    (re.compile(r"▸ "), "closed: "),
    (re.compile(r"(?<=\d)–(?=\d)"), " to "),
)
"""What stands for a word in print, and the word."""

_DATES = (
    (re.compile(r"\[([^\]]+)\]"), r"\1 (inferred)"),
    (re.compile(r"^(.*\S) –$"), r"from \1"),
    (re.compile(r"^– (.*)$"), r"until \1"),
)
"""How a date is written in a column, and how it is said."""

_STOPS = tuple(".!?…")
_ENDS = (*_STOPS, ":", ";")
_CLOSING = "”’\"')]»"

_WORDS, _CHECKED, _OURS = "Words", "Checked", "ours"

_APART = re.compile(r"(?<=\S) {2,}(?=\S)")
"""What sets the parts of a title apart on one line."""

_GAP = re.compile(r" {2,}(?=\S)")
"""What sets the parts of a remark apart."""

_SEVERITIES = {Severity.ERROR: "Attention: ", Severity.WARNING: "Attention: "}


def spoken(block: Block) -> Iterator[str]:
    """What a block says, in paragraphs; nothing where it says nothing."""
    said = [each for each in _SPEAKERS[type(block)](block) if each]
    if said and block.marking:
        said[0] = f"{block.marking}. {said[0]}"
    yield from said


def _heading(block: Heading) -> Iterator[str]:
    text = _APART.sub(": ", _unsigned(plain(block.text)))
    yield _ended(_listed(text, _aside(block.aside)))


def _paragraph(block: Paragraph) -> Iterator[str]:
    is_remark = block.kind == "remark"
    yield _ended(_styled(block.text, _FURNITURE | {Style.TEXT} if is_remark else _FURNITURE))


def _notice(block: Notice) -> Iterator[str]:
    yield _ended(_SEVERITIES.get(block.severity, "") + _words(block.text))


def _entry(block: Entry) -> Iterator[str]:
    """Label, whose it is and when, then the statement; a statement alone stands by its label."""
    label = _label(_styled(block.label, _FURNITURE | {Style.OURS}))
    if _begins(block.label, {Style.OURS}) or _begins(block.text, {Style.OURS}):
        label = _listed(label, _OURS)
    text = _words(block.text)
    if _is_quoted(block.text):
        text = _behind(_WORDS, text)
    aside = _checked(block.aside, _dated(_aside(block.aside)))
    if block.name:
        yield _ended(_behind(label, _listed(_words(block.name), aside)))
        yield _closed(block.text, text)
    elif _is_quoted(block.text):
        yield _behind(label, text)
        yield _ended(aside)
    else:
        yield " ".join(filter(None, (_ended(_behind(label, text)), _ended(aside))))
    yield from _details(block.details)


def _timeline_row(block: TimelineRow) -> Iterator[str]:
    yield _ended(_behind(_dated(_words(block.when)), _words(block.title)))
    yield _ended(_words(block.text))
    yield _ended(_aside(block.aside))
    yield from _details(block.details)


def _card(block: Card) -> Iterator[str]:
    title = _APART.sub(": ", plain(block.title))
    yield _ended(_listed(_label(title), _aside(block.aside)))
    for field in block.fields:
        yield from _field(field)


def _field(field: Field) -> Iterator[str]:
    """A label and what it labels, on one line with it; further paragraphs follow."""
    label = _label(field.label)
    if any(_begins(text, {Style.OURS}) for text in field.lines):
        label = _listed(label, _OURS)
    for text in field.lines:
        yield _closed(text, _behind(label, _words(text)))
        label = ""


def _passage(block: CopyLine) -> Iterator[str]:
    """A line of a local copy; an empty one says nothing."""
    text, aside = _words(block.text), _ended(_aside(block.aside))
    if text or aside:
        yield f"Line {block.number}: {text or aside}"
    if text:
        yield aside


def _table(block: Table) -> Iterator[str]:
    """The cells of each row, each behind the name of its column."""
    for row in block.rows:
        yield _ended("; ".join(_cells(block.header, row)))


def _row(block: Row) -> Iterator[str]:
    """Whose row it is, then the cells that say something, each behind the name of its column."""
    if block.is_header:
        return
    first, *others = block.cells or ((),)
    yield _ended(_words(first))
    for cell in _cells(block.columns.names[1:], others):
        yield _ended(cell)


def _cells(names: Sequence[Runs], cells: Sequence[Runs]) -> Iterator[str]:
    for name, cell in zip_longest(names, cells, fillvalue=()):
        text = _styled(cell, _FURNITURE | {Style.OURS, Style.TEXT})
        if text:
            yield _behind(_words(name), text)


def _details(details: Sequence[Runs]) -> Iterator[str]:
    for detail in details:
        yield _closed(detail, _checked(detail, _words(detail)))


def _checked(runs: Runs, text: str) -> str:
    """A remark that begins with how something is verified, behind a word that says so."""
    return _behind(_CHECKED, text) if _begins(runs, _VERIFICATIONS) else text


def _aside(text: Runs) -> str:
    """A remark in words; what stands apart in it is listed."""
    listed = [Run(_GAP.sub(", ", run.text), run.style) for run in text]
    return _words(tuple(listed)).removeprefix(", ")


def _words(text: Runs) -> str:
    """A paragraph in words."""
    return _styled(text, _FURNITURE)


def _styled(text: Runs, furniture: frozenset[Style]) -> str:
    """A paragraph in words; runs of those styles have signs that are said otherwise."""
    said = ""
    for run in text:
        part = _unsigned(run.text) if run.style in furniture else run.text
        if run.style in _VERIFICATIONS and said.rstrip().endswith(_STOPS):
            part = _behind(_CHECKED, part)
        said += part[1:] if part.startswith("; ") and said.endswith(_STOPS) else part
    return " ".join(said.split())


def _unsigned(text: str) -> str:
    for sign, word in _SIGNS:
        text = sign.sub(word, text)
    return text


def _dated(text: str) -> str:
    for sign, word in _DATES:
        text = sign.sub(word, text)
    return text


def _label(text: str) -> str:
    """A label in capitals as a word that begins with one: capitals may be spelt out."""
    return text.capitalize() if text.isupper() and len(text) > 1 else text


def _behind(label: str, text: str) -> str:
    """A text behind its label."""
    if not (label and text):
        return label or text
    return f"{label}{' ' if label.endswith(_ENDS) else ': '}{text}"


def _listed(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _closed(runs: Runs, text: str) -> str:
    """A text as a sentence, unless it ends in words of a source, which nothing is added to."""
    return text if runs and runs[-1].style in _SOURCES_WORDS else _ended(text)


def _ended(text: str) -> str:
    """A text as a sentence: a voice pauses after it."""
    return f"{text}." if text and not text.rstrip(_CLOSING).endswith(_ENDS) else text


def _begins(text: Sequence[Run], styles: Collection[Style]) -> bool:
    """Whether a paragraph begins in one of those styles."""
    return bool(text) and text[0].style in styles


def _is_quoted(text: Sequence[Run]) -> bool:
    """Whether all of a statement is words of a source."""
    return plain(text) != "" and all(run.style in _SOURCES_WORDS for run in text)


_SPEAKERS: dict[type[Block], Callable[[Any], Iterator[str]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Notice: _notice,
    Entry: _entry,
    TimelineRow: _timeline_row,
    Card: _card,
    CopyLine: _passage,
    Table: _table,
    Row: _row,
}

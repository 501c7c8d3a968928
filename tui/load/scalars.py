"""Readers of scalars, one for each kind: texts, ids, words, numbers, flags and dates."""

import re

from tui.load.problems import quoted
from tui.load.read_context import NULLS, ReadContext, Reader
from tui.load.yaml_tree import UNREAD, Node, Unread
from tui.model import edtf
from tui.model.briefing import DERIVED_PANES
from tui.model.fields import (
    DateKind,
    FlagKind,
    IdentifierKind,
    Kind,
    NumberKind,
    ReferenceKind,
    TextKind,
    WordKind,
)
from tui.model.vocabularies import MARKINGS
from tui.text.nearest import nearest

IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
"""The pattern of ids."""
RESERVED = frozenset({*DERIVED_PANES, "null"})
"""Words that match the pattern but are not allowed as ids."""


def reader(kind: Kind, name: str) -> Reader:
    """Make the reader of a scalar field."""
    match kind:
        case TextKind(of_source=of_source):
            return _text_of_source(name) if of_source else _text(name)
        case IdentifierKind():
            return _identifier(name)
        case ReferenceKind():
            return _reference(name)
        case WordKind(vocabulary=vocabulary):
            return _word(name, vocabulary)
        case NumberKind(low=low, high=high):
            return _number(name, low, high)
        case FlagKind():
            return _flag(name)
        case DateKind():
            return _date(name)
        case _:
            raise TypeError(f"no reader for {kind}")


def _text(name: str) -> Reader:
    """Make the reader of a text by the author."""

    def read(node: Node, start: int, reading: ReadContext) -> str | Unread:
        if type(node) is not str:
            return reading.reject(node, start, name, "a text", _QUOTE)
        if len(node) < 5 and node in NULLS and reading.page.is_plain(start):
            return UNREAD
        if reading.page.escapes:
            reading.check_escapes(node, start)
        if start in reading.page.cut:
            reading.warn_of_cut(node, start)
        return node

    return read


def _text_of_source(name: str) -> Reader:
    """Make the reader of a text quoted from a source, which may contain control characters.

    An empty text counts as missing.
    """

    def read(node: Node, start: int, reading: ReadContext) -> str | Unread:
        if type(node) is not str:
            return reading.reject(node, start, name, "a text", _QUOTE)
        if not node or (len(node) < 5 and node in NULLS and reading.page.is_plain(start)):
            return UNREAD
        if reading.page.is_folded(start):
            message = f"a folded block (“>”) alters the text of “{name}”"
            help = "Write a literal block (“|-”), or quote the text."
            reading.report("folded-exact", start, message, help)
        elif start in reading.page.cut:
            reading.warn_of_cut(node, start)
        return node

    return read


def _identifier(name: str) -> Reader:
    """Make the reader of the id of an item."""

    def read(node: Node, start: int, reading: ReadContext) -> str | Unread:
        if type(node) is not str:
            return reading.reject(node, start, name, "a text")
        if IDENTIFIER.fullmatch(node) and node not in RESERVED:
            return node
        if reading.is_null(node, start):
            return UNREAD
        if node in DERIVED_PANES:
            message = f"“{node}” is the id of a pane that the program makes"
            help = "Choose another."
        else:
            message = f"{quoted(node)} is no id: small letters, digits and single hyphens"
            better = re.sub("[^a-z0-9]+", "-", node[:80].casefold()).strip("-")
            help = f"Write “{better}”." if better else ""
        reading.report("bad-id", reading.page.scalar(start, node), message, help)
        return UNREAD if "/" in node or not node else node

    return read


def _reference(name: str) -> Reader:
    """Make the reader of a reference to an item, whose existence is checked after loading."""

    def read(node: Node, start: int, reading: ReadContext) -> str | Unread:
        if type(node) is not str:
            return reading.reject(node, start, name, "the id of an item")
        return UNREAD if reading.is_null(node, start) else node

    return read


def _word(name: str, vocabulary: tuple[str, ...]) -> Reader:
    """Make the reader of a word of a closed vocabulary.

    A misspelt word is read as the nearest one, so that a slip causes no further problems. An
    unknown marking is read as the strictest, so that it discloses nothing.
    """
    known = frozenset(vocabulary)
    is_marking = vocabulary == MARKINGS

    def read(node: Node, start: int, reading: ReadContext) -> str | Unread:
        if type(node) is str and node in known:
            return node
        if type(node) is not str:
            rejected = reading.reject(node, start, name, f"a word, such as “{vocabulary[0]}”")
            return vocabulary[-1] if is_marking else rejected
        if reading.is_null(node, start):
            return UNREAD
        meant = _meant(node, vocabulary)
        help = f"Did you mean “{meant}”?" if meant else f"It is one of: {', '.join(vocabulary)}."
        command = ""
        if is_marking and marking_meant(node):
            help, command = f"Write {meant}.", "`briefing fix` replaces it."
        code = "bad-marking" if is_marking else "unknown-value"
        message = f"{quoted(node)} is no word for “{name}”"
        reading.report(code, reading.page.scalar(start, node), message, help, command)
        return meant or (vocabulary[-1] if is_marking else UNREAD)

    return read


def _number(name: str, low: int, high: int) -> Reader:
    """Make the reader of an integer."""

    def read(node: Node, start: int, reading: ReadContext) -> int | Unread:
        if type(node) is not str or reading.is_null(node, start):
            return reading.reject(node, start, name, "a whole number")
        if not _WHOLE.fullmatch(node):
            return reading.reject(node, start, name, "a whole number", f"From {low} to {high}.")
        if not low <= int(node) <= high:
            message = f"“{name}” goes from {low} to {high}, and {node} is written"
            reading.report("unknown-value", reading.page.scalar(start, node), message)
            return UNREAD
        return int(node)

    return read


def _flag(name: str) -> Reader:
    """Make the reader of `true` or `false`."""

    def read(node: Node, start: int, reading: ReadContext) -> bool | Unread:
        if node == "true":
            return True
        if node == "false":
            return False
        return reading.reject(node, start, name, "“true” or “false”")

    return read


def _date(name: str) -> Reader:
    """Make the reader of a date in EDTF level 1; an invalid one is reported and kept."""

    def read(node: Node, start: int, reading: ReadContext) -> str | Unread:
        if type(node) is not str:
            return reading.reject(node, start, name, "a date")
        if edtf.parse(node) is None:
            if reading.is_null(node, start):
                return UNREAD
            message = f"{quoted(node)} is no date"
            help = "Write such as 2022-05-05, 2022-06, 2005/.. or 2022? (EDTF level 1)."
            reading.report("bad-date", reading.page.scalar(start, node), message, help)
        return node

    return read


_QUOTE = "Quote it if it begins with “[” or “{”."
_WHOLE = re.compile("-?[0-9]{1,9}", re.ASCII)
_OLDER_NAMES = {"TLP:WHITE": "TLP:CLEAR"}
"""Markings of TLP 1.0 that TLP 2.0 renamed."""


def _meant(written: str, vocabulary: tuple[str, ...]) -> str:
    """The word of the vocabulary nearest to a misspelt one; empty if none is near."""
    if vocabulary == MARKINGS:
        return marking_meant(written) or nearest(_plain_marking(written)[:80], vocabulary)
    plain = written.lower()[:80]
    return plain if plain in vocabulary else nearest(plain, vocabulary)


def marking_meant(written: str) -> str:
    """The marking that a word is, regardless of case, spaces and older names; else empty."""
    plain = _plain_marking(written)
    return plain if plain in MARKINGS else ""


def _plain_marking(written: str) -> str:
    plain = "".join(written.upper().split())
    return _OLDER_NAMES.get(plain, plain)

"""The tree of a YAML file: texts, mappings and lists with their positions.

A position is an offset in the text of the file. Lines are counted as editors count them: they
end at LF, for which CRLF has been replaced. The other line ends of YAML 1.1 (a lone CR, U+0085,
U+2028, U+2029) start no line, so that line numbers agree with those in an editor.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from enum import Enum
from itertools import accumulate
from typing import Final

from tui.diagnostics import Span


class Unread(Enum):
    """The type of `UNREAD`, which replaces a value that could not be read and was reported."""

    UNREAD = "unread"


UNREAD: Final = Unread.UNREAD


class SourceText:
    """The text of a file, with conversion between offsets and spans."""

    def __init__(self, text: str) -> None:
        self.text = text
        """The text, with LF for CRLF."""
        self.escapes = "\\" in text
        """Whether the file may contain escapes such as `\\e`."""
        self.cut: dict[int, int] = {}
        """Texts followed by a single space and a comment: the end of each by its start."""
        self._starts: list[int] | None = None

    def span(self, start: int, length: int = 1) -> Span:
        """The span from an offset, of `length` code points or to the end of the line."""
        start = min(start, len(self.text))
        if self._starts is None:
            lengths = (len(line) + 1 for line in self.text.split("\n"))
            self._starts = [0, *accumulate(lengths)]
        line = bisect_right(self._starts, start)
        column = start - self._starts[line - 1]
        rest = self._starts[line] - 1 - start if line < len(self._starts) else 0
        return Span(line, column + 1, max(1, min(length, rest)))

    def offset(self, span: Span) -> int:
        """The offset at which a span begins."""
        self.span(0)
        return self._starts[span.line - 1] + span.column - 1 if self._starts else 0

    def scalar(self, start: int, value: str) -> Span:
        """The span of the first line of a text that begins at an offset."""
        quoted = _QUOTED.match(self.text, start)
        if quoted:
            return self.span(start, quoted.end() - start)
        if self.is_block(start):
            return self.span(start)
        first = self.text[start : start + len(value)].partition("\n")[0].rstrip()
        return self.span(start, len(first))

    def is_plain(self, start: int) -> bool:
        """Whether the text that begins at an offset is neither quoted nor a block."""
        return self.text[start : start + 1] not in ("'", '"', "|", ">")

    def is_folded(self, start: int) -> bool:
        """Whether the text that begins at an offset is a folded block (`>`)."""
        return self.text.startswith(">", start)

    def is_block(self, start: int) -> bool:
        """Whether the text that begins at an offset is a literal or folded block."""
        return self.text.startswith(("|", ">"), start)

    def is_flow(self, start: int) -> bool:
        """Whether the list that begins at an offset is written in brackets."""
        return self.text.startswith("[", start)


class Map(dict[str, "Node"]):
    """A mapping; satisfies `tui.diagnostics.Origin`."""

    __slots__ = ("cut", "page", "start", "values_at")

    def __init__(self, page: SourceText, start: int) -> None:
        self.page = page
        self.start = start
        self.values_at: list[int] = []
        """The offset of each value, in order."""
        self.cut = False
        """Whether reading stopped inside it, so that keys may be missing."""

    def span(self, *path: str | int) -> Span:
        """The span of the value at `path`, or of its nearest container that exists."""
        if not path or path[0] not in self:
            return self.page.span(self.start)
        name = str(path[0])
        return _span(self.page, self[name], self.values_at[self._number(name)], path[1:])

    def key_span(self, name: str) -> Span:
        """The span of a key of the mapping.

        It is searched backwards from the value, so that key positions need not be stored.
        """
        number = self._number(name)
        value, text = self.values_at[number], self.page.text
        least = self.values_at[number - 1] if number else self.start
        start = text.rfind(name, least, value) if name else -1
        while start >= 0 and not _BETWEEN.fullmatch(text, start + len(name), value):
            start = text.rfind(name, least, start + len(name) - 1)
        if start < 0:
            return self.page.span(value)
        quoted = (
            text[start - 1 : start] in ("'", '"') and text[start + len(name)] == text[start - 1]
        )
        return self.page.scalar(start - quoted, name)

    def place(self, name: str) -> int:
        """The offset of the value of a key, or of the mapping if it has no such key."""
        return self.values_at[self._number(name)] if name in self else self.start

    def _number(self, name: str) -> int:
        return list(self).index(name)


class List(list["Node"]):
    """A list; satisfies `tui.diagnostics.Origin`."""

    __slots__ = ("cut", "page", "start", "values_at")

    def __init__(self, page: SourceText, start: int) -> None:
        self.page = page
        self.start = start
        self.values_at: list[int] = []
        """The offset of each value, in order."""
        self.cut = False
        """Whether reading stopped inside it."""

    def span(self, *path: str | int) -> Span:
        """The span of the value at `path`, or of its nearest container that exists."""
        number = path[0] if path else None
        if not isinstance(number, int) or not 0 <= number < len(self):
            return self.page.span(self.start)
        return _span(self.page, self[number], self.values_at[number], path[1:])


Node = str | Map | List | Unread
"""A value of a file. Every scalar is text; the schema gives it a type."""


def change_texts(node: Node | None, change: Callable[[str], str]) -> None:
    """Change every text in a mapping or list in place, except keys."""
    if isinstance(node, Map):
        for key, value in node.items():
            if isinstance(value, str):
                node[key] = change(value)
            else:
                change_texts(value, change)
    elif isinstance(node, List):
        for number, value in enumerate(node):
            if isinstance(value, str):
                node[number] = change(value)
            else:
                change_texts(value, change)


_BETWEEN = re.compile(r"""["']?(?:\s*:(?:[ \t\n]|#[^\n]*\n|[&!][^\s,\[\]{}]*)*|[ \t]*)""")
"""The text between a key and its value."""
_QUOTED = re.compile(r""""(?:[^"\\\n]|\\.)*"?|'(?:[^'\n]|'')*'?""")


def _span(page: SourceText, node: Node, start: int, path: tuple[str | int, ...]) -> Span:
    match node:
        case Map() | List():
            return node.span(*path)
        case Unread():
            return page.span(start)
        case _:
            return page.scalar(start, node)

"""The values of a YAML file with their places: text, mappings and lists, and nothing else.

A place is an offset in the file's text, and lines are counted as editors count them: a line
ends at LF, and CRLF has been read as LF. What YAML 1.1 takes for line ends besides (a lone CR,
U+0085, U+2028, U+2029) never starts a line here, so that the numbers agree with what an
author sees beside the text.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from enum import Enum
from itertools import accumulate
from typing import Final

from tui.diagnostics import Span


class Unread(Enum):
    """What stands where nothing usable does, and why that is so has been reported."""

    UNREAD = "unread"


UNREAD: Final = Unread.UNREAD


class SourceText:
    """The text of a file, for turning offsets into lines and columns."""

    def __init__(self, text: str) -> None:
        self.text = text
        """CRLF read as LF."""
        self.escapes = "\\" in text
        """Whether any text of the file may hold what an escape such as `\\e` makes."""
        self.cut: dict[int, int] = {}
        """Where the texts begin and end that a comment follows after one space."""
        self._starts: list[int] | None = None

    def span(self, start: int, length: int = 1) -> Span:
        """The place of an offset, and as much of `length` as is on its line."""
        start = min(start, len(self.text))
        if self._starts is None:
            lengths = (len(line) + 1 for line in self.text.split("\n"))
            self._starts = [0, *accumulate(lengths)]
        line = bisect_right(self._starts, start)
        column = start - self._starts[line - 1]
        rest = self._starts[line] - 1 - start if line < len(self._starts) else 0
        return Span(line, column + 1, max(1, min(length, rest)))

    def offset(self, span: Span) -> int:
        """The offset of the beginning of a place."""
        self.span(0)
        return self._starts[span.line - 1] + span.column - 1 if self._starts else 0

    def scalar(self, start: int, value: str) -> Span:
        """The place of a text that begins at an offset: what of it is on its first line."""
        quoted = _QUOTED.match(self.text, start)
        if quoted:
            return self.span(start, quoted.end() - start)
        if self.block(start):
            return self.span(start)
        first = self.text[start : start + len(value)].partition("\n")[0].rstrip()
        return self.span(start, len(first))

    def plain(self, start: int) -> bool:
        """Whether the text that begins at an offset is neither quoted nor a block."""
        return self.text[start : start + 1] not in ("'", '"', "|", ">")

    def folded(self, start: int) -> bool:
        """Whether the text that begins at an offset is a folded block (`>`)."""
        return self.text.startswith(">", start)

    def block(self, start: int) -> bool:
        """Whether the text that begins at an offset is a literal or folded block."""
        return self.text.startswith(("|", ">"), start)

    def flow(self, start: int) -> bool:
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
        """Whether reading stopped within it: keys may be missing for that."""

    def span(self, *path: str | int) -> Span:
        """The place of the value at `path`, or of the nearest that exists."""
        if not path or path[0] not in self:
            return self.page.span(self.start)
        name = str(path[0])
        return _span(self.page, self[name], self.values_at[self._number(name)], path[1:])

    def key_span(self, name: str) -> Span:
        """The place of a key that the mapping has.

        It is looked for backwards from its value: to keep all of them would cost every file.
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
        """The offset of the value of a key; that of the mapping where it lacks the key."""
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
        """Whether reading stopped within it."""

    def span(self, *path: str | int) -> Span:
        """The place of the value at `path`, or of the nearest that exists."""
        number = path[0] if path else None
        if not isinstance(number, int) or not 0 <= number < len(self):
            return self.page.span(self.start)
        return _span(self.page, self[number], self.values_at[number], path[1:])


Node = str | Map | List | Unread
"""A value of a file: every scalar is text, and the schema gives it a type."""


def change_texts(node: Node | None, change: Callable[[str], str]) -> None:
    """Change every text within a mapping or list, keys aside, in place."""
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
"""What stands between a key and its value."""
_QUOTED = re.compile(r""""(?:[^"\\\n]|\\.)*"?|'(?:[^'\n]|'')*'?""")


def _span(page: SourceText, node: Node, start: int, path: tuple[str | int, ...]) -> Span:
    match node:
        case Map() | List():
            return node.span(*path)
        case Unread():
            return page.span(start)
        case _:
            return page.scalar(start, node)

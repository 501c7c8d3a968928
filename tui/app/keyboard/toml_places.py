"""Where in a TOML file its keys and values stand, which `tomllib` does not tell.

It takes only what `tomllib` has accepted, and therefore need not know what is wrong TOML.
"""

import re
import tomllib
from bisect import bisect_right
from collections import Counter
from typing import NamedTuple

from tui.diagnostics import Span

Path = tuple[str | int, ...]
"""The names of tables and keys and the numbers of elements that lead to a value."""


class Places(NamedTuple):
    """The places of a file."""

    keys: dict[Path, Span]
    """Of the keys, with what is written of their dotted name up to them; of tables, the header."""
    values: dict[Path, Span]
    """Of the values; of one that takes several lines, the first of them."""


def places(text: str) -> Places:
    """The places of a text that `tomllib` has read; line ends are `\\n`."""
    return _Reader(text).read()


class _Token(NamedTuple):
    text: str
    start: int
    end: int


_TOKEN = re.compile(
    r"""
    [ \t\r]+ | \#[^\n]*
    | (?P<token>
        \"{3} (?: \\. | [^\\] )*? \"{3,5}
      | '{3} .*? '{3,5}
      | " (?: \\. | [^"\\\n] )* "
      | ' [^'\n]* '
      | [A-Za-z0-9_-]+
      | .
      )
    """,
    re.VERBOSE | re.DOTALL,
)

_ENDS = frozenset("\n,]}")
"""Tokens that end a value without brackets of its own."""


class _Reader:
    """Goes through the tokens of a file once."""

    def __init__(self, text: str) -> None:
        found = ((match["token"], *match.span()) for match in _TOKEN.finditer(text))
        self._tokens = [_Token(*each) for each in found if each[0] is not None]
        self._at = 0
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._length = len(text)
        self._elements: Counter[Path] = Counter()
        """How many tables there are so far of each array of tables."""
        self._places = Places({}, {})

    def read(self) -> Places:
        """The places of all that is there."""
        table: Path = ()
        while self._at < len(self._tokens):
            if self._has("\n"):
                self._at += 1
            elif self._has("["):
                table = self._header()
            else:
                self._pair(table)
        return self._places

    def _has(self, text: str) -> bool:
        return self._at < len(self._tokens) and self._tokens[self._at].text == text

    def _header(self) -> Path:
        """The table that a header opens."""
        self._at += 1
        is_array = self._has("[")
        self._at += is_array
        names = self._names()
        path: Path = ()
        for number, (name, span) in enumerate(names, 1):
            path += (name,)
            self._places.keys.setdefault(path, span)
            if is_array and number == len(names):
                self._elements[path] += 1
            if path in self._elements:
                path += (self._elements[path] - 1,)
                self._places.keys.setdefault(path, span)
        self._at += 1 + is_array
        return path

    def _pair(self, table: Path) -> None:
        """A key and its value."""
        path = table
        for name, span in self._names():
            path += (name,)
            self._places.keys.setdefault(path, span)
        self._at += 1
        self._value(path)

    def _names(self) -> list[tuple[str, Span]]:
        """The parts of a dotted name, each with all that is written of it so far."""
        first = self._tokens[self._at]
        names = []
        while True:
            token = self._tokens[self._at]
            names.append((_unquoted(token.text), self._span(first.start, token.end)))
            self._at += 1
            if not self._has("."):
                return names
            self._at += 1

    def _value(self, path: Path) -> None:
        first = self._tokens[self._at]
        if first.text == "[":
            self._array(path)
        elif first.text == "{":
            self._inline_table(path)
        else:
            while self._at < len(self._tokens) and self._tokens[self._at].text not in _ENDS:
                self._at += 1
        last = self._tokens[self._at - 1]
        self._places.values[path] = self._span(first.start, last.end)

    def _array(self, path: Path) -> None:
        self._at += 1
        number = 0
        while not self._has("]"):
            if self._has("\n") or self._has(","):
                self._at += 1
            else:
                self._value((*path, number))
                number += 1
        self._at += 1

    def _inline_table(self, path: Path) -> None:
        self._at += 1
        while not self._has("}"):
            if self._has(",") or self._has("\n"):
                self._at += 1
            else:
                self._pair(path)
        self._at += 1

    def _span(self, start: int, end: int) -> Span:
        line = bisect_right(self._starts, start)
        line_end = self._starts[line] - 1 if line < len(self._starts) else self._length
        column = start - self._starts[line - 1] + 1
        return Span(line, column, max(min(end, line_end) - start, 1))


def _unquoted(text: str) -> str:
    """What a key is that is written so."""
    if text[0] not in "\"'":
        return text
    name: str = tomllib.loads(f"key = {text}")["key"]
    return name

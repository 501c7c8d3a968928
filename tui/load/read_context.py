"""The context that field readers share while a file is read."""

import re
from collections.abc import Callable
from typing import Any

from tui.diagnostics import Span
from tui.load.hygiene import CONTROLS, OVERRIDES
from tui.load.problems import Problems, quoted
from tui.load.yaml_tree import UNREAD, List, Map, Node, Unread
from tui.model.sources import Excerpt

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""The spellings of null in YAML 1.1, if they are not quoted."""


class ReadContext:
    """The state of reading one file."""

    def __init__(self, root: Node | None, problems: Problems) -> None:
        self.page = problems.page
        self.problems = problems
        self.owner = ""
        """The id of the current item."""
        self.excerpts: list[Excerpt] = []
        """The excerpts written in place of an id, in the order of the file."""
        self._sources, self._sources_reported = _sources(root)
        self._root = root
        self._written: set[str] | None = None
        self._children: dict[str, int] = {}

    def report(
        self, code: str, place: Span | int, message: str, help: str = "", command: str = ""
    ) -> None:
        """Report a problem of the current item."""
        self.problems.add(code, place, message, help, item=self.owner, command=command)

    def is_null(self, node: Node, start: int) -> bool:
        """Whether a value is null or empty."""
        return type(node) is str and len(node) < 5 and node in NULLS and self.page.is_plain(start)

    def reject(self, node: Node, start: int, name: str, meant: str, help: str = "") -> Unread:
        """Report a value of the wrong type, unless it is null or has been reported."""
        if not _is_reported(node) and not self.is_null(node, start):
            message = f"“{name}” is {meant}, and {_describe(node)} is written"
            self.report("wrong-type", self.place(node, start), message, help)
        return UNREAD

    def place(self, node: Node, start: int) -> Span:
        """The span of a value that begins at an offset."""
        return self.page.scalar(start, node) if type(node) is str else self.page.span(start)

    def number(self, group: str) -> int:
        """Count a record of a group, from 1."""
        number = self._children[group] = self._children.get(group, 0) + 1
        return number

    def unique(self, wanted: str) -> str:
        """An id that no record of the file has: the one wanted, followed by a number if needed."""
        while True:
            number = self.number(f"{wanted}-")
            free = wanted if number == 1 else f"{wanted}-{number}"
            if (number == 1 and not self._may_be_written(free)) or not self._is_written(free):
                return free

    def _may_be_written(self, id: str) -> bool:
        """Whether the text seems to contain an id; cheaper than collecting all ids."""
        text = self.page.text
        return f"id: {id}" in text or f': "{id}' in text or f": '{id}" in text

    def _is_written(self, id: str) -> bool:
        if self._written is None:
            self._written = set()
            _collect_ids(self._root, self._written)
        return id in self._written

    def only_source(self, excerpt: Map) -> str:
        """The source of an excerpt that names none: the only source of the file, or empty."""
        if len(self._sources) == 1 and isinstance(self._sources[0], Map):
            return str(self._sources[0].get("id", ""))
        start = excerpt.place("source")
        missing = "source" not in excerpt or self.is_null(excerpt["source"], start)
        if missing and not excerpt.cut and (self._sources or not self._sources_reported):
            self._sources_reported = not self._sources
            number = len(self._sources) or "none"
            message = f"this excerpt has no “source”, and the file has {number}"
            self.report("missing-key", excerpt.span(), message)
        return ""

    def check_escapes(self, text: str, start: int) -> None:
        """Report a banned character written as an escape; raw ones are reported already."""
        if not self.page.text.startswith('"', start):
            return
        found = re.search(_BANNED, text)
        raw = re.compile(_DOUBLE_QUOTED, re.DOTALL).match(self.page.text, start) if found else None
        if found and raw and found[0] not in raw[0]:
            code = "bidi-control" if re.match(f"[{OVERRIDES}]", found[0]) else "control-character"
            message = f"an escape makes the character U+{ord(found[0]):04X}"
            self.report(code, self.page.scalar(start, text), message, "Delete it.")

    def warn_of_cut(self, text: str, start: int) -> None:
        """Report an unquoted text cut by a `#`, unless a comment seems to be meant."""
        end = self.page.cut[start]
        dropped = self.page.text[end + 1 : end + 200].partition("\n")[0]
        remark = dropped.startswith("# ") and (
            text.endswith(_SENTENCE_ENDS) or (text.islower() and " " not in text)
        )
        if self.page.is_plain(start) and not remark:
            message = f"“#” after a space dropped {quoted(dropped)}"
            help = "Quote the text, or put two spaces before a comment."
            self.report("text-cut-by-comment", self.page.scalar(start, text), message, help)


Reader = Callable[[Node, int, ReadContext], Any]
"""Converts a node at an offset into the value of a field, or `UNREAD`."""

_BANNED = f"[{CONTROLS}\r{OVERRIDES}]"
_DOUBLE_QUOTED = r'"(?:[^"\\]|\\.)*"'
_SENTENCE_ENDS = (".", "!", "?", "…", ":", ";", "”", ")")


def _sources(root: Node | None) -> tuple[list[Node], bool]:
    """The sources of a file, and whether their wrong type has been reported."""
    written = root.get("sources", "") if type(root) is Map else ""
    if isinstance(written, Map | List):
        return [written] if isinstance(written, Map) else written, False
    return [], written not in NULLS


def _collect_ids(node: Node | None, into: set[str]) -> None:
    if type(node) is Map:
        found = node.get("id")
        if type(found) is str:
            into.add(found)
        for each in node.values():
            if type(each) is not str:
                _collect_ids(each, into)
    elif type(node) is List:
        for each in node:
            if type(each) is not str:
                _collect_ids(each, into)


def _is_reported(node: Node) -> bool:
    """Whether a part of a value could not be read."""
    match node:
        case Map():
            return node.cut or any(_is_reported(each) for each in node.values())
        case List():
            return node.cut or any(_is_reported(each) for each in node)
        case _:
            return node is UNREAD


def _describe(node: Node) -> str:
    match node:
        case Map():
            return "a mapping"
        case List():
            return "a list"
        case _:
            return quoted(str(node))

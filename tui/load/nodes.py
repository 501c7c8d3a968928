"""Construction of the tree of a file from the events of libyaml.

Every scalar stays text; the schema gives it a type. Features of YAML that the format excludes
(tags, anchors, merge keys …) are reported, and the rest of the file is read.
"""

import re
from collections.abc import Iterator
from itertools import chain, islice

from tui.load.hygiene import restore
from tui.load.libyaml import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
    YAMLError,
    events,
)
from tui.load.problems import Problems
from tui.load.refusals import DEEPEST, LONGEST, MOST_NODES, Refusals
from tui.load.yaml_tree import UNREAD, List, Map, Node, SourceText, change_texts

_LONG = LONGEST // 4
"""The code points of a text that may exceed `LONGEST` bytes."""
_BOTTOM = 1000
"""The nesting at which reading stops: each level takes libyaml longer than the one before."""
_TOO_DEEP = "maximum nesting depth"
"""Part of the message with which libyaml, from 0.2.6 on, stops at its own limit."""
_FRAME = 4
"""The events of a file that are not nodes: start and end of the stream and of the document."""


class Parsed:
    """The tree of a file."""

    def __init__(self) -> None:
        self.root: Node | None = None
        """`None` if the file is empty."""
        self.whole = False
        """Whether the file was read to its end."""


def parse(text: str, page: SourceText, problems: Problems) -> Parsed:
    """Parse a text as far as it is valid YAML.

    Args:
        text: `page.text`, or the same with stand-ins (`tui.load.hygiene`).
        page: The text of the file.
        problems: Collects the problems found.
    """
    parsed = Parsed()
    try:
        _Walk(text, page, problems).read(parsed)
        parsed.whole = True
    except YAMLError as error:
        from tui.load.syntax import explain  # noqa: PLC0415 - rarely needed

        trouble = explain(error, page.text)
        if _TOO_DEEP in trouble.message:
            Refusals(page, problems).too_deep(trouble.start, stopped=True)
        else:
            problems.add("yaml-syntax", trouble.start, trouble.message, trouble.help)
    except _Stopped:
        pass
    if isinstance(parsed.root, Map | List):
        parsed.root.cut = not parsed.whole
    if text is not page.text:
        change_texts(parsed.root, restore)
    return parsed


class _Stopped(Exception):  # noqa: N818 - not an error but the end of reading
    """A limit was exceeded, which has been reported."""


class _Progress:
    """The progress of a walk."""

    def __init__(self) -> None:
        self.ended = 0
        """The number of mappings and lists that have ended."""
        self.reached = 0
        """The offset at which the last mapping or list began."""


class _Walk:
    """A pass over the events of a file."""

    def __init__(self, text: str, page: SourceText, problems: Problems) -> None:
        self._page = page
        self._refuse = Refusals(page, problems)
        self._progress = _Progress()
        self._next = chain.from_iterable(_portions(text, self._progress, self._refuse)).__next__
        self._comments = frozenset(_comments(page.text))

    def read(self, parsed: Parsed) -> None:
        """Read the first document of the file; a second one is refused."""
        self._next()
        if type(self._next()) is StreamEndEvent:
            return
        event = self._next()
        if type(event) is ScalarEvent:
            parsed.root, _ = self._scalar(event)
        else:
            parsed.root = self._open(event, 1)
            self._fill(parsed.root, 1)
        self._next()
        event = self._next()
        kind = type(event)
        if kind is DocumentStartEvent:
            self._refuse.second_document(event.start_mark.index)
            raise _Stopped

    def _fill(self, node: Node, depth: int) -> None:
        """Read the contents of a mapping or list."""
        try:
            if type(node) is Map:
                self._pairs(node, depth)
            elif type(node) is List:
                self._entries(node, depth)
        except (YAMLError, _Stopped):
            if isinstance(node, Map | List):
                node.cut = True
            raise

    def _pairs(self, node: Map, depth: int) -> None:
        following, at_value = self._next, node.values_at.append
        comments = self._comments
        while True:
            event = following()
            kind = type(event)
            if kind is not ScalarEvent:
                if kind is MappingEndEvent:
                    break
                self._leave_out_pair(event)
                continue
            key = event.value
            suspicious = key in node or key == "<<" or event.anchor or event.tag
            if suspicious and self._is_bad_key(node, event):
                self._discard(following())
                continue
            event = following()
            kind, start = type(event), event.start_mark.index
            if kind is ScalarEvent:
                value = event.value
                if event.anchor or event.tag or len(value) > _LONG:
                    value, start = self._scalar(event)
                elif comments and event.end_mark.index in comments:
                    self._page.cut[start] = event.end_mark.index
                node[key] = value
                at_value(start)
            else:
                node[key] = child = self._open(event, depth + 1)
                at_value(start)
                self._fill(child, depth + 1)
        self._progress.ended += 1

    def _entries(self, node: List, depth: int) -> None:
        following, add, at_value = self._next, node.append, node.values_at.append
        comments = self._comments
        while True:
            event = following()
            kind = type(event)
            if kind is SequenceEndEvent:
                break
            start = event.start_mark.index
            if kind is ScalarEvent:
                value = event.value
                if event.anchor or event.tag or len(value) > _LONG:
                    value, start = self._scalar(event)
                elif comments and event.end_mark.index in comments:
                    self._page.cut[start] = event.end_mark.index
                add(value)
                at_value(start)
            else:
                child = self._open(event, depth + 1)
                add(child)
                at_value(start)
                self._fill(child, depth + 1)
        self._progress.ended += 1

    def _open(self, event: Event, depth: int) -> Node:
        """Make an empty mapping or list for the event that begins it."""
        kind, start = type(event), event.start_mark.index
        self._progress.reached = start
        if kind is AliasEvent:
            self._refuse.alias(start, event.anchor)
            return UNREAD
        if depth > DEEPEST:
            self._refuse.too_deep(start)
            self._discard(event)
            return UNREAD
        start = self._properties(event)
        return (Map if kind is MappingStartEvent else List)(self._page, start)

    def _scalar(self, event: Event) -> tuple[Node, int]:
        """Read a text that is long or has a tag or an anchor.

        Returns:
            The text and the offset at which it begins.
        """
        start = self._properties(event)
        if len(event.value) > _LONG and len(event.value.encode()) > LONGEST:
            self._refuse.long_scalar(start)
            return UNREAD, start
        return event.value, start

    def _properties(self, event: Event) -> int:
        """Refuse an anchor and a tag; return the offset at which the value itself begins."""
        start: int = event.start_mark.index
        if event.tag is not None:
            self._refuse.tag(start)
        if event.anchor is not None:
            self._refuse.anchor(start, event.anchor)
        if not self._page.text.startswith(("&", "!"), start):
            return start
        found = _PROPERTIES.match(self._page.text, start)
        return found.end() if found else start

    def _is_bad_key(self, node: Map, event: Event) -> bool:
        """Report problems of a key; return whether it is left out with its value."""
        key, start = event.value, self._properties(event)
        if key == "<<":
            self._refuse.merge_key(start)
        elif key in node:
            self._refuse.duplicate_key(start, node, key)
        return key == "<<" or key in node

    def _leave_out_pair(self, event: Event) -> None:
        """Refuse a key that is not a text, and skip its value."""
        kind = type(event)
        if kind is AliasEvent:
            self._refuse.alias(event.start_mark.index, event.anchor)
        else:
            self._refuse.complex_key(event.start_mark.index)
        self._discard(event)
        self._discard(self._next())

    def _discard(self, event: Event) -> None:
        """Skip a value."""
        level, start = 0, event.start_mark.index
        while True:
            if isinstance(event, CollectionStartEvent):
                level += 1
            elif isinstance(event, CollectionEndEvent):
                level -= 1
                self._progress.ended += 1
            if level == 0:
                return
            if level > _BOTTOM:
                self._refuse.too_deep(start, stopped=True)
                raise _Stopped
            event = self._next()


_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*(?:\s|#[^\n]*\n)*)*")


def _portions(text: str, progress: _Progress, refuse: Refusals) -> Iterator[Iterator[Event]]:
    """The events of a file, in portions that together have at most `MOST_NODES` nodes."""
    source = events(text)
    taken = 0
    while (left := MOST_NODES + _FRAME + progress.ended - taken) > 0:
        yield islice(source, left)
        taken += left
    refuse.too_many_nodes(progress.reached)
    raise _Stopped


def _comments(text: str) -> Iterator[int]:
    """The offsets of single spaces before a comment."""
    for found in re.finditer(" #", text) if "#" in text else ():
        if found.start() and not text[found.start() - 1].isspace():
            yield found.start()

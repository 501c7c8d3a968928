"""Fixes of a briefing that need no judgment, as edits that leave the rest of the file as it is.

Fixes are kept only if they make the file better. The changed file is loaded again: exactly the
intended values must differ, each fixed problem must be gone, and there must be no new error or
warning.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate

from tui.diagnostics import Severity
from tui.frozen import frozen
from tui.load import hygiene
from tui.load.fixes import Fix, Fixer
from tui.load.yaml_tree import List, Map, Node, Unread
from tui.model.document import Document

Loader = Callable[[bytes], Document]


@frozen
class FixResult:
    """A briefing after fixing."""

    data: bytes
    """The file; unchanged if nothing was fixed."""
    document: Document
    """The document of that file."""
    done: tuple[Fix, ...]
    """The fixes made, in the order of the file."""
    refused: tuple[Fix, ...]
    """The fixes not made because they would cause other problems."""


def fix(data: bytes, load: Loader, *, pin: bool = False) -> FixResult:
    """Fix a briefing.

    A file that is not UTF-8 or cannot be read to its end is left as it is.

    Args:
        data: The bytes of the file.
        load: Makes a document of such bytes.
        pin: Whether to pin copies of sources that are not pinned yet.
    """
    document = load(data)
    root = _root(document)
    if root is None or root.cut or not _is_utf8(data):
        return FixResult(data, document, (), ())
    attempt = _Attempt(data, document, load)
    fixer = Fixer(document, root, hygiene.read(data).parsable)
    fixes = [
        *fixer.certain(pin=pin),
        *_settled(fixer.choices(), attempt),
    ]
    kept = attempt.best(sorted(fixes, key=lambda each: each.span))
    refused = tuple(each for each in fixes if each not in kept)
    if not kept:
        return FixResult(data, document, (), refused)
    changed = attempt.changed(kept)
    return FixResult(changed, load(changed), tuple(kept), refused)


class _Attempt:
    """Tries fixes on one file."""

    def __init__(self, data: bytes, document: Document, load: Loader) -> None:
        self._raw = data.decode()
        self._document = document
        self._load = load

    def changed(self, fixes: Iterable[Fix]) -> bytes:
        """The file with some fixes; line ends and byte order mark are kept."""
        raw = self._raw
        mark = len("\ufeff") if raw.startswith("\ufeff") else 0
        lines = raw.removeprefix("\ufeff").split("\n")
        ends = accumulate(len(line.removesuffix("\r")) + 1 for line in lines[:-1])
        returns = [end - 1 for end, line in zip(ends, lines, strict=False) if line.endswith("\r")]
        edits = {change.edit for each in fixes for change in each.changes}
        ending = "\r\n" if returns else "\n" if "\n" in raw else "\r"
        for start, end, text in sorted(edits, reverse=True):
            first, last = (at + mark + bisect_left(returns, at) for at in (start, end))
            raw = raw[:first] + text.replace("\n", ending) + raw[last:]
        return raw.encode()

    def best(self, fixes: Sequence[Fix]) -> list[Fix]:
        """The most fixes, found by bisection, that together make the file better."""
        if not fixes or self._is_better(fixes):
            return list(fixes)
        if len(fixes) == 1:
            return []
        middle = len(fixes) // 2
        first, second = self.best(fixes[:middle]), self.best(fixes[middle:])
        both = [*first, *second]
        if not (first and second) or self._is_better(both):
            return both
        return max(first, second, key=len)

    def makes_no_error(self, fix: Fix) -> bool:
        """Whether a fix alone has its intended effect and causes no error."""
        after = self._load(self.changed([fix]))
        new = _problems(after, _ERRORS) - _problems(self._document, _ERRORS)
        return not new and self._is_as_meant(after, [fix])

    def _is_better(self, fixes: Sequence[Fix]) -> bool:
        after = self._load(self.changed(fixes))
        before, left = _problems(self._document, _ALL), _problems(after, _ALL)
        fixed = Counter((each.code, each.item) for each in fixes if each.code)
        worse = left - (before - fixed)
        return not worse and self._is_as_meant(after, fixes)

    def _is_as_meant(self, after: Document, fixes: Iterable[Fix]) -> bool:
        """Whether exactly the intended values have changed."""
        meant: dict[int, dict[str | int, str]] = {}
        for each in fixes:
            for change in each.changes:
                meant.setdefault(id(change.owner), {})[change.key] = change.value
        return _values(_root(self._document), meant) == _values(_root(after), {})


_ERRORS = frozenset({Severity.ERROR})
_ALL = frozenset({Severity.ERROR, Severity.WARNING})
"""The severities that a clean file is free of."""


def _settled(choices: Iterable[Sequence[Fix]], attempt: _Attempt) -> Iterable[Fix]:
    """The fixes of those choices of which all others would cause errors."""
    for each in choices:
        possible = [fix for fix in each if attempt.makes_no_error(fix)]
        if len(possible) == 1:
            yield possible[0]


def _problems(document: Document, severities: Iterable[Severity]) -> Counter[tuple[str, str]]:
    """Count the problems by rule and item."""
    counted = frozenset(severities)
    return Counter((each.code, each.item) for each in document.problems if each.severity in counted)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _root(document: Document) -> Map | None:
    origin = document.briefing.origin
    return origin if isinstance(origin, Map) else None


def _values(node: Node | None, meant: Mapping[int, Mapping[str | int, str]]) -> object:
    """The values of a tree after the intended changes."""
    other = meant.get(id(node), {})
    match node:
        case Map():
            return {key: _values(each, meant) for key, each in node.items()} | {**other}
        case List():
            return [other.get(at, _values(each, meant)) for at, each in enumerate(node)]
        case Unread():
            return None
    return node

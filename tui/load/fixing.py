"""What can be mended in a briefing without judgment, as edits that leave all else as it is.

A file is mended only where that makes it better and nothing in it worse: it is loaded anew, what
is read must be exactly what was meant to change and nothing besides, each problem that was
mended must be gone, and no other error or warning may have come.
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
    """A briefing after mending."""

    data: bytes
    """Its file; the same as before where nothing was mended."""
    document: Document
    """What that file says."""
    done: tuple[Fix, ...]
    """What was mended, in the order of the file."""
    refused: tuple[Fix, ...]
    """What was not, since it would have made something else wrong."""


def fix(data: bytes, load: Loader, *, pin: bool = False) -> FixResult:
    """Mend what can be mended; with `pin` also pin the copies of sources that are not pinned.

    `load` makes a document of the bytes of the file. A file that is not UTF-8 or cannot be read
    to its end is left as it is.
    """
    document = load(data)
    root = _root(document)
    if root is None or root.cut or not _is_utf8(data):
        return FixResult(data, document, (), ())
    attempt = _Attempt(data, document, load)
    mender = Fixer(document, root, hygiene.read(data).parsable)
    fixes = [
        *mender.certain(pin=pin),
        *_settled(mender.choices(), attempt),
    ]
    kept = attempt.best(sorted(fixes, key=lambda each: each.span))
    refused = tuple(each for each in fixes if each not in kept)
    if not kept:
        return FixResult(data, document, (), refused)
    changed = attempt.changed(kept)
    return FixResult(changed, load(changed), tuple(kept), refused)


class _Attempt:
    """One file, tried with some mends or others."""

    def __init__(self, data: bytes, document: Document, load: Loader) -> None:
        self._raw = data.decode()
        self._document = document
        self._load = load

    def changed(self, fixes: Iterable[Fix]) -> bytes:
        """The file with some mends: its line ends and byte order mark as they were."""
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
        """Those of the mends that make the file better together, as many as are easily found."""
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
        """Whether a mend alone is read as it is meant and makes no error."""
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
        """Whether exactly those texts are others that should be."""
        meant: dict[int, dict[str | int, str]] = {}
        for each in fixes:
            for change in each.changes:
                meant.setdefault(id(change.owner), {})[change.key] = change.value
        return _values(_root(self._document), meant) == _values(_root(after), {})


_ERRORS = frozenset({Severity.ERROR})
_ALL = frozenset({Severity.ERROR, Severity.WARNING})
"""Severities that a clean file has none of."""


def _settled(choices: Iterable[Sequence[Fix]], attempt: _Attempt) -> Iterable[Fix]:
    """The mends of those choices that leave one only: each other would be an error."""
    for each in choices:
        possible = [fix for fix in each if attempt.makes_no_error(fix)]
        if len(possible) == 1:
            yield possible[0]


def _problems(document: Document, severities: Iterable[Severity]) -> Counter[tuple[str, str]]:
    """How many problems of each rule each item has."""
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
    """What a tree holds, were some of its texts as they are meant to be."""
    other = meant.get(id(node), {})
    match node:
        case Map():
            return {key: _values(each, meant) for key, each in node.items()} | {**other}
        case List():
            return [other.get(at, _values(each, meant)) for at, each in enumerate(node)]
        case Unread():
            return None
    return node

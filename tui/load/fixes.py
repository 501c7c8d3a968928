"""The edits that fix the problems of a briefing."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import islice

from tui.checks.messages import excerpt_label
from tui.diagnostics import Diagnostic, Span
from tui.frozen import frozen
from tui.load.passages import Passages
from tui.load.scalars import marking_meant
from tui.load.selector import select
from tui.load.writing import Edit, Scalar, content_end, double_quoted, rewrite, scalars
from tui.load.yaml_tree import List, Map, Node
from tui.model.document import Document, Verification, VerificationState
from tui.model.fields import Record
from tui.model.sources import Excerpt, Source

MOST = 10
"""How many passages of an ambiguous excerpt are tried."""


@frozen
class TextEdit:
    """The replacement of one text of the file."""

    owner: Map | List
    """The mapping or list that contains it."""
    key: str | int
    value: str
    """The value after the edit."""
    edit: Edit
    """The edit, by offsets of `Document.text`."""


@frozen
class Fix:
    """The fix of one problem, or the pin of one source."""

    code: str
    """The rule that found the problem; empty for a pin."""
    item: str
    span: Span
    description: str
    """A description for the user."""
    changes: tuple[TextEdit, ...]


class Fixer:
    """Finds the fixes of one file."""

    def __init__(self, document: Document, root: Map, parsable: str) -> None:
        """Prepare for a document.

        Args:
            document: The document.
            root: Its tree, read to the end of the file.
            parsable: Its text with stand-ins (`tui.load.hygiene`).
        """
        self._document = document
        self._root = root
        self._page = root.page
        self._parsable = parsable
        self._passages: dict[str, Passages] = {}

    def certain(self, *, pin: bool) -> Iterator[Fix]:
        """The fixes that leave no choice."""
        for problem in self._document.problems:
            made = self._certain(problem)
            if made and made.changes:
                yield made
        for source in self._document.briefing.sources if pin else ():
            yield from self._pin(source)

    def choices(self) -> Iterator[list[Fix]]:
        """For each ambiguous excerpt, one fix for each place where it occurs."""
        for problem in self._document.problems:
            found = self._excerpt(problem) if problem.code == "quote-ambiguous" else None
            if found and len(found[1].lines) <= MOST:
                yield [*self._places(problem, *found)]

    def _certain(self, problem: Diagnostic) -> Fix | None:
        match problem.code:
            case "bad-marking":
                return self._marking(problem)
            case "quote-normalised":
                found = self._excerpt(problem)
                return self._normalised(problem, *found) if found else None
            case "folded-exact":
                found = self._excerpt(problem)
                return self._folded(problem, *found) if found else None
            case _:
                return None

    def _marking(self, problem: Diagnostic) -> Fix | None:
        """Correct case, spaces and the label of TLP 1.0."""
        owner, key = self._sites.get(self._page.offset(problem.span), (None, ""))
        if not isinstance(owner, Map) or not isinstance(key, str):
            return None
        written = str(owner[key])
        meant = marking_meant(written)
        description = f"{written} is {meant}"
        changes = self._rewritten(owner, key, meant) if meant else ()
        return Fix(problem.code, problem.item, problem.span, description, tuple(changes))

    def _normalised(self, problem: Diagnostic, excerpt: Excerpt, found: Verification) -> Fix | None:
        """Write the source's own text, in the excerpt and in what repeats parts of it."""
        if found.state is not VerificationState.NORMALISED or found.lines or found.passage is None:
            return None
        passages = self._copy(excerpt.source)
        sought = excerpt.prefix + excerpt.exact + excerpt.suffix
        at = 0
        changes: list[TextEdit] = []
        for name in ("prefix", "exact", "suffix"):
            own = getattr(excerpt, name)
            [(start, end), *_] = passages.alike(sought, at, at + len(own))
            at += len(own)
            reads = passages.text[start:end]
            if own != reads:
                if not reads:
                    return None
                changes += self._rewritten(_mapping(excerpt), name, reads)
        changes += self._parts(excerpt, found.passage.text)
        line = f"line {found.passage.line} of {excerpt.source}"
        description = f"{excerpt_label(excerpt)} is written as {line} has it"
        return Fix(problem.code, problem.item, problem.span, description, tuple(changes))

    def _parts(self, excerpt: Excerpt, reads: str) -> Iterator[TextEdit]:
        """Replace the parts of the old text that are emphasised or annotated."""
        own = _mapping(excerpt)
        parts = [each for each in _entries(own) if each[1] == "emphasis"]
        parts += _entries(own.get("emphasis", ""))
        for note in self._document.notes_on.get(excerpt.id, ()):
            parts += [each for each in _entries(_mapping(note)) if each[1] in ("at", "reads")]
        new = Passages(reads)
        for owner, key, part in parts:
            if isinstance(part, str) and part in excerpt.exact and part not in reads:
                for start, end in new.alike(part, 0, len(part))[:1]:
                    yield from self._rewritten(owner, key, reads[start:end])

    def _folded(self, problem: Diagnostic, excerpt: Excerpt, found: Verification) -> Fix | None:
        """Write a verified excerpt as a literal block."""
        if found.state is not VerificationState.VERBATIM:
            return None
        description = f"{excerpt_label(excerpt)} is a literal block"
        changes = self._rewritten(_mapping(excerpt), "exact", excerpt.exact)
        return Fix(problem.code, problem.item, problem.span, description, tuple(changes))

    def _places(self, problem: Diagnostic, excerpt: Excerpt, found: Verification) -> Iterator[Fix]:
        text = self._copy(excerpt.source).text
        sought = excerpt.prefix + excerpt.exact + excerpt.suffix
        starts = islice(self._copy(excerpt.source).occurrences.of(sought), MOST)
        for line, start in zip(found.lines, starts, strict=False):
            selector = select(text, start, start + len(sought))
            changes: list[TextEdit] = []
            if selector.suffix:
                changes += self._given(excerpt, "suffix", excerpt.suffix + selector.suffix)
            if selector.prefix:
                changes += self._given(excerpt, "prefix", selector.prefix + excerpt.prefix)
            names = " and ".join(str(change.key) for change in changes)
            label = excerpt_label(excerpt)
            description = f"{label} can stand in line {line} of {excerpt.source} only: {names}"
            yield Fix(problem.code, problem.item, problem.span, description, tuple(changes))

    def _pin(self, source: Source) -> Iterator[Fix]:
        """Pin a copy that contains all excerpts of its source."""
        copy = self._document.copies.get(source.id)
        states = {
            self._document.verifications[each.id].state
            for each in self._document.briefing.excerpts
            if each.source == source.id
        }
        if copy and not source.sha256 and VerificationState.MISMATCH not in states:
            pin = copy.sha256
            changes = tuple(self._added(_mapping(source), "file", "sha256", pin, pin))
            if changes:
                description = f"{source.id} is pinned to the copy that is held"
                yield Fix("", source.id, source.origin.span("file"), description, changes)

    def _given(self, excerpt: Excerpt, name: str, value: str) -> Iterator[TextEdit]:
        """Set the prefix or suffix of an excerpt."""
        if getattr(excerpt, name):
            return self._rewritten(_mapping(excerpt), name, value)
        return self._added(_mapping(excerpt), "exact", name, value, double_quoted(value))

    def _rewritten(self, owner: Map | List, key: str | int, value: str) -> Iterator[TextEdit]:
        """Replace a text; not one with a tag or an anchor."""
        number = key if isinstance(key, int) else list(owner).index(key)
        scalar = self._scalars.get(owner.values_at[number])
        if scalar:
            flow = self._page.text[owner.start] in "[{"
            edit = rewrite(self._page.text, scalar, value, flow=flow)
            yield TextEdit(owner, key, value, edit)

    def _added(
        self, owner: Map, after: str, key: str, value: str, written: str
    ) -> Iterator[TextEdit]:
        """Add a key to a mapping, after one that it has."""
        if key in owner or after not in owner:
            return
        text, scalar = self._page.text, self._scalars.get(owner.place(after))
        if scalar is None:
            return
        if text[owner.start] == "{":
            edit = (scalar.end, scalar.end, f", {key}: {written}")
        else:
            end = text.find("\n", content_end(text, scalar))
            at = end if end >= 0 else len(text)
            column = owner.key_span(after).column
            edit = (at, at, f"\n{' ' * (column - 1)}{key}: {written}")
        yield TextEdit(owner, key, value, edit)

    def _excerpt(self, problem: Diagnostic) -> tuple[Excerpt, Verification] | None:
        """The excerpt whose `exact` has a problem, and its verification."""
        excerpt = self._document.excerpt(problem.item)
        found = self._document.verifications.get(problem.item)
        if excerpt and found and excerpt.origin.span("exact") == problem.span:
            return excerpt, found
        return None

    def _copy(self, source: str) -> Passages:
        if source not in self._passages:
            self._passages[source] = Passages(self._document.copies[source].text)
        return self._passages[source]

    @cached_property
    def _scalars(self) -> Mapping[int, Scalar]:
        return scalars(self._parsable)

    @cached_property
    def _sites(self) -> Mapping[int, tuple[Map | List, str | int]]:
        """By the offset of a value: its container and key."""
        return dict(_sites(self._root))


def _mapping(record: Record) -> Map:
    """The mapping that a record was read from."""
    if not isinstance(record.origin, Map):
        raise TypeError(record)
    return record.origin


def _entries(node: Node) -> list[tuple[Map | List, str | int, Node]]:
    """The entries of a mapping or list: itself, the key, the value."""
    match node:
        case Map():
            return [(node, key, each) for key, each in node.items()]
        case List():
            return [(node, at, each) for at, each in enumerate(node)]
        case _:
            return []


def _sites(node: Node) -> Iterator[tuple[int, tuple[Map | List, str | int]]]:
    entries = _entries(node)
    places = node.values_at if isinstance(node, Map | List) else ()
    for place, (owner, key, value) in zip(places, entries, strict=True):
        yield place, (owner, key)
        yield from _sites(value)

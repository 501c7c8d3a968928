"""From the problems of a briefing to the edits that mend them, one rule after another."""

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
"""So many passages of an ambiguous excerpt are looked at."""


@frozen
class TextEdit:
    """A text of the file that is to be another."""

    owner: Map | List
    """What holds it."""
    key: str | int
    value: str
    """What is to be read there."""
    edit: Edit
    """How that is written, by offsets of `Document.text`."""


@frozen
class Fix:
    """What mends one problem, or pins one source."""

    code: str
    """The rule that found it; empty where none did."""
    item: str
    span: Span
    told: str
    """What is mended, in words."""
    changes: tuple[TextEdit, ...]


class Fixer:
    """The mends of one file."""

    def __init__(self, document: Document, root: Map, parsable: str) -> None:
        """`root` is the document's tree, `parsable` its text with stand-ins, read to its end."""
        self._document = document
        self._root = root
        self._page = root.page
        self._parsable = parsable
        self._passages: dict[str, Passages] = {}

    def certain(self, *, pin: bool) -> Iterator[Fix]:
        """The mends that have but one form."""
        for problem in self._document.problems:
            made = self._certain(problem)
            if made and made.changes:
                yield made
        for source in self._document.briefing.sources if pin else ():
            yield from self._pin(source)

    def choices(self) -> Iterator[list[Fix]]:
        """For each ambiguous excerpt, the mends for one place of it or another."""
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
        """Case, spaces and the name of TLP 1.0."""
        owner, key = self._sites.get(self._page.offset(problem.span), (None, ""))
        if not isinstance(owner, Map) or not isinstance(key, str):
            return None
        written = str(owner[key])
        meant = marking_meant(written)
        told = f"{written} is {meant}"
        changes = self._rewritten(owner, key, meant) if meant else ()
        return Fix(problem.code, problem.item, problem.span, told, tuple(changes))

    def _normalised(self, problem: Diagnostic, excerpt: Excerpt, found: Verification) -> Fix | None:
        """The source's own text, and with it the parts that are brought out or remarked on."""
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
        told = f"{excerpt_label(excerpt)} is written as {line} has it"
        return Fix(problem.code, problem.item, problem.span, told, tuple(changes))

    def _parts(self, excerpt: Excerpt, reads: str) -> Iterator[TextEdit]:
        """Parts of the old text as the new one has them."""
        own = _mapping(excerpt)
        held = [each for each in _held(own) if each[1] == "emphasis"]
        held += _held(own.get("emphasis", ""))
        for note in self._document.notes_on.get(excerpt.id, ()):
            held += [each for each in _held(_mapping(note)) if each[1] in ("at", "reads")]
        new = Passages(reads)
        for owner, key, part in held:
            if isinstance(part, str) and part in excerpt.exact and part not in reads:
                for start, end in new.alike(part, 0, len(part))[:1]:
                    yield from self._rewritten(owner, key, reads[start:end])

    def _folded(self, problem: Diagnostic, excerpt: Excerpt, found: Verification) -> Fix | None:
        """A literal block of what is already proved."""
        if found.state is not VerificationState.VERBATIM:
            return None
        told = f"{excerpt_label(excerpt)} is a literal block"
        changes = self._rewritten(_mapping(excerpt), "exact", excerpt.exact)
        return Fix(problem.code, problem.item, problem.span, told, tuple(changes))

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
            told = f"{label} can stand in line {line} of {excerpt.source} only: {names}"
            yield Fix(problem.code, problem.item, problem.span, told, tuple(changes))

    def _pin(self, source: Source) -> Iterator[Fix]:
        """The pin of a copy in which nothing that was taken from it is missing."""
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
                told = f"{source.id} is pinned to the copy that is held"
                yield Fix("", source.id, source.origin.span("file"), told, changes)

    def _given(self, excerpt: Excerpt, name: str, value: str) -> Iterator[TextEdit]:
        """A text beside the excerpt's, whether it has one or none."""
        if getattr(excerpt, name):
            return self._rewritten(_mapping(excerpt), name, value)
        return self._added(_mapping(excerpt), "exact", name, value, double_quoted(value))

    def _rewritten(self, owner: Map | List, key: str | int, value: str) -> Iterator[TextEdit]:
        """The change of a text that is written; none where it has a tag or an anchor."""
        number = key if isinstance(key, int) else list(owner).index(key)
        scalar = self._scalars.get(owner.values_at[number])
        if scalar:
            flow = self._page.text[owner.start] in "[{"
            edit = rewrite(self._page.text, scalar, value, flow=flow)
            yield TextEdit(owner, key, value, edit)

    def _added(
        self, owner: Map, after: str, key: str, value: str, written: str
    ) -> Iterator[TextEdit]:
        """The change that gives a mapping one more key, after one that it has."""
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
        """The excerpt whose words a problem is about."""
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
        """By the offset of a value: what holds it, and under which key."""
        return dict(_sites(self._root))


def _mapping(record: Record) -> Map:
    """What a record was read from."""
    if not isinstance(record.origin, Map):
        raise TypeError(record)
    return record.origin


def _held(node: Node) -> list[tuple[Map | List, str | int, Node]]:
    """What a mapping or list holds: itself, the key, the value."""
    match node:
        case Map():
            return [(node, key, each) for key, each in node.items()]
        case List():
            return [(node, at, each) for at, each in enumerate(node)]
        case _:
            return []


def _sites(node: Node) -> Iterator[tuple[int, tuple[Map | List, str | int]]]:
    held = _held(node)
    places = node.values_at if isinstance(node, Map | List) else ()
    for place, (owner, key, value) in zip(places, held, strict=True):
        yield place, (owner, key)
        yield from _sites(value)

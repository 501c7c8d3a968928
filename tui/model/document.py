"""A briefing as it was loaded: the records, the local copies, what was proved, what is wrong."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from tui.diagnostics import Diagnostic
from tui.frozen import field, frozen
from tui.model.briefing import Briefing, Pane
from tui.model.fields import Record
from tui.model.items import Note
from tui.model.sources import Excerpt, Source
from tui.model.vocabularies import rank
from tui.places import SENTENCE


class VerificationState(StrEnum):
    """How an excerpt stands to the local copy of its source: the first that holds."""

    UNCHECKED = "unchecked"
    """No local copy is held: neither pass nor failure."""
    SOURCE_CHANGED = "source-changed"
    """The copy is not the one that was pinned."""
    MISMATCH = "mismatch"
    """Not in the copy."""
    NORMALISED = "normalised"
    """In the copy but for quotes, dashes, spaces or composed characters."""
    AMBIGUOUS = "ambiguous"
    """More than once in the copy."""
    NOT_CONTENT = "not-content"
    """Within boilerplate."""
    VERBATIM = "verbatim"
    """Word for word in the copy, once: the only pass."""


@frozen
class Passage:
    """A stretch of a local copy; offsets in code points of the copy, CRLF read as LF."""

    start: int
    end: int
    line: int
    """1-based line of the copy."""
    paragraph: int
    """1-based; paragraphs are separated by blank lines."""
    sentence: int
    """1-based number, within the line, of the sentence that holds the start."""
    text: str


class DiffKind(StrEnum):
    """What a piece of a word diff says."""

    SAME = "same"
    YOURS = "yours"
    """Only in the briefing."""
    THEIRS = "theirs"
    """Only in the source."""


@frozen
class Verification:
    """What was found when an excerpt was looked for in its local copy."""

    state: VerificationState
    passage: Passage | None = None
    """Where it stands; for a mismatch the nearest passage, for an ambiguous one the first."""
    lines: tuple[int, ...] = ()
    """The lines of all matches of an ambiguous excerpt."""
    folded: tuple[str, ...] = ()
    """What a normalised excerpt differs in: `quotes`, `dashes`, `spaces`, `composition`."""
    difference: tuple[tuple[DiffKind, str], ...] = ()
    """For a mismatch, the word diff against the nearest passage."""
    before: str = ""
    """The sentence before the passage; empty at the head of the copy."""
    within: str = ""
    """The sentence or sentences that the passage touches, whole."""
    after: str = ""
    """The sentence after the passage."""
    missing: bool = False
    """The source names a local copy, but it could not be opened."""


@frozen
class Copy:
    """The local copy of a source, as it was read."""

    text: str
    """Raw, CRLF read as LF."""
    sha256: str
    """Of its bytes, in hexadecimal."""


@frozen
class Policy:
    """What of a briefing may be shown."""

    clearance: str = ""
    """The strictest marking of TLP 2.0 that may be shown; empty where every marking may be."""
    room: bool = False
    """Safe to project: no bottom line, judgments, stances or notes, and no trace of anything that
    is withheld."""

    @property
    def is_traceless(self) -> bool:
        """Whether items may be missing without a trace, so that an absence says nothing."""
        return self.room and bool(self.clearance)

    def withholds(self, marking: str) -> bool:
        """Whether a marking is above the clearance."""
        return bool(self.clearance) and rank(marking) > rank(self.clearance)


@frozen
class Document:
    """A briefing that was loaded; immutable, and complete whatever is wrong with the file.

    Ids that were not written are derived from the place in the file and hold a `/`
    (`background/3`), which no written id can.
    """

    name: str
    """What to call the file in messages: its path as it was given, or `standard input`."""
    text: str
    """The raw text of the file, for showing the line of a problem."""
    briefing: Briefing
    problems: tuple[Diagnostic, ...]
    """In the order of the file."""
    copies: Mapping[str, Copy]
    """By source id; sources without a readable copy are absent."""
    verifications: Mapping[str, Verification]
    """By excerpt id; one for each excerpt."""
    items: Mapping[str, Record]
    """By id: everything that has one, panes included; the first where an id stands twice."""
    kinds: Mapping[str, str]
    """By id: `claim`, `event`, `point`, `actor`, `reaction`, `judgment`, `source`, `excerpt`,
    `note`, `pane`, `relation` …: the record's class name in lower case, panes as `pane`."""
    homes: Mapping[str, str]
    """By id of an item: the id of the pane that lists it; `summary` for judgments."""
    cited_by: Mapping[str, tuple[str, ...]]
    """By excerpt id: the ids of the items that cite it, in the order of the file."""
    notes_on: Mapping[str, tuple[Note, ...]]
    """By id: the analyst's notes on it."""
    sha256: str = ""
    """Of the file's bytes, in hexadecimal."""
    policy: Policy = field(factory=Policy)
    """What this document may show; a document as it was loaded shows everything."""
    names: Mapping[str, str] = field(factory=dict)
    """By id in the document as loaded: the id of the item here, where it is another one because
    the original could reveal what is withheld; empty where the item is gone. Never shown."""

    def projected_id(self, id: str) -> str:
        """The id here of an item of the document as loaded; empty where the item is gone."""
        if id.startswith(SENTENCE):
            source = id.removeprefix(SENTENCE).partition(":")[0]
            here = self.names.get(source, source)
            return id if here == source else here
        return self.names.get(id, id)

    def original_id(self, id: str) -> str:
        """The id in the document as loaded of an item here; the reverse of `projected_id`."""
        return next((original for original, here in self.names.items() if id and here == id), id)

    @property
    def has_briefing(self) -> bool:
        """Whether there is anything of a briefing in the file."""
        return bool(self.briefing.title or self.briefing.panes)

    def excerpt(self, id: str) -> Excerpt | None:
        """The excerpt of that id."""
        found = self.items.get(id)
        return found if isinstance(found, Excerpt) else None

    def source(self, id: str) -> Source | None:
        """The source of that id."""
        found = self.items.get(id)
        return found if isinstance(found, Source) else None

    def pane(self, id: str) -> Pane | None:
        """The pane of that id, if the file has it."""
        found = self.items.get(id)
        return found if isinstance(found, Pane) else None

    def cited(self, id: str) -> Iterator[Excerpt]:
        """The excerpts that an item cites, in its order."""
        for each in getattr(self.items.get(id), "cites", ()):
            found = self.excerpt(each)
            if found is not None:
                yield found


class OneOfItsOwn:
    """A document as the key of a cache: there is no need to compare what is in it."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OneOfItsOwn) and other.document is self.document

    def __hash__(self) -> int:
        return id(self.document)

"""Random briefings with copies of their sources, and the clearance that each word needs.

The rules of clearance are implemented here a second time, independently of the projection.
"""

import json
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tests.panes.generated import Generator
from tui.frozen import fields
from tui.load import load_text
from tui.model.briefing import Briefing, Pane
from tui.model.document import Document
from tui.model.fields import Record
from tui.model.items import Item, Note
from tui.model.sources import Coverage, Excerpt, Source
from tui.model.vocabularies import MARKINGS

_WORD = re.compile(r"\b(?:text|own)\d+\.|\bi\d+\b")
_OF_SOURCE = {"stated", "reported_likelihood", "at", "reads"}
"""Fields of items and notes that quote the sources of the excerpts they cite."""


def drawn(chance: random.Random, folder: Path) -> Document:
    """A random briefing; the copy of each source has its excerpts and further sentences."""
    briefing = Generator(chance).briefing()
    _connect(chance, briefing, briefing)
    for number, source in enumerate(briefing.get("sources", ())):
        source["file"] = f"{number}.txt"
        source.pop("sha256", None)
        source["marking"] = chance.choice(("TLP:CLEAR", source.get("marking", "TLP:CLEAR")))
        copy = "\n\n".join(_sentences(briefing, source["id"], number))
        (folder / f"{number}.txt").write_text(f"{copy}\n", "utf-8")
    return load_text(json.dumps(briefing).encode(), "drawn", folder=folder)


def words(shown: object) -> set[str]:
    """The generated words and ids in the text or the `repr` of an object."""
    return set(_WORD.findall(shown if isinstance(shown, str) else repr(shown)))


def allowed(document: Document, clearance: str) -> dict[str, bool]:
    """Whether a clearance permits each word and each id."""
    most = MARKINGS.index(clearance)
    rules = _Rules(document)
    found: dict[str, bool] = {}
    for word, level in (*rules.words(), *rules.words_of_copies()):
        found[word] = found.get(word, False) or level <= most
    return found


def assessments(document: Document) -> set[str]:
    """The words of the analyst's assessments, and the ids of their items."""
    briefing = document.briefing
    points = [point for each in briefing.key_judgments for point in (*each.indicators, *each.gaps)]
    items: list[Item | Note] = [*briefing.key_judgments, *points, *briefing.notes]
    parts = (*items, briefing.bottom_line, *briefing.allow)
    texts = {word for part in parts for word in words(part) if word.startswith("text")}
    return texts | {each.id for each in items if each.id}


_TARGETS = {
    "source": "sources",
    "cites": "excerpts",
    "agent": "actors",
    "actor": "actors",
    "to": "actors",
}
"""The list that most references of a field should point into, so that many are valid."""


def _connect(chance: random.Random, briefing: dict[str, Any], part: object) -> None:
    """Make most references point to existing items of the right kind."""
    if isinstance(part, list):
        for each in part:
            _connect(chance, briefing, each)
    if not isinstance(part, dict):
        return
    for name, value in part.items():
        known = [each["id"] for each in briefing.get(_TARGETS.get(name, ""), ()) if "id" in each]
        if known and isinstance(value, str) and chance.random() < 0.8:
            part[name] = chance.choice(known)
        elif known and isinstance(value, list) and chance.random() < 0.8:
            part[name] = chance.sample(known, chance.randint(1, len(known)))
        elif name not in {"id", "marking"}:
            _connect(chance, briefing, value)


def _sentences(briefing: dict[str, Any], source: str, number: int) -> Iterator[str]:
    for at, each in enumerate(briefing.get("excerpts", ())):
        if each.get("source") == source:
            cues = " ".join(hop.get("cue", "") for hop in each.get("chain", ()))
            exact = f"{each.get('prefix', '')}{each['exact']}{each.get('suffix', '')}"
            yield f"{cues} {exact}".strip()
            yield f"own{100 * number + at}."
    for each in briefing.get("coverage", {}).get(source, {}).get("skipped", ()):
        yield each["exact"]


class _Rules:
    """The marking that each word of a briefing needs, as an index into `MARKINGS`."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._briefing = document.briefing
        self._file = MARKINGS.index(self._briefing.marking or MARKINGS[-1])
        self._levels: dict[Record, int] = {}
        for each in self._briefing.sources:
            self._levels[each] = self._own(each)
        for pane in self._briefing.panes:
            self._levels[pane] = self._own(pane)
            for item in _items(pane):
                self._grade(item, max(self._file, self._levels[pane]))
        for item in (*self._briefing.actors, *self._briefing.key_judgments):
            self._grade(item, self._file)
        for excerpt in self._briefing.excerpts:
            citing = document.cited_by.get(excerpt.id, ())
            least = min(map(self._level, citing), default=self._file)
            source = document.source(excerpt.source)
            self._levels[excerpt] = max(self._levels[source] if source else self._file, least)
        for note in self._briefing.notes:
            on = [self._level(id) for id in note.on if id in document.items]
            self._levels[note] = max(self._own(note), min(on, default=0))

    def words(self) -> Iterator[tuple[str, int]]:
        """Each word and id of the file, with the lowest clearance that permits it."""
        records: tuple[Record, ...] = (
            *self._briefing.sources,
            *self._briefing.excerpts,
            *self._briefing.notes,
            *self._briefing.panes,
            *self._briefing.actors,
            *self._briefing.key_judgments,
        )
        for record in records:
            yield from self._levels_of_words(record, self._levels[record])
        for id, coverage in self._briefing.coverage.items():
            yield from self._levels_of_words(coverage, max(self._file, self._level(id)))
        apart = {"sources", "excerpts", "notes", "panes", "actors", "key_judgments", "coverage"}
        yield from self._levels_of_words(self._briefing, self._file, apart)

    def words_of_copies(self) -> Iterator[tuple[str, int]]:
        """Each word of the copies that is in no excerpt, with the marking of its source."""
        for source, copy in self._document.copies.items():
            taken = [each for each in self._briefing.excerpts if each.source == source]
            of_excerpts = {word for each in taken for word in words(_text(each))}
            for word in words(copy.text) - of_excerpts:
                yield word, self._level(source)

    def _levels_of_words(
        self, record: Record, level: int, apart: Iterable[str] = ()
    ) -> Iterator[tuple[str, int]]:
        level = self._levels.get(record, level)
        resting = level
        if isinstance(record, Item):
            cites = [id for id in record.cites if id in self._document.items]
            resting = max([level, *map(self._level, cites)])
        elif isinstance(record, Note):
            cites = [id for on in record.on for id in (on, *_cites(self._document, on))]
            known = (id for id in cites if id in self._document.items)
            resting = max([level, *map(self._level, known)])
        yield from self._fields(record, level, resting, apart)

    def _fields(
        self, record: Record, level: int, resting: int, apart: Iterable[str]
    ) -> Iterator[tuple[str, int]]:
        for each in fields(record)[1:]:
            value = getattr(record, each.name)
            if each.name in apart or each.name == "speaker_notes":
                continue
            of = resting if each.name in _OF_SOURCE else level
            for part in value if isinstance(value, tuple) else (value,):
                if isinstance(part, Record) and not hasattr(part, "id"):
                    yield from self._fields(part, level, resting, ())
                elif isinstance(part, Record):
                    yield from self._levels_of_words(part, level)
                elif isinstance(part, str) and (each.name == "id" or not part.startswith("i")):
                    yield from ((word, of) for word in words(part))

    def _grade(self, item: Record, default: int, within: int = 0) -> None:
        own = getattr(item, "marking", "")
        level = max(MARKINGS.index(own) if own else default, within)
        self._levels[item] = level
        for name in ("indicators", "gaps", "interests"):
            for each in getattr(item, name, ()):
                self._grade(each, self._file, level)

    def _own(self, record: Pane | Source | Note) -> int:
        return MARKINGS.index(record.marking) if record.marking else self._file

    def _level(self, id: str) -> int:
        """The level of the item with an id; that of the file if there is none."""
        found = self._document.items.get(id)
        return self._levels.get(found, self._file) if found else self._file


def _items(pane: Pane) -> Iterator[Item]:
    for section in getattr(pane, "sections", ()):
        yield from section.claims
    event = getattr(pane, "event", None)
    yield from (event,) if event else ()
    names = ("timeline", "expected", "opportunities", "challenges", "watch", "gaps", "reactions")
    for name in names:
        yield from getattr(pane, name, ())


def _cites(document: Document, id: str) -> tuple[str, ...]:
    return getattr(document.items.get(id), "cites", ())


def _text(record: Excerpt | Briefing | Coverage) -> str:
    return repr(record)

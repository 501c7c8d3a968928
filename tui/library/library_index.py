"""The index of a folder of briefings, so that thousands are listed and asked without reading them.

It lies in the user's cache and is never needed: without one that can be written, or where it is
damaged, it is made anew or kept in memory. Whatever is not marked for everybody or for a
community lies in memory alone. Several sessions may use the file at once.
"""

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from hashlib import sha256
from heapq import nlargest
from pathlib import Path
from threading import RLock
from typing import TypeVar

from tui.library.briefing_library import Opener, briefings
from tui.library.contents import Contents, contents, contents_of, standing_of, written
from tui.library.folders import cache_folder
from tui.library.state import why_not_written
from tui.library.store import (
    ITEM_BITS,
    ITEMS,
    IndexedBriefing,
    Known,
    Store,
    Worths,
    better,
    packed,
)
from tui.library.summary import BriefingSummary, markings, standing
from tui.model.document import Document, Policy
from tui.model.projection import project
from tui.search.entries import SearchEntry
from tui.search.ranking import SHORTEST_SLIP, highest, sought
from tui.search.vocabulary import forms, is_short_name, is_unspaced
from tui.search.word_index import BEGINNING, EXACT, MISTYPED, words

BATCH = 200
"""Briefings that are written at once."""

SHORTEST_BEGINNING = 2
"""Letters from which on a beginning stands for the words that begin so."""

_Result = TypeVar("_Result")

Meant = dict[int, tuple[float, int]]
"""By number of a briefing: how much a match counts there, and what it is worth, packed."""

Damage = (sqlite3.Error, ValueError, TypeError, KeyError)
"""What comes of an index that is not as it was written."""


class LibraryIndex:
    """What is known of the briefings of a folder."""

    def __init__(
        self,
        folder: Path,
        load: Opener,
        *,
        cache: Path | None = None,
        roots: Sequence[Path] = (),
        clearance: str = "",
    ) -> None:
        """`cache` is the folder for the file, the user's own if none is given.

        `roots` are the folders where `load` looks for sources beside: with others, briefings
        stand otherwise, and the index is another one. So it is under a `clearance`: what that
        withholds is in no index, and nothing can be found by it.
        """
        self._folder = folder
        self._load = load
        self._clearance = clearance
        self._file = (cache or cache_folder()) / f"{_digest(folder, roots, clearance)}.sqlite"
        self._lock = RLock()
        self._private = Store(None)
        self._shared = self._open()

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            self._shared.close()
            self._private.close()

    def update(
        self,
        told: Callable[[int, int], object] = lambda _done, _all: None,
        failed: Callable[[str, OSError], object] = lambda _path, _error: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        """Bring it to how the briefings are; `told` hears of how many how many are done.

        `failed` is told of each file or folder that cannot be read, which is then not in the index.
        What `stopped` leaves undone is done the next time. `OSError` never.
        """
        before = self._shared
        self._update(told, failed, stopped)
        if self._shared is not before and not stopped():  # it was damaged, and began anew
            self._update(told, failed, stopped)

    def standings(self) -> list[BriefingSummary]:
        """How each briefing stands, by path."""
        return self._safely(
            lambda: sorted(
                (standing_of(each) for store in self._stores for each in store.standings()),
                key=lambda each: each.path,
            )
        )

    def candidates(self, question: str, most: int) -> tuple[int, list[tuple[Store, int]]]:
        """How many briefings may answer a question, and those whose answers may be best."""
        return self._safely(lambda: self._candidates(question, most))

    def having(self, question: str) -> dict[str, tuple[Store, int]]:
        """By path: the briefings that may answer a question."""
        return self._safely(
            lambda: {
                paths[number]: (store, number)
                for store in self._stores
                for paths in (store.paths(),)
                for number in self._worth(store, words(question))
                if number in paths
            }
        )

    def read(self, store: Store, number: int) -> tuple[BriefingSummary, Contents] | None:
        """A candidate; `None` if it has gone in the meantime."""

        def read() -> tuple[BriefingSummary, Contents] | None:
            try:
                told, written = store.contents(number)
            except LookupError:
                return None
            known = standing_of(told)
            return known, contents_of(written, known.path)

        return self._safely(read)

    def _update(
        self,
        told: Callable[[int, int], object],
        failed: Callable[[str, OSError], object],
        stopped: Callable[[], bool],
    ) -> None:
        def closed(error: OSError) -> None:
            failed(os.path.relpath(error.filename, self._folder), error)

        paths = briefings(self._folder, closed)
        known = self._safely(self._all_known)
        fresh: list[tuple[Document, str, Known]] = []
        unreadable = set()
        for done, path in enumerate(paths):
            if stopped():
                break
            told(done, len(paths))
            try:
                document, recognised = self._look(path, known.get(path))
            except OSError as error:
                failed(path, error)
                unreadable.add(path)
                continue
            if document is not None:
                fresh.append((document, path, recognised))
            if len(fresh) >= BATCH:
                self._put(fresh)
                fresh = []
        self._put(fresh)
        there = {*paths} - unreadable
        gone = [path for path in known if path not in there]
        self._safely(lambda: self._tidy(gone))

    @property
    def _stores(self) -> tuple[Store, Store]:
        return self._shared, self._private

    def _open(self) -> Store:
        """The file; made anew if it is damaged; in memory if there can be none."""
        for _ in range(2):
            try:
                return Store(self._file)
            except sqlite3.OperationalError:
                break
            except sqlite3.DatabaseError:
                self._remove()
            except OSError:
                break
        return Store(None)

    def _remove(self) -> None:
        for ending in ("", "-wal", "-shm"):
            Path(f"{self._file}{ending}").unlink(missing_ok=True)

    def _safely(self, work: Callable[[], _Result]) -> _Result:
        """Do something with the stores; if the file fails at it, once more with an empty one.

        A file that is damaged is made anew. One that cannot be written, since the disk is full
        or another session holds it, is left as it is: it may be all right for others.
        """
        with self._lock:
            try:
                return work()
            except sqlite3.OperationalError:
                self._shared.close()
                self._shared = Store(None)
            except Damage:
                self._shared.close()
                try:
                    self._remove()
                    self._shared = self._open()
                except OSError:
                    self._shared = Store(None)
            return work()

    def _all_known(self) -> dict[str, Known]:
        return {path: each for store in self._stores for path, each in store.known().items()}

    def _look(self, path: str, known: Known | None) -> tuple[Document | None, Known]:
        """A briefing that is not as it was known, and by what it is recognised from now on."""
        file = self._folder / path
        status = file.stat()
        size, modified = status.st_size, status.st_mtime_ns
        copies_are_as_known = known is not None and _copies(file, known.copies) == known.copies
        if known is not None and copies_are_as_known:
            if (size, modified) == (known.size, known.modified):
                return None, known
            if size == known.size and sha256(file.read_bytes()).hexdigest() == known.sha256:
                known = known._replace(size=size, modified=modified)
                touched = known
                self._safely(lambda: self._touch(path, touched))
                return None, known
        document = self._load(file)
        named = json.dumps({each.file: None for each in document.briefing.sources if each.file})
        return document, Known(0, size, modified, document.sha256, _copies(file, named))

    def _touch(self, path: str, known: Known) -> None:
        for store in self._stores:
            store.touch(path, known)

    def _put(self, fresh: Sequence[tuple[Document, str, Known]]) -> None:
        """Write what was read, each briefing where it may lie and nowhere else."""
        shared: list[IndexedBriefing] = []
        private: list[IndexedBriefing] = []
        for document, path, known in fresh:
            is_private = bool(why_not_written(markings(document)))
            row = _row(document, path, known, self._clearance)
            (private if is_private else shared).append(row)

        def put() -> None:
            self._shared.drop([row.path for row in private])
            self._private.drop([row.path for row in shared])
            self._shared.put(shared)
            self._private.put(private)

        if fresh:
            self._safely(put)

    def _tidy(self, gone: Sequence[str]) -> None:
        for store in self._stores:
            store.drop(gone)
            store.compact()

    def _candidates(self, question: str, most: int) -> tuple[int, list[tuple[Store, int]]]:
        asked = sought(question)
        found: list[tuple[float, str, int, int]] = []
        for place, store in enumerate(self._stores):
            issued = store.issued()
            found += (
                (worth, issued[number], number, place)
                for number, worth in self._worth(store, asked).items()
                if number in issued
            )
        best = nlargest(most, found)
        return len(found), [(self._stores[place], number) for _, _, number, place in best]

    def _worth(self, store: Store, asked: Sequence[str]) -> dict[int, float]:
        """By number of a briefing with every word in one item: what that is worth at most."""
        if not asked:
            return {}
        holding = [self._holding(store, word) for word in asked]
        together = _together(holding)
        if not together:
            for at, word in enumerate(asked):
                holding[at] = holding[at] or self._holding_like(store, word)
            together = _together(holding)
        if not together:
            likes = (self._holding_like(store, word) for word in asked)
            holding = [{**like, **found} for like, found in zip(likes, holding, strict=True)]
            together = _together(holding)
        return together

    def _holding(self, store: Store, word: str) -> Meant:
        if is_unspaced(word):
            return self._all(store, store.vocabulary().longer(word), BEGINNING)
        found = self._all(store, (word, *forms(word)), EXACT)
        if len(word) < SHORTEST_BEGINNING or is_short_name(word):
            return found
        begun = {number: (BEGINNING, worth) for number, worth in store.beginning(word).items()}
        for number, (factor, worth) in found.items():
            begun[number] = (factor, better(worth, begun.get(number, (factor, 0))[1]))
        return begun

    def _holding_like(self, store: Store, word: str) -> Meant:
        if len(word) < SHORTEST_SLIP:
            return {}
        return self._all(store, store.vocabulary().like(word), MISTYPED)

    def _all(self, store: Store, meant: Iterable[str], factor: float) -> Meant:
        found: Worths = {}
        for each in meant:
            for number, worth in store.holding(each).items():
                found[number] = better(worth, found.get(number, 0))
        return {number: (factor, worth) for number, worth in found.items()}


def _digest(folder: Path, roots: Sequence[Path], clearance: str) -> str:
    """A name for the index of a folder."""
    places = "\0".join(os.path.realpath(each) for each in (folder, *roots))
    places += f"\0\0{clearance}" if clearance else ""
    return sha256(places.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _copies(file: Path, named: str) -> str:
    """How the local copies of the sources are that are named, in JSON: size and time of each."""
    if named == "{}":
        return named
    found: dict[str, list[int] | None] = {}
    for name in json.loads(named):
        try:
            status = (file.parent / name).stat()
            found[name] = [status.st_size, status.st_mtime_ns]
        except (OSError, ValueError):
            found[name] = None
    return json.dumps(found)


def _row(document: Document, path: str, known: Known, clearance: str) -> IndexedBriefing:
    told = contents(project(document, Policy(clearance)), path)
    stands = standing(document, path, clearance)
    return IndexedBriefing(
        path=path,
        known=known,
        issued=stands.issued,
        standing=written(stands),
        contents=written(told),
        worth=_worths([each.entry for each in told.told], told.aliases),
    )


def _worths(entries: Sequence[SearchEntry], aliases: Sequence[Sequence[str]]) -> dict[str, int]:
    """By word: what an answer with it is worth. Names of one actor are worth the same."""
    worths: dict[str, int] = {}
    for number, entry in enumerate(entries):
        most, bit = highest(entry), 1 << number % ITEM_BITS
        for part, text in entry.parts:
            worth = packed(part.value + most, bit)
            for word in words(text):
                worths[word] = better(worths.get(word, 0), worth)
    for names in aliases:
        named = {word for name in names for word in words(name) if word in worths}
        best = reduce(better, (worths[word] for word in named), 0)
        worths.update(dict.fromkeys(named, best))
    return worths


def _together(holding: Sequence[Meant]) -> dict[int, float]:
    """What the briefings are worth that have every word in one item."""
    first, *others = sorted(holding, key=len)
    found = {}
    for number in set(first).intersection(*others):
        items, total = ITEMS, 0.0
        for meant in holding:
            factor, worth = meant[number]
            items &= worth
            total += factor * (worth >> ITEM_BITS)
        if items:
            found[number] = total
    return found

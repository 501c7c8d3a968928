"""The index of a library, for listing and searching thousands of briefings.

It lies in the user's cache folder and can be rebuilt at any time: a damaged file is replaced, and
without a file that can be written the index is kept in memory. Briefings that are marked more
strictly than TLP:GREEN are indexed in memory alone. Several sessions may use one file at once.
"""

import json
import os
import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from hashlib import sha256
from heapq import nlargest
from pathlib import Path
from threading import RLock
from typing import TypeVar

from tui.model.document import Document, Policy
from tui.model.projection import project
from tui.model.saving import markings_of, reason_not_saved
from tui.search.candidates import worth_by_briefing, worth_by_word
from tui.search.contents import (
    Contents,
    contents,
    contents_from_json,
    contents_to_json,
    summary_from_json,
    summary_to_json,
)
from tui.search.files import Loader, find_briefings
from tui.search.ranking import sought
from tui.search.store import FileState, IndexedBriefing, Store
from tui.search.summary import BriefingSummary, summarize
from tui.search.word_index import words

_BATCH = 200
"""Briefings that are written in one transaction."""

_Result = TypeVar("_Result")

Candidate = tuple[Store, int]
"""A briefing that may answer: the store that has it, and its number there."""

_DAMAGE = (sqlite3.Error, ValueError, TypeError, KeyError)
"""The errors of reading an index that is not as it was written."""


class LibraryIndex:
    """The index of the briefings in a folder."""

    def __init__(
        self,
        folder: Path,
        load: Loader,
        *,
        cache: Path,
        roots: Sequence[Path] = (),
        clearance: str = "",
    ) -> None:
        """Open the index, or begin one.

        Args:
            folder: The folder of the briefings.
            load: Reads a briefing.
            cache: The folder for the file of the index.
            roots: The folders where `load` looks for sources beside. With other roots, other
                excerpts are verified, so the index is another file.
            clearance: The strictest marking that is indexed; empty for all. Each clearance has an
                index of its own.
        """
        self._folder = folder
        self._load = load
        self._clearance = clearance
        self._file = cache / f"{_file_name(folder, roots, clearance)}.sqlite"
        self._lock = RLock()
        self._private = Store(None)
        self._shared = self._open()

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._shared.close()
            self._private.close()

    def update(
        self,
        progress: Callable[[int, int], object] = lambda _done, _total: None,
        failed: Callable[[str, OSError], object] = lambda _path, _error: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        """Index the briefings that were added or changed, and forget those that were removed.

        Args:
            progress: Called before each briefing with how many are done, and how many there are.
            failed: Called for each file or folder that cannot be read, and so is not indexed.
            stopped: Asked before each briefing; the rest is indexed by the next update.
        """
        before = self._shared
        self._update(progress, failed, stopped)
        if self._shared is not before and not stopped():  # it was damaged, and is empty now
            self._update(progress, failed, stopped)

    def summaries(self) -> list[BriefingSummary]:
        """Return the summaries of all briefings, sorted by path."""

        def read() -> list[BriefingSummary]:
            found = (
                summary_from_json(text) for store in self._stores for text in store.summaries()
            )
            return sorted(found, key=lambda each: each.path)

        return self._safely(read)

    def candidates(self, question: str, most: int) -> tuple[int, list[Candidate]]:
        """Return how many briefings may answer a question, and the most promising ones."""
        return self._safely(lambda: self._candidates(question, most))

    def matches(self, question: str) -> dict[str, Candidate]:
        """Return the briefings with an item that has all words of a question, by path."""

        def find() -> dict[str, Candidate]:
            found = {}
            for store in self._stores:
                paths = store.paths()
                for number in worth_by_briefing(store, words(question)):
                    if number in paths:
                        found[paths[number]] = (store, number)
            return found

        return self._safely(find)

    def read(self, candidate: Candidate) -> tuple[BriefingSummary, Contents] | None:
        """Return what is known of a candidate; `None` if it was removed."""
        store, number = candidate

        def read() -> tuple[BriefingSummary, Contents] | None:
            try:
                summary, stored = store.contents(number)
            except LookupError:
                return None
            briefing = summary_from_json(summary)
            return briefing, contents_from_json(stored, briefing.path)

        return self._safely(read)

    def _update(
        self,
        progress: Callable[[int, int], object],
        failed: Callable[[str, OSError], object],
        stopped: Callable[[], bool],
    ) -> None:
        def folder_failed(error: OSError) -> None:
            failed(os.path.relpath(error.filename, self._folder), error)

        paths = find_briefings(self._folder, folder_failed)
        known = self._safely(self._known)
        changed: list[IndexedBriefing] = []
        unreadable = set()
        for done, path in enumerate(paths):
            if stopped():
                break
            progress(done, len(paths))
            try:
                changed += self._read_changed(path, known.get(path))
            except OSError as error:
                failed(path, error)
                unreadable.add(path)
            if len(changed) >= _BATCH:
                self._put(changed)
                changed = []
        self._put(changed)
        gone = {*known} - ({*paths} - unreadable)
        self._safely(lambda: self._clean_up(gone))

    @property
    def _stores(self) -> tuple[Store, Store]:
        return self._shared, self._private

    def _open(self) -> Store:
        """Open the file; replace it if it is damaged; use memory if there can be none."""
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
        """Do something with the stores; if the file fails, do it again with an empty one.

        A damaged file is replaced. A file that cannot be written, because the disk is full or
        another session has locked it, is left alone, as it may be good for others.
        """
        with self._lock:
            try:
                return work()
            except sqlite3.OperationalError:
                self._shared.close()
                self._shared = Store(None)
            except _DAMAGE:
                self._shared.close()
                try:
                    self._remove()
                    self._shared = self._open()
                except OSError:
                    self._shared = Store(None)
            return work()

    def _known(self) -> dict[str, FileState]:
        return {path: state for store in self._stores for path, state in store.known().items()}

    def _read_changed(self, path: str, known: FileState | None) -> Iterator[IndexedBriefing]:
        """Yield a briefing as it is to be indexed, unless it is as it was known."""
        file = self._folder / path
        status = file.stat()
        size, modified = status.st_size, status.st_mtime_ns
        if known is not None and _copies(file, known.copies) == known.copies:
            if (size, modified) == (known.size, known.modified):
                return
            if size == known.size and sha256(file.read_bytes()).hexdigest() == known.sha256:
                touched = known._replace(modified=modified)
                self._safely(lambda: self._touch(path, touched))
                return
        document = self._load(file)
        named = json.dumps({each.file: None for each in document.briefing.sources if each.file})
        state = FileState(size, modified, document.sha256, _copies(file, named))
        yield _indexed(document, path, state, self._clearance)

    def _touch(self, path: str, state: FileState) -> None:
        for store in self._stores:
            store.touch(path, state)

    def _put(self, changed: Sequence[IndexedBriefing]) -> None:
        """Write each briefing to the store that may have it, and remove it from the other."""
        shared = [each for each in changed if not each.is_private]
        private = [each for each in changed if each.is_private]

        def put() -> None:
            self._shared.drop([each.path for each in private])
            self._private.drop([each.path for each in shared])
            self._shared.put(shared)
            self._private.put(private)

        if changed:
            self._safely(put)

    def _clean_up(self, gone: Collection[str]) -> None:
        for store in self._stores:
            store.drop(gone)
            store.compact()

    def _candidates(self, question: str, most: int) -> tuple[int, list[Candidate]]:
        asked = sought(question)
        found: list[tuple[float, str, int, int]] = []
        for place, store in enumerate(self._stores):
            issued = store.issued()
            found += (
                (worth, issued[number], number, place)
                for number, worth in worth_by_briefing(store, asked).items()
                if number in issued
            )
        best = nlargest(most, found)
        return len(found), [(self._stores[place], number) for _, _, number, place in best]


def _file_name(folder: Path, roots: Sequence[Path], clearance: str) -> str:
    places = "\0".join(os.path.realpath(each) for each in (folder, *roots))
    places += f"\0\0{clearance}" if clearance else ""
    return sha256(places.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _copies(file: Path, named: str) -> str:
    """Return the size and time of local copies of sources, as JSON.

    Args:
        file: The briefing.
        named: A JSON object whose keys are the paths of the copies.
    """
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


def _indexed(document: Document, path: str, state: FileState, clearance: str) -> IndexedBriefing:
    found = contents(project(document, Policy(clearance)), path)
    summary = summarize(document, path, clearance)
    return IndexedBriefing(
        path=path,
        state=state,
        issued=summary.issued,
        summary=summary_to_json(summary),
        contents=contents_to_json(found),
        worths=worth_by_word([each.entry for each in found.snippets], found.aliases),
        is_private=bool(reason_not_saved(markings_of(document))),
    )

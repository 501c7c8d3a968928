"""The store of the index of a library: an SQLite database in a file or in memory.

Beside the briefings it has postings: for each word, the briefings that have it, how much an answer
with it can be worth there, and in which items it is. They are written in segments, one for each
batch of briefings, which are merged when there are many.

The postings are not those of SQLite's FTS5, as that does not say how much a match is worth: its
`bm25` does not rank as the answers are ranked, and to read in which column each match is, from
`fts5vocab` or with a query for each column, takes 6 to 20 ms a word in a library of 10,000
briefings, where these postings take 1 to 1.5 ms.
"""

import os
import sqlite3
import zlib
from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tui.search.vocabulary import LAST, Vocabulary

VERSION = 4
"""The version of the tables and their values; an index of another version is rebuilt."""

PATIENCE = 10.0
"""Seconds to wait while another session writes."""

MOST_SEGMENTS = 24
"""Segments above which they are merged."""

PRECISION = 16
"""Steps of a worth per unit; the highest worth fits into a byte."""

ITEM_BITS = 32
"""Bits for the items that have a word; in a briefing with more items they share bits."""

ITEMS = (1 << ITEM_BITS) - 1
_NUMBER = ITEM_BITS + 8

_TABLES = """
CREATE TABLE briefing (
    number INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT UNIQUE NOT NULL, size INTEGER NOT NULL,
    modified INTEGER NOT NULL, sha256 TEXT NOT NULL, copies TEXT NOT NULL, issued TEXT NOT NULL,
    summary TEXT NOT NULL);
CREATE TABLE contents (number INTEGER PRIMARY KEY, packed BLOB NOT NULL);
CREATE TABLE posting (
    word TEXT NOT NULL, segment INTEGER NOT NULL, found BLOB NOT NULL,
    PRIMARY KEY (word, segment)) WITHOUT ROWID;
"""


Worths = dict[int, int]
"""By number of a briefing: the packed worth of the best answer there."""


class FileState(NamedTuple):
    """What tells whether a file has changed."""

    size: int
    modified: int
    """In nanoseconds."""
    sha256: str
    copies: str
    """The size and time of the local copies of its sources, as JSON."""


class IndexedBriefing(NamedTuple):
    """What is stored of a briefing."""

    path: str
    state: FileState
    issued: str
    summary: str
    """As JSON, like the contents."""
    contents: str
    worths: Mapping[str, int]
    """By word: the packed worth of the best answer with it."""
    is_private: bool
    """Whether it may be stored in memory alone."""


class Store:
    """The stored briefings of a library. Its methods raise `sqlite3.Error`."""

    def __init__(self, file: Path | None) -> None:
        """Open a file, which is created if it does not exist, or a database in memory."""
        if file is not None:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
        self._base = sqlite3.connect(
            file or ":memory:", timeout=PATIENCE, isolation_level=None, check_same_thread=False
        )
        self._version: tuple[int, int] | None = None
        self._issued: Mapping[int, str] | None = None
        self._paths: Mapping[int, str] | None = None
        self._vocabulary: Vocabulary | None = None
        try:
            self._prepare()
        except sqlite3.Error:
            self._base.close()
            raise

    def close(self) -> None:
        """Close the database."""
        self._base.close()

    def known(self) -> dict[str, FileState]:
        """Return the states of all files, by path."""
        rows = self._base.execute("SELECT path, size, modified, sha256, copies FROM briefing")
        return {path: FileState(*state) for path, *state in rows}

    def summaries(self) -> Iterator[str]:
        """Yield the summary of each briefing."""
        return (summary for (summary,) in self._base.execute("SELECT summary FROM briefing"))

    def issued(self) -> Mapping[int, str]:
        """Return the dates of issue, by number."""
        self._refresh()
        if self._issued is None:
            self._issued = dict(self._base.execute("SELECT number, issued FROM briefing"))
        return self._issued

    def paths(self) -> Mapping[int, str]:
        """Return the paths, by number."""
        self._refresh()
        if self._paths is None:
            self._paths = dict(self._base.execute("SELECT number, path FROM briefing"))
        return self._paths

    def contents(self, number: int) -> tuple[str, str]:
        """Return summary and contents of a briefing. Raises `LookupError` if it was removed."""
        found = self._base.execute(
            "SELECT summary, packed FROM briefing JOIN contents USING (number) WHERE number = ?",
            (number,),
        ).fetchone()
        if found is None:
            raise LookupError(number)
        return found[0], zlib.decompress(found[1]).decode()

    def put(self, rows: Sequence[IndexedBriefing]) -> None:
        """Write briefings over what was stored of them, in one transaction."""
        with self._writing():
            postings: dict[str, array[int]] = {}
            segment = 0
            for row in rows:
                number = self._put(row)
                segment = segment or number
                for word, worth in row.worths.items() if number else ():
                    postings.setdefault(word, array("Q")).append(number << _NUMBER | worth)
            self._base.executemany(
                "INSERT INTO posting VALUES (?, ?, ?)",
                ((word, segment, found.tobytes()) for word, found in sorted(postings.items())),
            )

    def touch(self, path: str, state: FileState) -> None:
        """Note another time of a file whose contents are the same."""
        with self._writing():
            self._base.execute(
                "UPDATE briefing SET size = ?, modified = ? WHERE path = ? AND sha256 = ?",
                (state.size, state.modified, path, state.sha256),
            )

    def drop(self, paths: Collection[str]) -> None:
        """Remove briefings with all their words."""
        there = self.known() if paths else {}
        gone = [path for path in paths if path in there]
        if gone:
            with self._writing():
                for path in gone:
                    self._forget(path)
                self._merge()

    def compact(self) -> None:
        """Merge the segments if there are many."""
        (segments,) = self._base.execute("SELECT count(DISTINCT segment) FROM posting").fetchone()
        if segments > MOST_SEGMENTS:
            with self._writing():
                self._merge()

    def holding(self, word: str) -> Worths:
        """Return the worth of the briefings that have exactly this word."""
        return _best(self._base.execute("SELECT found FROM posting WHERE word = ?", (word,)))

    def beginning(self, word: str) -> Worths:
        """Return the worth of the briefings that have a word with this beginning."""
        return _best(
            self._base.execute(
                "SELECT found FROM posting WHERE word >= ? AND word < ?", (word, word + LAST)
            )
        )

    def vocabulary(self) -> Vocabulary:
        """Return all words."""
        self._refresh()
        if self._vocabulary is None:
            words = self._base.execute("SELECT DISTINCT word FROM posting")
            self._vocabulary = Vocabulary(word for (word,) in words)
        return self._vocabulary

    def _refresh(self) -> None:
        """Forget cached values if any session has written since they were read."""
        (others,) = self._base.execute("PRAGMA data_version").fetchone()
        version = (others, self._base.total_changes)
        if version != self._version:
            self._version = version
            self._issued = self._paths = self._vocabulary = None

    def _prepare(self) -> None:
        run = self._base.execute
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = NORMAL")
        run("PRAGMA secure_delete = ON")
        with self._writing():
            (version,) = run("PRAGMA user_version").fetchone()
            if version == VERSION:
                return
            for name in ("briefing", "contents", "posting"):
                run(f"DROP TABLE IF EXISTS {name}")
            for statement in _TABLES.split(";")[:-1]:
                run(statement)
            run(f"PRAGMA user_version = {VERSION}")

    def _put(self, row: IndexedBriefing) -> int:
        """Write a briefing; returns its number, or 0 if another session has just written it."""
        state = row.state
        there = self._base.execute(
            "SELECT 1 FROM briefing WHERE path = ? AND sha256 = ? AND copies = ?",
            (row.path, state.sha256, state.copies),
        )
        if there.fetchone():
            return 0
        self._forget(row.path)
        number = self._base.execute(
            "INSERT INTO briefing (path, size, modified, sha256, copies, issued, summary) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (row.path, *state, row.issued, row.summary),
        ).lastrowid
        packed = zlib.compress(row.contents.encode(), 1)
        self._base.execute("INSERT INTO contents VALUES (?, ?)", (number, packed))
        return number or 0

    def _forget(self, path: str) -> None:
        self._base.execute(
            "DELETE FROM contents WHERE number = (SELECT number FROM briefing WHERE path = ?)",
            (path,),
        )
        self._base.execute("DELETE FROM briefing WHERE path = ?", (path,))

    def _merge(self) -> None:
        """Merge all segments into one, without the briefings that were removed."""
        there = set(self.issued())
        merged: dict[str, array[int]] = {}
        for word, found in self._base.execute("SELECT word, found FROM posting ORDER BY word"):
            kept = merged.setdefault(word, array("Q"))
            kept.extend(each for each in array("Q", found) if each >> _NUMBER in there)
        self._base.execute("DELETE FROM posting")
        self._base.executemany(
            "INSERT INTO posting VALUES (?, 0, ?)",
            ((word, found.tobytes()) for word, found in merged.items() if found),
        )

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold a transaction in which no other session can write."""
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self._base.in_transaction:
                self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")


def packed(worth: float, items: int) -> int:
    """Pack the worth of an answer, and the bits of the items that give it, into one number."""
    return items | min(int(worth * PRECISION), 255) << ITEM_BITS


def better(one: int, other: int) -> int:
    """Return the higher of two packed worths, with the items of both."""
    return max(one, other) | ((one | other) & ITEMS)


def _best(rows: sqlite3.Cursor) -> Worths:
    """Return the highest worth of each briefing in some postings, with all its items."""
    best: Worths = {}
    rest = (1 << _NUMBER) - 1
    for (found,) in rows:
        for posting in array("Q", found):
            number, worth = posting >> _NUMBER, posting & rest
            known = best.get(number)
            best[number] = worth if known is None else better(known, worth)
    return best

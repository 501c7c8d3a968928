"""Where the index of a library lies: a file of SQLite, or the memory.

Beside what is known of each briefing there are postings: for each word, which briefings have it,
how much an answer with it can be worth there, and in which of the items it is. They are written
in segments, one for each batch of briefings, and brought together when there are many.
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

VERSION = 3
"""Of the tables and of what is in them: an index of another is made anew."""

PATIENCE = 10.0
"""Seconds to wait for another session that is writing."""

MOST_SEGMENTS = 24

PRECISION = 16
"""Steps of a worth in 1; the highest there is fits into a byte."""

ITEM_BITS = 32
"""Bits that say in which items a word is; items share one where a briefing has more."""

ITEMS = (1 << ITEM_BITS) - 1
_NUMBER = ITEM_BITS + 8

_TABLES = """
CREATE TABLE briefing (
    number INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT UNIQUE NOT NULL, size INTEGER NOT NULL,
    modified INTEGER NOT NULL, sha256 TEXT NOT NULL, copies TEXT NOT NULL, issued TEXT NOT NULL,
    standing TEXT NOT NULL);
CREATE TABLE contents (number INTEGER PRIMARY KEY, packed BLOB NOT NULL);
CREATE TABLE posting (
    word TEXT NOT NULL, segment INTEGER NOT NULL, found BLOB NOT NULL,
    PRIMARY KEY (word, segment)) WITHOUT ROWID;
"""


Worths = dict[int, int]
"""By number of a briefing: what an answer is worth there at most, as `packed` makes it."""


class Known(NamedTuple):
    """By what a file is recognised."""

    number: int
    size: int
    modified: int
    """In nanoseconds."""
    sha256: str
    copies: str
    """The local copies of its sources, as `index` writes how they are."""


class IndexedBriefing(NamedTuple):
    """What is written of a briefing."""

    path: str
    known: Known
    """Its number does not count."""
    issued: str
    standing: str
    contents: str
    worth: Mapping[str, int]
    """By word: what an answer with it is worth at most, and over that the bits of its items."""


class Store:
    """What is known of the briefings of a folder; its methods raise `sqlite3.Error`."""

    def __init__(self, file: Path | None) -> None:
        """In a file, which is made if it is not there, or in memory."""
        if file is not None:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
        self._base = sqlite3.connect(
            file or ":memory:", PATIENCE, isolation_level=None, check_same_thread=False
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
        """Let the file go."""
        self._base.close()

    def known(self) -> dict[str, Known]:
        """All briefings, by path."""
        rows = self._base.execute(
            "SELECT path, number, size, modified, sha256, copies FROM briefing"
        )
        return {path: Known(*rest) for path, *rest in rows}

    def standings(self) -> Iterator[str]:
        """How each briefing stands, as it was written."""
        return (standing for (standing,) in self._base.execute("SELECT standing FROM briefing"))

    def issued(self) -> Mapping[int, str]:
        """By number: when a briefing was issued."""
        self._refresh()
        if self._issued is None:
            self._issued = dict(self._base.execute("SELECT number, issued FROM briefing"))
        return self._issued

    def paths(self) -> Mapping[int, str]:
        """By number: the path of a briefing."""
        self._refresh()
        if self._paths is None:
            self._paths = dict(self._base.execute("SELECT number, path FROM briefing"))
        return self._paths

    def contents(self, number: int) -> tuple[str, str]:
        """How a briefing stands and what can be asked for in it; `LookupError` if it is gone."""
        found = self._base.execute(
            "SELECT standing, packed FROM briefing JOIN contents USING (number) WHERE number = ?",
            (number,),
        ).fetchone()
        if found is None:
            raise LookupError(number)
        return found[0], zlib.decompress(found[1]).decode()

    def put(self, rows: Sequence[IndexedBriefing]) -> None:
        """Write what is known of some briefings, instead of what was; all of it or nothing."""
        with self._writing():
            postings: dict[str, array[int]] = {}
            segment = 0
            for row in rows:
                number = self._put(row)
                segment = segment or number
                for word, worth in row.worth.items() if number else ():
                    postings.setdefault(word, array("Q")).append(number << _NUMBER | worth)
            self._base.executemany(
                "INSERT INTO posting VALUES (?, ?, ?)",
                ((word, segment, found.tobytes()) for word, found in sorted(postings.items())),
            )

    def touch(self, path: str, known: Known) -> None:
        """A file has other times and the same contents."""
        with self._writing():
            self._base.execute(
                "UPDATE briefing SET size = ?, modified = ? WHERE path = ? AND sha256 = ?",
                (known.size, known.modified, path, known.sha256),
            )

    def drop(self, paths: Collection[str]) -> None:
        """Forget some briefings, and every word of them."""
        there = self.known() if paths else {}
        gone = [path for path in paths if path in there]
        if gone:
            with self._writing():
                for path in gone:
                    self._forget(path)
                self._merge()

    def compact(self) -> None:
        """Bring the segments together if there are many, or if much in them is gone."""
        (segments,) = self._base.execute("SELECT count(DISTINCT segment) FROM posting").fetchone()
        if segments > MOST_SEGMENTS:
            with self._writing():
                self._merge()

    def holding(self, word: str) -> Worths:
        """What answers with exactly this word are worth."""
        return _best(self._base.execute("SELECT found FROM posting WHERE word = ?", (word,)))

    def beginning(self, word: str) -> Worths:
        """What answers are worth with a word that begins so."""
        return _best(
            self._base.execute(
                "SELECT found FROM posting WHERE word >= ? AND word < ?", (word, word + LAST)
            )
        )

    def vocabulary(self) -> Vocabulary:
        """All words."""
        self._refresh()
        if self._vocabulary is None:
            words = self._base.execute("SELECT DISTINCT word FROM posting")
            self._vocabulary = Vocabulary(word for (word,) in words)
        return self._vocabulary

    def _refresh(self) -> None:
        """Read again what was kept if anything has been written, in this session or another."""
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
        """Its number; 0 where another session has written the same in the meantime."""
        known = row.known
        there = self._base.execute(
            "SELECT 1 FROM briefing WHERE path = ? AND sha256 = ? AND copies = ?",
            (row.path, known.sha256, known.copies),
        )
        if there.fetchone():
            return 0
        self._forget(row.path)
        number = self._base.execute(
            "INSERT INTO briefing (path, size, modified, sha256, copies, issued, standing) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (row.path, *known[1:], row.issued, row.standing),
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
        """One segment, without the briefings that are gone."""
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
        """Alone among the sessions; what is written then is written as one or not at all."""
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self._base.in_transaction:
                self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")


def packed(worth: float, items: int) -> int:
    """What an answer is worth, and over that the bits of the items that give it."""
    return items | min(int(worth * PRECISION), 255) << ITEM_BITS


def better(one: int, other: int) -> int:
    """Of two packed worths the higher, with the items of both."""
    return max(one, other) | ((one | other) & ITEMS)


def _best(rows: sqlite3.Cursor) -> Worths:
    """The highest worth of each briefing in some postings, with the items of all."""
    best: Worths = {}
    rest = (1 << _NUMBER) - 1
    for (found,) in rows:
        for posting in array("Q", found):
            number, worth = posting >> _NUMBER, posting & rest
            known = best.get(number)
            best[number] = worth if known is None else better(known, worth)
    return best

"""The reader's notes, one file for each briefing in the state folder.

A file is a journal: each version of a note is a line of JSON, appended under a lock, so that
several terminals can write to it and nothing is lost. A line that is torn, because the disk was
full or the program was killed, is skipped. Notes are written whatever the briefing is marked,
since each is asked for; the file is readable by its owner alone.
"""

import os
from collections.abc import Iterator, Mapping
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import Any

from tui.frozen import fields, replace
from tui.library.persistence import parse_json, to_json
from tui.model.annotations import ReaderNote, current_notes

_SUFFIX = ".jsonl"
_FLAGS = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC


def file_for(folder: Path, briefing: str) -> Path:
    """Return the file of the notes on a briefing, by the name that the state gives it."""
    return folder / f"{briefing}{_SUFFIX}"


def read(file: Path) -> tuple[ReaderNote, ...]:
    """Return the current notes in a file; none if it cannot be read."""
    try:
        return current_notes(_versions(file.read_bytes()))
    except OSError:
        return ()


def read_all(folder: Path) -> Iterator[ReaderNote]:
    """Yield the current notes on all briefings."""
    for file in sorted(folder.glob(f"*{_SUFFIX}")):
        yield from read(file)


def write(file: Path, note: ReaderNote) -> ReaderNote:
    """Append a note, or a new version of one, and wait until it is on the disk.

    If another terminal has written to the same item since the note was drafted, both texts are
    merged into one note.

    Returns:
        The note as it was written.

    Raises:
        OSError: The note could not be written; the notes in the file are unharmed.
    """
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(file, _FLAGS, 0o600)
    try:
        flock(handle, LOCK_EX)
        data = file.read_bytes()
        note = _merged(note, [*_versions(data)])
        is_torn = bool(data) and not data.endswith(b"\n")
        line = (b"\n" if is_torn else b"") + to_json(_to_dict(note)).encode() + b"\n"
        while line:
            line = line[os.write(handle, line) :]
        os.fsync(handle)
    finally:
        os.close(handle)
    return note


def _merged(note: ReaderNote, versions: list[ReaderNote]) -> ReaderNote:
    """Merge a note with those on its item that whoever drafted it has not seen."""
    unseen = [
        each
        for each in current_notes(versions)
        if each.id not in (note.id, *note.replaces) and _is_on_same_item(each, note)
    ]
    if not unseen:
        return note
    from tui.library.merge import combine, merge  # noqa: PLC0415 - only when notes are merged

    base = combine(each.text for each in versions if each.id in note.replaces)
    text = merge(base, note.text, combine(each.text for each in unseen))
    return replace(note, text=text, replaces=(*note.replaces, *(each.id for each in unseen)))


def _is_on_same_item(note: ReaderNote, other: ReaderNote) -> bool:
    """Whether two notes are on one item; a derived id may have passed to another item."""
    is_derived = "/" in note.item
    return note.item == other.item and not (is_derived and note.statement != other.statement)


def _versions(data: bytes) -> Iterator[ReaderNote]:
    """Yield all versions of the notes in a file, the oldest first."""
    for line in data.split(b"\n"):
        try:
            entry = parse_json(line)
        except ValueError:
            continue
        if isinstance(entry, dict) and all(
            isinstance(entry.get(key), str) for key in ("id", "item")
        ):
            yield _from_dict(entry)


def _to_dict(note: ReaderNote) -> dict[str, Any]:
    values = {each.name: getattr(note, each.name) for each in fields(note)}
    return {name: value for name, value in values.items() if value}


def _from_dict(entry: Mapping[str, Any]) -> ReaderNote:
    replaced = entry.get("replaces")
    ids = replaced if isinstance(replaced, list) else ()
    names = (each.name for each in fields(ReaderNote) if each.name != "replaces")
    texts: dict[str, str] = {name: str(entry.get(name, "")) for name in names}
    return ReaderNote(**texts, replaces=tuple(map(str, ids)))

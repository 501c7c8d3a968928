"""The notes of a reader's own, in their state folder and in no briefing.

They are asked for one by one, so they are written whatever the briefing is marked; its title and
the words that a note is on stand with it. The file is its owner's alone.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tui.frozen import fields
from tui.library import journal
from tui.model.annotations import ReaderNote, standing

_ENDING = ".jsonl"


def read(file: Path) -> tuple[ReaderNote, ...]:
    """The notes that stand in a file; none where it cannot be read."""
    try:
        return standing(_notes(file))
    except OSError:
        return ()


def read_all(folder: Path) -> Iterator[ReaderNote]:
    """The notes on all briefings."""
    for file in sorted(folder.glob(f"*{_ENDING}")):
        yield from read(file)


def write(file: Path, note: ReaderNote) -> None:
    """Add a note, or another version of one. Raises `OSError`; then no note is there or lost."""
    told = {each.name: getattr(note, each.name) for each in fields(note)}
    journal.append(file, {name: value for name, value in told.items() if value})


def named(folder: Path, briefing: str) -> Path:
    """The file of the notes on a briefing, by the name that the state has for it."""
    return folder / f"{briefing}{_ENDING}"


def _notes(file: Path) -> Iterator[ReaderNote]:
    for entry in journal.entries(file):
        if isinstance(entry.get("id"), str) and isinstance(entry.get("item"), str):
            yield _note(entry)


def _note(entry: Mapping[str, Any]) -> ReaderNote:
    replaced = entry.get("replaces")
    ids = replaced if isinstance(replaced, list) else ()
    texts = (each.name for each in fields(ReaderNote) if each.name != "replaces")
    told: dict[str, str] = {name: str(entry.get(name, "")) for name in texts}
    return ReaderNote(**told, replaces=tuple(map(str, ids)))

"""The meetings that were held on briefings, each kept as a file of its own in the user's state.

A file is written whole or not at all, whenever something in the meeting changes: a line that is
dropped, or a program that is killed, loses nothing of it.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tui.frozen import frozen
from tui.library import state
from tui.meeting.clock import Clock
from tui.meeting.json_values import as_object
from tui.meeting.record import MeetingRecord

_MOST = 2_000_000
"""Bytes that are read of a file: a meeting of a day has fewer."""


@frozen
class SavedMeeting:
    """A meeting as it was kept."""

    name: str
    """What the briefing is called in the state; see `state.named`."""
    title: str
    """Of the briefing."""
    marking: str
    clock: Clock
    record: MeetingRecord
    titles: Mapping[str, str]
    """By the id of what was shown: a line for it, as it was seen, if that could be kept."""
    markings: Mapping[str, str]
    """By that id: how strictly the line is marked, kept or not; see `titles.Titles`."""
    is_ended: bool
    """It was ended, and has not only stopped."""


def write(folder: Path, name: str, told: Mapping[str, Any]) -> None:
    """Keep a meeting on the briefing of that name, in place of what was kept of the same one.

    Raises `OSError`, and `KeyError` for what does not say when the meeting began.
    """
    file = file_of(folder, name, told)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.parent.mkdir(mode=0o700, exist_ok=True)
    state.replace(file, json.dumps(told).encode())


def file_of(folder: Path, name: str, told: Mapping[str, Any]) -> Path:
    """Where a meeting on the briefing of that name is kept, by when it began.

    `KeyError` for what does not say that.
    """
    return folder / name / f"{int(told['proceedings']['clock']['began'])}.json"


def read(file: Path) -> Mapping[str, Any] | None:
    """What was kept in a file; `None` where that cannot be read."""
    try:
        with file.open("rb") as opened:
            return as_object(json.loads(opened.read(_MOST)))
    except (OSError, ValueError, RecursionError):
        return None


def last(folder: Path, name: str) -> Mapping[str, Any] | None:
    """What was kept of the last meeting on the briefing of that name; `None` without one."""
    for file in reversed(_files(folder / name)):
        told = read(file)
        if told is not None:
            return told
    return None


def read_all(folder: Path, name: str = "") -> Iterator[SavedMeeting]:
    """All meetings, or those on one briefing, the oldest first; what cannot be read is none."""
    folders = [folder / name] if name else sorted(_listed(folder))
    files = [file for each in folders for file in _files(each)]
    for file in sorted(files, key=_began):
        told = read(file)
        try:
            meeting = _meeting(file.parent.name, told) if told is not None else None
        except (ValueError, TypeError):
            continue
        if meeting is not None:
            yield meeting


def _meeting(name: str, told: Mapping[str, Any]) -> SavedMeeting:
    proceedings = as_object(told.get("proceedings"))
    return SavedMeeting(
        name,
        str(told.get("title", "")),
        str(told.get("marking", "")),
        Clock.from_dict(proceedings.get("clock")),
        MeetingRecord.from_dict(proceedings.get("record")),
        {id: str(title) for id, title in as_object(told.get("titles")).items()},
        {id: str(marking) for id, marking in as_object(told.get("markings", {})).items()},
        bool(told.get("is_ended")),
    )


def _files(folder: Path) -> list[Path]:
    """The files of the meetings on a briefing, the oldest first."""
    named = (file for file in _listed(folder) if file.suffix == ".json" and file.stem.isdecimal())
    return sorted((file for file in named if file.is_file()), key=_began)


def _began(file: Path) -> int:
    return int(file.stem)


def _listed(folder: Path) -> list[Path]:
    try:
        return [*folder.iterdir()]
    except OSError:
        return []

"""Past meetings on briefings, each in a file of its own in the user's state folder.

The file of a meeting is written atomically whenever the meeting changes, so that nothing is lost
if the connection drops or the program is killed.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tui.frozen import frozen
from tui.library.persistence import write_atomically
from tui.meeting.clock import Clock
from tui.meeting.json_values import as_object
from tui.meeting.record import MeetingRecord
from tui.model.clearance import strictness
from tui.model.document import Document, Policy
from tui.model.projection import project
from tui.model.vocabularies import MARKINGS, rank
from tui.panes.presented import Presented

_STRICTEST = len(MARKINGS) - 1
_LARGEST = 2_000_000
"""Bytes that are read of a file; a meeting of a whole day has fewer."""


@frozen
class SavedMeeting:
    """A past meeting."""

    name: str
    """The file name of the briefing in the state; see `state.file_name`."""
    title: str
    """The title of the briefing."""
    marking: str
    clock: Clock
    record: MeetingRecord
    titles: Mapping[str, str]
    """By item id: the title of what was shown, if it could be saved."""
    markings: Mapping[str, str]
    """By item id: the marking of the title, saved or not; see `TitleMarkings`."""
    is_ended: bool
    """Whether the meeting was closed, rather than interrupted."""


def file_for(folder: Path, meeting: Mapping[str, Any]) -> Path:
    """Return the file of a meeting, named after when the meeting began, in seconds.

    Args:
        folder: The folder of the meetings on one briefing.
        meeting: The meeting, as `to_dict()` of its parts made it.

    Raises:
        KeyError: The meeting does not say when it began.
    """
    return folder / f"{int(meeting['proceedings']['clock']['began'])}.json"


def write(file: Path, meeting: Mapping[str, Any]) -> None:
    """Write a meeting over what was saved of the same one. Raises `OSError`."""
    for folder in (file.parent.parent, file.parent):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_atomically(file, json.dumps(meeting).encode())


def read(file: Path) -> Mapping[str, Any] | None:
    """Return a meeting as it was saved; `None` if the file cannot be read."""
    try:
        with file.open("rb") as opened:
            return as_object(json.loads(opened.read(_LARGEST)))
    except (OSError, ValueError, RecursionError):
        return None


def last(folder: Path) -> Mapping[str, Any] | None:
    """Return the last meeting in a folder as it was saved; `None` if there is none."""
    meetings = (read(file) for file in reversed(_files(folder)))
    return next((meeting for meeting in meetings if meeting is not None), None)


def read_all(folder: Path, name: str = "") -> Iterator[SavedMeeting]:
    """Yield all meetings that can be read, or those on one briefing, the oldest first."""
    folders = [folder / name] if name else sorted(_entries(folder))
    files = [file for each in folders for file in _files(each)]
    for file in sorted(files, key=_began):
        saved = read(file)
        try:
            meeting = _from_dict(file.parent.name, saved) if saved is not None else None
        except (ValueError, TypeError):
            continue
        if meeting is not None:
            yield meeting


class TitleMarkings:
    """The markings of the titles of what was shown in one meeting.

    A title may name more than its item, such as who said something. So its marking is not that
    of the item, but the least clearance under which the title is shown.
    """

    def __init__(self, saved: Mapping[str, Any] | None = None) -> None:
        """Begin with what was saved of the meeting, if it goes on."""
        self._known = dict(_read_titles(saved)) if saved is not None else {}
        """By item id: the title, and the rank of its marking."""
        self._document: Document | None = None
        self._views: tuple[tuple[int, Presented | None], ...] = ()

    def markings(self, document: Document, titles: Mapping[str, str]) -> dict[str, str]:
        """Return the marking of each title by item id.

        If a title occurs in several versions of the briefing, its strictest marking counts. A
        title that occurs in none has the strictest marking that there is.
        """
        is_another = document is not self._document
        if is_another:
            self._document, self._views = document, tuple(_views(document))
        for id, title in titles.items():
            known, before = self._known.get(id, ("", None))
            is_known = before is not None and known == title
            if is_another or not is_known:
                found = (self._level(id, title), before if is_known else None)
                levels = [level for level in found if level is not None]
                self._known[id] = title, max(levels, default=_STRICTEST)
        return {id: MARKINGS[self._known[id][1]] for id in titles}

    def _level(self, id: str, title: str) -> int | None:
        """Return the rank of a title's marking in this version; `None` if it does not occur."""
        for level, view in self._views:
            if view is None or view.title(id) == title:
                return level
        return None


def _views(document: Document) -> Iterator[tuple[int, Presented | None]]:
    """Yield what a briefing shows under each marking that it has, the least strict first.

    If it has one marking only, there is nothing to compare, and the view is `None`.
    """
    found = strictness(document)
    levels = sorted({found.file, *found.records.values()})
    for level in levels:
        is_one = len(levels) == 1
        policy = Policy(MARKINGS[level])
        yield level, None if is_one else Presented(project(document, policy))


def _read_titles(saved: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, int]]]:
    """Yield the saved titles with the ranks of their markings; a title not saved is its id."""
    titles, markings = saved.get("titles"), saved.get("markings")
    if isinstance(titles, dict) and isinstance(markings, dict):
        for id, marking in markings.items():
            yield id, (str(titles.get(id, id)), rank(str(marking)))


def _from_dict(name: str, saved: Mapping[str, Any]) -> SavedMeeting:
    proceedings = as_object(saved.get("proceedings"))
    return SavedMeeting(
        name,
        str(saved.get("title", "")),
        str(saved.get("marking", "")),
        Clock.from_dict(proceedings.get("clock")),
        MeetingRecord.from_dict(proceedings.get("record")),
        {id: str(title) for id, title in as_object(saved.get("titles")).items()},
        {id: str(marking) for id, marking in as_object(saved.get("markings", {})).items()},
        bool(saved.get("is_ended")),
    )


def _files(folder: Path) -> list[Path]:
    """Return the files of the meetings in a folder, the oldest first."""
    named = (file for file in _entries(folder) if file.suffix == ".json" and file.stem.isdecimal())
    return sorted((file for file in named if file.is_file()), key=_began)


def _began(file: Path) -> int:
    return int(file.stem)


def _entries(folder: Path) -> list[Path]:
    try:
        return [*folder.iterdir()]
    except OSError:
        return []

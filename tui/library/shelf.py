"""A folder of briefings, as a list that one can choose from.

A briefing is read when its entry is looked at and not before, so that a folder of
thousands opens as quickly as one of three.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import overload

from tui.blocks import Block, Entry, Run, Runs, Style, runs
from tui.diagnostics import Severity
from tui.model.document import Document, State

Opener = Callable[[Path], Document]

ENDINGS = (".yaml", ".yml")


class Shelf:
    """The briefings in a folder and the folders below it."""

    def __init__(self, folder: Path, load: Opener) -> None:
        self.folder = folder
        self._load = load
        self.files = tuple(sorted(_briefings(folder)))

    def blocks(self) -> Sequence[Block]:
        """An entry for each briefing; its item is the key that `open` takes."""
        return _Entries(self)

    def open(self, key: str) -> Document:
        """The briefing of an entry; raises `OSError` if it can no longer be read."""
        return self._load(self.folder / key)


class _Entries(Sequence[Block]):
    """The entries of a shelf, each made when it is asked for."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._made: dict[int, Block] = {}

    def __len__(self) -> int:
        return len(self._shelf.files)

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Block]: ...
    def __getitem__(self, index: int | slice) -> Block | Sequence[Block]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        index = range(len(self))[index]
        if index not in self._made:
            self._made[index] = _entry(self._shelf, self._shelf.files[index])
        return self._made[index]


def _briefings(folder: Path) -> Iterator[str]:
    """The files that may be briefings, relative to the folder; hidden ones are left out."""
    for top, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.endswith(ENDINGS) and not name.startswith("."):
                yield os.path.relpath(Path(top, name), folder)


def _entry(shelf: Shelf, key: str) -> Block:
    try:
        document = shelf.open(key)
    except OSError as error:
        reason = runs(Run(f"cannot be read: {error.strerror or error}", Style.WRONG))
        return Entry(item=key, kind="briefing", name=runs(Run(key, Style.STRONG)), text=reason)
    briefing = document.briefing
    return Entry(
        item=key,
        kind="briefing",
        label=runs(Run(briefing.marking, Style.MARKING)),
        name=runs(Run(briefing.title or key, Style.STRONG)),
        aside=runs(Run(briefing.status, Style.MUTED)),
        details=tuple(line for line in _details(document, key) if line),
        marking=briefing.marking,
    )


def _details(document: Document, key: str) -> Iterator[Runs]:
    briefing = document.briefing
    cutoff = briefing.information_cutoff
    dates = [f"issued {briefing.issued}"] if briefing.issued else []
    if cutoff is not None and cutoff.date:
        dates.append(f"as of {cutoff.date}")
    yield runs(Run(" · ".join([*dates, key]), Style.MUTED))
    yield runs(*_standing(document))


def _standing(document: Document) -> Iterator[Run]:
    """How its excerpts are verified and what is wrong with it, in words."""
    states = [found.state for found in document.verifications.values()]
    verbatim = states.count(State.VERBATIM)
    if states:
        style = Style.VERIFIED if verbatim == len(states) else Style.CAUTION
        yield Run(f"{verbatim} of {len(states)} excerpts word for word in our copy", style)
    for severity, style in ((Severity.ERROR, Style.WRONG), (Severity.WARNING, Style.CAUTION)):
        count = sum(problem.severity is severity for problem in document.problems)
        if count:
            yield Run(f" · {count} {severity}{'s' if count > 1 else ''}", style)

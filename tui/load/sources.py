"""The local copies of a briefing's sources, opened without trust in what the briefing names.

A briefing from elsewhere must not make the program read other files of the reader's, wait for
a pipe, or fill the memory: it is the opened descriptor that is checked, links followed.
"""

import os
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tui.checks.catalogue import diagnose
from tui.diagnostics import Diagnostic
from tui.load.problems import quoted
from tui.model.briefing import Briefing
from tui.model.document import Copy
from tui.model.sources import Source

LARGEST = 16 * 1024 * 1024
"""Bytes of a local copy, at most (format.md, "Reading it")."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a local copy was not read."""

    code: str
    """`source-missing`, `source-outside` or `source-unreadable`."""
    reason: str
    """In words that follow the name of the file."""


_LEAST_TELLING = ("source-outside", "source-missing", "source-unreadable")


def read_copies(
    briefing: Briefing, folder: Path | None, roots: Sequence[Path]
) -> tuple[Mapping[str, Copy], list[Diagnostic]]:
    """The local copies by source id, and a problem for each that is named but was not read.

    `folder` is the one that holds the briefing, `None` for standard input; `roots` are those
    given on the command line. A path is relative to any of these, and what is opened must lie
    in one of them or in a `seeds` folder beside the first. The root folder and a home folder
    as a whole do not count.
    """
    grounds = _grounds(folder, roots)
    bases = ([] if folder is None else [folder]) + list(roots)
    read: dict[str, Copy | Refusal] = {}
    copies: dict[str, Copy] = {}
    problems: list[Diagnostic] = []
    for source in briefing.sources:
        if not source.file or source.id in copies:
            continue
        if source.file not in read:
            read[source.file] = _read_within(source.file, bases, grounds)
        found = read[source.file]
        if isinstance(found, Copy):
            copies[source.id] = found
        else:
            problems.append(_problem(source, found))
    return copies, problems


def read_copy(path: Path, grounds: Sequence[Path] | None = None) -> Copy | Refusal:
    """One local copy, at a path that lies in one of some real folders; in any if none are given.

    Nothing is raised. The file is opened without waiting, and then it is the opened file that
    must be inside, regular, of at most `LARGEST` bytes and UTF-8.
    """
    try:
        if grounds is not None and not _is_inside(_real(path), grounds):
            return _OUTSIDE
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
        try:
            refusal = _refused(descriptor, path, grounds)
            if refusal is not None:
                return refusal
            with os.fdopen(descriptor, "rb", closefd=False) as file:
                return _decoded(file.read(LARGEST + 1))
        finally:
            os.close(descriptor)
    except (FileNotFoundError, NotADirectoryError):
        return Refusal("source-missing", "is not there")
    except OSError as error:
        return Refusal("source-unreadable", f"cannot be read: {error.strerror}")
    except ValueError:
        return Refusal("source-unreadable", "is no name of a file")


_OUTSIDE = Refusal(
    "source-outside",
    "lies outside the briefing's folder, the `seeds` folder beside it and the folders given",
)


_TOO_LARGE = Refusal("source-unreadable", "is larger than 16 MiB")


def _read_within(file: str, bases: Sequence[Path], grounds: Sequence[Path]) -> Copy | Refusal:
    """A copy found from the first of some folders that has it, else the most telling refusal."""
    refusals = [_OUTSIDE]
    for base in bases:
        found = read_copy(base / file, grounds)
        if isinstance(found, Copy):
            return found
        refusals.append(found)
    return max(refusals, key=lambda refusal: _LEAST_TELLING.index(refusal.code))


def _refused(descriptor: int, path: Path, grounds: Sequence[Path] | None) -> Refusal | None:
    """What speaks against reading an opened file."""
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        return Refusal("source-unreadable", "is no regular file")
    if grounds is not None and not _is_inside(_where_opened(descriptor, path, status), grounds):
        return _OUTSIDE
    return _TOO_LARGE if status.st_size > LARGEST else None


def _where_opened(descriptor: int, path: Path, status: os.stat_result) -> Path:
    """Where an opened file lies, links followed; nowhere if that cannot be told."""
    try:
        return Path(f"/proc/self/fd/{descriptor}").readlink()
    except OSError:
        real = _real(path)
        return real if os.path.samestat(real.stat(), status) else Path()


def _decoded(data: bytes) -> Copy | Refusal:
    if len(data) > LARGEST:
        return _TOO_LARGE
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Refusal("source-unreadable", f"is not UTF-8: see byte {error.start + 1}")
    return Copy(text.replace("\r\n", "\n"), sha256(data).hexdigest())


def _grounds(folder: Path | None, roots: Sequence[Path]) -> list[Path]:
    """The real folders in which local copies may lie.

    The folder beside the briefing's is taken as it is named: were it a link, whoever made the
    briefing would choose where it leads.
    """
    grounds = [_real(root) for root in roots]
    if folder is not None:
        grounds += [_real(folder), _real(folder).parent / "seeds"]
    home = _real(Path.home())
    homes = (Path("/home"), Path("/Users"))
    return [
        ground
        for ground in grounds
        if not home.is_relative_to(ground) and ground.parent not in homes
    ]


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _is_inside(path: Path, grounds: Sequence[Path]) -> bool:
    return any(path.is_relative_to(ground) for ground in grounds)


def _problem(source: Source, refusal: Refusal) -> Diagnostic:
    message = f"{quoted(source.file)} {refusal.reason}."
    help = _HELP.get(refusal.code, "")
    return diagnose(refusal.code, source.origin.span("file"), message, help, item=source.id)


_HELP = {
    "source-missing": "Write the path from the folder that holds the briefing.",
    "source-outside": "Put the copy beside the briefing, or name its folder with `--root`; a home "
    "folder as a whole is never searched.",
}

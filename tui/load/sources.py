"""The local copies of a briefing's sources, which are opened as untrusted paths.

A briefing from somebody else must not make the program read the user's other files, wait for a
pipe or fill the memory. The checks apply to the opened file, links followed.
"""

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from tui.checks.registry import diagnose
from tui.diagnostics import Diagnostic, reason
from tui.frozen import frozen
from tui.load.allowed_roots import NotRegularError, OutsideError, is_inside, opened, real
from tui.load.problems import quoted
from tui.model.briefing import Briefing
from tui.model.document import Copy
from tui.model.sources import Source

LARGEST = 16 * 1024 * 1024
"""Bytes of a local copy, at most."""


@frozen
class Refusal:
    """Why a local copy was not read."""

    code: str
    """`source-missing`, `source-outside` or `source-unreadable`."""
    reason: str
    """A phrase that follows the name of the file."""


_LEAST_INFORMATIVE = ("source-outside", "source-missing", "source-unreadable")


def read_copies(
    briefing: Briefing, folder: Path | None, roots: Sequence[Path], within: Path | None = None
) -> tuple[Mapping[str, Copy], list[Diagnostic]]:
    """Read the local copies.

    A path is relative to the briefing's folder or one of `roots`. The file must be in one of
    these or in a `seeds` folder beside the first. The root folder and a whole home folder are
    not allowed.

    Args:
        briefing: The briefing.
        folder: The folder that contains it; `None` for standard input.
        roots: Folders given on the command line.
        within: A real folder outside which nothing is read.

    Returns:
        The copies by source id, and a problem for each file that was not read.
    """
    allowed = _allowed_roots(folder, roots)
    if within is not None:
        allowed = [*_clipped(allowed, within)]
    bases = ([] if folder is None else [folder]) + list(roots)
    read: dict[str, Copy | Refusal] = {}
    copies: dict[str, Copy] = {}
    problems: list[Diagnostic] = []
    for source in briefing.sources:
        if not source.file or source.id in copies:
            continue
        if source.file not in read:
            read[source.file] = _read_within(source.file, bases, allowed)
        found = read[source.file]
        if isinstance(found, Copy):
            copies[source.id] = found
        else:
            problems.append(_problem(source, found))
    return copies, problems


def read_copy(path: Path, allowed: Sequence[Path] | None = None) -> Copy | Refusal:
    """Read one local copy; nothing is raised.

    It must be a regular file in one of the real folders `allowed` (any if `None`), of at most
    `LARGEST` bytes, in UTF-8.
    """
    try:
        with opened(path, allowed) as file:
            return _decoded(file.read(LARGEST + 1))
    except OutsideError:
        return _OUTSIDE
    except NotRegularError as error:
        return Refusal("source-unreadable", reason(error))
    except (FileNotFoundError, NotADirectoryError):
        return Refusal("source-missing", "is not there")
    except OSError as error:
        return Refusal("source-unreadable", f"cannot be read: {reason(error)}")
    except ValueError:
        return Refusal("source-unreadable", "is no name of a file")


_OUTSIDE = Refusal(
    "source-outside",
    "lies outside the briefing's folder, the `seeds` folder beside it and the folders given",
)


def _read_within(file: str, bases: Sequence[Path], allowed: Sequence[Path]) -> Copy | Refusal:
    """The copy from the first folder that has it, else the most informative refusal."""
    refusals = [_OUTSIDE]
    for base in bases:
        found = read_copy(base / file, allowed)
        if isinstance(found, Copy):
            return found
        refusals.append(found)
    return max(refusals, key=lambda refusal: _LEAST_INFORMATIVE.index(refusal.code))


def _decoded(data: bytes) -> Copy | Refusal:
    if len(data) > LARGEST:
        return Refusal("source-unreadable", "is larger than 16 MiB")
    try:
        text = data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        return Refusal("source-unreadable", f"is not UTF-8: see byte {error.start + 1}")
    return Copy(text.replace("\r\n", "\n"), sha256(data).hexdigest())


def _allowed_roots(folder: Path | None, roots: Sequence[Path]) -> list[Path]:
    """The real folders in which local copies are allowed.

    The `seeds` folder is not resolved: if it were a link, the briefing's author would choose
    its target.
    """
    allowed = [real(root) for root in roots]
    if folder is not None:
        allowed += [real(folder), real(folder).parent / "seeds"]
    home = real(Path.home())
    homes = (Path("/home"), Path("/Users"))
    return [root for root in allowed if not home.is_relative_to(root) and root.parent not in homes]


def _clipped(allowed: Sequence[Path], within: Path) -> Iterator[Path]:
    """The intersections of some folders with one folder."""
    for root in allowed:
        if is_inside(root, [within]):
            yield root
        elif is_inside(within, [root]):
            yield within


def _problem(source: Source, refusal: Refusal) -> Diagnostic:
    message = f"{quoted(source.file)} {refusal.reason}."
    help = _HELP.get(refusal.code, "")
    return diagnose(refusal.code, source.origin.span("file"), message, help, item=source.id)


_HELP = {
    "source-missing": "Write the path from the folder that holds the briefing.",
    "source-outside": "Put the copy beside the briefing, or name its folder with `--root`; a home "
    "folder as a whole is never searched.",
}

"""The local copies of a briefing's sources, opened without trust in what the briefing names.

A briefing from elsewhere must not make the program read other files of the reader's, wait for
a pipe, or fill the memory: it is the opened descriptor that is checked, links followed.
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
"""Bytes of a local copy, at most (format.md, "Reading it")."""


@frozen
class Refusal:
    """Why a local copy was not read."""

    code: str
    """`source-missing`, `source-outside` or `source-unreadable`."""
    reason: str
    """In words that follow the name of the file."""


_LEAST_TELLING = ("source-outside", "source-missing", "source-unreadable")


def read_copies(
    briefing: Briefing, folder: Path | None, roots: Sequence[Path], within: Path | None = None
) -> tuple[Mapping[str, Copy], list[Diagnostic]]:
    """The local copies by source id, and a problem for each that is named but was not read.

    `folder` is the one that holds the briefing, `None` for standard input; `roots` are those
    given on the command line. A path is relative to any of these, and what is opened must lie
    in one of them or in a `seeds` folder beside the first. The root folder and a home folder
    as a whole do not count. With `within`, a real folder, nothing outside it is read whatever
    the others are.
    """
    grounds = _grounds(folder, roots)
    if within is not None:
        grounds = [*_clipped(grounds, within)]
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

    Nothing is raised. It is the opened file that must be inside, regular, of at most `LARGEST`
    bytes and UTF-8.
    """
    try:
        with opened(path, grounds) as file:
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


def _read_within(file: str, bases: Sequence[Path], grounds: Sequence[Path]) -> Copy | Refusal:
    """A copy found from the first of some folders that has it, else the most telling refusal."""
    refusals = [_OUTSIDE]
    for base in bases:
        found = read_copy(base / file, grounds)
        if isinstance(found, Copy):
            return found
        refusals.append(found)
    return max(refusals, key=lambda refusal: _LEAST_TELLING.index(refusal.code))


def _decoded(data: bytes) -> Copy | Refusal:
    if len(data) > LARGEST:
        return Refusal("source-unreadable", "is larger than 16 MiB")
    try:
        text = data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        return Refusal("source-unreadable", f"is not UTF-8: see byte {error.start + 1}")
    return Copy(text.replace("\r\n", "\n"), sha256(data).hexdigest())


def _grounds(folder: Path | None, roots: Sequence[Path]) -> list[Path]:
    """The real folders in which local copies may lie.

    The folder beside the briefing's is taken as it is named: were it a link, whoever made the
    briefing would choose where it leads.
    """
    grounds = [real(root) for root in roots]
    if folder is not None:
        grounds += [real(folder), real(folder).parent / "seeds"]
    home = real(Path.home())
    homes = (Path("/home"), Path("/Users"))
    return [
        ground
        for ground in grounds
        if not home.is_relative_to(ground) and ground.parent not in homes
    ]


def _clipped(grounds: Sequence[Path], within: Path) -> Iterator[Path]:
    """What some folders have in common with one."""
    for ground in grounds:
        if is_inside(ground, [within]):
            yield ground
        elif is_inside(within, [ground]):
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

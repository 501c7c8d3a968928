"""The word diff between an excerpt and a passage of its source."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.model.document import DiffKind
from tui.text.sentences import words

Difference = tuple[tuple[DiffKind, str], ...]

_LONGEST = 4_000
"""Words and signs of a text that are compared one by one; a longer one is compared as a whole."""
_SIGN = re.compile(r"\s+|\S")


def difference(yours: str, theirs: str) -> Difference:
    """What two texts share and what they do not, word by word.

    All pieces but those that are only theirs make up `yours`, and likewise the other way round.
    Words that differ side by side are one piece.
    """
    pieces: list[tuple[DiffKind, str]] = []
    for same, one, two in _joined(_runs(_tokens(yours), _tokens(theirs))):
        if same:
            pieces.append((DiffKind.SAME, one))
        else:
            pieces += [(DiffKind.YOURS, one)] if one else []
            pieces += [(DiffKind.THEIRS, two)] if two else []
    return tuple(pieces)


class _Run(NamedTuple):
    same: bool
    yours: str
    theirs: str


def _tokens(text: str) -> list[str]:
    """The words of a text, and what stands between them sign by sign."""
    tokens: list[str] = []
    read = 0
    for start, end in words(text):
        tokens += _SIGN.findall(text, read, start)
        tokens.append(text[start:end])
        read = end
    return tokens + _SIGN.findall(text, read)


def _runs(mine: list[str], other: list[str]) -> Iterator[_Run]:
    if max(len(mine), len(other)) > _LONGEST:
        yield from _coarse(mine, other)
        return
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - for wrong excerpts alone

    for step in Levenshtein.opcodes(mine, other):
        yours = "".join(mine[step.src_start : step.src_end])
        yield _Run(step.tag == "equal", yours, "".join(other[step.dest_start : step.dest_end]))


def _coarse(mine: list[str], other: list[str]) -> Iterator[_Run]:
    """What very long texts share at both ends, and all between as one difference."""
    shorter = min(len(mine), len(other))
    head = next((at for at in range(shorter) if mine[at] != other[at]), shorter)
    rest = shorter - head
    tail = next((at for at in range(rest) if mine[~at] != other[~at]), rest)
    shared = "".join(mine[:head]), "".join(mine[len(mine) - tail :])
    yield _Run(True, shared[0], shared[0])
    yield _Run(
        False, "".join(mine[head : len(mine) - tail]), "".join(other[head : len(other) - tail])
    )
    yield _Run(True, shared[1], shared[1])


def _joined(runs: Iterator[_Run]) -> list[_Run]:
    """The runs, those taken together that differ with nothing but space between them."""
    joined: list[_Run] = []
    for run in runs:
        if not run.yours and not run.theirs:
            continue
        gap = before = _Run(run.same, "", "")
        if not run.same and len(joined) > 1 and joined[-1].same and joined[-1].yours.isspace():
            gap = joined.pop()
        if joined and joined[-1].same == run.same:
            before = joined.pop()
        yours = before.yours + gap.yours + run.yours
        joined.append(_Run(run.same, yours, before.theirs + gap.theirs + run.theirs))
    return joined

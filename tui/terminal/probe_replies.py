"""Questions to a terminal, and its answers among the keys.

A terminal answers on the line on which keys come, so an answer has to be taken out of them.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Query(NamedTuple):
    """What a terminal can be asked."""

    asked: str
    """The escape sequence that asks it."""
    head: bytes
    """How an answer begins: no key sends this."""
    body: bytes
    """A character of what it says, as a class of a regular expression."""
    tails: tuple[bytes, ...]
    """How an answer may end."""


GROUND = Query("\x1b]11;?\x07", b"\x1b]11;", rb"[\w:/]", (b"\x07", b"\x1b\\"))
"""The colour of the background (OSC 11)."""

NAME = Query("\x1b[>0q", b"\x1bP>|", rb"[ -~]", (b"\x1b\\",))
"""Name and version (XTVERSION)."""

SYNCHRONIZED = Query("\x1b[?2026$p", b"\x1b[?2026;", rb"[0-4]", (b"$y",))
"""Whether output can be synchronized (DECRQM of mode 2026): 0 is that it cannot."""

STATUS = Query("\x1b[5n", b"\x1b[", rb"[03]", (b"n",))
"""Whether all is well (DSR 5), which all terminals since the VT100 answer. The position of the
cursor would do, but its answer is what shift+F3 sends too."""

ATTRIBUTES = Query("\x1b[c", b"\x1b[?", rb"[\d;]", (b"c",))
"""What kind it is (DA1): as good as all answer, in order, so that what is unanswered then stays
so."""

_LONGEST = 100
"""Bytes of a body."""


class ReplyParser:
    """Takes the answers to some questions out of what comes from a terminal."""

    def __init__(self, questions: Iterable[Query]) -> None:
        """All else is passed on, answers to other questions too."""
        self.told: dict[Query, str] = {}
        """What was answered last."""
        self.questions = tuple(questions)
        self._patterns = {question: _patterns(question) for question in self.questions}
        self._held = b""

    def feed(self, data: bytes) -> bytes:
        """The keys among the next bytes, in order.

        What may be the beginning of an answer is held back until more comes, or `settle`.
        """
        data, self._held = self._held + data, b""
        return b"".join(self._keys(data))

    def settle(self) -> bytes:
        """What was held back: nothing has come after it for a while, so it was keys."""
        held, self._held = self._held, b""
        return held

    def _keys(self, data: bytes) -> Iterator[bytes]:
        at = 0
        while (start := data.find(b"\x1b", at)) >= 0:
            yield data[at:start]
            at = self._take(data, start)
            if at == start:
                if self._is_begun(data, start):
                    self._held = data[start:]
                    return
                at = start + 1
                yield b"\x1b"
        yield data[at:]

    def _take(self, data: bytes, start: int) -> int:
        """Where the answer that begins here ends; the same place if none does."""
        for question, (whole, _) in self._patterns.items():
            if answer := whole.match(data, start):
                self.told[question] = answer[1].decode("ascii")
                return answer.end()
        return start

    def _is_begun(self, data: bytes, start: int) -> bool:
        return any(
            question.head.startswith(data[start:]) or begun.fullmatch(data, start)
            for question, (_, begun) in self._patterns.items()
        )


def _patterns(question: Query) -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    """A whole answer, and one of which the head is there but not yet all."""
    start = re.escape(question.head) + b"(" + question.body + b"{0,%d})" % _LONGEST
    begun = {tail[:length] for tail in question.tails for length in range(len(tail))}
    return (
        re.compile(start + b"(?:" + b"|".join(map(re.escape, question.tails)) + b")", re.ASCII),
        re.compile(start + b"(?:" + b"|".join(map(re.escape, begun)) + b")", re.ASCII),
    )

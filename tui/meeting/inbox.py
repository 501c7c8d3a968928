"""What comes in from the other end: bytes become messages, and not too many of them."""

from collections.abc import Iterable, Iterator

from tui.meeting.message import Message, UnreadError, decode
from tui.meeting.rate import Rate


class Inbox:
    """The messages of one other end; whatever it sends, no more is kept than one line."""

    def __init__(self, longest: int, rate: Rate) -> None:
        """`longest` is a message in bytes, and `rate` how often one may come."""
        self._longest = longest
        self._rate = rate
        self._begun = b""

    def feed(self, data: bytes, now: float) -> list[Message]:
        """The messages that are complete; `now` is in seconds.

        Raises `UnreadError` for one that is none, is too long, or comes too soon.
        """
        *lines, self._begun = (self._begun + data).split(b"\n")
        return [*self._read(lines, now)]

    def _read(self, lines: Iterable[bytes], now: float) -> Iterator[Message]:
        for line in lines:
            if len(line) >= self._longest:
                raise UnreadError(f"a message of more than {self._longest:,} bytes")
            if not self._rate.admits(now):
                raise UnreadError("messages come too fast")
            yield decode(line)
        if len(self._begun) >= self._longest:
            raise UnreadError(f"a message of more than {self._longest:,} bytes")

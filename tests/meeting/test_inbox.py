"""What comes in: bytes in any pieces, and not without end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.meeting.steps import messages, step
from tui.meeting.inbox import Inbox
from tui.meeting.message import Message, UnreadError, encode
from tui.meeting.rate import Rate

LONG = 1 << 17


def inbox(longest: int = LONG, burst: int = 100) -> Inbox:
    return Inbox(longest, Rate(burst, 0.0))


@given(st.lists(messages, max_size=4), st.lists(st.integers(1, 5000), min_size=1))
def test_messages_come_whole_whatever_the_pieces(said: list[Message], sizes: list[int]) -> None:
    data, heard, reader = b"".join(map(encode, said)), [], inbox()
    for size in sizes:
        heard += reader.feed(data[:size], 0.0)
        data = data[size:]
    heard += reader.feed(data, 0.0)
    assert heard == said


@given(st.lists(st.binary(max_size=50), max_size=10))
def test_whatever_comes_nothing_else_is_raised(pieces: list[bytes]) -> None:
    reader = inbox(30)
    try:
        for piece in pieces:
            list(reader.feed(piece, 0.0))
    except UnreadError:
        return


@pytest.mark.parametrize("data", [b"x" * 40, b"x" * 40 + b"\n"])
def test_a_line_that_is_too_long_is_refused_before_it_ends(data: bytes) -> None:
    reader = inbox(40)
    with pytest.raises(UnreadError, match="more than 40 bytes"):
        list(reader.feed(data, 0.0))


def test_messages_that_come_too_fast_are_refused() -> None:
    line = encode(step())
    reader = inbox(burst=2)
    assert len(list(reader.feed(line * 2, 0.0))) == 2
    with pytest.raises(UnreadError, match="too fast"):
        list(reader.feed(line, 0.0))

"""Dividing output into tokens."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.terminal.control_sequences import SequenceReader


@pytest.mark.parametrize(
    ("data", "token"),
    [
        ("한 words", ("한 words", "", "", "")),
        ("\x1b[1;4:3m", ("", "1;4:3", "m", "")),
        ("\x1b[?25l", ("", "?25", "l", "")),
        ("\x1b[2 q", ("", "2", " q", "")),
        ("\x9b3A", ("", "3", "A", "")),
        ("\n", ("", "", "", "\n")),
        ("\x1b(B", ("", "", "", "\x1b(B")),
        ("\x1b7", ("", "", "", "\x1b7")),
        ("\x1b]8;;https://a.b\x1b\\", ("", "", "", "\x1b]8;;https://a.b\x1b\\")),
        ("\x1b]0;title\x07", ("", "", "", "\x1b]0;title\x07")),
        ("\x1bPq#0\x1b\\", ("", "", "", "\x1bPq#0\x1b\\")),
    ],
)
def test_each_kind_is_one_token(data: str, token: tuple[str, ...]) -> None:
    assert SequenceReader().feed(data) == [token]


def test_a_broken_sequence_is_a_token() -> None:
    assert SequenceReader().feed("\x1b[3\nx") == [
        ("", "", "", "\x1b[3"),
        ("", "", "", "\n"),
        ("x", "", "", ""),
    ]


PIECES = ["a", "한", "\x1b", "[", "1", ";", "m", "]", "8", "\\", "\x07", "\n", "(", "B", "P", "?"]


@given(st.lists(st.sampled_from(PIECES)).map("".join), st.data())
@settings(deadline=None)
def test_nothing_is_lost_wherever_a_write_ends(data: str, more: st.DataObject) -> None:
    cut = more.draw(st.integers(0, len(data)))
    stream = SequenceReader()
    tokens = stream.feed(data[:cut]) + stream.feed(data[cut:]) + stream.feed("\x1b[m")
    whole = "".join(
        f"\x1b[{given}{function}" if function else text + other
        for text, given, function, other in tokens
    )
    assert whole == data + "\x1b[m"


@given(st.lists(st.sampled_from(["ab", "\x1b[1;2H", "\x1b]0;t\x1b\\", "\x1bM", "\r"])), st.data())
@settings(deadline=None)
def test_where_a_write_ends_makes_no_difference(parts: list[str], more: st.DataObject) -> None:
    data = "".join(parts)
    cut = more.draw(st.integers(0, len(data)))
    stream = SequenceReader()
    tokens = stream.feed(data[:cut]) + stream.feed(data[cut:])
    others = [token for token in tokens if not token[0]]
    assert others == [token for token in SequenceReader().feed(data) if not token[0]]
    assert "".join(token[0] for token in tokens) == "".join(parts).count("ab") * "ab"

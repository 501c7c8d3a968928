"""Replies of a terminal among the keys."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.terminal.probe import (
    ATTRIBUTES,
    BACKGROUND_COLOUR,
    NAME,
    STATUS,
    SYNCHRONIZED,
    Probe,
    ReplyParser,
)

ALL = (BACKGROUND_COLOUR, NAME, SYNCHRONIZED, STATUS, ATTRIBUTES)

REPLIES = [
    (BACKGROUND_COLOUR, b"\x1b]11;rgb:1414/1818/1e1e\x07", "rgb:1414/1818/1e1e"),
    (BACKGROUND_COLOUR, b"\x1b]11;rgb:ff/ff/ff\x1b\\", "rgb:ff/ff/ff"),
    (NAME, b"\x1bP>|XTerm(379)\x1b\\", "XTerm(379)"),
    (NAME, b"\x1bP>|tmux 3.3a\x1b\\", "tmux 3.3a"),
    (SYNCHRONIZED, b"\x1b[?2026;2$y", "2"),
    (STATUS, b"\x1b[0n", "0"),
    (ATTRIBUTES, b"\x1b[?62;22c", "62;22"),
    (ATTRIBUTES, b"\x1b[?6c", "6"),
]

KEYS = st.sampled_from(
    [
        *map(chr, range(128)),
        *("é", "한", "👍"),
        *("\x1b[A", "\x1bOA", "\x1b[5~", "\x1b[1;5C", "\x1b[1;2R", "\x1b[97;5u"),
        *("\x1b]", "\x1b[", "\x1bP", "\x1b1", "\x1b[<0;10;5M", "\x1b[I"),
        *("\x1b[200~pasted\x1b[201~", "\x1b[?2048;0$y", "\x1b[12;40R"),
    ]
).map(str.encode)

STREAMS = st.lists(st.one_of(KEYS, st.sampled_from([each[1] for each in REPLIES])), max_size=30)


@pytest.mark.parametrize(("probe", "reply", "content"), REPLIES)
def test_a_reply_is_parsed_and_removed(probe: Probe, reply: bytes, content: str) -> None:
    parser = ReplyParser(ALL)
    assert parser.feed(b"j" + reply + b"k") == b"jk"
    assert parser.replies == {probe: content}


@pytest.mark.parametrize(("probe", "reply", "content"), REPLIES)
def test_a_reply_that_comes_byte_by_byte_is_parsed(
    probe: Probe, reply: bytes, content: str
) -> None:
    parser = ReplyParser(ALL)
    assert b"".join(parser.feed(bytes([code])) for code in reply) == b""
    assert parser.replies == {probe: content}


@given(STREAMS, st.lists(st.integers(1, 7)))
@settings(deadline=None)
def test_keys_around_replies_come_out_in_order(stream: list[bytes], sizes: list[int]) -> None:
    typed = b"".join(part for part in stream if part not in [each[1] for each in REPLIES])
    parser = ReplyParser(ALL)
    if ReplyParser(ALL).feed(typed) + b"".join(_held(typed)) != typed:
        return  # keys that spell a reply by themselves
    passed = b"".join(parser.feed(chunk) for chunk in _chunks(b"".join(stream), sizes))
    assert passed + parser.settle() == typed


@given(st.lists(KEYS, max_size=30).map(b"".join))
@settings(deadline=None)
def test_no_key_is_kept_after_settle(typed: bytes) -> None:
    parser = ReplyParser([BACKGROUND_COLOUR])
    assert parser.feed(typed) + parser.settle() == typed
    assert parser.settle() == b""


def test_replies_to_other_probes_are_passed_on() -> None:
    parser = ReplyParser([BACKGROUND_COLOUR])
    assert parser.feed(b"\x1b[?2026;2$y\x1b[?62c") == b"\x1b[?2026;2$y\x1b[?62c"


def test_a_key_that_begins_like_a_reply_is_passed_on_once_it_differs() -> None:
    parser = ReplyParser([BACKGROUND_COLOUR])
    assert parser.feed(b"\x1b") == b""
    assert parser.feed(b"[A") == b"\x1b[A"
    assert parser.feed(b"\x1b]11;rgb:" + b"0" * 200) == b"\x1b]11;rgb:" + b"0" * 200


def _held(typed: bytes) -> list[bytes]:
    parser = ReplyParser(ALL)
    parser.feed(typed)
    return [parser.settle()]


def _chunks(data: bytes, sizes: list[int]) -> list[bytes]:
    chunks = []
    for size in sizes:
        chunks.append(data[:size])
        data = data[size:]
    return [*chunks, data]

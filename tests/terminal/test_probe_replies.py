"""Questions to a terminal, and its answers among the keys."""

import pytest
from hypothesis import given
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

SAID = [
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

STREAMS = st.lists(st.one_of(KEYS, st.sampled_from([each[1] for each in SAID])), max_size=30)


@pytest.mark.parametrize(("question", "answer", "told"), SAID)
def test_an_answer_is_understood_and_taken_out(question: Probe, answer: bytes, told: str) -> None:
    answers = ReplyParser(ALL)
    assert answers.feed(b"j" + answer + b"k") == b"jk"
    assert answers.replies == {question: told}


@pytest.mark.parametrize(("question", "answer", "told"), SAID)
def test_an_answer_that_comes_byte_by_byte_is_understood(
    question: Probe, answer: bytes, told: str
) -> None:
    answers = ReplyParser(ALL)
    assert b"".join(answers.feed(bytes([code])) for code in answer) == b""
    assert answers.replies == {question: told}


@given(STREAMS, st.lists(st.integers(1, 7)))
def test_whatever_keys_are_mixed_in_they_come_out_in_order(
    stream: list[bytes], sizes: list[int]
) -> None:
    typed = b"".join(part for part in stream if part not in [each[1] for each in SAID])
    answers = ReplyParser(ALL)
    if ReplyParser(ALL).feed(typed) + b"".join(_held(typed)) != typed:
        return  # keys that spell an answer by themselves
    passed = b"".join(answers.feed(chunk) for chunk in _chunks(b"".join(stream), sizes))
    assert passed + answers.settle() == typed


@given(st.lists(KEYS, max_size=30).map(b"".join))
def test_no_key_is_kept_once_the_line_is_quiet(typed: bytes) -> None:
    answers = ReplyParser([BACKGROUND_COLOUR])
    assert answers.feed(typed) + answers.settle() == typed
    assert answers.settle() == b""


def test_answers_to_other_questions_are_passed_on() -> None:
    answers = ReplyParser([BACKGROUND_COLOUR])
    assert answers.feed(b"\x1b[?2026;2$y\x1b[?62c") == b"\x1b[?2026;2$y\x1b[?62c"


def test_a_key_that_begins_like_an_answer_is_passed_on_as_soon_as_it_is_none() -> None:
    answers = ReplyParser([BACKGROUND_COLOUR])
    assert answers.feed(b"\x1b") == b""
    assert answers.feed(b"[A") == b"\x1b[A"
    assert answers.feed(b"\x1b]11;rgb:" + b"0" * 200) == b"\x1b]11;rgb:" + b"0" * 200


def _held(typed: bytes) -> list[bytes]:
    answers = ReplyParser(ALL)
    answers.feed(typed)
    return [answers.settle()]


def _chunks(data: bytes, sizes: list[int]) -> list[bytes]:
    chunks = []
    for size in sizes:
        chunks.append(data[:size])
        data = data[size:]
    return [*chunks, data]

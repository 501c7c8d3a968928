"""The messages of a session: what is said arrives, and nothing else is taken for a message."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.meeting.steps import SHA256, messages, step
from tui.meeting.json_values import MAX_ID_LENGTH as LONGEST_ID
from tui.meeting.message import (
    FORMAT,
    LONGEST,
    LONGEST_HELLO,
    MOST_SHOWN,
    Hello,
    Message,
    OtherFormatError,
    PresenterPlace,
    UnreadError,
    Wish,
    decode,
    encode,
    is_nameable,
)
from tui.meeting.record import Showing
from tui.places import Place, View

TOLD: dict[str, Any] = json.loads(encode(step()))


@given(messages)
def test_what_is_said_is_what_is_heard(message: Message) -> None:
    line = encode(message)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert len(line) < LONGEST
    assert decode(line[:-1]) == message


@given(st.binary(max_size=300))
def test_bytes_are_a_message_or_refused(line: bytes) -> None:
    with suppress(UnreadError):
        decode(line)


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=10,
)


@given(st.dictionaries(st.sampled_from([*TOLD, "wish", "end", "other"]), json_values))
def test_fields_of_any_kind_are_a_message_or_refused(fields: dict[str, Any]) -> None:
    with suppress(UnreadError):
        decode(json.dumps({**TOLD, **fields}).encode())


@pytest.mark.parametrize(
    "line", [b"[" * 100_000, b"\xff", b"", b"{}", b"9" * 5000, b'"x"', b"\x00" * 9, b"null"]
)
def test_what_would_upset_a_reader_of_json_is_refused(line: bytes) -> None:
    with pytest.raises(UnreadError):
        decode(line)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("briefing", ""),
        ("briefing", "a\nb"),
        ("briefing", "a\x1b[2J"),
        ("briefing", "\ud800"),
        ("briefing", "x" * (LONGEST_ID + 1)),
        ("briefing", 1),
        ("sha256", SHA256[1:]),
        ("sha256", SHA256.upper()),
        ("sha256", None),
        ("pane", ""),
        ("view", "shell"),
        ("view", ["pane"]),
        ("key", ""),
        ("item", None),
        ("shown", {}),
        ("shown", [["a", 2.0, 1.0]]),
        ("shown", [["a", 1.0]]),
        ("shown", [["a", 0.0, float("nan")]]),
        ("shown", [["a", True, 1.0]]),
        ("shown", [["a", 0.0, 1.0]] * (MOST_SHOWN + 1)),
        ("more", "of it"),
        ("file", "/etc/passwd"),
    ],
)
def test_a_field_that_is_not_what_it_is_said_to_be_is_refused(field: str, value: object) -> None:
    assert isinstance(decode(json.dumps(TOLD).encode()), PresenterPlace)
    with pytest.raises(UnreadError):
        decode(json.dumps({**TOLD, field: value}).encode())


@pytest.mark.parametrize("field", TOLD)
def test_no_field_may_be_missing(field: str) -> None:
    with pytest.raises(UnreadError):
        decode(json.dumps({name: TOLD[name] for name in TOLD if name != field}).encode())


def test_what_is_wrong_is_told_in_a_line_that_harms_no_terminal() -> None:
    wrong = json.dumps({"format": FORMAT, "wish": "\x1b[2J" * 1000}).encode()
    with pytest.raises(UnreadError) as refused:
        decode(wrong)
    assert str(refused.value).isprintable()
    assert len(str(refused.value)) < 120


def test_a_later_version_is_told_and_not_guessed() -> None:
    with pytest.raises(OtherFormatError) as refused:
        decode(json.dumps({**TOLD, "format": "briefing-follow/2\x1b"}).encode())
    assert str(refused.value) == f"it speaks briefing-follow/2␛, and this program {FORMAT} alone"


def test_the_longest_step_is_shorter_than_a_message_may_be() -> None:
    id = "\U0001f600" * LONGEST_ID
    showing = Showing(id, 1 / 3, 1e11 / 3)
    place = Place(View.CONNECTED, id, id)
    assert len(encode(PresenterPlace(id, SHA256, id, place, (showing,) * MOST_SHOWN))) < LONGEST


def test_a_hello_is_short() -> None:
    assert all(len(encode(Hello(wish))) < LONGEST_HELLO for wish in Wish)


def test_an_id_that_can_be_told_is_printable_and_not_too_long() -> None:
    assert is_nameable("background/3")
    assert not any(map(is_nameable, ["", "a\tb", "x" * (LONGEST_ID + 1)]))

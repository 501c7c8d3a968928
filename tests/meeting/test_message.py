"""The messages of a session: valid ones survive a round trip, all others are refused."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.meeting.places import SHA256, at, presenter_places
from tui.meeting.access import SharingError
from tui.meeting.json_values import MAX_ID_LENGTH
from tui.meeting.message import (
    FOLLOW,
    FORMAT,
    LOOK,
    MAX_MESSAGE,
    SHOWINGS_PER_MESSAGE,
    PresenterPlace,
    decode,
    encode_end,
    encode_place,
    is_printable_id,
)
from tui.meeting.record import Showing
from tui.places import Place, View

FIELDS: dict[str, Any] = json.loads(encode_place(at()))


@given(presenter_places)
def test_a_place_survives_a_round_trip_in_one_short_line(place: PresenterPlace) -> None:
    line = encode_place(place)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert len(line) < MAX_MESSAGE
    assert decode(line) == place


def test_the_end_survives_a_round_trip() -> None:
    assert decode(encode_end()) is None


def test_a_refusal_is_raised_with_its_reason() -> None:
    with pytest.raises(SharingError, match=r"^there are too many followers$"):
        decode(encode_end("there are too many followers"))


@pytest.mark.parametrize("refusal", ["\x1b[2J", "two\nlines", "x" * 10_000, None, 1])
def test_a_refusal_that_could_harm_a_terminal_is_refused(refusal: object) -> None:
    with pytest.raises(SharingError, match=r"^invalid message from the presenter$"):
        decode(json.dumps({"format": FORMAT, "end": refusal}).encode())


@given(st.binary(max_size=300))
def test_any_bytes_are_a_message_or_refused(line: bytes) -> None:
    with suppress(SharingError):
        decode(line)


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=10,
)


@given(st.dictionaries(st.sampled_from([*FIELDS, "end", "other"]), json_values))
def test_fields_of_any_type_are_a_message_or_refused(fields: dict[str, Any]) -> None:
    with suppress(SharingError):
        decode(json.dumps({**FIELDS, **fields}).encode())


@pytest.mark.parametrize(
    "line",
    [b"[" * 100_000, b"\xff", b"", b"{}", b"9" * 5000, b'"x"', b"\x00" * 9, b"null", FOLLOW, LOOK],
)
def test_a_line_that_is_not_a_presenters_message_is_refused(line: bytes) -> None:
    with pytest.raises(SharingError):
        decode(line)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("briefing", ""),
        ("briefing", "a\nb"),
        ("briefing", "a\x1b[2J"),
        ("briefing", "\ud800"),
        ("briefing", "x" * (MAX_ID_LENGTH + 1)),
        ("briefing", 1),
        ("sha256", SHA256[1:]),
        ("sha256", SHA256.upper()),
        ("sha256", None),
        ("pane", ""),
        ("view", "shell"),
        ("view", ["pane"]),
        ("key", ""),
        ("item", None),
        ("item", 0),
        ("shown", {}),
        ("shown", [["a", 2.0, 1.0]]),
        ("shown", [["a", 1.0]]),
        ("shown", [["a\x1b", 1.0, 2.0]]),
        ("shown", [["a", 0.0, float("nan")]]),
        ("shown", [["a", True, 1.0]]),
        ("shown", [["a", 0.0, 1.0]] * (SHOWINGS_PER_MESSAGE + 1)),
    ],
)
def test_a_field_with_an_invalid_value_is_refused(field: str, value: object) -> None:
    assert isinstance(decode(json.dumps(FIELDS).encode()), PresenterPlace)
    with pytest.raises(SharingError, match="invalid message"):
        decode(json.dumps({**FIELDS, field: value}).encode())


@pytest.mark.parametrize("field", FIELDS)
def test_no_field_may_be_missing(field: str) -> None:
    with pytest.raises(SharingError):
        decode(json.dumps({name: FIELDS[name] for name in FIELDS if name != field}).encode())


def test_another_version_is_refused_whatever_its_fields_are() -> None:
    with pytest.raises(SharingError, match="another version"):
        decode(b'{"format":"briefing-follow/2","video":[]}')


def test_a_place_is_sent_by_ids_and_a_hash_only() -> None:
    assert set(FIELDS) == {"format", "briefing", "sha256", "pane", "view", "key", "item", "shown"}
    assert FIELDS["format"] == FORMAT


def test_the_longest_place_is_shorter_than_a_message_may_be() -> None:
    id = "\U0001f600" * MAX_ID_LENGTH
    shown = (Showing(id, 1 / 3, 1e11 / 3),) * SHOWINGS_PER_MESSAGE
    place = PresenterPlace(id, SHA256, id, Place(View.CONNECTED, id, id), shown)
    assert len(encode_place(place)) < MAX_MESSAGE


def test_only_a_short_printable_id_can_be_sent() -> None:
    assert is_printable_id("background/3")
    assert not any(map(is_printable_id, ["", "a\tb", "x" * (MAX_ID_LENGTH + 1)]))

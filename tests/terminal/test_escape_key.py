"""The key `esc` and sequences that begin with the same character."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.terminal.escape_key import ESC, PATIENCE, EscapeKeyParser

PASTE = f"{ESC}[200~{ESC}x{ESC}{ESC}2{ESC}[201~"


def parts(*chunks: str) -> list[str | None]:
    """Parse chunks that come at once, and are followed by nothing."""
    escapes = EscapeKeyParser()
    found = [part for chunk in chunks for part in escapes.feed(chunk, 0.0)]
    return [*found, *escapes.feed("", PATIENCE)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ESC}2", [None, "2"]),
        (f"{ESC}j{ESC}k", [None, "j", None, "k"]),
        (f"{ESC}{ESC}", [None, None]),
        (f"{ESC}\r", [None, "\r"]),
        (f"a{ESC}[Ab", [f"a{ESC}[Ab"]),
        (f"{ESC}{ESC}[A", [None, f"{ESC}[A"]),
        (f"{ESC}OP", [f"{ESC}OP"]),
        (PASTE, [f"{ESC}[200~", PASTE.removeprefix(f"{ESC}[200~")]),
        (f"{PASTE}{ESC}x", [f"{ESC}[200~", PASTE.removeprefix(f"{ESC}[200~"), None, "x"]),
    ],
)
def test_esc_and_another_key_are_two_keys_and_sequences_stay_whole(
    text: str, expected: list[str | None]
) -> None:
    assert parts(text) == expected


def test_an_esc_that_nothing_follows_is_the_key_after_a_while() -> None:
    escapes = EscapeKeyParser()
    assert [*escapes.feed(ESC, 5.0)] == []
    assert escapes.is_waiting
    assert [*escapes.feed("", 5.0 + PATIENCE / 2)] == []
    assert [*escapes.feed("", 5.0 + PATIENCE)] == [None]
    assert not escapes.is_waiting


@given(
    st.lists(st.sampled_from([ESC, "2", "j", "[A", "[200~", "[201~", PASTE, "\r", "한"])), st.data()
)
@settings(deadline=None)
def test_the_result_does_not_depend_on_chunks_and_nothing_is_lost(
    pieces: list[str], data: st.DataObject
) -> None:
    text = "".join(pieces)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=4)))
    chunks = [text[start:end] for start, end in pairwise([0, *cuts, len(text)])]
    expected = parts(*(chunk for chunk in chunks if chunk))
    assert "".join(part or ESC for part in expected) == text
    assert joined(expected) == joined(parts(text))


def joined(expected: list[str | None]) -> list[str]:
    """The parts between the keys, whole."""
    text = "".join("\0" if part is None else part for part in expected)
    return text.split("\0")

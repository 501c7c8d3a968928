"""Canonical composition that remembers where each character came from."""

import sys
import unicodedata
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.text.composition import compose

MARKED = st.text(
    st.sampled_from("aeo1 \u0301\u0302\u0323\u1112\u1161\u11ab\u0bc6\u0bbe한é\u3099か")
)


@settings(max_examples=200, deadline=None)
@given(MARKED)
def test_the_text_is_in_nfc(text: str) -> None:
    assert compose(text)[0] == unicodedata.normalize("NFC", text)


@settings(max_examples=200, deadline=None)
@given(MARKED)
def test_what_begins_anew_is_traced_to_where_it_began(text: str) -> None:
    composed, offsets = compose(text)
    assert offsets[len(composed)] == len(text)
    starts = [at for at, character in enumerate(composed) if not joins(character)]
    for start, end in pairwise([*starts, len(composed)]):
        traced = text[offsets[start] : offsets[end]]
        assert unicodedata.normalize("NFC", traced) == composed[start:end]


def joins(character: str) -> bool:
    return unicodedata.combining(character) > 0 or character in "\u1161\u11ab\u0bbe"


def test_a_decomposed_word_is_found_where_it_stands() -> None:
    text = unicodedata.normalize("NFD", "la café 한국")
    composed, offsets = compose(text)
    start = composed.index("한")
    assert unicodedata.normalize("NFC", text[offsets[start] : offsets[start + 1]]) == "한"


def test_every_pair_of_characters_that_composes_is_kept_together() -> None:
    for code in range(sys.maxunicode + 1):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            pair = "".join(chr(int(part, 16)) for part in parts)
            assert compose(f"x{pair}")[0] == unicodedata.normalize("NFC", f"x{pair}")

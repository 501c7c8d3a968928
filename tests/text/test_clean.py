"""Nothing that is shown can act on a terminal or hide what is read."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.text.clean import clean, clean_with_map

ANY_TEXT = st.text(
    st.one_of(
        st.characters(codec=None),
        st.sampled_from("\x1b\x07\x9b\r\n\t\u202e\u2066\u200b\u200d\u2028\ufeff\U000e0041\ud800ก"),
    )
)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("\x7f", "␡"),
        ("\x9b31m", "<U+009B>31m"),
        ("a\u202eb\u2066c\u200fd", "a<U+202E>b<U+2066>c<U+200F>d"),
        ("a\u2028b\u2029c", "a<U+2028>b<U+2029>c"),
        ("\U000e0041", "<U+E0041>"),
        ("\ud800", "<U+D800>"),
        ("\ufdd0\uffff\U0010fffe", "<U+FDD0><U+FFFF><U+10FFFE>"),
        ("soft\u00adhyphen", "soft<U+00AD>hyphen"),
        ("\ufeffBOM", "<U+FEFF>BOM"),
    ],
)
def test_what_a_terminal_obeys_or_hides_becomes_visible(raw: str, shown: str) -> None:
    assert clean(raw) == shown


@pytest.mark.parametrize(
    "text",
    [
        "plain, “quoted” – and 中文, 한국어, é",
        "two\nlines",
        "no\u00a0break",
        "क्\u200dष می\u200cخواهم 👩\u200d🔬",
        "ภาษา\u200bไทย",
        "葛\U000e0100",
    ],
)
def test_text_that_is_harmless_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


def test_a_space_without_width_is_visible_where_no_script_needs_it() -> None:
    assert clean("NA\u200bTO") == "NA<U+200B>TO"


def test_a_tab_is_spaces_and_crlf_one_newline() -> None:
    assert clean("a\tb\r\nc\rd") == "a    b\nc␍d"


def test_no_control_nor_format_character_gets_through_but_those_that_spell_words() -> None:
    through = {
        character
        for character in map(chr, range(0x110000))
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        and clean(character) == character
    }
    assert {"\n", "\u200c", "\u200d"} <= through
    signs = [unicodedata.name(character) for character in through - {"\n", "\u200c", "\u200d"}]
    assert {name.split()[0] for name in signs} == {"ARABIC", "SYRIAC", "KAITHI"}


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
def test_the_map_leads_from_the_raw_text_to_the_cleaned(text: str) -> None:
    cleaned = clean_with_map(text)
    assert cleaned.text == clean(text)
    assert len(cleaned.offsets) == len(text) + 1
    assert cleaned.offsets[len(text)] == len(cleaned.text)
    for offset, character in enumerate(text):
        start, end = cleaned.offsets[offset], cleaned.offsets[offset + 1]
        assert start <= end
        if clean(character) == character:
            assert cleaned.text[start:end] == character


def test_what_was_found_in_raw_text_is_drawn_in_cleaned_text() -> None:
    raw = "\ta \x1b[1mbold\x1b[0m word"
    cleaned = clean_with_map(raw)
    start = raw.index("word")
    assert cleaned.text[cleaned.offsets[start] : cleaned.offsets[len(raw)]] == "word"

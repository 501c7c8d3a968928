"""Text in terminal cells: how wide it is, and where its lines break."""

import subprocess
import sys
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import iter_graphemes, wcswidth, wcwidth

from tui.text.breaks import SPACES
from tui.text.cells import truncate, width, wrap
from tui.text.clean import clean

WORDS = st.text(
    st.one_of(
        st.sampled_from("abc AB  -–“”’.,\n"),
        st.sampled_from("中国北约，。「」“”（）ーっ\u3000カ"),
        st.sampled_from("한국의 외교부"),
        st.sampled_from("e\u0301ก\u0e31\u200b👩\u200d🔬🇰🇷\ufe0fक्षि\u1112\u1161\u11ab"),
    ),
    max_size=60,
).map(clean)
WIDTHS = st.integers(2, 24)


def lines(text: str, width: int, first: int | None = None) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width, first)]


@settings(max_examples=200, deadline=None)
@given(WORDS)
def test_the_width_is_that_of_the_grapheme_clusters(text: str) -> None:
    text = text.replace("\n", " ")
    assert width(text) == sum(wcswidth(cluster) for cluster in iter_graphemes(text))


def test_every_character_that_is_measured_here_is_as_wide_as_wcwidth_has_it() -> None:
    for character in map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x40000)]):
        if not unicodedata.combining(character) and unicodedata.category(character) != "Cn":
            assert width(character) == max(wcwidth(character), 0), f"{ord(character):x}"


@settings(max_examples=200, deadline=None)
@given(WORDS, WIDTHS, st.integers(0, 24))
def test_each_line_fits_or_is_a_single_cluster(text: str, columns: int, first: int) -> None:
    for number, line in enumerate(lines(text, columns, first)):
        room = min(first, columns) if number == 0 else columns
        assert width(line) <= room or len(list(iter_graphemes(line))) == 1


@settings(max_examples=200, deadline=None)
@given(WORDS, WIDTHS)
def test_lines_hold_in_order_all_that_is_no_space(text: str, columns: int) -> None:
    spans = wrap(text, columns)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    held = "".join(text[start:end] for start, end in spans)
    assert "".join(held.split()) == "".join(text.split())


@settings(max_examples=200, deadline=None)
@given(WORDS, WIDTHS)
def test_no_line_begins_or_ends_within_a_grapheme(text: str, columns: int) -> None:
    edges, at = {0}, 0
    for cluster in iter_graphemes(text):
        at += len(cluster)
        edges.add(at)
    assert {edge for span in wrap(text, columns) for edge in span} <= edges


@settings(max_examples=200, deadline=None)
@given(WORDS, WIDTHS)
def test_as_many_words_stand_on_a_line_as_fit(text: str, columns: int) -> None:
    text = "".join(character for character in text if character in "abAB .,-–’")
    for line, after in pairwise(lines(text, columns)):
        word = after.split(" ")[0]
        assert width(line) + 1 + width(word) > columns or width(word) == 0


@settings(max_examples=200, deadline=None)
@given(WORDS, st.integers(0, 24))
def test_what_is_cut_is_no_wider(text: str, columns: int) -> None:
    text = text.replace("\n", " ")
    assert width(truncate(text, columns)) <= columns


def test_prose_breaks_at_spaces() -> None:
    text = "South Korea joined NATO’s cyber centre – in May."
    assert lines(text, 20) == ["South Korea joined", "NATO’s cyber centre", "– in May."]


def test_a_newline_ends_a_line_and_an_indentation_stays() -> None:
    assert lines("one\n\n  two three", 7) == ["one", "", "  two", "three"]


def test_spaces_that_join_do_not_break() -> None:
    assert lines("at 50\u00a0% now", 6) == ["at", "50\u00a0%", "now"]


def test_a_word_too_long_is_broken_and_what_follows_stands_beside_its_rest() -> None:
    assert lines("see https://nato.int now", 8) == ["see", "https://", "nato.int", "now"]


def test_the_first_line_may_be_narrower() -> None:
    assert lines("Global Times wrote", 12, first=6) == ["Global", "Times wrote"]


def test_a_first_line_without_room_for_the_first_word_is_empty() -> None:
    assert lines("Xinhua noted", 12, first=3) == ["", "Xinhua noted"]


def test_han_breaks_between_characters_but_strands_no_mark() -> None:
    text = "王毅说：“北约不断扩大，中方反对。”"
    assert lines(text, 8) == ["王毅说：", "“北约不", "断扩大，", "中方反", "对。”"]


def test_no_line_begins_with_a_small_kana_or_a_prolonged_sound() -> None:
    assert lines("サイバー攻撃", 6) == ["サイ", "バー攻", "撃"]


def test_hangul_breaks_at_spaces_and_keeps_its_endings() -> None:
    assert lines("대통령은 6월 美國의 초청으로", 12) == ["대통령은 6월", "美國의", "초청으로"]


def test_what_is_cut_shows_it() -> None:
    assert truncate("Chinese reactions", 9) == "Chinese…"
    assert truncate("中国外交部", 6) == "中国…"
    assert truncate("fits", 4) == "fits"
    assert truncate("fits", 0) == ""


def test_text_of_europe_and_east_asia_is_measured_without_wcwidth() -> None:
    script = (
        "import sys; from tui.text.cells import truncate, wrap\n"
        "text = 'Ünïversal “quoted” – Ελλάδα, Москва, 中国的，한국의 カタカナ '\n"
        "wrap(text * 9, 30); truncate(text, 9); print('wcwidth' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


@pytest.mark.parametrize("text", ["", " ", SPACES])
def test_a_text_without_words_is_one_empty_line(text: str) -> None:
    assert wrap(text, 10) == [(0, 0)]

"""Prose is split as a person would split it."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.text.sentences import sentences, words

SEED = Path(__file__).parents[2] / "seeds" / "nato-south-korea-relations-and-china.txt"


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three? Four… Five", 5),
        ("Mr. Kim met Gen. Lee and Dr. Ahn of the St. Mary hospital.", 1),
        ("U.S. President Joe R. Biden and U.K. officials met. They left.", 2),
        ("He lives in the U.S. The talks ended at 5 p.m. They resume at 9 a.m. Friday.", 3),
        ("Cyber issues, e.g. attacks, i.e. crime, cf. No. 5 on p. 7, grew by 2.5 percent.", 1),
        ("Acme Inc. said so. It was founded on Jan. 5 by J. P. Morgan Jr. The firm grew.", 3),
        ("Yoon Suk-yeol, S. Korea’s president, spoke. N. Korea did not.", 2),
        ("World War II. The end.", 2),
        ("He asked “Why?” and left. “Never.” She stayed.", 3),
        ("(It rained.) We went in. [See below.] Done.", 4),
        ("It grew in 2019. 2022 saw less. The rest is known.[3] So it is.", 4),
        ("It said no. Nobody moved.", 2),
        ("Visit nato.int for more. www.ccdcoe.org is the centre’s.", 1),
        ("Am 5. Mai kam z. B. Frau Dr. Müller. Sie blieb.", 2),
        ("Er sagte: „Das ist so.“ Dann ging er. „Nein!“ rief sie. ‚Ja.‘ Gut.", 5),
        ("Президент им. Иванова приехал в г. Москва. Он остался.", 2),
        ("외교부는 유감을 표명했다. 대통령은 6월 29일 출국한다.", 2),
        ("वह गया। वह आया।", 2),
        ("中方表示反对。韩国呢？没有回应！", 3),
        ("他说：“中方反对。”她没有回答。", 2),
        ("「行く。」と言った。彼は「はい」と答えた。", 2),
        ("是吗?不是!", 2),
        ("1. First of all. 2. Secondly, more.", 3),
    ],
)
def test_a_stop_ends_a_sentence_where_it_does_to_a_reader(text: str, count: int) -> None:
    assert len(split(text)) == count, split(text)


def test_marks_that_close_belong_to_the_sentence_before() -> None:
    assert split("“It went well.” He left. (Nobody knew.) So.") == [
        "“It went well.”",
        "He left.",
        "(Nobody knew.)",
        "So.",
    ]


def test_a_line_ends_a_sentence_and_a_bullet_is_no_part_of_it() -> None:
    text = "A heading\n\n  • First point. More\n- second\n * * *\n•Third"
    assert split(text) == ["A heading", "First point.", "More", "second", "Third"]


def test_the_article_is_split_into_its_headings_and_sentences() -> None:
    found = split(SEED.read_text("utf-8"))
    assert len(found) == 46
    assert found[0] == "NATO-South Korea Relations and China"
    assert found[3].startswith("Thus, on May 5, South Korea received membership")
    assert found[8].startswith("NATO and the Republic of Korea have been engaged")
    assert found[19].startswith("We plan to strengthen") and found[19].endswith("Service said.")
    assert found[25].endswith("and three others if enacted.")
    assert found[-3:] == [
        "This website uses cookies to improve your experience.",
        "We'll assume you're ok with this, but you can opt-out if you wish.",
        "Accept",
    ]


PROSE = st.text(st.sampled_from("abZ .!?。”“(\n•-1’中と"), max_size=60)


@settings(max_examples=200, deadline=None)
@given(PROSE)
def test_sentences_hold_in_order_every_word_and_no_line_break(text: str) -> None:
    found = sentences(text)
    assert found == sorted(found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in found)
    assert not any("\n" in text[start:end] for start, end in found)
    assert all(
        any(low <= start and end <= high for low, high in found) for start, end in words(text)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("South Korea’s US-led don't", ["South", "Korea’s", "US-led", "don't"]),
        ("2.5 to 1,000 on June 29-30", ["2.5", "to", "1,000", "on", "June", "29-30"]),
        ("“quoted”—word (CBRN) HR/VP", ["quoted", "word", "CBRN", "HR", "VP"]),
        ("中国 joined", ["中", "国", "joined"]),
        ("カタカナー", ["カ", "タ", "カ", "ナ", "ー"]),
        ("한국의 외교부", ["한국의", "외교부"]),
        ("cafe\u0301 नमस्ते", ["cafe\u0301", "नमस्ते"]),
        ("… — !", []),
    ],
)
def test_words_are_what_stands_between_spaces_and_marks(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in words(text)] == expected

"""Quotation marks of several languages are recognised, and apostrophes are not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.checks.quoted_text import (
    has_quotation_marks,
    quoted_spans,
    replace_quotations,
    unpaired_mark,
)


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("a “chess piece” of", ["chess piece"]),
        ('a "chess piece" of', ["chess piece"]),
        ("ein „Bauer“ und „zwei”", ["Bauer", "zwei"]),
        ("un «pion» et »Bauer«", ["pion", "Bauer"]),
        ("「駒」と『盤』", ["駒", "盤"]),
        ("a ‘chess piece’ of", ["chess piece"]),
        ("a 'chess piece' of", ["chess piece"]),
        ("'It isn't so', he said", ["It isn't so"]),
        ("“so-called ‘pieces’ of it”", ["so-called ‘pieces’ of it"]),
        ("the ministers' meeting and the states' plan", []),
        ("the ministers’ meeting and NATO’s plan", []),
        ("in the '22 budget, the ministers' meeting", []),
        ("South Korea's and China's, isn't it", []),
        ("5' 10\" tall", []),
        ("nothing at all", []),
    ],
)
def test_text_between_quotation_marks_is_found(text: str, inner: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_spans(text)] == inner


@given(st.text(alphabet="ab '\"“”„«»‘’「」", max_size=30))
@settings(max_examples=200, deadline=None)
def test_the_quick_test_never_rules_out_a_quotation(text: str) -> None:
    assert has_quotation_marks(text) or not quoted_spans(text)


def test_the_words_of_all_quotations_are_replaced() -> None:
    assert replace_quotations("a “chess piece” and a 'pawn'", "-") == "a “-” and a '-'"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("expanding the scope of joint training,”", ("”", "opening")),
        ("“We plan to strengthen", ("“", "closing")),
        ('a "chess piece', ('"', "closing")),
        ('chess piece" of', ('"', "opening")),
        ("un «pion", ("«", "closing")),
        ("「駒", ("「", "closing")),
        ("„Bauer und", ("„", "closing")),
        ("“We plan.\n\n“We act.", ("“", "closing")),
    ],
)
def test_an_unpaired_mark_is_found(text: str, expected: tuple[str, str]) -> None:
    assert unpaired_mark(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "nothing at all",
        "“We plan” and “we act”",
        "“We plan.\n\n“We act.”",
        "“so-called „pieces“ of it”",
        "ein „Bauer“ und „zwei”",
        "»Bauer« und «pion»",
        "en ”bonde” till",
        'a 5" gun and a 16" gun',
        '"We plan" and "we act"',
        "the ministers’ meeting, ‘tis so",
        "(「駒」)",
    ],
)
def test_paired_marks_are_accepted(text: str) -> None:
    assert unpaired_mark(text) == ("", "")

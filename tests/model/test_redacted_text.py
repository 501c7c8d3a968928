"""A text in which stretches are withheld."""

from hypothesis import given
from hypothesis import strategies as st

from tui.model.redacted_text import RedactedText, apart, without

TEXTS = st.text("ab \n", max_size=30)
SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted).map(tuple))


@given(TEXTS, SPANS, st.sampled_from(["", "[x]"]))
def test_what_is_not_withheld_stands_where_its_offset_says(
    text: str, spans: list[tuple[int, int]], stand_in: str
) -> None:
    made = RedactedText(text, spans, stand_in)
    for at, character in enumerate(text):
        if not any(start <= at < end for start, end in spans):
            assert made.text[made.offset(at)] == character
    assert made.text.count("\n") == text.count("\n")


@given(TEXTS, SPANS, st.integers(0, 30), st.integers(0, 30))
def test_what_is_left_of_a_stretch_is_that_of_its_parts(
    text: str, spans: list[tuple[int, int]], one: int, other: int
) -> None:
    made = RedactedText(text, spans, "")
    start, end = sorted((one, other))
    kept = [
        each
        for at, each in enumerate(text)
        if start <= at < end and (each in "\n" or not any(low <= at < high for low, high in spans))
    ]
    assert made.between(start, end).replace(" ", "") == "".join(kept).replace(" ", "")


def test_each_line_of_what_is_withheld_has_its_stand_in() -> None:
    made = RedactedText("one two\nthree four", [(4, 13)], "[x]")
    assert made.text == "one [x]\n[x] four"
    assert made.offset(14) == made.text.index("four")
    assert made.between(0, 9) == "one [x]\n[x]"


@given(SPANS, SPANS)
def test_stretches_without_others_have_the_places_that_only_they_have(
    spans: list[tuple[int, int]], others: list[tuple[int, int]]
) -> None:
    def places(of: list[tuple[int, int]]) -> set[int]:
        return {at for start, end in of for at in range(start, end)}

    left = [*without(spans, others)]
    assert places(left) == places(spans) - places(others)
    assert left == [*apart(left)]

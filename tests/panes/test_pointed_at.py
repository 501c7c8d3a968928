"""A line of a file with carets under the span of a problem."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.blocks import plain
from tui.diagnostics import Span
from tui.panes.problems import pointed_at
from tui.text.cells import width


def test_the_caret_is_under_the_span_counted_in_cells() -> None:
    line, caret = pointed_at("a: 1\nname: 서울 x\n", Span(2, 10, 1))
    assert plain(line) == "2 │ name: 서울 x"
    assert plain(caret) == "\u00a0" * 15 + "^"


def test_the_carets_are_as_wide_as_the_span() -> None:
    _, caret = pointed_at("name: 서울 x", Span(1, 7, 2))
    assert plain(caret).count("^") == 4


def test_a_long_line_is_cut_round_the_place() -> None:
    line, caret = pointed_at("x" * 500 + "HERE" + "y" * 500, Span(1, 501, 4))
    assert "HERE" in plain(line)
    assert width(plain(line)) < 80
    assert plain(caret).endswith("^^^^")


def test_a_place_outside_the_file_shows_no_line() -> None:
    assert pointed_at("one line", Span(7, 1)) == ()


def test_speaker_notes_are_never_shown() -> None:
    file = "- id: c-1\n  speaker_notes: >-\n    say\n\n    this\n  text: a\n- id: c-2\n"
    assert [bool(pointed_at(file, Span(line, 1))) for line in range(1, 8)] == [
        *(True, False, False, False, False, True, True)
    ]


@settings(max_examples=200, deadline=None)
@given(st.text(), st.integers(-1, 5), st.integers(-1, 400), st.integers(-1, 50))
def test_any_text_and_any_place_give_one_line_and_one_caret_or_nothing(
    text: str, line: int, column: int, length: int
) -> None:
    assert len(pointed_at(text, Span(line, column, length))) in {0, 2}

"""Highlighting words in a line."""

from tui.app.highlighting import highlighted
from tui.blocks import Style


def test_words_are_highlighted_within_their_line() -> None:
    line = (("The C", Style.TEXT), ("éntre", Style.STRONG), (" is", Style.TEXT))
    assert highlighted(line, ("centre",)) == (
        ("The ", Style.TEXT),
        ("C", Style.MATCH),
        ("éntre", Style.MATCH),
        (" is", Style.TEXT),
    )
    assert highlighted(line, ("nothing",)) == line

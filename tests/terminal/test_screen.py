"""Characters in ASCII."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.goldens import FOLDER
from tui.terminal.screen import ascii_cell
from tui.text import cells
from tui.text.clean import clean


@given(st.characters())
@settings(deadline=None)
def test_every_character_keeps_its_width_in_ascii(character: str) -> None:
    shown = clean(character)
    assert ascii_cell(shown).isascii()
    assert len(ascii_cell(shown)) == cells.width(shown)


def test_the_screen_of_a_briefing_is_readable_in_ascii() -> None:
    screen = (FOLDER / "screens" / "summary-120x40.txt").read_text("utf-8")
    lines = ["".join(map(ascii_cell, line)) for line in screen.split("\n")]
    assert "?" not in "".join(lines).replace("? help", "").replace("QUOTABLE?", "")
    assert any(" | " in line for line in lines)

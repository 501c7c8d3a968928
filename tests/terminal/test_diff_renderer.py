"""A terminal shows the same as if it were sent everything unchanged."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.terminal.emulator import Emulator
from tests.terminal.streams import COLUMNS, ROWS, WILD_WRITES, WRITES
from tui.frozen import replace
from tui.terminal.capabilities import Capabilities, Depth
from tui.terminal.diff_renderer import DiffRenderer
from tui.terminal.screen_parser import ScreenParser

SIZE = (COLUMNS, ROWS)
ENTER = "\x1b[?1049h"
FULL = Capabilities(depth=Depth.TRUE, can_repeat=True, has_links=True)
VT100 = replace(
    FULL, is_modern=False, can_scroll_by_number=False, can_erase_cells=False, can_repeat=False
)
CAPABILITIES = [
    FULL,
    replace(FULL, can_repeat=False),
    replace(FULL, can_scroll=False),
    replace(FULL, erases_in_colour=False),
    replace(FULL, can_scroll_by_number=False),
    replace(FULL, can_erase_cells=False, can_repeat=False),
    VT100,
]


class Pair:
    """A terminal with everything that is written, and one with what the renderer makes of it."""

    def __init__(self, capabilities: Capabilities, size: tuple[int, int] = SIZE) -> None:
        in_colour = capabilities.erases_in_colour
        self.stock = Emulator(*size, erases_in_colour=in_colour)
        self.lean = Emulator(*size, erases_in_colour=in_colour)
        self.parser = ScreenParser(capabilities, size)
        self.renderer = DiffRenderer(capabilities, size)
        self.sent = ""
        """What the renderer made last."""

    def write(self, data: str, *, is_shown: bool = True) -> None:
        self.stock.feed(data)
        self.parser.feed(data)
        if is_shown:
            self.sent = "".join(piece.data for piece in self.renderer.render(self.parser))
            self.lean.feed(self.sent)

    def is_equal(self) -> bool:
        """Cell by cell with style, and the cursor."""
        for lean, stock in zip(self.lean.cells(), self.stock.cells(), strict=True):
            assert lean == stock
        assert self.lean.cursor.hidden == self.stock.cursor.hidden
        return True


@pytest.mark.parametrize("capabilities", CAPABILITIES, ids=repr)
@given(writes=st.lists(st.tuples(WRITES, st.booleans()), max_size=4))
@settings(max_examples=60, deadline=None)
def test_every_cell_is_the_same(capabilities: Capabilities, writes: list[tuple[str, bool]]) -> None:
    pair = Pair(capabilities)
    pair.write(ENTER + "\x1b[H")
    for data, is_shown in writes:
        pair.write(data, is_shown=is_shown)
        assert not is_shown or pair.is_equal()
    pair.write("\x1b[H")
    assert pair.is_equal()


@given(writes=st.lists(WILD_WRITES, max_size=4))
@settings(max_examples=100, deadline=None)
def test_unknown_sequences_are_passed_through_and_may_draw_anything(writes: list[str]) -> None:
    pair = Pair(FULL)
    pair.write(ENTER + "\x1b[H")
    for data in writes:
        pair.write(data)
        assert pair.is_equal()


def lines(*texts: str, first: int = 1) -> str:
    """Rows of text from one on."""
    return "".join(f"\x1b[{row}H{text}" for row, text in enumerate(texts, first))


def shown(*writes: str, capabilities: Capabilities = FULL) -> Pair:
    """A pair that shows what is written, on an alternate screen that was empty."""
    pair = Pair(capabilities)
    pair.write(ENTER + "\x1b[H")
    for data in writes:
        pair.write(data)
        assert pair.is_equal()
    return pair


ROWS_OF_TEXT = [f"{letter * 15} {letter}" for letter in "abcdefghi"]


def test_what_is_shown_already_is_not_sent_again() -> None:
    page = lines(*ROWS_OF_TEXT[:6])
    assert shown(page, page).sent == ""


def test_a_row_that_moved_is_scrolled_and_not_sent_again() -> None:
    before = lines("head", *ROWS_OF_TEXT[:6], "foot")
    after = lines("head", *ROWS_OF_TEXT[1:7], "foot") + "\x1b[H"
    assert shown(before, after).sent == "\x1b[2;7r\x1b[1S\x1b[r\x1b[7Hg\x1b[14b g\x1b[H"
    assert shown(after, before).sent.startswith("\x1b[2;7r\x1b[1T\x1b[r")


def test_scrolling_uses_only_what_the_terminal_has() -> None:
    pages = [lines("head", *ROWS_OF_TEXT[at : at + 6], "foot") for at in range(3)]
    without = replace(FULL, can_scroll=False)
    assert "r" not in shown(*pages, capabilities=without).sent
    assert "\x1b[2;7r\x1b[7H\x1bD\x1b[r" in shown(*pages, capabilities=VT100).sent


@pytest.mark.parametrize(
    ("before", "after", "sent"),
    [
        ("\x1b[Habc", "\x1b[2Hx", "\r\nx"),
        ("\x1b[Habc", "\x1b[1;3H!", "\b!"),
        ("\x1b[H1234567890", "\x1b[1;2H-\x1b[1;9H-", "\x1b[2G-\x1b[9G-"),
        ("\x1b[H1234567890", "\x1b[1;2H-\x1b[1;5H-", "\x1b[2G-34-"),
        ("\x1b[Hto be erased", "\x1b[H\x1b[K", "\r\x1b[K"),
        ("\x1b[H\x1b[31mred", "\x1b[H\x1b[31mrod", "\b\bo\x1b[C"),
        ("\x1b[4;7H\x1b[1mx", "\x1b[5;7H\x1b[my", "\x1b[5;7H\x1b[my"),
        ("\x1b[4;7H|", "\x1b[5;7H|\x1b[5;8H", "\x1b[5;7H|"),
        ("\x1b[H", "\x1b[H" + "-" * 20, "-\x1b[19b"),
        ("\x1b[2;2H", "\x1b[H", "\x1b[H"),
    ],
)
def test_the_shortest_output_is_sent(before: str, after: str, sent: str) -> None:
    assert shown(before, after).sent == sent


def test_after_a_character_of_uncertain_width_the_cursor_is_moved() -> None:
    pair = shown("\x1b[Habc", "\x1b[He\u0301bd")
    assert pair.sent == "\re\u0301\x1b[2Gbd"


def test_the_cursor_ends_at_its_place_and_is_shown_or_hidden() -> None:
    pair = shown("\x1b[?25l\x1b[Hab\x1b[3;4H")
    assert (pair.lean.cursor.x, pair.lean.cursor.y, pair.lean.cursor.hidden) == (3, 2, True)
    assert shown("\x1b[?25l", "\x1b[?25l").sent == ""


def test_links_and_colours_are_left_out_if_unsupported() -> None:
    plain = Capabilities(depth=Depth.NONE)
    pair = Pair(plain)
    pair.write(f"{ENTER}\x1b[H\x1b[31;1m\x1b]8;;https://a.b\x07x\x1b]8;;\x07")
    assert pair.sent.endswith("\x1b[1mx")


def test_in_ascii_characters_keep_their_width() -> None:
    pair = Pair(replace(FULL, unicode=False))
    pair.write(f"{ENTER}\x1b[H“a”—한|")
    assert pair.sent.isascii()
    assert pair.sent.endswith("|")
    assert pair.lean.cursor.x == 7


def test_after_forget_the_whole_screen_is_sent() -> None:
    pair = shown(lines(*ROWS_OF_TEXT[:3]))
    pair.lean.feed("\x1b[H\x1b[7mrubbish")
    pair.renderer.forget()
    pair.write("")
    assert pair.is_equal()


@given(
    writes=st.lists(WRITES, min_size=1, max_size=3),
    size=st.sampled_from([(20, 8), (24, 5), (30, 12)]),
)
@settings(max_examples=30, deadline=None)
def test_after_a_resize_the_whole_screen_is_sent(writes: list[str], size: tuple[int, int]) -> None:
    pair = shown(*writes)
    pair.parser.resize(*size)
    pair.renderer.resize(*size)
    pair.stock = Emulator(*size)
    pair.lean = Emulator(*size)
    page = "\x1b[m\x1b]8;;\x07\x1b[?2026l\x1b[r\x1b[H\x1b[2J" + lines("a", "b한", "c")
    pair.write(page)
    assert [row[:2] for row in pair.lean.cells()] == [row[:2] for row in pair.stock.cells()]

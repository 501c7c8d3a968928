"""Styles and the shortest changes between them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.terminal.emulator import Emulator
from tests.terminal.streams import STYLES
from tui.terminal.capabilities import Depth
from tui.terminal.cell_style import PLAIN, CellStyle, apply_sgr, style_change, visible_background

MANY = st.lists(STYLES, max_size=4).map("".join)


def style(codes: str) -> CellStyle:
    found = PLAIN
    for code in codes.split("\x1b[")[1:]:
        found = apply_sgr(found, code[:-1], Depth.TRUE)
    return found


def shown(codes: str) -> object:
    terminal = Emulator(2, 1)
    terminal.feed(codes + "x")
    return terminal.cells()[0][0]


@given(MANY)
@settings(deadline=None)
def test_a_style_is_what_a_terminal_makes_of_the_same_codes(codes: str) -> None:
    assert shown(style_change(PLAIN, style(codes))) == shown(codes)


@given(MANY, MANY, st.booleans())
@settings(deadline=None)
def test_a_change_leads_from_one_style_to_the_other(
    before: str, after: str, can_reset: bool
) -> None:
    change = style_change(style(before), style(after), can_reset)
    assert shown(before + change) == shown("\x1b[m" + style_change(PLAIN, style(after)))


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("\x1b[1m", "\x1b[1m", ""),
        ("\x1b[1m", "", "\x1b[m"),
        ("\x1b[1m", "\x1b[1;31m", "\x1b[31m"),
        ("\x1b[1;31m", "\x1b[31m", "\x1b[22m"),
        ("\x1b[1;3;4;31m", "\x1b[1m", "\x1b[;1m"),
        ("\x1b[1m", "\x1b[2m", "\x1b[;2m"),
        ("\x1b[38;2;1;2;3m", "\x1b[38;2;1;2;3;7m", "\x1b[7m"),
    ],
)
def test_a_change_is_as_short_as_possible(before: str, after: str, change: str) -> None:
    assert style_change(style(before), style(after)) == change


def test_a_vt100_is_never_asked_to_reset_a_single_attribute() -> None:
    assert style_change(style("\x1b[1;7m"), style("\x1b[1m"), can_reset=False) == "\x1b[;1m"


def test_a_link_is_opened_and_closed() -> None:
    link = PLAIN._replace(link=";https://a.b")
    assert style_change(PLAIN, link) == "\x1b]8;;https://a.b\x1b\\"
    assert style_change(link, PLAIN) == "\x1b]8;;\x1b\\"


@pytest.mark.parametrize(
    ("depth", "codes"),
    [
        (Depth.TRUE, "38;2;20;24;30"),
        (Depth.EXTENDED, "38;5;234"),
        (Depth.ANSI, "30"),
        (Depth.NONE, ""),
    ],
)
def test_colours_are_reduced_to_those_of_the_terminal(depth: Depth, codes: str) -> None:
    assert apply_sgr(PLAIN, "38;2;20;24;30", depth).foreground == codes


def test_without_colours_attributes_remain() -> None:
    assert apply_sgr(PLAIN, "1;31;42;97", Depth.NONE) == apply_sgr(PLAIN, "1", Depth.NONE)


def test_only_the_background_of_a_space_is_visible() -> None:
    assert visible_background(style("\x1b[1;31;42m")) == CellStyle(background="42")
    assert visible_background(style("\x1b[7;31m")) is None

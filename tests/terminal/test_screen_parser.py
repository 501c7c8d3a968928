"""What is passed through to the terminal."""

import pytest

from tui.terminal.capabilities import Capabilities, Depth
from tui.terminal.diff_renderer import DiffRenderer
from tui.terminal.screen_parser import Effect, ScreenParser

SIZE = (20, 4)
FULL = Capabilities(depth=Depth.TRUE)
ENTER, LEAVE = "\x1b[?1049h", "\x1b[?1049l"


def sent(*writes: str, capabilities: Capabilities = FULL) -> str:
    """Return what is sent for the last of several writes."""
    parser, renderer = ScreenParser(capabilities, SIZE), DiffRenderer(capabilities, SIZE)
    pieces = []
    for data in writes:
        parser.feed(data)
        pieces = renderer.render(parser)
    return "".join(piece.data for piece in pieces)


def test_outside_the_alternate_screen_everything_is_passed_through() -> None:
    data = "a\r\n\x1b[2;3Hb\x1b[K\x1b[2J\x1b[3S\x1b[4;1Hc"
    assert sent(data) == data


def test_outside_the_alternate_screen_colours_and_characters_are_reduced() -> None:
    colourless = Capabilities(depth=Depth.NONE, unicode=False)
    assert sent("\x1b[1;31m“a”\x1b[m", capabilities=colourless) == '\x1b[1m"a"\x1b[m'


QUIET = [
    "\x1b]52;c;YQ==\x07",
    "\x1b]11;?\x1b\\",
    "\x1bP+q544e\x1b\\",
    "\x1b[?2004h",
    "\x1b[?u",
    "\x07",
]
QUIET += ["\x1b[?1000l", "\x1b[>4;1m", "\x1b[c", "\x1b[2 q", "\x1b="]


@pytest.mark.parametrize("quiet", QUIET)
def test_what_draws_nothing_is_passed_through_after_the_frame(quiet: str) -> None:
    assert sent(ENTER + "\x1b[H", f"\x1b[Ha{quiet}") == f"a{quiet}"


def test_a_synchronized_frame_is_open_until_its_end() -> None:
    parser = ScreenParser(FULL, SIZE)
    parser.feed(ENTER + "\x1b[?2026h\x1b[Ha")
    assert parser.is_frame_open
    parser.feed("\x1b[?2026l")
    assert not parser.is_frame_open
    assert [passed.data for passed in parser.passed] == [ENTER]


def test_the_alternate_screen_is_entered_once() -> None:
    assert sent(ENTER + "\x1b[H", ENTER) == ""


def test_a_frame_before_the_screen_is_left_is_not_sent() -> None:
    assert sent(ENTER + "\x1b[H", f"\x1b[Hunseen{LEAVE}\x1b[?25h") == LEAVE


def test_the_style_is_reset_before_the_screen_is_left() -> None:
    assert sent(ENTER + "\x1b[H", "\x1b[1mx", f"\x1b[m{LEAVE}") == f"\x1b[m{LEAVE}"


def test_after_a_sequence_that_may_draw_cells_are_unknown_until_redrawn() -> None:
    parser = ScreenParser(FULL, SIZE)
    parser.feed(ENTER + "\x1b[H\x1bPqsixel\x1b\\")
    assert parser.passed[-1].effect is Effect.ANYTHING
    assert parser.screen.has_unknown()
    parser.feed("\x1b[H" + "x" * 79 + "\x1b[H\x1b[2J")
    assert not parser.screen.has_unknown()


def test_a_terminal_reset_leaves_the_alternate_screen() -> None:
    assert sent(ENTER + "\x1b[H\x1b[1mx\x1bc", "plain") == "plain"

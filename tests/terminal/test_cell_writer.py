"""Moving the cursor and drawing with the fewest bytes."""

import pytest

from tui.terminal.capabilities import Capabilities
from tui.terminal.cell_style import PLAIN
from tui.terminal.cell_writer import CellWriter

MODERN, VT100 = Capabilities(can_repeat=True), Capabilities(is_modern=False, can_erase_cells=False)


@pytest.mark.parametrize(
    ("start", "to", "modern", "vt100"),
    [
        ((5, 5), (5, 5), "", ""),
        ((5, 5), (0, 0), "\x1b[H", "\x1b[H"),
        ((5, 5), (0, 5), "\r", "\r"),
        ((5, 5), (4, 5), "\b", "\b"),
        ((5, 5), (6, 5), "\x1b[C", "\x1b[C"),
        ((5, 5), (40, 5), "\x1b[41G", "\x1b[35C"),
        ((50, 5), (9, 5), "\x1b[10G", "\x1b[41D"),
        ((5, 5), (0, 7), "\r\n\n", "\r\n\n"),
        ((5, 5), (5, 4), "\x1b[A", "\x1b[A"),
        ((5, 15), (5, 2), "\x1b[3d", "\x1b[13A"),
        ((5, 5), (7, 9), "\x1b[10;8H", "\x1b[10;8H"),
        ((None, 5), (7, 5), "\x1b[8G", "\x1b[6;8H"),
        ((None, None), (0, 5), "\x1b[6H", "\x1b[6H"),
    ],
)
def test_the_shortest_move_is_sent(
    start: tuple[int | None, int | None], to: tuple[int, int], modern: str, vt100: str
) -> None:
    for capabilities, sent in ((MODERN, modern), (VT100, vt100)):
        writer = CellWriter(capabilities, 80, PLAIN, *start)
        writer.move(*to)
        assert "".join(writer.sent) == sent


def test_after_the_last_column_the_cursor_is_unknown() -> None:
    writer = CellWriter(MODERN, 3, PLAIN, 0, 0)
    writer.draw("abc", [PLAIN] * 3)
    assert (writer.column, writer.row) == (None, 0)


def test_trailing_spaces_are_erased_without_moving_the_cursor() -> None:
    writer = CellWriter(Capabilities(), 80, PLAIN, 0, 0)
    writer.draw(" " * 30, [PLAIN] * 30)
    assert (writer.sent, writer.column) == (["\x1b[30X"], 0)

"""Rows of items in columns that do not depend on what is in the cells."""

import pytest

from tui.blocks import Columns, Row, runs
from tui.render.markdown import lines as markdown_lines
from tui.render.styled import gap, layout

COLUMNS = Columns((runs("Who"), runs("The entry"), runs("The summit")))
HEADER = Row(columns=COLUMNS, cells=COLUMNS.names, is_header=True)
ROW = Row(
    item="r-1",
    refs=("x1",),
    columns=COLUMNS,
    cells=(runs("Globe"), (), runs("[-] critical,\nstate media")),
)


def shown(row: Row, width: int) -> list[str]:
    lines = layout(row, width, {"x1": 7})
    return ["".join(text for text, _ in line).replace("\u00a0", " ") for line in lines]


def test_cells_stand_under_their_column() -> None:
    assert shown(HEADER, 60) == ["Who             The entry              The summit"]
    assert shown(ROW, 60) == [
        "Globe [7]                              [-] critical,",
        "                                       state media",
    ]


@pytest.mark.parametrize("width", [54, 80, 120])
def test_columns_stand_where_they_stand_in_every_row(width: int) -> None:
    header = shown(HEADER, width)[0]
    assert shown(ROW, width)[0].index("[-]") == header.index("The summit")


def test_where_columns_are_too_narrow_each_cell_stands_below_behind_its_name() -> None:
    assert shown(HEADER, 53) == ["Who", "  The entry", "  The summit"]
    assert shown(ROW, 53) == ["Globe [7]", "  The summit: [-] critical, state media"]


def test_a_cell_without_a_column_is_not_lost() -> None:
    odd = Row(columns=Columns((runs("Who"),)), cells=(runs("Globe"), runs("more")))
    for width in (20, 80):
        assert "more" in "\n".join(shown(odd, width))


def test_the_first_row_follows_its_header_at_once_and_the_others_apart() -> None:
    assert (gap(HEADER, ROW), gap(ROW, ROW)) == (0, 1)


def test_rows_are_one_table_in_markdown() -> None:
    assert [*markdown_lines([HEADER, ROW, ROW], {"x1": 7})] == [
        "| Who | The entry | The summit |",
        "| --- | --- | --- |",
        "| Globe[^7] |  | \\[-\\] critical, state media |",
        "| Globe[^7] |  | \\[-\\] critical, state media |",
        "",
    ]

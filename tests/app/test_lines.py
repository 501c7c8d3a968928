"""Lines of the screen."""

from tui.app.lines import ScreenPart, cut, marking, spread, tinted, width
from tui.blocks import Run, Style

TITLE = (("A title of some length", Style.STRONG), (" and more", Style.TEXT))


def text(line: tuple[tuple[str, object], ...]) -> str:
    return "".join(part for part, _ in line)


def test_a_line_is_cut_by_cells_with_an_ellipsis() -> None:
    assert cut(TITLE, 31) == TITLE
    assert text(cut(TITLE, 25)) == "A title of some length a…"
    assert text(cut(TITLE, 22)) == "A title of some lengt…"
    assert width(cut((("한국어 제목", Style.TEXT),), 6)) <= 6
    assert text(cut(TITLE, 0)) == ""


def test_both_ends_of_a_line_are_shown_and_the_left_one_is_cut() -> None:
    line = spread(TITLE, (("final", Style.MUTED),), 35)
    assert text(line) == "A title of some length and…  final"[:28] + "  final"
    assert width(line) == 35


def test_the_right_end_gives_way_where_the_left_one_could_not_be_read() -> None:
    assert text(spread(TITLE, (("final", Style.MUTED),), 24)) == "A title of some length…"
    assert text(spread(TITLE, (), 40)) == text(TITLE)


def test_runs_become_one_line() -> None:
    assert tinted([Run("a\nb"), Run("c", Style.STRONG)], Style.MUTED) == (
        ("a b", Style.MUTED),
        ("c", Style.STRONG),
    )


def test_a_marking_has_its_own_look_where_it_is_one_of_tlp() -> None:
    assert marking("TLP:AMBER+STRICT") is ScreenPart.AMBER_STRICT
    assert marking("TLP:PUCE") is Style.MARKING
    assert marking("") is Style.MARKING

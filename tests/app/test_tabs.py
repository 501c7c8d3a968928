"""The tab line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.app.lines import ScreenPart, width
from tui.app.tabs import tab_line
from tui.panes import Tab
from tui.text import cells

TABS = (
    Tab("summary", "1", "Summary", "Summary"),
    Tab("background", "2", "Background", "Backgr."),
    Tab("china", "3", "Chinese reactions", "China"),
    Tab("sources", "0", "Sources", "Sources"),
)


def shown(room: int, current: str = "china", tabs: tuple[Tab, ...] = TABS) -> str:
    return "".join(text for text, _ in tab_line(tabs, current, room))


def test_titles_get_shorter_with_the_room() -> None:
    assert shown(80) == " 1 Summary   2 Background  [3 Chinese reactions]  0 Sources"
    assert shown(56) == " 1 Summary  2 Background [3 Chinese reactions] 0 Sources"
    assert shown(50) == " 1 Summary   2 Backgr.  [3 China]  0 Sources"
    assert shown(42) == " 1 Summary  2 Backgr. [3 China] 0 Sources"
    assert shown(40) == " 1 Summary 2 Backgr. [3 China] 0 Sources"
    assert shown(34) == " 1 Summ. 2 Back. [3 China] 0 Sour."
    assert shown(16) == " 1 2 [3 China] 0"


def test_the_first_tab_stands_at_the_margin_in_its_bracket() -> None:
    assert shown(80, "summary").startswith("[1 Summary]  2 Background")


def test_the_current_tab_is_brought_out_by_brackets_and_look() -> None:
    assert [
        text for text, tint in tab_line(TABS, "china", 80) if tint is ScreenPart.CURRENT_TAB
    ] == ["[3 Chinese reactions]"]


def test_a_pane_without_a_key_is_shown_by_its_title() -> None:
    assert " Tenth " in shown(80, "summary", (*TABS[:1], Tab("ten", "", "Tenth", "10."), *TABS[2:]))


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 130), st.integers(1, 12), st.data())
def test_the_line_fits_and_shows_the_current_tab(
    room: int, count: int, data: st.DataObject
) -> None:
    titles = data.draw(st.lists(st.text("ab 한", max_size=20), min_size=count, max_size=count))
    tabs = tuple(
        Tab(str(at), str(at) if at < 10 else "", title, title[:8])
        for at, title in enumerate(titles, 1)
    )
    current = data.draw(st.sampled_from(tabs))
    line = tab_line(tabs, current.id, room)
    assert width(line) <= room
    if room >= 24:
        assert any(tint is ScreenPart.CURRENT_TAB for _, tint in line)


def test_a_title_of_any_length_is_measured_no_further_than_the_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measured: list[int] = []
    real = cells.width

    def counting(text: str) -> int:
        measured.append(len(text))
        return real(text)

    monkeypatch.setattr(cells, "width", counting)
    endless = "한e\u0301" * 50_000
    tabs = (*TABS, Tab("endless", "5", endless, endless))
    assert width(tab_line(tabs, "china", 60)) <= 60
    assert max(measured) < 200

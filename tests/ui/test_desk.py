"""The program as a state machine: every key, and what it may not do."""

import pytest

from tests.ui import desks
from tests.ui.desks import Library, Memory, press, screen
from tui.load import load_text
from tui.places import Place, View
from tui.terminal.ground import Ground
from tui.ui.desk import Desk
from tui.ui.frame import draw
from tui.ui.keyboard.table import KEYS
from tui.ui.modes import Finding, Help, Palette
from tui.ui.reply import Reply


def here(desk: Desk) -> Place:
    assert desk.reader is not None
    return desk.reader.here


def test_numbers_and_arrows_turn_the_panes(desk: Desk) -> None:
    press(desk, "3")
    assert here(desk).key == "outlook"
    for key, pane in (("l", "reactions"), ("tab", "actors"), ("right", "sources")):
        press(desk, key)
        assert here(desk).key == pane
    for key, pane in (("h", "actors"), ("shift+tab", "reactions"), ("left", "outlook")):
        press(desk, key)
        assert here(desk).key == pane
    press(desk, "0")
    assert here(desk).key == "sources"
    press(desk, "!")
    assert here(desk).key == "problems"
    press(desk, "9")
    assert desk.notice == "there is no pane 9"


def test_the_list_moves_by_item_page_half_section_and_ends(desk: Desk) -> None:
    press(desk, "2", "j", "down")
    assert here(desk).item == "c-guess"
    press(desk, "k", "up")
    assert here(desk).item == "c-joined"
    for forth, back in (("G", "g"), ("end", "home"), ("]", "[")):
        press(desk, forth)
        assert here(desk).item == "e-entry"
        press(desk, back)
        assert here(desk).item == "c-joined"
    for forth, back in ((" ", "b"), ("pagedown", "pageup"), ("d", "u")):
        press(desk, forth, forth)
        assert here(desk).item == "e-entry"
        press(desk, back, back)
        assert here(desk).item == "c-joined"


@pytest.mark.parametrize("key", ["\r", "w"])
def test_enter_leads_to_the_evidence_and_on_to_the_source(desk: Desk, key: str) -> None:
    press(desk, "4", key)
    assert here(desk).view is View.EVIDENCE
    press(desk, "\r")
    assert here(desk) == Place(View.SOURCE, "article", "x-trap")


def test_in_a_source_brackets_go_from_excerpt_to_excerpt_and_enter_to_what_rests_on_it(
    desk: Desk,
) -> None:
    press(desk, "4", "s", "]")
    assert here(desk).item == "x-glad"
    press(desk, "[", "\r")
    assert here(desk).view is View.CONNECTED
    assert here(desk).key == "x-trap"


def test_words_and_connections_open_over_the_list(desk: Desk) -> None:
    press(desk, "4", "o")
    assert here(desk).view is View.WORDS
    press(desk, "\x1b", "r")
    assert here(desk).view is View.CONNECTED


def test_esc_goes_one_level_back_and_never_out(desk: Desk) -> None:
    press(desk, "2", "\r", "s")
    assert [press(desk, "\x1b") for _ in range(5)] == [Reply.DRAW] * 5
    assert here(desk) == Place(View.PANE, "background", "c-joined")


def test_q_goes_one_level_back_and_out_on_the_outermost(desk: Desk) -> None:
    press(desk, "2", "\r")
    assert press(desk, "q") is Reply.DRAW
    assert press(desk, "q") is Reply.LEAVE


def test_places_are_travelled_back_and_forward(desk: Desk) -> None:
    press(desk, "2", "j", "4")
    press(desk, "\x7f")
    assert here(desk) == Place(View.PANE, "background", "c-both")
    press(desk, "H")
    assert here(desk).key == "summary"
    press(desk, "H")
    assert desk.notice == "this is where you began"
    press(desk, "L", "L")
    assert here(desk).key == "reactions"
    press(desk, "L")
    assert desk.notice == "nothing lies ahead"


def test_evidence_beside_the_list_is_put_away_and_brought_back(wide: Desk) -> None:
    press(wide, "2")
    assert "EVIDENCE" in screen(wide)
    press(wide, "e")
    assert "EVIDENCE" not in screen(wide)
    press(wide, "e")
    assert "EVIDENCE" in screen(wide)


def test_where_evidence_has_no_room_beside_the_list_that_is_said(desk: Desk) -> None:
    press(desk, "e")
    assert "from 110 columns on" in desk.notice
    desk.resize(120, 40)
    assert desk.shown.beside is not None


def test_evidence_beside_the_list_waits_until_it_is_told_to_follow(wide: Desk) -> None:
    press(wide, "2", "j")
    assert wide.is_behind
    assert "excerpt 1 of 1" in screen(wide)
    wide.follow()
    assert not wide.is_behind
    assert "excerpt 1 of 2" in screen(wide)


def test_what_is_found_is_counted_and_n_goes_on(desk: Desk) -> None:
    press(desk, "2", "/", *"globe")
    assert isinstance(desk.mode, Finding)
    assert here(desk) == Place(View.PANE, "reactions", "r-globe")
    assert "globe: 2 of 6" in screen(desk)
    desk.resize(120, 30)
    counts = "Summary 1 · Reactions 2 · Actors 1 · Sources 1 · Problems 1"
    assert f"globe: 2 of 6  {counts}" in screen(desk)
    press(desk, "\r", "n", "n")
    assert desk.mode is None
    assert here(desk) == Place(View.PANE, "actors", "globe")
    assert "globe: 4 of 6" in screen(desk)
    press(desk, "N")
    assert here(desk) == Place(View.PANE, "reactions", "r-again")
    press(desk, "\x1b")
    assert " of 6" not in screen(desk)


@pytest.mark.parametrize("key", ["\x1b", "ctrl+c"])
def test_a_search_that_is_given_up_comes_back(desk: Desk, key: str) -> None:
    press(desk, "/", *"trap")
    press(desk, key)
    assert desk.mode is None
    assert here(desk) == Place(View.PANE, "summary", "j1")


def test_keys_that_are_typed_are_no_commands(desk: Desk) -> None:
    press(desk, "/", *"q?RT")
    assert desk.mode is not None
    assert desk.mode.prompt is not None
    assert desk.mode.prompt.text == "q?RT"
    assert press(desk, "ctrl+q") is Reply.LEAVE


def test_text_that_is_pasted_or_composed_is_sought(desk: Desk) -> None:
    desk.paste("nothing takes it")
    press(desk, "/")
    desk.paste("서\n울")
    desk.press("trap", "trap")
    assert desk.mode is not None
    assert desk.mode.prompt is not None
    assert desk.mode.prompt.text == "서 울trap"


def test_the_filter_says_what_it_hides(desk: Desk) -> None:
    press(desk, "2", "v")
    assert "only verified, 2 hidden" in screen(desk)
    press(desk, "v")
    assert "only not verified, 2 hidden" in screen(desk)
    press(desk, "v")
    assert "hidden" not in screen(desk)


def test_in_a_room_nothing_tells_of_what_is_hidden_and_only_ctrl_q_leaves(desk: Desk) -> None:
    press(desk, "v", "R")
    for pane in "12345":
        press(desk, pane)
        shown = screen(desk)
        assert "hidden" not in shown
        assert "verified," not in shown
        assert "Beijing will likely" not in shown
    for key in ("q", "q", "\x1b", "ctrl+c", "ctrl+z"):
        assert press(desk, key) is Reply.DRAW
    assert desk.notice == "in room mode only ctrl+q leaves"
    assert press(desk, "ctrl+q") is Reply.LEAVE


@pytest.mark.parametrize("before", [(), ("2", "\r"), ("/", "t"), ("?",), ("ctrl+p", "q"), ("R",)])
def test_the_screen_is_blank_from_anywhere_and_any_key_brings_it_back(
    desk: Desk, before: tuple[str, ...]
) -> None:
    press(desk, *before)
    shown = screen(desk)
    assert press(desk, "ctrl+x") is Reply.BLANK
    assert screen(desk).strip() == ""
    assert draw(desk).cursor == (0, 0)
    assert press(desk, "q") is Reply.REPAINT
    assert screen(desk) == shown
    press(desk, "ctrl+x")
    assert press(desk, "ctrl+x") is Reply.REPAINT
    press(desk, "ctrl+x")
    assert press(desk, "ctrl+q") is Reply.LEAVE


def test_help_and_palette_cover_the_lists_and_close(desk: Desk) -> None:
    for close in ("?", "q", "\x1b", "ctrl+c"):
        press(desk, "?")
        assert isinstance(desk.mode, Help)
        press(desk, "j", "2")
        assert "next or previous item" in screen(desk)
        press(desk, close)
        assert desk.mode is None
    assert here(desk) == Place(View.PANE, "summary", "j1")
    press(desk, "ctrl+p", *"connected")
    assert isinstance(desk.mode, Palette)
    assert "everything connected" in screen(desk)
    press(desk, "\r")
    assert desk.mode is None
    assert here(desk).view is View.CONNECTED


def test_a_palette_over_the_help_is_for_what_is_below_both(desk: Desk) -> None:
    press(desk, "?", "ctrl+p", *"verified", "\r")
    assert desk.reader is not None
    assert desk.reader.options.show.value == "verified"


def test_what_the_terminal_must_do_is_said(desk: Desk) -> None:
    assert press(desk, "ctrl+l") is Reply.REPAINT
    assert press(desk, "ctrl+z") is Reply.SUSPEND
    assert press(desk, "f5") is Reply.DRAW


@pytest.mark.parametrize(
    ("themes", "ground", "turned"),
    [
        (["ansi", "dark", "light"], Ground.LIGHT, ["ansi", "light", "dark"]),
        (["ansi", "light", "dark"], Ground.DARK, ["ansi", "dark", "light"]),
        (["dark", "light", "ansi"], Ground.LIGHT, ["dark", "light", "ansi"]),
        (["plain"], Ground.LIGHT, ["plain"]),
    ],
)
def test_the_ground_changes_what_comes_next_and_never_what_is_on(
    themes: list[str], ground: Ground, turned: list[str]
) -> None:
    desk = desks.desk(themes=themes)
    desk.learn_ground(ground)
    shown = []
    for _ in themes:
        shown.append(desk.theme)
        press(desk, "T")
    assert shown == turned


def test_themes_are_turned_where_there_are_any(desk: Desk) -> None:
    press(desk, "T")
    assert desk.notice == "this terminal has no other colours"
    colours = desks.desk(themes=["ansi", "dark", "light"])
    themes = []
    for _ in range(3):
        press(colours, "T")
        themes.append(colours.theme)
    assert themes == ["dark", "light", "ansi"]
    assert colours.notice == "colours: ansi"


def test_ctrl_c_says_how_to_leave(desk: Desk) -> None:
    press(desk, "ctrl+c")
    assert "q leaves" in desk.notice
    press(desk, "j")
    assert desk.notice == ""


def test_the_library_opens_a_briefing_and_q_comes_back_to_it() -> None:
    memory = Memory(Place(View.PANE, "reactions", "r-silence"))
    desk = Desk(document=None, library=Library(), memory=memory, size=(80, 24))
    assert "A small briefing" in screen(desk)
    assert "1 of 2" in screen(desk)
    press(desk, "\r")
    assert here(desk).item == "r-silence"
    press(desk, "2", "q")
    assert desk.reader is None
    assert memory.place == Place(View.PANE, "background", "c-joined")
    assert "A small briefing" in screen(desk)
    assert press(desk, "q") is Reply.LEAVE


def test_a_briefing_that_cannot_be_read_is_said_so_without_harm() -> None:
    desk = Desk(document=None, library=Library(), memory=Memory(), size=(80, 24))
    press(desk, "j", "\r")
    assert desk.notice == "gone: No such file␛[2J"
    assert desk.reader is None


def test_an_empty_library_opens_nothing() -> None:
    desk = Desk(document=None, library=None, memory=Memory(), size=(80, 24))
    press(desk, "j", "\r")
    assert desk.notice == "there is no briefing here"
    assert "BRIEFINGS" in screen(desk)


def test_what_is_no_briefing_at_all_is_opened_at_what_is_wrong_with_it() -> None:
    desk = desks.desk(document=load_text(b"\xff\x00", "broken.yaml", folder=None))
    assert "not-utf8" in screen(desk)


def test_the_place_is_remembered_by_its_pane() -> None:
    memory = Memory()
    desk = desks.desk(memory=memory)
    press(desk, "4", "j", "\r")
    desk.keep()
    assert memory.place == Place(View.PANE, "reactions", desk.reader.trail[0].item)  # type: ignore[union-attr]


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (10, 2), (39, 11), (300, 90)])
@pytest.mark.parametrize("library", [None, Library()])
def test_every_key_is_borne_on_every_screen(size: tuple[int, int], library: Library | None) -> None:
    desk = desks.desk(size, library=library)
    for key in KEYS:
        for pressed in key.pressed:
            press(desk, pressed)
            frame = draw(desk)
            rows = len(frame.head) + len(frame.under) + len(frame.foot)
            assert rows == size[1]
            desk.follow()
        desk.mode = None

"""The program as a state machine: every key, and what it may not do."""

import pytest

from tests.reading import sessions
from tests.reading.sessions import Memory, SmallLibrary, press, screen
from tui.app.frame import draw
from tui.app.keyboard.dispatch import dispatch
from tui.app.keyboard.table import KEYS
from tui.load import load_text
from tui.places import Place, View
from tui.reading.overlays import FindPrompt, HelpOverlay, Palette
from tui.reading.reply import Reply
from tui.reading.session import ReadingSession
from tui.terminal.background import Background


def here(session: ReadingSession) -> Place:
    assert session.reader is not None
    return session.reader.here


def test_numbers_and_arrows_turn_the_panes(session: ReadingSession) -> None:
    press(session, "3")
    assert here(session).key == "outlook"
    for key, pane in (("l", "reactions"), ("tab", "actors"), ("right", "sources")):
        press(session, key)
        assert here(session).key == pane
    for key, pane in (("h", "actors"), ("shift+tab", "reactions"), ("left", "outlook")):
        press(session, key)
        assert here(session).key == pane
    press(session, "0")
    assert here(session).key == "sources"
    press(session, "!")
    assert here(session).key == "problems"
    press(session, "9")
    assert session.notice == "there is no pane 9"


def test_the_list_moves_by_item_page_half_section_and_ends(session: ReadingSession) -> None:
    press(session, "2", "j", "down")
    assert here(session).item == "c-guess"
    press(session, "k", "up")
    assert here(session).item == "c-joined"
    for forth, back in (("G", "g"), ("end", "home"), ("]", "[")):
        press(session, forth)
        assert here(session).item == "e-entry"
        press(session, back)
        assert here(session).item == "c-joined"
    for forth, back in ((" ", "b"), ("pagedown", "pageup"), ("d", "u")):
        press(session, forth, forth)
        assert here(session).item == "e-entry"
        press(session, back, back)
        assert here(session).item == "c-joined"


@pytest.mark.parametrize("key", ["\r", "w"])
def test_enter_leads_to_the_evidence_and_on_to_the_source(
    session: ReadingSession, key: str
) -> None:
    press(session, "4", key)
    assert here(session).view is View.EVIDENCE
    press(session, "\r")
    assert here(session) == Place(View.SOURCE, "article", "x-trap")


def test_in_a_source_brackets_go_from_excerpt_to_excerpt_and_enter_to_what_rests_on_it(
    session: ReadingSession,
) -> None:
    press(session, "4", "s", "]")
    assert here(session).item == "x-glad"
    press(session, "[", "\r")
    assert here(session).view is View.CONNECTED
    assert here(session).key == "x-trap"


def test_words_and_connections_open_over_the_list(session: ReadingSession) -> None:
    press(session, "4", "o")
    assert here(session).view is View.WORDS
    press(session, "\x1b", "r")
    assert here(session).view is View.CONNECTED


def test_esc_goes_one_level_back_and_never_out(session: ReadingSession) -> None:
    press(session, "2", "\r", "s")
    assert [press(session, "\x1b") for _ in range(5)] == [Reply.DRAW] * 5
    assert here(session) == Place(View.PANE, "background", "c-joined")


def test_q_goes_one_level_back_and_out_on_the_outermost(session: ReadingSession) -> None:
    press(session, "2", "\r")
    assert press(session, "q") is Reply.DRAW
    assert press(session, "q") is Reply.LEAVE


def test_places_are_travelled_back_and_forward(session: ReadingSession) -> None:
    press(session, "2", "j", "4")
    press(session, "\x7f")
    assert here(session) == Place(View.PANE, "background", "c-both")
    press(session, "H")
    assert here(session).key == "summary"
    press(session, "H")
    assert session.notice == "this is where you began"
    press(session, "L", "L")
    assert here(session).key == "reactions"
    press(session, "L")
    assert session.notice == "nothing lies ahead"


def test_evidence_beside_the_list_is_put_away_and_brought_back(wide: ReadingSession) -> None:
    press(wide, "2")
    assert "EVIDENCE" in screen(wide)
    press(wide, "e")
    assert "EVIDENCE" not in screen(wide)
    press(wide, "e")
    assert "EVIDENCE" in screen(wide)


def test_where_evidence_has_no_room_beside_the_list_that_is_said(session: ReadingSession) -> None:
    press(session, "e")
    assert "from 110 columns on" in session.notice
    session.resize(120, 40)
    assert session.shown.beside is not None


def test_evidence_beside_the_list_waits_until_it_is_told_to_follow(wide: ReadingSession) -> None:
    press(wide, "2", "j")
    assert wide.is_behind
    assert "excerpt 1 of 1" in screen(wide)
    wide.follow()
    assert not wide.is_behind
    assert "excerpt 1 of 2" in screen(wide)


def test_what_is_found_is_counted_and_n_goes_on(session: ReadingSession) -> None:
    press(session, "2", "/", *"globe")
    assert isinstance(session.mode, FindPrompt)
    assert here(session) == Place(View.PANE, "reactions", "r-globe")
    assert "globe: 2 of 6" in screen(session)
    session.resize(120, 30)
    counts = "Summary 1 · Reactions 2 · Actors 1 · Sources 1 · Problems 1"
    assert f"globe: 2 of 6  {counts}" in screen(session)
    press(session, "\r", "n", "n")
    assert session.mode is None
    assert here(session) == Place(View.PANE, "actors", "globe")
    assert "globe: 4 of 6" in screen(session)
    press(session, "N")
    assert here(session) == Place(View.PANE, "reactions", "r-again")
    press(session, "\x1b")
    assert " of 6" not in screen(session)


@pytest.mark.parametrize("key", ["\x1b", "ctrl+c"])
def test_a_search_that_is_given_up_comes_back(session: ReadingSession, key: str) -> None:
    press(session, "/", *"trap")
    press(session, key)
    assert session.mode is None
    assert here(session) == Place(View.PANE, "summary", "j1")


def test_keys_that_are_typed_are_no_commands(session: ReadingSession) -> None:
    press(session, "/", *"q?RT")
    assert session.mode is not None
    assert session.mode.prompt is not None
    assert session.mode.prompt.text == "q?RT"
    assert press(session, "ctrl+q") is Reply.LEAVE


def test_text_that_is_pasted_or_composed_is_sought(session: ReadingSession) -> None:
    session.paste("nothing takes it")
    press(session, "/")
    session.paste("서\n울")
    session.press("trap", "trap")
    assert session.mode is not None
    assert session.mode.prompt is not None
    assert session.mode.prompt.text == "서 울trap"


def test_the_filter_says_what_it_hides(session: ReadingSession) -> None:
    press(session, "2", "v")
    assert "only verified, 2 hidden" in screen(session)
    press(session, "v")
    assert "only not verified, 2 hidden" in screen(session)
    press(session, "v")
    assert "hidden" not in screen(session)


def test_in_a_room_nothing_tells_of_what_is_hidden_and_only_ctrl_q_leaves(
    session: ReadingSession,
) -> None:
    press(session, "v", "R")
    for pane in "12345":
        press(session, pane)
        shown = screen(session)
        assert "hidden" not in shown
        assert "verified," not in shown
        assert "Beijing will likely" not in shown
    for key in ("q", "q", "\x1b", "ctrl+c", "ctrl+z"):
        assert press(session, key) is Reply.DRAW
    assert session.notice == "in room mode only ctrl+q leaves"
    assert press(session, "ctrl+q") is Reply.LEAVE


@pytest.mark.parametrize("before", [(), ("2", "\r"), ("/", "t"), ("?",), ("ctrl+p", "q"), ("R",)])
def test_the_screen_is_blank_from_anywhere_and_any_key_brings_it_back(
    session: ReadingSession, before: tuple[str, ...]
) -> None:
    press(session, *before)
    shown = screen(session)
    assert press(session, "ctrl+x") is Reply.BLANK
    assert screen(session).strip() == ""
    assert draw(session).cursor == (0, 0)
    assert press(session, "q") is Reply.REPAINT
    assert screen(session) == shown
    press(session, "ctrl+x")
    assert press(session, "ctrl+x") is Reply.REPAINT
    press(session, "ctrl+x")
    assert press(session, "ctrl+q") is Reply.LEAVE


def test_help_and_palette_cover_the_lists_and_close(session: ReadingSession) -> None:
    for close in ("?", "q", "\x1b", "ctrl+c"):
        press(session, "?")
        assert isinstance(session.mode, HelpOverlay)
        press(session, "j", "2")
        assert "next or previous item" in screen(session)
        press(session, close)
        assert session.mode is None
    assert here(session) == Place(View.PANE, "summary", "j1")
    press(session, "ctrl+p", *"connected")
    assert isinstance(session.mode, Palette)
    assert "everything connected" in screen(session)
    press(session, "\r")
    assert session.mode is None
    assert here(session).view is View.CONNECTED


def test_a_palette_over_the_help_is_for_what_is_below_both(session: ReadingSession) -> None:
    press(session, "?", "ctrl+p", *"verified", "\r")
    assert session.reader is not None
    assert session.reader.options.show.value == "verified"


def test_what_the_terminal_must_do_is_said(session: ReadingSession) -> None:
    assert press(session, "ctrl+l") is Reply.REPAINT
    assert press(session, "ctrl+z") is Reply.SUSPEND
    assert press(session, "f5") is Reply.DRAW


@pytest.mark.parametrize(
    ("themes", "ground", "turned"),
    [
        (["ansi", "dark", "light"], Background.LIGHT, ["ansi", "light", "dark"]),
        (["ansi", "light", "dark"], Background.DARK, ["ansi", "dark", "light"]),
        (["dark", "light", "ansi"], Background.LIGHT, ["dark", "light", "ansi"]),
        (["plain"], Background.LIGHT, ["plain"]),
    ],
)
def test_the_ground_changes_what_comes_next_and_never_what_is_on(
    themes: list[str], ground: Background, turned: list[str]
) -> None:
    session = sessions.session(themes=themes)
    session.learn_ground(ground)
    shown = []
    for _ in themes:
        shown.append(session.theme)
        press(session, "T")
    assert shown == turned


def test_themes_are_turned_where_there_are_any(session: ReadingSession) -> None:
    press(session, "T")
    assert session.notice == "this terminal has no other colours"
    colours = sessions.session(themes=["ansi", "dark", "light"])
    themes = []
    for _ in range(3):
        press(colours, "T")
        themes.append(colours.theme)
    assert themes == ["dark", "light", "ansi"]
    assert colours.notice == "colours: ansi"


def test_ctrl_c_says_how_to_leave(session: ReadingSession) -> None:
    press(session, "ctrl+c")
    assert "q leaves" in session.notice
    press(session, "j")
    assert session.notice == ""


def test_the_library_opens_a_briefing_and_q_comes_back_to_it() -> None:
    memory = Memory(Place(View.PANE, "reactions", "r-silence"))
    session = ReadingSession(
        dispatch=dispatch, document=None, library=SmallLibrary(), memory=memory, size=(80, 24)
    )
    assert "A small briefing" in screen(session)
    assert "1 of 2" in screen(session)
    press(session, "\r")
    assert here(session).item == "r-silence"
    press(session, "2", "q")
    assert session.reader is None
    assert memory.place == Place(View.PANE, "background", "c-joined")
    assert "A small briefing" in screen(session)
    assert press(session, "q") is Reply.LEAVE


def test_a_briefing_that_cannot_be_read_is_said_so_without_harm() -> None:
    session = ReadingSession(
        dispatch=dispatch, document=None, library=SmallLibrary(), memory=Memory(), size=(80, 24)
    )
    press(session, "j", "\r")
    assert session.notice == "gone: No such file␛[2J"
    assert session.reader is None


def test_an_empty_library_opens_nothing() -> None:
    session = ReadingSession(
        dispatch=dispatch, document=None, library=None, memory=Memory(), size=(80, 24)
    )
    press(session, "j", "\r")
    assert session.notice == "there is no briefing here"
    assert "BRIEFINGS" in screen(session)


def test_what_is_no_briefing_at_all_is_opened_at_what_is_wrong_with_it() -> None:
    session = sessions.session(document=load_text(b"\xff\x00", "broken.yaml", folder=None))
    assert "not-utf8" in screen(session)


def test_the_place_is_remembered_by_its_pane() -> None:
    memory = Memory()
    session = sessions.session(memory=memory)
    press(session, "4", "j", "\r")
    session.keep()
    assert memory.place == Place(View.PANE, "reactions", session.reader.trail[0].item)  # type: ignore[union-attr]


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (10, 2), (39, 11), (300, 90)])
@pytest.mark.parametrize("library", [None, SmallLibrary()])
def test_every_key_is_borne_on_every_screen(
    size: tuple[int, int], library: SmallLibrary | None
) -> None:
    session = sessions.session(size, library=library)
    for key in KEYS:
        for pressed in key.pressed:
            press(session, pressed)
            frame = draw(session)
            rows = len(frame.head) + len(frame.under) + len(frame.foot)
            assert rows == size[1]
            session.follow()
        session.mode = None

"""Asking at the desk: a few letters, and the answer."""

import pytest

from tests.reading.sessions import SIZES, Clipboard, press, screen, session
from tui.places import Place, View
from tui.reading.asking import Asking
from tui.reading.session import ReadingSession

TRAP = ("f", *"trap")


def asking(session: ReadingSession) -> Asking:
    assert isinstance(session.mode, Asking)
    return session.mode


@pytest.mark.parametrize("size", SIZES)
def test_the_card_stands_there_while_one_types(size: tuple[int, int]) -> None:
    at = session(size)
    press(at, "f")
    assert "A name in any script" in screen(at)
    press(at, *"tra")
    seen = screen(at)
    assert "STATE MEDIA  Globe" in seen
    assert "The Globe wrote that it is a trap." in seen
    assert "enter hold" in seen


def test_nothing_that_answers_is_said_and_enter_holds_nothing(session: ReadingSession) -> None:
    press(session, "f", *"qqqq")
    assert "Nothing here answers that." in screen(session)
    press(session, "enter")
    assert session.mode is None


def test_letters_can_be_taken_back_and_pasted(session: ReadingSession) -> None:
    press(session, *TRAP, "ctrl+u")
    assert "A name in any script" in screen(session)
    session.paste("서울")
    assert "Seoul" in screen(session)


def test_arrows_choose_while_one_types_and_the_first_stays_first(session: ReadingSession) -> None:
    press(session, *TRAP)
    first = asking(session).item
    press(session, "up")
    assert asking(session).item == first
    press(session, "down")
    second = asking(session).item
    assert second != first
    assert asking(session).prompt is not None
    assert "MORE ANSWERS" in screen(session)


def test_enter_holds_the_card_and_then_letters_are_keys(session: ReadingSession) -> None:
    session.resize(100, 24)
    press(session, *TRAP, "enter")
    first = asking(session).item
    press(session, "j")
    second = asking(session).item
    press(session, "k")
    assert asking(session).item == first != second
    foot = screen(session).splitlines()[-1]
    for word in ("j k answer", "enter go there", "s source", "y copy", "f ask", "esc back"):
        assert word in foot


def test_the_second_enter_goes_there_and_back_is_back(session: ReadingSession) -> None:
    press(session, *TRAP, "enter", "enter")
    assert session.mode is None
    assert session.reader is not None
    assert session.reader.here == Place(View.PANE, "reactions", "r-globe")
    press(session, "backspace")
    assert session.reader.here.key == "summary"


@pytest.mark.parametrize(
    ("key", "view", "of"),
    [
        ("o", View.WORDS, "r-globe"),
        ("s", View.SOURCE, "article"),
        ("r", View.CONNECTED, "r-globe"),
    ],
)
def test_the_held_card_opens_its_words_its_source_and_what_is_connected(
    session: ReadingSession, key: str, view: View, of: str
) -> None:
    press(session, *TRAP, "enter", key)
    assert session.reader is not None
    assert (session.reader.here.view, session.reader.here.key) == (view, of)
    press(session, "escape")
    assert session.reader.here == Place(View.PANE, "reactions", "r-globe")


def test_from_a_held_card_one_asks_anew(session: ReadingSession) -> None:
    press(session, *TRAP, "enter", "f")
    assert "A name in any script" in screen(session)
    press(session, *"glad")
    assert "STATE MEDIA  Globe" not in screen(session)
    press(session, "escape")
    assert session.mode is None


def test_n_goes_through_the_answers_of_one_briefing_too(session: ReadingSession) -> None:
    press(session, *TRAP, "enter", "enter")
    assert session.reader is not None
    count = len(session.course._items) if session.course else 0
    assert count > 1
    assert f"trap: 1 of {count}" in screen(session)
    press(session, *["n"] * count)
    assert session.reader.here == Place(View.PANE, "reactions", "r-globe")


@pytest.mark.parametrize("key", ["y", "Y"])
def test_the_held_card_is_copied_and_stays_unless_it_is_shown(
    session: ReadingSession, key: str
) -> None:
    press(session, *TRAP, "enter", key)
    assert "trap" in screen(session)


def test_the_words_are_copied_after_the_whole_and_what_is_shown_plainly_gives_the_card_back() -> (
    None
):
    clipboard = Clipboard()
    at = session((80, 24), clipboard=clipboard)
    press(at, *TRAP, "enter")
    card = screen(at).splitlines()[:-2]
    press(at, "y", "Y")
    whole, words = clipboard.sent
    assert len(words) < len(whole)
    press(at, "Y")
    assert screen(at).splitlines()[:-2] != card
    for closing in ("escape", "q", "ctrl+c"):
        press(at, closing)
        assert screen(at).splitlines()[:-2] == card
        press(at, "y", "y")


def test_what_no_pane_lists_is_gone_to_as_evidence(session: ReadingSession) -> None:
    press(session, "f", *"glad", "enter", "enter")
    assert session.reader is not None
    assert session.reader.here == Place(View.EVIDENCE, "x-glad", "x-glad")
    press(session, "escape")
    assert session.reader.here == Place(View.PANE, "sources", "article")


@pytest.mark.parametrize("keys", [TRAP, (*TRAP, "enter"), ("f", *"trap", "down"), ("f",)])
@pytest.mark.parametrize("leave", ["escape", "ctrl+c"])
def test_in_vain_one_is_where_one_was(keys: tuple[str, ...], leave: str) -> None:
    at = session((80, 12))
    press(at, "4", "j", "j")
    before = screen(at)
    press(at, *keys, leave)
    assert at.mode is None
    assert screen(at) == before


def test_in_a_room_no_judgment_and_no_note_is_ever_an_answer(session: ReadingSession) -> None:
    for question, id in (
        ("beijing will", "j1"),
        ("strong word", "n-trap"),
        ("official", "j1-word"),
    ):
        press(session, "f", *question)
        assert id in [each.id for each in asking(session)._answers.all]
        press(session, "escape", "R", "f", *question)
        assert not {id} & {each.id for each in asking(session)._answers.all}
        press(session, "escape", "R")


def test_every_letter_in_a_room_leaves_judgments_out(session: ReadingSession) -> None:
    press(session, "R")
    assert session.reader is not None
    kinds = session.reader.document.kinds
    for letter in "abcdefghijklmnopqrstuvwxyz":
        press(session, "f", letter)
        found = asking(session)._answers.all
        assert not {"judgment", "note"} & {kinds[each.id] for each in found}
        press(session, "escape")


def test_the_help_and_the_palette_name_it(session: ReadingSession) -> None:
    press(session, "?")
    assert any("ask: the answer while you type" in line for line in all_lines(session))
    press(session, "escape", *TRAP, "enter", "?")
    assert any("in an answer: go there" in line for line in all_lines(session))


def test_how_many_answer_is_said(session: ReadingSession) -> None:
    press(session, *TRAP)
    assert f"Ask: {len(asking(session)._answers.on)} answers" in screen(session)


def all_lines(at: ReadingSession) -> list[str]:
    at.resize(120, 200)
    return screen(at).splitlines()


def test_what_of_a_held_card_is_below_the_screen_is_scrolled_to(session: ReadingSession) -> None:
    session.resize(80, 14)
    press(session, *TRAP, "enter")
    assert "MORE ANSWERS" not in screen(session)
    press(session, "G")
    assert "MORE ANSWERS" in screen(session)
    press(session, "j")
    assert "SAY" in screen(session)

"""Asking at the desk: a few letters, and the answer."""

import pytest

from tests.ui.desks import SIZES, Clipboard, desk, press, screen
from tui.places import Place, View
from tui.ui.asking import Asking
from tui.ui.desk import Desk

TRAP = ("f", *"trap")


def asking(desk: Desk) -> Asking:
    assert isinstance(desk.mode, Asking)
    return desk.mode


@pytest.mark.parametrize("size", SIZES)
def test_the_card_stands_there_while_one_types(size: tuple[int, int]) -> None:
    at = desk(size)
    press(at, "f")
    assert "A name in any script" in screen(at)
    press(at, *"tra")
    seen = screen(at)
    assert "STATE MEDIA  Globe" in seen
    assert "The Globe wrote that it is a trap." in seen
    assert "enter hold" in seen


def test_nothing_that_answers_is_said_and_enter_holds_nothing(desk: Desk) -> None:
    press(desk, "f", *"qqqq")
    assert "Nothing here answers that." in screen(desk)
    press(desk, "enter")
    assert desk.mode is None


def test_letters_can_be_taken_back_and_pasted(desk: Desk) -> None:
    press(desk, *TRAP, "ctrl+u")
    assert "A name in any script" in screen(desk)
    desk.paste("서울")
    assert "Seoul" in screen(desk)


def test_arrows_choose_while_one_types_and_the_first_stays_first(desk: Desk) -> None:
    press(desk, *TRAP)
    first = asking(desk).item
    press(desk, "up")
    assert asking(desk).item == first
    press(desk, "down")
    second = asking(desk).item
    assert second != first
    assert asking(desk).prompt is not None
    assert "MORE ANSWERS" in screen(desk)


def test_enter_holds_the_card_and_then_letters_are_keys(desk: Desk) -> None:
    desk.resize(100, 24)
    press(desk, *TRAP, "enter")
    first = asking(desk).item
    press(desk, "j")
    second = asking(desk).item
    press(desk, "k")
    assert asking(desk).item == first != second
    foot = screen(desk).splitlines()[-1]
    for word in ("j k answer", "enter go there", "s source", "y copy", "f ask", "esc back"):
        assert word in foot


def test_the_second_enter_goes_there_and_back_is_back(desk: Desk) -> None:
    press(desk, *TRAP, "enter", "enter")
    assert desk.mode is None
    assert desk.reader is not None
    assert desk.reader.here == Place(View.PANE, "reactions", "r-globe")
    press(desk, "backspace")
    assert desk.reader.here.key == "summary"


@pytest.mark.parametrize(
    ("key", "view", "of"),
    [
        ("o", View.WORDS, "r-globe"),
        ("s", View.SOURCE, "article"),
        ("r", View.CONNECTED, "r-globe"),
    ],
)
def test_the_held_card_opens_its_words_its_source_and_what_is_connected(
    desk: Desk, key: str, view: View, of: str
) -> None:
    press(desk, *TRAP, "enter", key)
    assert desk.reader is not None
    assert (desk.reader.here.view, desk.reader.here.key) == (view, of)
    press(desk, "escape")
    assert desk.reader.here == Place(View.PANE, "reactions", "r-globe")


def test_from_a_held_card_one_asks_anew(desk: Desk) -> None:
    press(desk, *TRAP, "enter", "f")
    assert "A name in any script" in screen(desk)
    press(desk, *"glad")
    assert "STATE MEDIA  Globe" not in screen(desk)
    press(desk, "escape")
    assert desk.mode is None


def test_n_goes_through_the_answers_of_one_briefing_too(desk: Desk) -> None:
    press(desk, *TRAP, "enter", "enter")
    assert desk.reader is not None
    count = len(desk.course._items) if desk.course else 0
    assert count > 1
    assert f"trap: 1 of {count}" in screen(desk)
    press(desk, *["n"] * count)
    assert desk.reader.here == Place(View.PANE, "reactions", "r-globe")


@pytest.mark.parametrize("key", ["y", "Y"])
def test_the_held_card_is_copied_and_stays_unless_it_is_shown(desk: Desk, key: str) -> None:
    press(desk, *TRAP, "enter", key)
    assert "trap" in screen(desk)


def test_the_words_are_copied_after_the_whole_and_what_is_shown_plainly_gives_the_card_back() -> (
    None
):
    clipboard = Clipboard()
    at = desk((80, 24), clipboard=clipboard)
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


def test_what_no_pane_lists_is_gone_to_as_evidence(desk: Desk) -> None:
    press(desk, "f", *"glad", "enter", "enter")
    assert desk.reader is not None
    assert desk.reader.here == Place(View.EVIDENCE, "x-glad", "x-glad")
    press(desk, "escape")
    assert desk.reader.here == Place(View.PANE, "sources", "article")


@pytest.mark.parametrize("keys", [TRAP, (*TRAP, "enter"), ("f", *"trap", "down"), ("f",)])
@pytest.mark.parametrize("leave", ["escape", "ctrl+c"])
def test_in_vain_one_is_where_one_was(keys: tuple[str, ...], leave: str) -> None:
    at = desk((80, 12))
    press(at, "4", "j", "j")
    before = screen(at)
    press(at, *keys, leave)
    assert at.mode is None
    assert screen(at) == before


def test_in_a_room_no_judgment_and_no_note_is_ever_an_answer(desk: Desk) -> None:
    for question, id in (
        ("beijing will", "j1"),
        ("strong word", "n-trap"),
        ("official", "j1-word"),
    ):
        press(desk, "f", *question)
        assert id in [each.id for each in asking(desk)._answers.all]
        press(desk, "escape", "R", "f", *question)
        assert not {id} & {each.id for each in asking(desk)._answers.all}
        press(desk, "escape", "R")


def test_every_letter_in_a_room_leaves_judgments_out(desk: Desk) -> None:
    press(desk, "R")
    assert desk.reader is not None
    kinds = desk.reader.document.kinds
    for letter in "abcdefghijklmnopqrstuvwxyz":
        press(desk, "f", letter)
        found = asking(desk)._answers.all
        assert not {"judgment", "note"} & {kinds[each.id] for each in found}
        press(desk, "escape")


def test_the_help_and_the_palette_name_it(desk: Desk) -> None:
    press(desk, "?")
    assert any("ask: the answer while you type" in line for line in all_lines(desk))
    press(desk, "escape", *TRAP, "enter", "?")
    assert any("in an answer: go there" in line for line in all_lines(desk))


def test_how_many_answer_is_said(desk: Desk) -> None:
    press(desk, *TRAP)
    assert f"Ask: {len(asking(desk)._answers.on)} answers" in screen(desk)


def all_lines(at: Desk) -> list[str]:
    at.resize(120, 200)
    return screen(at).splitlines()


def test_what_of_a_held_card_is_below_the_screen_is_scrolled_to(desk: Desk) -> None:
    desk.resize(80, 14)
    press(desk, *TRAP, "enter")
    assert "MORE ANSWERS" not in screen(desk)
    press(desk, "G")
    assert "MORE ANSWERS" in screen(desk)
    press(desk, "j")
    assert "SAY" in screen(desk)

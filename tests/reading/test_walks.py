"""The walks of a doubter, key by key: from a sentence to the words and back, by one history."""

import pytest

from tests.reading.sessions import press, screen, seed, session
from tui.places import Place, View
from tui.reading.session import ReadingSession

PANE, EVIDENCE, SOURCE, CONNECTED = View.PANE, View.EVIDENCE, View.SOURCE, View.CONNECTED
BACK, ENTER = "\x7f", "\r"


@pytest.fixture
def tall() -> ReadingSession:
    """A desk on which everything that a walk shows is on the screen."""
    return session((80, 60))


def here(session: ReadingSession) -> Place:
    assert session.reader is not None
    return session.reader.here


def go(session: ReadingSession, item: str) -> None:
    """Move the cursor down to an item, with the key for it."""
    for _ in range(60):
        if here(session).item == item:
            return
        press(session, "j")
    raise AssertionError(f"{item} is not in the list")


def test_from_a_claim_to_its_excerpts_to_the_source_and_back(tall: ReadingSession) -> None:
    press(tall, "2", "r")
    assert here(tall) == Place(CONNECTED, "c-joined", "x-joined")
    assert "ITS EXCERPTS" in screen(tall)
    press(tall, "s")
    assert here(tall) == Place(SOURCE, "article", "x-joined")
    assert "> 3  Seoul joined on May 5." in " ".join(screen(tall).split(" " * 4))
    press(tall, BACK)
    assert here(tall) == Place(CONNECTED, "c-joined", "x-joined")
    press(tall, "H")
    assert here(tall) == Place(PANE, "background", "c-joined")
    press(tall, "L", "L")
    assert here(tall) == Place(SOURCE, "article", "x-joined")


def test_from_any_sentence_of_a_source_to_what_rests_on_it(tall: ReadingSession) -> None:
    press(tall, "0", "s")
    go(tall, "x-trap")
    press(tall, ENTER)
    assert "REST ON IT" in screen(tall)
    go(tall, "r-globe")
    press(tall, ENTER)
    assert here(tall) == Place(EVIDENCE, "r-globe", "x-trap")
    press(tall, BACK, BACK)
    assert here(tall) == Place(SOURCE, "article", "x-trap")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "No reason for leaving it out is given."),
        (4, "It is left out: It adds nothing."),
        (6, "It is boilerplate, not what the source says."),
    ],
)
def test_from_a_sentence_on_which_nothing_rests_one_is_told_so(
    number: int, said: str, tall: ReadingSession
) -> None:
    press(tall, "0", "s", "g")
    go(tall, f"sentence:article:{number}")
    press(tall, "r")
    shown = " ".join(screen(tall).split())
    assert "Nothing rests on this sentence." in shown
    assert said in shown
    press(tall, "escape")
    assert here(tall) == Place(SOURCE, "article", f"sentence:article:{number}")


def test_a_sentence_has_words_evidence_and_a_place_like_an_excerpt(tall: ReadingSession) -> None:
    press(tall, "0", "s", "g")
    sentence = here(tall)
    assert sentence.item == "sentence:article:1"
    press(tall, "w")
    assert "SENTENCE" in screen(tall)
    press(tall, "s")
    assert here(tall) == sentence
    press(tall, "o")
    assert here(tall) == Place(View.WORDS, sentence.item, sentence.item)


def test_brackets_go_from_excerpt_to_excerpt_and_j_from_sentence_to_sentence(
    tall: ReadingSession,
) -> None:
    press(tall, "0", "s", "g", "]")
    assert here(tall).item == "x-joined"
    press(tall, "]", "]")
    assert here(tall).item == "x-trap"
    press(tall, "j")
    assert here(tall).item == "sentence:article:4"
    press(tall, "[")
    assert here(tall).item == "x-trap"
    press(tall, "]", "]")
    assert tall.notice == "no further excerpt"
    assert here(tall).item == "x-glad"


def test_from_an_actor_to_all_that_it_said_and_that_was_said_of_it(tall: ReadingSession) -> None:
    press(tall, "5", "r")
    shown = screen(tall)
    assert here(tall).key == "seoul"
    for heading in ("REACTIONS TOWARD IT", "NAMED IN", "BELONGING TO IT"):
        assert heading in shown
    press(tall, "escape", "j", "r")
    shown = screen(tall)
    for heading in ("REACTIONS BY IT", "WORDS OF IT, AS THE SOURCES REPORT THEM"):
        assert heading in shown


def test_from_a_judgment_to_what_speaks_for_it_and_against_it(tall: ReadingSession) -> None:
    press(tall, "r")
    shown = screen(tall)
    assert shown.index("SUPPORTED BY") < shown.index("CONTRADICTED BY")
    go(tall, "r-globe")
    press(tall, ENTER, "s")
    assert here(tall) == Place(SOURCE, "article", "x-trap")


def test_from_a_source_to_the_judgments_that_fall_with_it(tall: ReadingSession) -> None:
    press(tall, "0", "r")
    assert "JUDGMENTS THAT FALL WITH IT: NO OTHER SOURCE SUPPORTS THEM" in screen(tall)
    press(tall, ENTER)
    assert here(tall).key == "j1"
    press(tall, BACK, "R")
    assert "JUDGMENT" not in screen(tall)


def test_from_anywhere_to_the_time_line_at_the_item_one_comes_from(tall: ReadingSession) -> None:
    press(tall, "4")
    go(tall, "r-again")
    press(tall, "c")
    assert here(tall) == Place(View.TIMELINE, "small", "r-again")
    assert "INFORMATION CUTOFF" in screen(tall)
    press(tall, ENTER)
    assert here(tall).key == "r-again"
    press(tall, "escape", "escape")
    assert here(tall) == Place(PANE, "reactions", "r-again")


def test_a_cell_of_the_matrix_leads_to_the_reaction(tall: ReadingSession) -> None:
    press(tall, "4", "x")
    assert here(tall) == Place(View.MATRIX, "small", here(tall).item)
    go(tall, "r-silence")
    press(tall, ENTER)
    assert here(tall).key == "r-silence"


def test_the_matrix_has_the_whole_width_and_keeps_it_under_the_evidence(
    wide: ReadingSession,
) -> None:
    press(wide, "x")
    assert wide.geometry.beside == 0
    press(wide, ENTER)
    assert here(wide).view is EVIDENCE
    assert wide.geometry.beside == 0
    press(wide, "s")
    assert wide.geometry.beside > 0
    press(wide, "escape", "escape", "escape")
    assert wide.geometry.beside > 0


def test_time_line_and_matrix_lie_over_the_pane_and_history_goes_back_to_what_did(
    tall: ReadingSession,
) -> None:
    press(tall, "4", "s", "c", "x")
    assert tall.reader is not None
    assert [place.view for place in tall.reader.trail] == [PANE, View.MATRIX]
    press(tall, BACK, BACK)
    assert here(tall).view is SOURCE
    press(tall, "L", "L", "escape")
    assert here(tall).view is PANE


def test_the_head_says_how_many_are_hidden_in_the_list_that_is_seen(tall: ReadingSession) -> None:
    press(tall, "2", "v")
    assert "Only what is verified: 2 hidden here." in screen(tall)
    press(tall, "c")
    assert "Only what is verified: 2 hidden here." in screen(tall)
    press(tall, "escape", "r")
    assert "Only what is verified: 2 hidden here." in screen(tall)
    press(tall, "1")
    assert "Only what is verified: nothing hidden here." in screen(tall)
    press(tall, "R")
    assert "hidden" not in screen(tall)


def test_the_walk_through_the_briefing_that_comes_with_the_program() -> None:
    shown = session((120, 40), seed())
    press(shown, "6", "j", ENTER)
    shown.follow()
    assert here(shown).key == "r-global-times"
    press(shown, ENTER)
    assert here(shown) == Place(SOURCE, "article", "x-chess")
    press(shown, ENTER)
    go(shown, "j1")
    press(shown, "r")
    assert "SUPPORTED BY" in screen(shown)
    press(shown, *[BACK] * 4)
    assert here(shown) == Place(PANE, "chinese-reactions", "r-global-times")

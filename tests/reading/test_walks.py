"""Walks of a sceptical reader: from a sentence to the words and back, by one history."""

import pytest

from tests.reading.sessions import go_to, here, reader, run, seed, session, shown
from tui.places import Place, View
from tui.reading.session import ReadingSession

PANE, EVIDENCE, SOURCE, CONNECTED = View.PANE, View.EVIDENCE, View.SOURCE, View.CONNECTED
BACK = "place.back"


@pytest.fixture(name="walk")
def walk_fixture() -> ReadingSession:
    """A session with the small briefing open."""
    return session()


def test_from_a_claim_to_its_excerpts_to_the_source_and_back(walk: ReadingSession) -> None:
    run(walk, "pane.2", "evidence.related")
    assert here(walk) == Place(CONNECTED, "c-joined", "x-joined")
    assert "ITS EXCERPTS" in shown(walk).upper()
    run(walk, "evidence.source")
    assert here(walk) == Place(SOURCE, "article", "x-joined")
    run(walk, BACK)
    assert here(walk) == Place(CONNECTED, "c-joined", "x-joined")
    run(walk, BACK)
    assert here(walk) == Place(PANE, "background", "c-joined")
    run(walk, "place.forward", "place.forward")
    assert here(walk) == Place(SOURCE, "article", "x-joined")


def test_from_a_sentence_of_a_source_to_what_rests_on_it(walk: ReadingSession) -> None:
    run(walk, "pane.sources", "evidence.source")
    go_to(walk, "x-trap")
    run(walk, "source.related")
    assert "REST ON IT" in shown(walk).upper()
    go_to(walk, "r-globe")
    run(walk, "evidence.open")
    assert here(walk) == Place(EVIDENCE, "r-globe", "x-trap")
    run(walk, BACK, BACK)
    assert here(walk) == Place(SOURCE, "article", "x-trap")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "No reason for leaving it out is given."),
        (4, "It is left out: It adds nothing."),
        (6, "It is boilerplate, not what the source says."),
    ],
)
def test_a_sentence_on_which_nothing_rests_says_so(
    number: int, said: str, walk: ReadingSession
) -> None:
    run(walk, "pane.sources", "evidence.source")
    go_to(walk, f"sentence:article:{number}")
    run(walk, "source.related")
    text = " ".join(shown(walk).split())
    assert "Nothing rests on this sentence." in text
    assert said in text
    run(walk, "place.leave")
    assert here(walk) == Place(SOURCE, "article", f"sentence:article:{number}")


def test_a_sentence_has_evidence_words_and_a_place_like_an_excerpt(walk: ReadingSession) -> None:
    run(walk, "pane.sources", "evidence.source")
    sentence = here(walk)
    assert sentence.item == "sentence:article:1"
    run(walk, "evidence.open")
    assert here(walk).view is EVIDENCE
    assert "SENTENCE" in shown(walk).upper()
    run(walk, "evidence.source")
    assert here(walk) == sentence
    run(walk, "evidence.excerpt")
    assert here(walk) == Place(View.WORDS, sentence.item, sentence.item)


def test_in_a_source_the_cursor_goes_by_sentence_or_by_excerpt(walk: ReadingSession) -> None:
    run(walk, "pane.sources", "evidence.source", "source.next_excerpt")
    assert here(walk).item == "x-joined"
    run(walk, "source.next_excerpt", "source.next_excerpt")
    assert here(walk).item == "x-trap"
    run(walk, "list.next")
    assert here(walk).item == "sentence:article:4"
    run(walk, "source.previous_excerpt")
    assert here(walk).item == "x-trap"
    run(walk, "source.next_excerpt")
    assert run(walk, "source.next_excerpt") == "no further excerpt"
    assert here(walk).item == "x-glad"


def test_from_an_actor_to_all_that_it_said_and_that_was_said_of_it(walk: ReadingSession) -> None:
    run(walk, "pane.5", "evidence.related")
    assert here(walk).key == "seoul"
    for heading in ("REACTIONS TOWARD IT", "NAMED IN", "BELONGING TO IT"):
        assert heading in shown(walk).upper()
    run(walk, "place.leave", "list.next", "evidence.related")
    for heading in ("REACTIONS BY IT", "WORDS OF IT, AS THE SOURCES REPORT THEM"):
        assert heading in shown(walk).upper()


def test_from_a_judgment_to_what_speaks_for_it_and_against_it(walk: ReadingSession) -> None:
    run(walk, "evidence.related")
    text = shown(walk).upper()
    assert text.index("SUPPORTED BY") < text.index("CONTRADICTED BY")
    go_to(walk, "r-globe")
    run(walk, "evidence.open", "evidence.source")
    assert here(walk) == Place(SOURCE, "article", "x-trap")


def test_from_a_source_to_the_judgments_that_fall_with_it(walk: ReadingSession) -> None:
    run(walk, "pane.sources", "evidence.related")
    said = "JUDGMENTS THAT FALL WITH IT: NO OTHER SOURCE SUPPORTS THEM"
    assert said in shown(walk).upper()
    run(walk, "evidence.open")
    assert here(walk).key == "j1"
    run(walk, BACK, "policy.room")
    assert "JUDGMENT" not in shown(walk).upper()


def test_from_an_item_to_its_place_on_the_time_line_and_back(walk: ReadingSession) -> None:
    run(walk, "pane.4")
    go_to(walk, "r-again")
    run(walk, "view.timeline")
    assert here(walk) == Place(View.TIMELINE, "small", "r-again")
    assert "INFORMATION CUTOFF" in shown(walk).upper()
    run(walk, "evidence.open")
    assert here(walk).key == "r-again"
    run(walk, "place.leave", "place.leave")
    assert here(walk) == Place(PANE, "reactions", "r-again")


def test_a_cell_of_the_matrix_leads_to_the_reaction(walk: ReadingSession) -> None:
    run(walk, "pane.4", "view.matrix")
    assert here(walk).view is View.MATRIX
    go_to(walk, "r-silence")
    run(walk, "evidence.open")
    assert here(walk).key == "r-silence"


def test_time_line_and_matrix_are_opened_over_the_pane(walk: ReadingSession) -> None:
    run(walk, "pane.4", "evidence.source", "view.timeline", "view.matrix")
    assert [place.view for place in reader(walk).trail] == [PANE, View.MATRIX]
    run(walk, BACK, BACK)
    assert here(walk).view is SOURCE
    run(walk, "place.forward", "place.forward", "place.leave")
    assert here(walk).view is PANE


def test_through_the_supplied_briefing() -> None:
    walk = session(seed())
    run(walk, "pane.6", "list.next", "evidence.open")
    assert here(walk).key == "r-global-times"
    run(walk, "evidence.open")
    assert here(walk) == Place(SOURCE, "article", "x-chess")
    run(walk, "source.related")
    go_to(walk, "j1")
    run(walk, "evidence.related")
    assert "SUPPORTED BY" in shown(walk).upper()
    run(walk, *[BACK] * 4)
    assert here(walk) == Place(PANE, "chinese-reactions", "r-global-times")

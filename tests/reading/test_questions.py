"""Asking the open briefing in a session, and stepping through the answers."""

from pathlib import Path

import pytest

from tests.bench import written
from tests.reading import sessions
from tests.reading.sessions import ask, here, hold, library_session, reader, run, shown
from tui.load import load_document
from tui.places import Place, View
from tui.reading import questions
from tui.reading.asking import Asking
from tui.reading.questions import IndexingState
from tui.reading.session import ReadingSession

REACTION = Place(View.PANE, "reactions", "r-globe")


def found(asking: Asking) -> set[str]:
    """The ids of the answers."""
    first, ids = asking.item, set[str]()
    for _ in range(asking.count):
        ids.add(asking.item)
        asking.choose(1)
    asking.choose(-asking.count)
    assert asking.item == first
    return ids


def test_the_answer_is_shown_with_who_said_it_and_the_words(session: ReadingSession) -> None:
    ask(session, "")
    assert "A name in any script" in shown(session)
    ask(session, "tra")
    assert "STATE MEDIA  Globe" in shown(session)
    assert "The Globe wrote that it is a trap." in shown(session)


def test_names_are_asked_for_in_any_script(session: ReadingSession) -> None:
    ask(session, "서울")
    assert "Seoul" in shown(session)


def test_a_question_without_an_answer_says_so(session: ReadingSession) -> None:
    asking = ask(session, "qqqq")
    assert "Nothing here answers that." in shown(session)
    assert not asking.hold()
    assert (asking.item, asking.number, asking.count) == ("", 0, 0)
    assert run(session, "answer.go") == "there is no item here"


def test_answers_are_chosen_in_turn(session: ReadingSession) -> None:
    first = hold(session, "trap").item
    run(session, "answer.next")
    assert session.asking is not None
    second = session.asking.item
    assert second != first
    assert "MORE ANSWERS" in shown(session)
    run(session, "answer.previous", "answer.previous")
    assert session.asking.item == first


def test_the_title_says_how_many_answers_there_are(session: ReadingSession) -> None:
    asking = ask(session, "trap")
    assert asking.title.startswith("Ask: ")
    assert " answer" in asking.title
    assert asking.number == 1


def test_an_answer_is_gone_to_and_back_returns(session: ReadingSession) -> None:
    hold(session, "trap")
    run(session, "answer.go")
    assert session.asking is None
    assert here(session) == REACTION
    assert session.highlighted_words == ("trap",)
    run(session, "place.back")
    assert here(session) == Place(View.PANE, "summary", "j1")


@pytest.mark.parametrize(
    ("id", "view", "key"),
    [
        ("answer.excerpt", View.WORDS, "r-globe"),
        ("answer.source", View.SOURCE, "article"),
        ("answer.related", View.CONNECTED, "r-globe"),
    ],
)
def test_an_answer_opens_its_excerpts_its_source_and_what_is_related(
    session: ReadingSession, id: str, view: View, key: str
) -> None:
    hold(session, "trap")
    run(session, id)
    assert (here(session).view, here(session).key) == (view, key)
    run(session, "place.leave")
    assert here(session) == REACTION


def test_a_kept_answer_gives_way_to_the_next_question(session: ReadingSession) -> None:
    hold(session, "trap")
    asking = ask(session, "glad")
    assert not asking.is_held
    assert "STATE MEDIA  Globe" not in shown(session)
    run(session, "place.leave")
    assert session.asking is None


def test_answers_are_stepped_through_and_round(session: ReadingSession) -> None:
    count = hold(session, "trap").count
    run(session, "answer.go")
    assert count > 1
    assert session.results is not None
    assert session.results.said == f"trap: 1 of {count}"
    run(session, *["find.next"] * count)
    assert here(session) == REACTION
    run(session, "find.previous")
    assert session.results.said == f"trap: {count} of {count}"


def test_leaving_at_the_pane_ends_the_stepping(session: ReadingSession) -> None:
    hold(session, "trap")
    run(session, "answer.go", "place.leave")
    assert session.results is None
    assert session.highlighted_words == ()


def test_an_answer_that_no_pane_lists_is_gone_to_as_evidence(session: ReadingSession) -> None:
    hold(session, "glad")
    run(session, "answer.go")
    assert here(session) == Place(View.EVIDENCE, "x-glad", "x-glad")
    run(session, "place.leave")
    assert here(session) == Place(View.PANE, "sources", "article")


@pytest.mark.parametrize("question", ["", "trap"])
def test_a_question_that_is_left_leads_nowhere(question: str, session: ReadingSession) -> None:
    run(session, "pane.4", "list.next", "list.next")
    before = shown(session)
    hold(session, question)
    run(session, "place.leave")
    assert session.asking is None
    assert shown(session) == before


@pytest.mark.parametrize(
    ("question", "id"), [("beijing will", "j1"), ("strong word", "n-trap"), ("official", "j1-word")]
)
def test_in_room_mode_no_judgment_or_note_answers(
    question: str, id: str, session: ReadingSession
) -> None:
    assert id in found(ask(session, question))
    run(session, "policy.room")
    assert session.asking is None
    assert id not in found(ask(session, question))


@pytest.mark.parametrize("letter", "abcdefghijklmnopqrstuvwxyz")
def test_in_room_mode_no_letter_finds_a_judgment_or_a_note(
    letter: str, session: ReadingSession
) -> None:
    run(session, "policy.room")
    kinds = reader(session).document.kinds
    answers = found(ask(session, letter))
    assert not {"judgment", "note"} & {kinds[id] for id in answers}


def test_a_large_briefing_is_indexed_in_the_background(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    file.write_text(written.large(1_000), "utf-8")
    session = sessions.session(load_document(file))
    asking = ask(session, "china")
    assert "reading" in asking.title
    assert "The answer" in shown(session) or "the answer will stand here" in shown(session)
    states = [questions.work(session)]
    while states[-1] is IndexingState.MORE:
        states.append(questions.work(session))
    assert states[-1] is IndexingState.ANSWERED
    assert asking.count
    assert questions.work(session) is IndexingState.DONE


def test_a_question_that_is_kept_waits_for_the_index(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    file.write_text(written.large(1_000), "utf-8")
    session = sessions.session(load_document(file))
    asking = ask(session, "china")
    assert not asking.count
    assert asking.hold()
    assert asking.count


def test_without_a_briefing_nothing_is_indexed() -> None:
    assert questions.work(library_session()) is IndexingState.DONE


def test_without_a_question_there_is_nothing_to_step_through(session: ReadingSession) -> None:
    assert run(session, "find.next") == "nothing is sought yet: / finds"
    assert run(session, "answer.go") == "there is no item here"

"""The answer to a question, as a card, and the others below it."""

from pathlib import Path

from tests.panes.reading import ALL, changed, field, in_room, labels, load, text
from tests.panes.small import BRIEFING
from tests.reading.sessions import small
from tui.blocks import Block, Card, Entry, Heading, plain
from tui.model.document import Document
from tui.panes import answer


def shown(id: str, document: Document | None = None) -> tuple[str, Block]:
    """The heading of an answer and the block below it."""
    heading, block = answer.card(document or small(), id, ALL)
    assert isinstance(heading, Heading)
    return plain(heading.text), block


def test_the_card_shows_actor_form_and_subject_before_the_words() -> None:
    heading, block = shown("r-globe")
    assert heading == "STATE MEDIA  Globe, on: Seoul joins"
    assert isinstance(block, Card)
    assert labels(block)[:4] == ["SAY", "QUOTABLE?", "WORDS", "WHO"]
    assert field(block, "WORDS") == "The Globe wrote that it is a trap."
    assert "ORIGINS" not in labels(block)


def test_a_verbatim_excerpt_is_preferred() -> None:
    _, block = shown("c-both")
    assert isinstance(block, Card)
    assert field(block, "WORDS") == "Seoul joined on May 5."


def test_silence_and_events_say_what_they_are() -> None:
    assert shown("r-silence")[0].startswith("NO OFFICIAL STATEMENT  Beijing")
    assert shown("e-entry")[0] == "OCCURRED  Seoul joins"
    assert shown("seoul")[0] == "ACTOR  Seoul"
    assert shown("x-trap")[0] == "EXCERPT"


def test_the_answer_of_a_judgment_is_the_judgment_and_not_what_would_change_it() -> None:
    heading, block = shown("j1")
    assert heading == "JUDGMENT"
    assert isinstance(block, Entry)
    assert "Beijing will likely stay silent." in text([block])


def test_a_point_is_called_after_its_list() -> None:
    assert shown("j1-word")[0] == "WOULD CHANGE IT (J1)"
    assert shown("j1-gap")[0] == "OPEN (J1)"
    assert shown("g-why")[0] == "NOT KNOWN"
    _, listed = answer.others(small(), [("MORE", [(2, "j1-word")])])
    assert isinstance(listed, Entry)
    assert plain(listed.text).startswith("would change it (j1): ")


def test_the_time_takes_one_line() -> None:
    _, block = shown("e-entry")
    assert isinstance(block, Card)
    assert field(block, "WHEN").count("\n") == 0


def test_the_speakers_own_words_come_before_those_of_others(tmp_path: Path) -> None:
    panes = [
        {
            "role": "background",
            "sections": [{"claims": [{"id": "c", "text": "All.", "cites": ["x-trap", "x-glad"]}]}],
        }
    ]
    _, block = shown("c", load(changed(panes=panes), tmp_path))
    assert isinstance(block, Card)
    assert field(block, "WORDS") == "“We are glad,” the ministry said."


def test_a_room_sees_no_judgment_and_no_note() -> None:
    for id in ("j1", "j1-word", "n-trap"):
        assert [*answer.card(in_room(small()), id, ALL)] == []
        assert [*answer.card(small(), id, ALL)] != []


def test_every_item_makes_a_card() -> None:
    for id, kind in small().kinds.items():
        if kind not in {"pane", "section"}:
            assert text([*answer.card(small(), id, ALL)]), id


def test_other_answers_are_numbered_and_empty_groups_have_no_heading() -> None:
    found = [*answer.others(small(), [("MORE", [(2, "r-silence"), (3, "e-entry")]), ("NEAR", [])])]
    assert [plain(each.text) for each in found if isinstance(each, Heading)] == ["MORE"]
    listed = [each for each in found if isinstance(each, Entry)]
    assert [plain(each.label)[:2] for each in listed] == ["2 ", "3 "]
    assert "May 5" in plain(listed[1].aside)


def test_a_briefing_without_copies_answers_too(tmp_path: Path) -> None:
    assert shown("c-joined", load(BRIEFING, tmp_path, copy=None))[0] == "CLAIM"

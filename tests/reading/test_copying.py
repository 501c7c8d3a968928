"""What is copied: the item with its provenance, or its excerpts alone, as they are shown."""

import re
from pathlib import Path

import pytest

from tests.panes.reading import changed, load
from tests.reading import sessions
from tests.reading.sessions import copied, find, here, hold, library_session, reader, run
from tui.panes import names
from tui.reading.copies import COPIES
from tui.reading.copying import item_with_provenance
from tui.reading.session import ReadingSession

COPIED = """\
TLP:CLEAR  A small briefing  final
AS OF JUNE 2022 (month inferred). The summit is still ahead. Written in summer.

SAY: According to an article, citing Globe: It is a trap.
QUOTABLE? No. These are the words of an article, not of Globe.
WORDS: The Globe wrote that it is a trap.
"""
TRAP = "The Globe wrote that it is a trap."
JOINED = "Seoul joined on May 5."
ITEM, EXCERPT = "evidence.copy", "evidence.copy_excerpt"


@pytest.mark.parametrize(
    "ids",
    [("pane.4",), ("pane.4", "evidence.open"), ("pane.4", "evidence.excerpt")],
    ids=["in the pane", "in the evidence", "in the words"],
)
def test_an_item_is_copied_with_all_that_its_evidence_says(
    ids: tuple[str, ...], session: ReadingSession
) -> None:
    run(session, *ids)
    text = copied(session, ITEM)
    assert text.startswith(COPIED)
    labels = re.findall(r"^([A-Z ]+[?:])", text, re.MULTILINE)
    assert labels[1:] == [
        *("SAY:", "QUOTABLE?", "WORDS:", "WHO:", "WHEN:", "CHECKED:", "NOT CHECKED:"),
        *("ORIGINS:", "SOURCE:"),
    ]
    assert "NOTE" not in text
    assert "CARRIES" not in text


def test_a_found_item_is_copied(session: ReadingSession) -> None:
    find(session, "a trap")
    assert copied(session, ITEM).startswith(COPIED)


def test_in_the_source_the_excerpt_is_copied(session: ReadingSession) -> None:
    run(session, "pane.4", "evidence.source")
    text = copied(session, ITEM)
    assert f"WORDS: {TRAP}" in text
    assert "SAY: According to an article, citing Globe: what stands below" in text


def test_of_related_items_that_under_the_cursor_is_copied(session: ReadingSession) -> None:
    run(session, "pane.4")
    before = copied(session, ITEM)
    run(session, "evidence.related")
    text = copied(session, ITEM)
    assert names.title(reader(session).document, here(session).item) in text
    assert text != before


def test_several_excerpts_are_numbered_and_name_their_source_once(session: ReadingSession) -> None:
    run(session, "pane.2", "list.next")
    text = copied(session, ITEM)
    assert "excerpt 1 of 2" in text
    assert "excerpt 2 of 2" in text
    assert text.count("SOURCE:") == 1
    assert text.count("SAY:") == 2


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        (("pane.4",), TRAP),
        (("pane.2", "list.next"), f"{JOINED}\n\nSeoul joined on May 6."),
        (
            ("pane.2", "list.next", "evidence.open", "list.next"),
            "Seoul joined on May 6.",
        ),
        (("pane.2", "list.next", "evidence.excerpt"), JOINED),
        (
            ("pane.4", "evidence.source", "source.next_excerpt"),
            "“We are glad,” the ministry said.",
        ),
    ],
)
def test_excerpts_are_copied_exactly_and_alone(
    ids: tuple[str, ...], words: str, session: ReadingSession
) -> None:
    run(session, *ids)
    assert copied(session, EXCERPT) == words


def test_a_judgment_is_copied_as_ours(session: ReadingSession) -> None:
    assert "Beijing will likely stay silent." in copied(session, ITEM)


@pytest.mark.parametrize("pane", [*"123456", "sources"])
def test_no_judgment_or_note_is_copied_in_room_mode(pane: str, session: ReadingSession) -> None:
    run(session, "policy.room", f"pane.{pane}")
    while True:
        text = copied(session, ITEM) + copied(session, EXCERPT)
        assert "stay silent" not in text
        assert "A strong word" not in text
        if not reader(session).step(1):
            break


def test_where_there_is_nothing_to_copy_a_notice_says_so(session: ReadingSession) -> None:
    run(session, "pane.2", "list.next", "list.next")
    assert copied(session, EXCERPT) == "no words of a source stand behind this"


@pytest.mark.parametrize("id", COPIES)
def test_without_a_briefing_nothing_is_copied(id: str) -> None:
    assert isinstance(COPIES[id](library_session()), str)


def test_the_answer_to_a_question_is_copied(session: ReadingSession) -> None:
    hold(session, "trap")
    assert copied(session, "answer.copy").startswith(COPIED)
    assert copied(session, "answer.copy_excerpt") == TRAP


def test_a_text_names_the_markings_that_it_has(tmp_path: Path) -> None:
    session = sessions.session(load(changed(marking="TLP:AMBER"), tmp_path))
    made = item_with_provenance(reader(session))
    assert made is not None
    assert made.markings[0] == "TLP:AMBER"


def test_control_characters_are_copied_as_visible_signs(tmp_path: Path) -> None:
    words = "Seoul\x1b]52;c;eA==\x07 joined."
    excerpts = [{"id": "x-joined", "source": "article", "voice": "narrator", "exact": words}]
    session = sessions.session(load(changed(excerpts=excerpts), tmp_path))
    run(session, "pane.2")
    for id in (ITEM, EXCERPT):
        text = copied(session, id)
        assert "\x1b" not in text
        assert "Seoul␛]52;c;eA==␇ joined." in text

"""Items as presented to a meeting: statement, best excerpt and speaker."""

from pathlib import Path

import pytest

from tests.panes.reading import in_room, load
from tests.panes.small import BRIEFING
from tui.blocks import Block, Entry, Heading, Paragraph
from tui.model.document import Document
from tui.panes.presented import Presented
from tui.render import text
from tui.render.printout import PageSetup

NOTE = "Not for the room."


@pytest.fixture
def document(tmp_path: Path) -> Document:
    return load(BRIEFING, tmp_path)


def lines(blocks: list[Block]) -> str:
    return "\n".join(text.lines(blocks, PageSetup(76, False)))


def test_an_item_is_shown_with_its_words_and_whether_they_may_be_quoted(
    document: Document,
) -> None:
    shown = lines([*Presented(document).blocks("r-globe", "2 of 4")])
    assert " ".join(shown.split()) == (
        "REACTIONS 2 of 4 "
        "[-] CRITICAL Globe "
        "It is a trap. "
        "newspaper; state media; toward Seoul ([=] neutral), Ministry "
        "Globe, paraphrase in an article "
        "The Globe wrote that it is a trap. "
        "Quotable? No. These are the words of an article, not of Globe. "
        "✓ word for word in our copy, line 3, sentence 2"
    )


def test_the_best_words_are_proved_ones_before_others(document: Document) -> None:
    shown = [*Presented(document).blocks("c-both")]
    words = [block for block in shown if isinstance(block, Entry)]
    assert ["".join(run.text for run in block.text) for block in words] == [
        "Seoul joined on May 5."
    ]


def test_an_item_without_excerpts_is_shown_without_words(document: Document) -> None:
    shown = [*Presented(document).blocks("c-guess")]
    assert not [block for block in shown if isinstance(block, Entry)]
    assert any(
        isinstance(block, Paragraph) and block.text[0].text == "It will stay." for block in shown
    )


@pytest.mark.parametrize("id", ["j1", "e-entry", "seoul", "x-glad", "article", "g-why", "j1-gap"])
def test_every_kind_of_item_can_be_shown(document: Document, id: str) -> None:
    seen = Presented(document)
    assert seen.shows(id) == [id]
    assert seen.title(id)
    assert len([*seen.blocks(id)]) > 1


def test_a_pane_shows_its_bottom_line_and_its_sections(document: Document) -> None:
    shown = lines([*Presented(document).blocks("summary")])
    assert "Seoul has joined. [j1]" in shown
    assert "OUR JUDGMENTS (not the source's)" in shown
    assert "Beijing will likely stay silent." not in shown
    sections = [*Presented(document).blocks("background")]
    assert [block.aside[0].text for block in sections[1:] if isinstance(block, Heading)] == [
        "3",
        "1",
    ]


def test_a_pane_without_sections_shows_the_names_in_it(document: Document) -> None:
    shown = lines([*Presented(document).blocks("actors")])
    assert "Seoul · Globe, newspaper · Ministry · Beijing" in shown


def test_a_pane_is_shown_with_all_its_items(document: Document) -> None:
    every = Presented(document).shows("background")
    assert every == ["background", "c-joined", "c-both", "c-guess", "e-entry"]


@pytest.mark.parametrize("id", ["j1", "n-trap", "j1-gap", "nothing"])
def test_items_hidden_in_room_mode_leave_no_trace(document: Document, id: str) -> None:
    seen = Presented(in_room(document))
    assert seen.shows(id) == []
    assert seen.title(id) == ""
    assert len([*seen.blocks(id)]) == 1
    assert seen.shows("summary") == ["summary"]
    assert "Seoul has joined." not in lines([*seen.blocks("summary")])


def test_speaker_notes_are_separate_and_not_in_room_mode(tmp_path: Path) -> None:
    judgment = {**BRIEFING["key_judgments"][0], "speaker_notes": NOTE}
    actors = [{**BRIEFING["actors"][0], "speaker_notes": NOTE}, *BRIEFING["actors"][1:]]
    document = load({**BRIEFING, "key_judgments": [judgment], "actors": actors}, tmp_path)
    seen = Presented(document)
    assert NOTE not in lines([*seen.blocks("j1")])
    assert NOTE in lines([*seen.notes("j1")])
    assert [*Presented(in_room(document)).notes("seoul")] == []
    assert [*seen.notes("globe")] == []

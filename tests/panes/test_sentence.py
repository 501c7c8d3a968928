"""Sentences of a source as items."""

from pathlib import Path

from tests.panes.reading import card, field, load, see, text
from tests.panes.small import BRIEFING
from tui.panes.copied import words
from tui.places import View


def test_the_card_of_a_sentence_says_where_it_stands_and_what_rests_on_it(tmp_path: Path) -> None:
    item = "sentence:article:2"
    shown = card(see(load(BRIEFING, tmp_path), View.EVIDENCE, item), item)
    assert text(shown.aside) == "2 of 6"
    assert field(shown, "WORDS") == "Seoul joined on May 5."
    assert field(shown, "WHERE") == "an article, line 3"
    assert field(shown, "EXCERPTS") == "x-joined"
    assert field(shown, "CARRIES").split("\n") == [
        "claim: Seoul is in.",
        "claim: It is in.",
        "event: Seoul joins",
    ]


def test_the_card_of_a_sentence_that_is_not_used_says_so(tmp_path: Path) -> None:
    item = "sentence:article:1"
    shown = card(see(load(BRIEFING, tmp_path), View.EVIDENCE, item), item)
    assert field(shown, "EXCERPTS") == "none holds words of it"
    assert field(shown, "CARRIES").startswith("Nothing rests on this sentence.")


def test_the_words_of_a_sentence_are_shown_and_copied_whole(tmp_path: Path) -> None:
    document = load(BRIEFING, tmp_path)
    assert "Nobody knows why." in text(see(document, View.WORDS, "sentence:article:4"))
    assert words(document, "sentence:article:4") == "Nobody knows why."

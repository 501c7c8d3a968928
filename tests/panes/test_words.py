"""The words view."""

from pathlib import Path

from tests.panes.reading import entry, in_room, items, load, see, text
from tests.panes.small import BRIEFING
from tui.blocks import plain
from tui.places import View


def test_the_words_are_shown_with_speaker_and_verification(tmp_path: Path) -> None:
    shown = see(load(BRIEFING, tmp_path), View.WORDS, "r-globe")
    words = entry(shown, "x-trap")
    assert plain(words.text) == "The Globe wrote that it is a trap."
    assert plain(words.name) == "Globe, paraphrase in an article"
    assert text(words.details) == "✓ word for word in our copy, line 3, sentence 2"
    assert "It is a trap." not in text(shown).split("\n")


def test_a_judgment_has_the_words_of_what_supports_it(tmp_path: Path) -> None:
    document = load(BRIEFING, tmp_path)
    assert items(see(document, View.WORDS, "j1")) == ["x-joined"]
    assert items(see(in_room(document), View.WORDS, "j1")) == []


def test_an_item_without_words_says_so(tmp_path: Path) -> None:
    shown = see(load(BRIEFING, tmp_path), View.WORDS, "c-guess")
    assert text(shown) == "No words of a source stand behind this."

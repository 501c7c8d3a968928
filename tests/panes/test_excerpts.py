"""Excerpts as cards: the footnotes of printed forms."""

from pathlib import Path
from typing import Any

from tests.panes.reading import card, changed, field, in_room, items, labels, load
from tests.panes.small import BRIEFING
from tui.blocks import Card, Style
from tui.model.document import Document
from tui.panes import excerpts


def test_every_excerpt_of_the_file_has_a_card_in_its_order(tmp_path: Path) -> None:
    shown = [*excerpts.blocks(load(BRIEFING, tmp_path))]
    assert items(shown) == ["x-joined", "x-trap", "x-glad", "x-false"]
    assert labels(card(shown, "x-trap")) == ["WORDS", "WHO", "QUOTABLE?", "CHECKED", "NOTES"]


def test_emphasis_leaves_the_words_unchanged(tmp_path: Path) -> None:
    words = first(load(excerpting(emphasis=["May 5", "on May", "not there"]), tmp_path)).fields[0]
    assert words.kind == "quote"
    assert [(run.text, run.style) for run in words.lines[0]] == [
        ("Seoul joined ", Style.QUOTE),
        ("on May", Style.EMPHASIS),
        (" 5", Style.EMPHASIS),
        (".", Style.QUOTE),
    ]


def test_remarks_describe_the_printed_form(tmp_path: Path) -> None:
    marks = {"opening": "missing"}
    fields = {"prefix": "it\n\n", "suffix": " The", "quotation_marks": marks, "lang": "en"}
    shown = first(load(excerpting(**fields), tmp_path))
    assert field(shown, "AS PRINTED").split("\n") == [
        "language: en",
        "the one that stands after “it",
        "",
        "”",
        "the one that stands before “ The”",
        "opening quotation mark missing in the source",
    ]


def test_a_translation_names_its_translator(tmp_path: Path) -> None:
    translation = {"lang": "ko", "text": "서울", "by": "the desk", "method": "machine"}
    shown = first(load(excerpting(translation=translation), tmp_path))
    assert field(shown, "TRANSLATION") == "서울\ninto ko by a machine (the desk)"


def test_notes_are_shown_with_the_excerpt_but_not_in_room_mode(tmp_path: Path) -> None:
    document = load(BRIEFING, tmp_path)
    shown = card(excerpts.blocks(document), "x-trap")
    assert field(shown, "NOTES") == "at “a trap”: A strong word."
    assert "NOTES" not in labels(card(excerpts.blocks(in_room(document)), "x-trap"))


def test_a_note_stricter_than_the_file_bears_its_own_marking(tmp_path: Path) -> None:
    notes = [{**BRIEFING["notes"][0], "marking": "TLP:RED"}]
    shown = card(excerpts.blocks(load(changed(notes=notes), tmp_path)), "x-trap")
    assert field(shown, "NOTES").endswith("A strong word. [TLP:RED]")


def excerpting(**fields: Any) -> dict[str, Any]:
    """The small briefing with one excerpt."""
    return changed(excerpts=[{**BRIEFING["excerpts"][0], "emphasis": [], **fields}])


def first(document: Document) -> Card:
    return card(excerpts.blocks(document), "x-joined")

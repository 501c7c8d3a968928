"""The evidence view: cards with fields in reading order."""

from pathlib import Path

from tests.panes.reading import (
    ALL,
    card,
    changed,
    field,
    headings,
    in_room,
    items,
    labels,
    load,
    see,
    text,
)
from tests.panes.small import BRIEFING
from tui.blocks import Card, Notice, plain
from tui.model.document import Document
from tui.places import Options, View


def test_the_fields_of_a_card_are_in_reading_order(tmp_path: Path) -> None:
    shown = first(load(BRIEFING, tmp_path), "r-globe")
    assert labels(shown) == [
        *("SAY", "QUOTABLE?", "WORDS", "WHO", "WHEN", "CHECKED", "NOT CHECKED"),
        *("ORIGINS", "BEFORE", "AFTER", "CARRIES", "NOTES"),
    ]


def test_the_card_says_who_said_it_first_and_what_was_not_checked(tmp_path: Path) -> None:
    shown = first(load(BRIEFING, tmp_path), "r-globe")
    assert field(shown, "SAY") == "According to an article, citing Globe: It is a trap."
    assert field(shown, "WORDS") == "The Globe wrote that it is a trap."
    assert field(shown, "CHECKED") == "✓ word for word in our copy, line 3, sentence 2"
    assert field(shown, "NOT CHECKED") == "whether Globe said it: the text is not held"
    assert field(shown, "ORIGINS") == "1 (an article)"
    assert field(shown, "BEFORE") == "Seoul joined on May 5."
    assert field(shown, "AFTER") == "Nobody knows why."


def test_when_it_was_is_said_with_the_words_of_the_source_and_the_cutoff(tmp_path: Path) -> None:
    document = load(BRIEFING, tmp_path)
    assert field(first(document, "e-entry"), "WHEN").split("\n") == [
        "[2022] May 5; the source says “May 5”",
        "year inferred: The year of the article.",
        "as of June 2022 (month inferred)",
        "the source itself is undated",
    ]
    assert field(first(document, "c-joined"), "WHEN").startswith("not dated\n")


def test_what_an_excerpt_carries_reaches_up_to_the_bottom_line(tmp_path: Path) -> None:
    carries = field(first(load(BRIEFING, tmp_path), "c-joined"), "CARRIES").split("\n")
    assert carries == [
        "claim c-joined: Seoul is in.",
        "claim c-both: It is in.",
        "event e-entry: Seoul joins",
        "speaks for judgment j1: Beijing will likely stay silent.",
        "the bottom line",
    ]
    against = field(first(load(BRIEFING, tmp_path), "r-globe"), "CARRIES")
    assert "speaks against judgment j1" in against


def test_a_room_sees_no_judgment_carried_and_no_notes(tmp_path: Path) -> None:
    shown = first(in_room(load(BRIEFING, tmp_path)), "c-joined")
    assert "j1" not in text(shown)
    assert "bottom line" not in text(shown)
    assert "NOTES" not in labels(first(in_room(load(BRIEFING, tmp_path)), "r-globe"))


def test_several_excerpts_are_numbered(tmp_path: Path) -> None:
    shown = see(load(BRIEFING, tmp_path), View.EVIDENCE, "c-both")
    asides = [plain(each.aside) for each in shown if isinstance(each, Card)]
    assert asides == ["excerpt 1 of 2", "excerpt 2 of 2"]
    assert items(shown) == ["x-joined", "x-false"]


def test_an_excerpt_that_does_not_exist_is_reported(tmp_path: Path) -> None:
    claim = {"id": "c-1", "text": "So it is.", "cites": ["x-none"]}
    panes = [{"role": "background", "sections": [{"claims": [claim]}]}]
    shown = see(load(changed(panes=panes), tmp_path), View.EVIDENCE, "c-1")
    assert "✗ no excerpt is called “x-none”" in text(shown)


def test_an_assumption_rests_on_no_source_and_says_so(tmp_path: Path) -> None:
    shown = first(load(BRIEFING, tmp_path), "c-guess")
    assert field(shown, "SAY") == "It will stay."
    assert field(shown, "CHECKED") == "an assumption: it rests on no source"


def test_a_silence_without_excerpts_shows_its_search_scope(tmp_path: Path) -> None:
    shown = first(load(BRIEFING, tmp_path), "r-silence")
    assert field(shown, "CHECKED").startswith("looked for in the ministry's website")


def test_a_silence_that_the_source_reports_is_not_quotable_as_the_silent_ones_words(
    tmp_path: Path,
) -> None:
    reaction = {
        "id": "r-1",
        "actor": "beijing",
        "form": "no-statement",
        "text": "Nothing was said.",
    }
    panes = [{"role": "reactions", "reactions": [{**reaction, "cites": ["x-joined"]}]}]
    shown = first(load(changed(panes=panes), tmp_path), "r-1")
    assert field(shown, "QUOTABLE?").split("\n") == [
        "Yes, as the words of an article.",
        "Not as the words of Beijing.",
    ]
    assert field(shown, "NOT CHECKED").endswith("we have not searched for one")


def test_a_point_is_never_attributed_to_the_source(tmp_path: Path) -> None:
    gap = {"id": "g-1", "text": "Why it joined.", "cites": ["x-joined"]}
    document = load(changed(panes=[{"role": "outlook", "gaps": [gap]}]), tmp_path)
    said = field(first(document, "g-1"), "SAY")
    assert said == "Ours, on the ground of an article: Why it joined."


def test_a_judgment_shows_what_speaks_for_and_against_it(tmp_path: Path) -> None:
    shown = see(load(BRIEFING, tmp_path), View.EVIDENCE, "j1")
    assert headings(shown) == ["SUPPORTED BY", "CONTRADICTED BY"]
    assert items(shown) == ["j1", "c-joined", "r-globe"]


def test_room_mode_shows_neither_judgments_nor_their_parts(tmp_path: Path) -> None:
    document = load(BRIEFING, tmp_path)
    for key in ("j1", "j1-gap", "n-trap"):
        (notice,) = see(in_room(document), View.EVIDENCE, key)
        assert isinstance(notice, Notice)
        assert text(notice) == f"There is nothing called “{key}” here."


def test_an_actor_a_source_a_note_and_an_excerpt_have_evidence_of_their_own(tmp_path: Path) -> None:
    document = load(BRIEFING, tmp_path)
    assert plain(first(document, "globe").title) == "Globe, newspaper"
    assert "Globe, comment — not held" in field(first(document, "article"), "REPORTS")
    assert field(first(document, "n-trap"), "NOTE") == "at “a trap”: A strong word."
    assert field(first(document, "x-glad"), "SAY").startswith(
        "According to an article, quoting Ministry:"
    )


def test_a_pane_says_that_its_items_have_evidence(tmp_path: Path) -> None:
    shown = see(load(BRIEFING, tmp_path), View.EVIDENCE, "background")
    assert text(shown) == "A pane rests on its items; each has its own evidence."


def test_the_evidence_for_a_problem_is_its_place_and_its_line(tmp_path: Path) -> None:
    document = load(BRIEFING, tmp_path)
    number = next(
        index for index, each in enumerate(document.problems, 1) if each.code == "quote-not-found"
    )
    shown = card(see(document, View.EVIDENCE, f"problem:{number}"), f"problem:{number}")
    assert {"WHAT", "WHERE", "LINE", "MORE"} <= set(labels(shown))
    assert "briefing check --explain quote-not-found" in text(shown)


def first(document: Document, key: str, options: Options = ALL) -> Card:
    """The first card of the evidence for an item."""
    shown = see(document, View.EVIDENCE, key, options)
    return next(each for each in shown if isinstance(each, Card))

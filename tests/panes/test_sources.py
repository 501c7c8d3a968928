"""The sources pane, with everything that no other pane shows."""

from pathlib import Path

from tests.panes.reading import card, changed, field, headings, in_room, labels, load, pane, text
from tests.panes.small import BRIEFING


def test_the_card_of_a_source_describes_it_and_lists_what_was_left_out(tmp_path: Path) -> None:
    source = {
        **BRIEFING["sources"][0],
        "title": "Title of it",
        "descriptor": "A text.",
        "reliability": "F",
        "basis": "Unknown.",
        "origin_group": "wire",
    }
    shown = card(pane(load(changed(sources=[source]), tmp_path), "sources"), "article")
    assert field(shown, "RELIABILITY") == "F, reliability cannot be judged: Unknown."
    assert field(shown, "AUTHOR") == "unknown"
    assert field(shown, "ISSUED") == "undated"
    assert field(shown, "ORIGIN") == "wire"
    assert field(shown, "REPORTS") == "Globe, comment — not held"
    assert field(shown, "EXCERPTS") == "3 word for word in our copy · 1 NOT in our copy"
    assert field(shown, "BOILERPLATE") == "Read our cookies policy."
    assert field(shown, "LEFT OUT") == "“Nobody knows why.” — It adds nothing."


def test_a_copy_is_said_to_be_unchanged_changed_unpinned_or_not_held(tmp_path: Path) -> None:
    assert "not pinned" in copy_field(tmp_path)
    assert "changed since" in copy_field(tmp_path, sha256="0" * 64)
    assert "not readable" in copy_field(tmp_path, file="none.txt")


def test_checks_overruled_are_listed_with_their_reasons_and_not_in_a_room(tmp_path: Path) -> None:
    allow = [{"rule": "single-origin", "on": ["j1"], "reason": "There is no other."}]
    document = load(changed(allow=allow), tmp_path)
    assert "There is no other." in text(pane(document, "sources"))
    assert "There is no other." not in text(pane(in_room(document), "sources"))


def test_notes_on_what_shows_none_are_listed_at_the_end(tmp_path: Path) -> None:
    notes = [*BRIEFING["notes"], {"id": "n-2", "on": ["n-trap"], "text": "A note on a note."}]
    document = load(changed(notes=notes), tmp_path)
    assert headings(pane(document, "sources"))[-1] == "FURTHER NOTES"
    assert text(pane(document, "sources")).count("A strong word.") == 0


def test_what_is_left_out_of_an_undeclared_source_is_not_lost(tmp_path: Path) -> None:
    coverage = {"elsewhere": {"skipped": [{"exact": "A sentence.", "reason": "It is long."}]}}
    assert "It is long." in text(pane(load(changed(coverage=coverage), tmp_path), "sources"))


def test_a_source_without_further_words_has_no_empty_fields(tmp_path: Path) -> None:
    document = load(changed(sources=[{"id": "article"}], coverage={}), tmp_path)
    shown = card(pane(document, "sources"), "article")
    assert labels(shown) == ["AUTHOR", "ISSUED", "COPY", "EXCERPTS"]


def copy_field(folder: Path, **fields: str) -> str:
    source = {**BRIEFING["sources"][0], **fields}
    return field(card(pane(load(changed(sources=[source]), folder), "sources"), "article"), "COPY")

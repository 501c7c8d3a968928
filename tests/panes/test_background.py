"""Background panes: sections of claims, then the time line."""

from pathlib import Path

from tests.panes.reading import changed, entry, headings, in_room, items, load, pane, text
from tests.panes.small import ARTICLE, BRIEFING
from tui.blocks import Heading, TimelineRow, plain
from tui.places import Filter, Options


def test_claims_are_under_their_headings_and_the_time_line_comes_last(tmp_path: Path) -> None:
    shown = pane(load(BRIEFING, tmp_path), "background")
    assert headings(shown) == ["Background", "Entry", "TIME LINE"]
    assert items(shown) == ["c-joined", "c-both", "c-guess", "e-entry"]


def test_a_time_line_reads_as_one_with_inferred_parts_in_brackets(tmp_path: Path) -> None:
    row = pane(load(BRIEFING, tmp_path), "background")[-1]
    assert isinstance(row, TimelineRow)
    assert [plain(row.when), plain(row.title), plain(row.aside)] == [
        "[2022] May 5",
        "Seoul joins",
        "occurred",
    ]
    assert [plain(line) for line in row.details] == [
        "✓ verbatim · 1 excerpt, 1 origin · “May 5”",
        "year inferred: The year of the article.",
    ]


def test_a_claim_says_how_what_it_cites_is_verified(tmp_path: Path) -> None:
    shown = pane(load(BRIEFING, tmp_path), "background")
    assert text(entry(shown, "c-joined").details) == "✓ verbatim · 1 excerpt, 1 origin"
    assert text(entry(shown, "c-both").details) == (
        "✓ verbatim · ✗ NOT in our copy · 2 excerpts, 1 origin"
    )


def test_an_assumption_is_marked_as_one(tmp_path: Path) -> None:
    claim = entry(pane(load(BRIEFING, tmp_path), "background"), "c-guess")
    assert plain(claim.label) == "ASSUMPTION"
    assert not claim.details


def test_a_claim_without_a_source_has_a_remark(tmp_path: Path) -> None:
    panes = [{"role": "background", "sections": [{"claims": [{"id": "c-1", "text": "So it is."}]}]}]
    claim = entry(pane(load(changed(panes=panes), tmp_path), "background"), "c-1")
    assert text(claim.details) == "no source cited"


def test_credibility_is_said_in_words_and_a_reported_likelihood_has_no_band(tmp_path: Path) -> None:
    graded = {
        "id": "c-1",
        "text": "So it is.",
        "credibility": 3,
        "basis": "Said twice.",
        "reported_likelihood": "likely",
        "marking": "TLP:CLEAR",
        "cites": ["x-joined"],
    }
    panes = [{"role": "background", "sections": [{"claims": [graded]}]}]
    copy = ARTICLE.replace("Seoul joined", "It is likely that Seoul joined")
    claim = entry(pane(load(changed(panes=panes), tmp_path, copy), "background"), "c-1")
    assert [plain(line) for line in claim.details] == [
        "✓ verbatim · 1 excerpt, 1 origin · the source’s word: “likely”",
        "credibility 3, possibly true: Said twice.",
    ]
    assert claim.marking == "TLP:CLEAR"
    assert claim.refs == ("x-joined",)


def test_words_that_the_source_does_not_have_are_not_shown_as_its_words(tmp_path: Path) -> None:
    cites = ["x-joined"]
    when = {"stated": ["May 5", "June 3"], "date": "2022-05-05", "inferred": ["year"]}
    undated = {"stated": "June 3", "undated": True}
    claims = [
        {"id": "c-1", "text": "So it is.", "reported_likelihood": "likely", "cites": cites},
        {"id": "c-2", "text": "So it is.", "when": when, "cites": cites},
        {"id": "c-3", "text": "So it is.", "when": undated, "cites": cites},
    ]
    notes = [{"id": "n-1", "on": ["c-3"], "at": "June 3", "text": "So it reads."}]
    panes = [{"role": "background", "sections": [{"claims": claims}]}]
    shown = pane(load(changed(panes=panes, notes=notes), tmp_path), "background")
    missing = "is NOT in the passage of our copy"
    stands = "✓ verbatim · 1 excerpt, 1 origin"
    assert [plain(entry(shown, id).details[0]) for id in ("c-1", "c-2", "c-3")] == [
        f"{stands} · reported likelihood “likely” {missing}",
        f"{stands} · “May 5” · stated “June 3” {missing}",
        f"{stands} · stated “June 3” {missing}",
    ]
    assert plain(entry(shown, "c-3").aside) == "undated"
    assert plain(entry(shown, "c-3").details[-1]) == f"Note: at “June 3” {missing}: So it reads."


def test_the_filter_keeps_what_rests_on_verbatim_words_alone(tmp_path: Path) -> None:
    shown = pane(load(BRIEFING, tmp_path), "background", Options(Filter.VERIFIED))
    assert items(shown) == ["c-joined", "e-entry"]
    assert isinstance(shown[0], Heading)
    assert plain(shown[0].aside) == "2 items, 2 hidden"


def test_the_filter_drops_the_heading_of_a_section_that_it_empties(tmp_path: Path) -> None:
    guess = {
        "heading": "Guesses",
        "claims": [{"id": "c-1", "text": "It is.", "kind": "assumption"}],
    }
    document = load(changed(panes=[{"role": "background", "sections": [guess]}]), tmp_path)
    assert "Guesses" not in headings(pane(document, "background", Options(Filter.VERIFIED)))
    assert "Guesses" in headings(pane(document, "background", Options(Filter.UNVERIFIED)))


def test_room_mode_does_not_show_that_items_are_hidden(tmp_path: Path) -> None:
    shown = pane(in_room(load(BRIEFING, tmp_path)), "background", Options(Filter.VERIFIED))
    assert isinstance(shown[0], Heading)
    assert plain(shown[0].aside) == "2 items"

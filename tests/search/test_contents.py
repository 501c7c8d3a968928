"""Contents and summaries of briefings, as the index stores them."""

from tests.reading.sessions import seed, small
from tui.blocks import plain
from tui.library.listing import entry
from tui.search.contents import (
    contents,
    contents_from_json,
    contents_to_json,
    summary_from_json,
    summary_to_json,
)
from tui.search.summary import BriefingSummary, summarize


def test_contents_and_summaries_are_read_as_they_were_written() -> None:
    for document in (small(), seed()):
        found = contents(document, "a/path.yaml")
        assert contents_from_json(contents_to_json(found), "a/path.yaml") == found
        summary = summarize(document, "a/path.yaml")
        assert summary_from_json(summary_to_json(summary)) == summary


def test_a_snippet_has_text_speaker_date_and_pane() -> None:
    by_id = {each.entry.id: each for each in contents(small(), "x").snippets}
    reaction = by_id["r-globe"]
    assert (reaction.speaker, reaction.text, reaction.pane) == (
        "Globe",
        "It is a trap.",
        "Reactions",
    )
    assert by_id["e-entry"].when.startswith("[2022] May 5")
    assert all(each.entry.briefing == "x" for each in by_id.values())


def test_a_point_has_the_label_of_its_list_as_it_is_no_fact() -> None:
    by_id = {each.entry.id: each.text for each in contents(small(), "x").snippets}
    assert by_id["j1-word"].startswith("would change it (j1): ")
    assert by_id["g-why"] == "not known: Why it joined."


def test_a_summary_counts_verified_excerpts() -> None:
    summary = summarize(small(), "x")
    assert (summary.excerpts, summary.verbatim) == (4, 3)
    assert entry(summary).item == "x"


def test_an_entry_says_only_what_there_is() -> None:
    shown = entry(BriefingSummary(path="x", errors=1, warnings=2))
    assert [*map(plain, shown.details)] == ["x", "1 error · 2 warnings"]
    assert [*map(plain, entry(BriefingSummary(path="x")).details)] == ["x"]

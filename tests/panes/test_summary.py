"""The summary: the bottom line, the judgments and their foundation."""

from pathlib import Path

from tests.panes.reading import changed, entry, headings, in_room, load, pane, text
from tests.panes.small import BRIEFING
from tui.blocks import Paragraph, Style, plain


def test_the_summary_says_first_what_matters_most(tmp_path: Path) -> None:
    shown = pane(load(BRIEFING, tmp_path), "summary")
    assert headings(shown)[:3] == [
        "BOTTOM LINE",
        "OUR JUDGMENTS (not the source's)",
        "WHAT IT ALL RESTS ON",
    ]
    bottom_line = shown[1]
    assert isinstance(bottom_line, Paragraph)
    assert bottom_line.kind == "bottom-line"
    assert plain(bottom_line.text) == "Seoul has joined. [j1]"


def test_a_judgment_has_its_band_its_confidence_and_its_balance(tmp_path: Path) -> None:
    judgment = entry(pane(load(BRIEFING, tmp_path), "summary"), "j1")
    assert judgment.text[0].style is Style.OURS
    assert [plain(line) for line in judgment.details] == [
        "likely = 55–80 % · confidence LOW: One article.",
        "for 1 · against 1",
        "rests on: ✓ verbatim · 1 excerpt, 1 origin",
        "would change it: An official word.",
        "open: Nobody was asked.",
    ]


def test_a_judgment_names_those_whose_words_it_rests_on_without_their_being_held(
    tmp_path: Path,
) -> None:
    unnamed = {
        **{"id": "x-unnamed", "source": "article", "voice": "indirect"},
        "chain": [{"unnamed": True, "cue": "Nobody"}],
        "exact": "Nobody knows why.",
    }
    claim = {"id": "c-1", "text": "So.", "cites": ["x-trap", "x-unnamed"]}
    judgment = {**BRIEFING["key_judgments"][0], "supported_by": ["c-1"]}
    briefing = changed(
        panes=[{"role": "background", "sections": [{"claims": [claim]}]}],
        key_judgments=[judgment],
        excerpts=[*BRIEFING["excerpts"], unnamed],
    )
    told = entry(pane(load(briefing, tmp_path), "summary"), "j1").details
    assert plain(told[2]) == (
        "rests on: ✓ verbatim · 2 excerpts, 1 origin · "
        "not held, only reported: words of Globe, somebody unnamed"
    )


def test_a_likelihood_off_the_scale_gets_no_band(tmp_path: Path) -> None:
    judgments = [{"id": "j1", "text": "It will maybe stay.", "likelihood": "maybe"}]
    judgment = entry(pane(load(changed(key_judgments=judgments), tmp_path), "summary"), "j1")
    assert text(judgment.details).split("\n") == [
        "maybe: not a term of ICD 203",
        "for 0 · against not stated",
        "rests on: no excerpt",
    ]


def test_what_it_rests_on_is_counted_by_how_it_is_verified(tmp_path: Path) -> None:
    told = text(pane(load(BRIEFING, tmp_path), "summary"))
    assert "1 source: an article, author unknown." in told
    assert "4 excerpts · 3 word for word in our copy · 1 NOT in our copy" in told
    assert "Direct quotations: 1 (Ministry). In Reactions: none." in told
    assert "Not held: Globe, comment." in told


def test_a_briefing_on_nothing_says_so(tmp_path: Path) -> None:
    document = load({"format": "briefing/1", "id": "a", "title": "A", "panes": []}, tmp_path)
    told = text(pane(document, "summary"))
    assert "No source is declared." in told
    assert "Direct quotations: none." in told


def test_the_summary_shows_agenda_and_revisions(tmp_path: Path) -> None:
    meeting = {
        "starts": "2022-06-01T10:00",
        "minutes": 20,
        "agenda": [
            {"show": "j1", "minutes": 5, "must_cover": True},
            {"show": "background"},
        ],
    }
    revisions = [
        {"date": "2022-06-10", "type": "revision", "significance": "minor", "reason": "A name."}
    ]
    told = text(pane(load(changed(meeting=meeting, revisions=revisions), tmp_path), "summary"))
    assert "AGENDA (2022-06-01T10:00, 20 minutes)" in told
    assert "Beijing will likely stay silent. · 5 min · must cover" in told
    assert "10 June 2022 revision, minor: A name." in told


def test_room_mode_shows_neither_judgments_nor_the_bottom_line(tmp_path: Path) -> None:
    meeting = {"agenda": [{"show": "j1"}, {"show": "background", "must_cover": True}]}
    shown = pane(in_room(load(changed(meeting=meeting), tmp_path)), "summary")
    assert headings(shown) == ["WHAT IT ALL RESTS ON", "THIS BRIEFING", "AGENDA"]
    assert "must cover" not in text(shown)
    assert "j1" not in text(shown)

"""Reactions: grouped by subject, with stance and form in words."""

from pathlib import Path
from typing import Any

import pytest

from tests.panes.reading import changed, entry, headings, in_room, items, load, pane, text
from tests.panes.small import BRIEFING
from tui.blocks import plain
from tui.places import Options


def test_each_reaction_is_listed_once_under_its_first_subject(tmp_path: Path) -> None:
    shown = pane(load(BRIEFING, tmp_path), "reactions")
    assert headings(shown) == ["Reactions", "ABOUT: Seoul joins", "ABOUT: The summit"]
    assert items(shown) == ["r-globe", "r-again", "r-silence"]


def test_a_claim_as_subject_gives_its_section_heading_to_the_group(tmp_path: Path) -> None:
    pact = {"heading": "The pact", "claims": [{"id": "c-pact", "text": "They signed one."}]}
    cheer = {"actor": "globe", "form": "commentary", "about": ["c-pact"], "text": "Well done."}
    panes = [
        {"role": "background", "sections": [pact]},
        {"role": "reactions", "reactions": [cheer]},
    ]
    assert "ABOUT: The pact" in headings(pane(load(changed(panes=panes), tmp_path), "reactions"))


def test_notes_on_a_reaction_are_shown_or_counted(tmp_path: Path) -> None:
    notes = [{"on": ["r-globe"], "text": "A word of ours."}, {"on": ["r-globe"], "text": "More."}]
    document = load(changed(notes=notes), tmp_path)
    full = text(entry(pane(document, "reactions"), "r-globe").details)
    counted = text(entry(pane(document, "reactions", Options(notes=False)), "r-globe").details)
    assert "Note: A word of ours." in full
    assert "A word of ours" not in counted
    assert "2 notes" in counted


def test_a_reaction_shows_actor_form_and_addressees(tmp_path: Path) -> None:
    reaction = entry(pane(load(BRIEFING, tmp_path), "reactions"), "r-globe")
    assert (plain(reaction.label), plain(reaction.name)) == ("[-] CRITICAL", "Globe")
    assert [plain(line) for line in reaction.details] == [
        "newspaper; state media; toward Seoul ([=] neutral), Ministry",
        "also about: Background",
        "✓ verbatim · 1 excerpt, 1 origin · paraphrase",
    ]


def test_silence_is_shown_with_its_search_scope(tmp_path: Path) -> None:
    silence = entry(pane(load(BRIEFING, tmp_path), "reactions"), "r-silence")
    assert plain(silence.label) == "[ ] SILENCE"
    assert "looked for in the ministry's website, until 1 June 2022" in text(silence.details)


@pytest.mark.parametrize(
    ("stance", "label"),
    [
        ("supportive", "[+] SUPPORTIVE"),
        ("conciliatory", "[+] CONCILIATORY"),
        ("neutral", "[=] NEUTRAL"),
        ("critical", "[-] CRITICAL"),
        ("hostile", "[!] HOSTILE"),
        ("unclear", "[?] UNCLEAR"),
    ],
)
def test_a_stance_has_a_glyph_and_a_word(stance: str, label: str, tmp_path: Path) -> None:
    reaction = entry(pane(load(reacting(stance=stance), tmp_path), "reactions"), "r-1")
    assert plain(reaction.label) == label


def test_stances_are_said_to_be_our_reading(tmp_path: Path) -> None:
    shown = pane(load(BRIEFING, tmp_path), "reactions")
    assert text(shown[-1]) == "Stance is our reading, not the speaker’s word."


def test_a_room_sees_no_stance_and_no_word_about_stances(tmp_path: Path) -> None:
    seen = text(pane(in_room(load(BRIEFING, tmp_path)), "reactions")).casefold()
    assert "[ ] silence" in seen
    for word in ("critical", "conciliatory", "neutral", "stance", "[-]", "[+]", "our reading"):
        assert word not in seen


def test_a_reaction_is_grouped_under_the_first_subject_that_exists(tmp_path: Path) -> None:
    shown = pane(load(reacting(about=["nothing", "reactions"]), tmp_path), "reactions")
    assert headings(shown)[1] == "ABOUT: Reactions"
    shown = pane(load(reacting(about=[]), tmp_path), "reactions")
    assert headings(shown)[1] == "ABOUT NOTHING THAT IS NAMED"


def test_intermediate_speakers_are_named(tmp_path: Path) -> None:
    chain = [{"agent": "globe", "cue": "wrote"}, {"agent": "ministry", "cue": "said"}]
    told = {**BRIEFING["excerpts"][2], "chain": chain, "voice": "indirect"}
    briefing = {**reacting(cites=["x-glad"], on_behalf_of="seoul"), "excerpts": [told]}
    reaction = entry(pane(load(briefing, tmp_path), "reactions"), "r-1")
    assert "on behalf of Seoul" in text(reaction.details)
    assert "paraphrase · by way of Globe" in text(reaction.details)


def reacting(**fields: Any) -> dict[str, Any]:
    """The small briefing with one pane and one reaction in it."""
    plainly = {"id": "r-1", "actor": "globe", "form": "commentary", "text": "Hm."}
    return changed(panes=[{"role": "reactions", "reactions": [{**plainly, **fields}]}])

"""JSON: the fields as they were read, and what was found."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.render.drawn import controls, document, printout
from tui.diagnostics import Diagnostic, Severity, Span
from tui.frozen import replace
from tui.model.briefing import BackgroundPane, Briefing, Section
from tui.model.document import Copy, DiffKind, Document, Passage, Verification, VerificationState
from tui.model.items import Claim, Judgment
from tui.model.sources import Excerpt, Source
from tui.render.json import render
from tui.render.printout import PageSetup

PLACE = Passage(start=10, end=15, line=3, paragraph=2, sentence=1, text="Said.")


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(), min_size=1, max_size=20))
def test_text_is_read_back_as_it_was_and_holds_no_control(text: str) -> None:
    made = printed(document(briefing(title=text)))
    assert not controls(made)
    assert json.loads(made)["title"] == text


def test_other_scripts_stay_readable() -> None:
    assert "대한민국 – “中国” é" in printed(document(briefing(title="대한민국 – “中国” é")))


@pytest.mark.parametrize(
    ("character", "escape"),
    [
        ("\x1b", r"\u001b"),
        ("\x7f", r"\u007f"),
        ("\x9b", r"\u009b"),
        ("\u202e", r"\u202e"),
        ("\u2028", r"\u2028"),
        ("\U000e0001", r"\udb40\udc01"),
    ],
)
def test_controls_are_escaped(character: str, escape: str) -> None:
    assert f'"a{escape}b"' in printed(document(briefing(title=f"a{character}b")))


def test_fields_that_are_not_written_are_left_out() -> None:
    claim = Claim(id="c1", text="It is so.", cites=("x1",))
    pane = BackgroundPane(role="background", id="background", sections=(Section(claims=(claim,)),))
    made = read(document(briefing(panes=(pane,))))
    assert made["panes"] == [
        {
            "role": "background",
            "id": "background",
            "sections": [
                {
                    "claims": [
                        {"id": "c1", "cites": ["x1"], "text": "It is so.", "kind": "information"}
                    ]
                }
            ],
        }
    ]


def test_an_empty_list_that_says_something_stays() -> None:
    judgments = (
        Judgment(id="j1", text="So.", contradicted_by=()),
        Judgment(id="j2", text="So.", contradicted_by=None),
    )
    first, second = read(document(briefing(key_judgments=judgments)))["key_judgments"]
    assert first["contradicted_by"] == []
    assert "contradicted_by" not in second


def test_speaker_notes_are_in_no_output() -> None:
    judgment = Judgment(id="j1", text="So.", speaker_notes="smile here")
    assert "smile" not in printed(document(briefing(key_judgments=(judgment,))))


def test_an_excerpt_bears_its_verification() -> None:
    found = Verification(VerificationState.VERBATIM, PLACE, within="He said. Said.")
    assert excerpt(found) == {
        "id": "x1",
        "source": "s1",
        "exact": "Said.",
        "state": "verbatim",
        "start": 10,
        "end": 15,
        "line": 3,
        "paragraph": 2,
        "sentence": 1,
    }


def test_a_normalised_excerpt_bears_the_text_of_the_copy() -> None:
    place = replace(PLACE, text="Said…")
    made = excerpt(Verification(VerificationState.NORMALISED, place, folded=("quotes",)))
    assert (made["text"], made["folded"]) == ("Said…", ["quotes"])


def test_a_mismatch_has_a_nearest_passage_and_no_place_of_its_own() -> None:
    difference = ((DiffKind.YOURS, "Said"), (DiffKind.THEIRS, "Sad"))
    made = excerpt(Verification(VerificationState.MISMATCH, PLACE, difference=difference))
    assert "line" not in made
    assert made["nearest"]["line"] == 3
    assert made["difference"] == [
        {"change": "yours", "text": "Said"},
        {"change": "theirs", "text": "Sad"},
    ]


def test_an_excerpt_without_a_copy_is_unchecked() -> None:
    assert read(printout().document)["excerpts"][0]["state"] == "unchecked"


def test_a_source_bears_the_digest_of_its_copy() -> None:
    held = replace(printout().document, copies={"s1": Copy("Said.", "ab12")})
    assert read(held)["sources"][0]["sha256_found"] == "ab12"


def test_problems_have_their_place() -> None:
    problem = Diagnostic("unknown-key", Severity.ERROR, "Which?", Span(3, 7, 2), item="c1")
    made = read(replace(document(briefing()), problems=(problem,), sha256="cd34"))
    assert made["problems"] == [
        {
            "code": "unknown-key",
            "severity": "error",
            "message": "Which?",
            "line": 3,
            "column": 7,
            "length": 2,
            "item": "c1",
        }
    ]
    assert made["sha256"] == "cd34"


def excerpt(found: Verification) -> dict[str, Any]:
    said = Excerpt(id="x1", source="s1", exact="Said.")
    shown = briefing(excerpts=(said,), sources=(Source(id="s1"),))
    made = read(replace(document(shown), verifications={"x1": found}))
    (only,) = made["excerpts"]
    assert isinstance(only, dict)
    return only


def briefing(**fields: Any) -> Briefing:
    made: dict[str, Any] = {"format": "briefing/1", "id": "b", "title": "B", "panes": (), **fields}
    return Briefing(**made)


def read(shown: Document) -> dict[str, Any]:
    made = json.loads(printed(shown))
    assert isinstance(made, dict)
    return made


def printed(shown: Document) -> str:
    return "\n".join(render(replace(printout(), document=shown), PageSetup(80, color=False)))

"""Between quotation marks stands what is quoted: in excerpts both marks, in own prose the words."""

from pathlib import Path

import pytest

from tests.checks.briefings import found, load, marked, messages

EXCERPTS = (
    "excerpts:\n"
    "  - {id: x-partner, exact: South Korea is a NATO global partner}\n"
    "  - {id: x-globe, exact: often referred to as “partners across the globe”}\n"
    "sources:\n  - {id: article, file: article.txt, short: an undated article,\n"
    "     derived_from: [{text: “Global Times” article}]}\n"
)


def claim(text: str, cites: str = "x-partner") -> str:
    return (
        "panes:\n  - role: issue\n    sections:\n      - claims:\n"
        f"          - text: §{text}\n            cites: [{cites}]\n{EXCERPTS}"
    )


@pytest.mark.parametrize(
    "text",
    [
        "It is a “close ally” of NATO.",
        'It is a "close ally" of NATO.',
        "It is a ‘close ally’ of NATO.",
        "It is a 'close ally' of NATO.",
        "It is a «close ally» of NATO.",
        "It is a “NATO global part” of it.",
        "It is a “NATO … ally” of it.",
        "It is a “partner global” of it.",
    ],
)
def test_words_that_no_cited_excerpt_holds_are_found(text: str, tmp_path: Path) -> None:
    whole = claim(text)
    assert found(load(whole, tmp_path)) == marked(whole, "unverified-quotation-marks")


@pytest.mark.parametrize(
    "text",
    [
        "It is a “global partner” of NATO.",
        'It is a "global partner" of NATO.',
        "It is a ‘Global partner’ of NATO.",
        "It is a “NATO … partner.”",
        "It is a “NATO [...] partner” now.",
        "“[It] is a NATO global partner”, it says.",
        "It is the ministers’ and the states' own.",
        "It was 5' 10\" tall.",
    ],
)
def test_words_that_the_excerpt_holds_may_be_quoted(text: str, tmp_path: Path) -> None:
    assert found(load(claim(text).replace("§", ""), tmp_path)) == []


def test_the_excerpt_that_holds_them_is_named(tmp_path: Path) -> None:
    text = claim("Such are “partners across the globe”.")
    document = load(text, tmp_path)
    assert found(document) == marked(text, "unverified-quotation-marks")
    assert "it stands in x-globe. Cite x-globe" in messages(document)[0]
    both = claim("Such are “partners across the globe”.", "x-partner, x-globe").replace("§", "")
    assert found(load(both, tmp_path)) == []


def test_declared_names_may_stand_in_marks(tmp_path: Path) -> None:
    text = claim("The “Five Eyes” and the “Global Times” article.").replace("§", "")
    five = "  - {id: eyes, name: The Group, also: Five Eyes, kind: group, cites: [x-globe]}\n"
    named = text.replace("“Global Times” article.", "“The Group”.")
    panes = named.replace("panes:", "panes:\n  - {role: actors}")
    assert found(load(f"actors:\n{five}{panes}", tmp_path)) == []


@pytest.mark.parametrize(
    "fragment",
    [
        "bottom_line: §It is a “close ally”.",
        "source_summary: §It is a “close ally”.",
        "key_judgments: [{id: j1, text: §It is a “close ally”.}]",
        "key_judgments: [{id: j1, text: It is so., basis: §It is a “close ally”.}]",
        "key_judgments: [{id: j1, text: It is so., gaps: [§It is a “close ally”.]}]",
        "panes: [{role: issue, sections: [{heading: §The “close ally”, claims: []}]}]",
        "panes: [{role: issue, timeline: [{title: §The “close ally”}]}]",
        "panes: [{role: issue, timeline: [{title: It is so, text: §The “close ally”}]}]",
        "panes: [{role: outlook, watch: [§The “close ally”.]}]",
    ],
)
def test_all_own_prose_is_looked_at(fragment: str, tmp_path: Path) -> None:
    text = f"{fragment}\n{EXCERPTS}"
    assert found(load(text, tmp_path)) == marked(text, "unverified-quotation-marks")


@pytest.mark.parametrize(
    "fragment",
    [
        "bottom_line: It is a “global partner”.",
        "source_summary: It is a “global partner”.",
        "notes: [{on: x-partner, text: One would say “close ally”.}]",
        "key_judgments: [{id: j1, text: It is a “global partner”., supported_by: [c1]}]\n"
        "panes: [{role: issue, sections: [{heading: The “global partner”, claims: [\n"
        "  {id: c1, text: It is so., cites: [x-partner]}]}]}]",
        "panes: [{role: issue, timeline: [{title: It is so, when: {undated: true,\n"
        "  basis: It says “soon”.}}]}]",
    ],
)
def test_what_rests_on_an_excerpt_elsewhere_and_notes_may_have_marks(
    fragment: str, tmp_path: Path
) -> None:
    assert found(load(f"{fragment}\n{EXCERPTS}", tmp_path)) == []


def test_an_excerpt_with_one_mark_is_found(tmp_path: Path) -> None:
    text = "excerpts: [{id: x1, exact: §'the scope of joint training,”'}]"
    document = load(text, tmp_path)
    assert found(document) == marked(text, "quote-unbalanced-marks")
    assert "`quotation_marks: {opening: missing}`" in messages(document)[0]


@pytest.mark.parametrize(
    ("declared", "codes"),
    [("opening", []), ("closing", ["quote-unbalanced-marks"])],
)
def test_a_mark_that_the_source_lacks_is_declared(
    declared: str, codes: list[str], tmp_path: Path
) -> None:
    text = (
        "excerpts: [{id: x1, exact: 'the scope of joint training,”',\n"
        f"  quotation_marks: {{{declared}: missing}}}}]"
    )
    assert [code for _, _, code in found(load(text, tmp_path))] == codes

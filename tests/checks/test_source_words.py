"""Texts given as a source's words are in what is cited for them."""

from pathlib import Path

import pytest

from tests.checks.briefings import found, load, marked

ATTEND = "South Korean President Yoon Suk-yeol will attend the NATO summit"


def event(stated: str, cites: str = "[x1]", exact: str = ATTEND) -> str:
    return (
        "panes:\n  - role: background\n    timeline:\n"
        f"      - {{title: A summit, when: {{stated: {stated}, undated: true}}, cites: {cites}}}\n"
        f"excerpts: [{{id: x1, exact: {exact}}}]\n"
    )


def test_a_stated_date_in_no_cited_sentence_is_reported(tmp_path: Path) -> None:
    text = event("§June 3")
    assert found(load(text, tmp_path)) == marked(text, "words-not-in-source")
    text = event("[June 29-30, §June 3]")
    assert found(load(text, tmp_path)) == marked(text, "words-not-in-source")


@pytest.mark.parametrize("stated", ["June 29-30", "June 29–30", "on  June 29-30"])
def test_a_stated_date_can_be_in_the_sentence_around_the_excerpt(
    stated: str, tmp_path: Path
) -> None:
    assert found(load(event(stated), tmp_path)) == []


def test_items_without_citations_are_not_checked(tmp_path: Path) -> None:
    text = event("June 3", "[]")
    codes = {code for _, _, code in found(load(text, tmp_path))}
    assert "words-not-in-source" not in codes
    text = "information_cutoff: {stated: June 3, undated: true}\n"
    assert found(load(text, tmp_path)) == []


def test_without_a_local_copy_nothing_is_reported(tmp_path: Path) -> None:
    text = event("June 3") + "sources: [{id: article}]\n"
    assert found(load(text, tmp_path)) == []


@pytest.mark.parametrize(("word", "codes"), [("likely", []), ("§certain", ["words-not-in-source"])])
def test_a_reported_likelihood_is_the_sources_word(
    word: str, codes: list[str], tmp_path: Path
) -> None:
    text = (
        "panes: [{role: issue, sections: [{claims: [{text: A concept is due., cites: [x1],\n"
        f"  reported_likelihood: {word}}}]}}]}}]\n"
        "excerpts: [{id: x1, exact: NATO is likely to adopt a new strategic concept}]\n"
    )
    assert found(load(text, tmp_path)) == marked(text, *codes)


@pytest.mark.parametrize(("part", "codes"), [("attend", []), ("§avoid", ["words-not-in-source"])])
def test_emphasis_is_part_of_the_excerpt(part: str, codes: list[str], tmp_path: Path) -> None:
    text = event("June 29-30", exact=f"{ATTEND}, emphasis: [{part}]")
    assert found(load(text, tmp_path)) == marked(text, *codes)


@pytest.mark.parametrize(
    ("note", "codes"),
    [
        ("on: x1, at: will attend", []),
        ("on: e1, at: will attend", []),
        ("on: article, at: South Korea is a NATO global partner", []),
        ("on: nobody, at: whatever", []),
        ("on: x1, at: §will avoid", ["words-not-in-source"]),
        ("on: e1, at: §will avoid", ["words-not-in-source"]),
        ("on: article, at: §a NATO local partner", ["words-not-in-source"]),
        ("on: x1, at: will attend, reads: §will avoid", ["words-not-in-source"]),
    ],
)
def test_a_note_quotes_existing_words(note: str, codes: list[str], tmp_path: Path) -> None:
    text = (
        event("June 29-30")
        .replace("{title", "{id: e1, title")
        .replace("excerpts", "    # \nactors: [{id: nobody, name: Nobody, kind: person}]\nexcerpts")
    )
    text = text.replace("panes:\n", "panes:\n  - role: actors\n")
    text += f"notes: [{{{note}, text: So it reads.}}]\n"
    assert found(load(text, tmp_path)) == marked(text, *codes)

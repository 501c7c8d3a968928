"""Excerpts are in the local copy; otherwise the message says what to write instead."""

from pathlib import Path

import pytest

from tests.checks.briefings import ARTICLE, found, load, marked, messages
from tui.diagnostics import Severity


def excerpt(exact: str, rest: str = "") -> str:
    return f"excerpts:\n  - id: x1\n    exact: §{exact}\n{rest}"


def test_a_different_word_is_shown_with_the_word_before_it(tmp_path: Path) -> None:
    text = excerpt("is trying to turn South Korea into a chess pawn to contain China")
    document = load(text, tmp_path)
    assert found(document) == marked(text, "quote-not-found")
    assert messages(document) == [
        "excerpt x1 differs in one word. Yours: “chess pawn”. Source, line 24: “chess piece”. "
        'Take the words of the source shown. `briefing quote FILE "…"` prints a ready excerpt.'
    ]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("'South Korea, is a NATO'", "Yours: “Korea, is”. Source, line 4: “Korea is”."),
        ("a “NATO” global partner", "Yours: “a “NATO”. Source, line 4: “a NATO”."),
    ],
)
def test_different_marks_are_shown_between_whole_words(
    typed: str, expected: str, tmp_path: Path
) -> None:
    (message,) = messages(load(excerpt(typed), tmp_path))
    assert message.startswith(f"excerpt x1 differs in its marks alone. {expected}")


def test_several_places_are_counted_and_the_first_is_shown(tmp_path: Path) -> None:
    text = excerpt("South Korea is a NATO local partner and a minor non-NATO ally")
    (message,) = messages(load(text, tmp_path))
    assert message.startswith("excerpt x1 differs in 2 words at 2 places, first here. Yours: ")
    assert "“NATO local”" in message
    assert "“NATO global”" in message


def test_an_excerpt_unlike_anything_in_the_source_is_reported_as_such(tmp_path: Path) -> None:
    text = excerpt("Quarterly earnings exceeded all forecasts")
    assert messages(load(text, tmp_path)) == [
        "excerpt x1 is not in our copy of article, nor anything like it. "
        'Look for a word of it. `briefing quote FILE "…"` prints a ready excerpt.'
    ]


def test_an_excerpt_in_place_is_not_called_by_its_generated_id(tmp_path: Path) -> None:
    text = (
        "panes: [{role: issue, sections: [{claims: [{text: It is a partner.,\n"
        "  cites: [{exact: §South Korea is a NATO local partner}]}]}]}]"
    )
    document = load(text, tmp_path)
    assert found(document) == marked(text, "quote-not-found")
    assert messages(document)[0].startswith("this excerpt differs in one word")


def test_a_prefix_or_suffix_is_suggested_for_an_ambiguous_excerpt(tmp_path: Path) -> None:
    text = excerpt("NATO summit in Spain")
    document = load(text, tmp_path)
    assert found(document) == marked(text, "quote-ambiguous")
    (message,) = messages(document)
    assert message.startswith("“NATO summit in Spain” stands in lines 4 and 32.")
    assert 'for line 32 add suffix: " on June 29-30"' in message
    settled = excerpt("NATO summit in Spain", '    suffix: " on June 29-30"\n').replace("§", "")
    assert found(load(settled, tmp_path)) == []


def test_every_suggestion_for_an_ambiguous_excerpt_resolves_it(tmp_path: Path) -> None:
    (tmp_path / "lines.txt").write_text("One told me so.\nHe told me so.\nI told me so\n", "utf-8")
    rest = "sources: [{id: article, file: lines.txt}]\n"
    exact = '"told me so"'
    (message,) = messages(load(excerpt(exact, rest), tmp_path))
    hints = message.split("add ")[1:]
    assert len(hints) == 3
    for hint in hints:
        key, _, value = hint.partition("; ")[0].rstrip(".").partition(": ")
        document = load(excerpt(exact, f"    {key}: {value}\n{rest}"), tmp_path)
        assert "quote-ambiguous" not in {problem.code for problem in document.problems}


def test_very_frequent_matches_are_counted(tmp_path: Path) -> None:
    (tmp_path / "lines.txt").write_text("It is so.\n" * 50, "utf-8")
    text = excerpt("It is so", "sources: [{id: article, file: lines.txt}]\n")
    (message,) = messages(load(text, tmp_path))
    assert message.startswith("“It is so” stands in lines 1, 2, 3, 4 and 46 more.")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("a NATO Foreign Ministers' meeting", "you typed ' where the source has ’ in “Ministers’"),
        ("beyond the Euro-Atlantic area - often", "you typed - where the source has – in"),
        ("South\u00a0Korea is a NATO global", "no-break space (U+00A0) where the source has space"),
    ],
)
def test_different_signs_are_named(typed: str, expected: str, tmp_path: Path) -> None:
    text = excerpt(typed)
    document = load(text, tmp_path)
    assert found(document) == marked(text, "quote-normalised")
    assert expected in messages(document)[0]


def test_a_different_composition_is_named(tmp_path: Path) -> None:
    (tmp_path / "café.txt").write_text("The cafe\u0301 was closed.\n", "utf-8")
    text = excerpt("The caf\u00e9 was closed", "sources: [{id: article, file: café.txt}]\n")
    document = load(text, tmp_path)
    assert found(document) == marked(text, "quote-normalised")


def test_a_changed_copy_is_reported_once_for_all_its_excerpts(tmp_path: Path) -> None:
    text = (
        f"sources: [{{id: article, file: article.txt, sha256: §{'0' * 64}}}]\n"
        "excerpts: [{id: x1, exact: a chess pawn}, {id: x2, exact: NATO}]\n"
    )
    document = load(text, tmp_path)
    assert found(document) == marked(text, "source-changed")
    assert "write sha256: " in messages(document)[0]


def test_a_pin_can_be_in_capitals(tmp_path: Path) -> None:
    from hashlib import sha256

    pin = sha256(ARTICLE.encode()).hexdigest().upper()
    text = f"sources: [{{id: article, file: article.txt, sha256: {pin}}}]"
    assert found(load(text, tmp_path)) == []


def test_an_excerpt_of_boilerplate_is_reported(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("NATO met.\nAll rights reserved.\n", "utf-8")
    source = "sources: [{id: s, file: page.txt, not_content: All rights reserved.}]\n"
    text = excerpt("All rights", source)
    document = load(text, tmp_path)
    assert found(document) == marked(text, "quote-in-boilerplate")
    assert messages(document) == ["line 2 of s is boilerplate by its `not_content`."]


def test_without_a_local_copy_excerpts_are_not_checked(tmp_path: Path) -> None:
    text = excerpt("whatever it says", "sources: [{id: article}]\n")
    assert found(load(text, tmp_path)) == []


def test_errors_in_quotations_are_errors_in_a_draft_too(tmp_path: Path) -> None:
    document = load(excerpt("a chess pawn"), tmp_path)
    assert [problem.severity for problem in document.problems] == [Severity.ERROR]

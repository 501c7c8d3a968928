"""How much of a source is used, left out, or forgotten."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.frozen import replace
from tui.load import load_text
from tui.model.coverage import SentenceUse, SourceCoverage, coverage
from tui.model.document import Copy, Document

TEXT = """\
The bridge opens

The bridge opens on Monday, said the mayor. The old ferry stops on the same day, after a hundred
years on the water. Children wave. Nobody
weeps.

We use cookies. Accept
"""
BRIEFING = """\
format: briefing/1
id: bridge
title: The bridge
panes: [{role: issue}]
actors: [{id: mayor, name: The mayor, kind: person}]
sources:
  - {id: paper, file: paper.txt, not_content: We use cookies. Accept}
excerpts:
%s
coverage:
  paper:
    skipped:
%s
"""


def examine(folder: Path, excerpts: str, skipped: str = "      []") -> SourceCoverage:
    (folder / "paper.txt").write_text(TEXT, "utf-8")
    document = load_text((BRIEFING % (excerpts, skipped)).encode(), "bridge.yaml", folder=folder)
    return coverage(document, document.briefing.sources[0])


def states(found: SourceCoverage) -> list[SentenceUse]:
    return [each.state for each in found.sentences]


def test_a_sentence_is_used_in_part_or_whole_left_out_or_forgotten(tmp_path: Path) -> None:
    found = examine(
        tmp_path,
        "  - {id: x1, exact: The bridge opens on Monday}\n  - {id: x2, exact: The old ferry}",
        "      - {exact: Children wave., reason: It is of no weight.}",
    )
    assert states(found) == [
        SentenceUse.UNCOVERED,
        SentenceUse.USED,
        SentenceUse.PARTLY,
        SentenceUse.SKIPPED,
        SentenceUse.UNCOVERED,
        SentenceUse.BOILERPLATE,
        SentenceUse.BOILERPLATE,
    ]
    assert [each.excerpts for each in found.sentences[:4]] == [(), ("x1",), ("x2",), ()]
    assert found.sentences[3].reason == "It is of no weight."
    assert [each.line for each in found.sentences] == [1, 3, 3, 4, 4, 7, 7]
    assert found.count(SentenceUse.UNCOVERED) == 2


def test_a_sentence_goes_on_where_its_line_was_broken_off(tmp_path: Path) -> None:
    texts = [each.text for each in examine(tmp_path, "  []").sentences]
    assert "The old ferry stops on the same day, after a hundred\nyears on the water." in texts
    assert "Nobody\nweeps." in texts
    assert "The bridge opens" in texts


def test_a_cue_covers_its_words_too(tmp_path: Path) -> None:
    short = "  - {id: x1, exact: opens on Monday%s}"
    chain = ", chain: [{agent: mayor, cue: said the mayor}]"
    assert states(examine(tmp_path, short % ""))[1] is SentenceUse.PARTLY
    assert states(examine(tmp_path, short % chain))[1] is SentenceUse.USED


def test_excerpts_that_are_not_in_the_copy_or_twice_in_it_cover_nothing(tmp_path: Path) -> None:
    found = examine(tmp_path, "  - {id: x1, exact: Nobody laughs}\n  - {id: x2, exact: The bridge}")
    assert all(not each.excerpts for each in found.sentences)
    assert found.percent == 0


def test_what_is_left_out_and_not_there_is_told_by_its_number(tmp_path: Path) -> None:
    skipped = (
        "      - {exact: Children wave., reason: Why.}\n      - {exact: Dogs bark., reason: Why.}"
    )
    assert examine(tmp_path, "  []", skipped).absent == (1,)


def test_per_cents_are_of_the_words_of_the_content(tmp_path: Path) -> None:
    found = examine(
        tmp_path,
        "  - id: x1\n    exact: The bridge opens on Monday, said the mayor.",
        "      - {exact: Children wave., reason: Why.}",
    )
    assert found.percent == round(100 * 8 / 30)
    assert found.percent_accounted_for == round(100 * 10 / 30)


def test_without_a_copy_there_is_nothing_to_cover() -> None:
    text = BRIEFING % ("  []", "      []")
    document = load_text(text.encode(), "bridge.yaml", folder=None)
    found = coverage(document, document.briefing.sources[0])
    assert found.sentences == ()
    assert found.percent == 100


@pytest.fixture(name="document", scope="module")
def document_fixture(tmp_path_factory: pytest.TempPathFactory) -> Document:
    folder = tmp_path_factory.mktemp("coverage")
    (folder / "paper.txt").write_text(TEXT, "utf-8")
    excerpts = "  - {id: x1, exact: The bridge opens on Monday}"
    return load_text((BRIEFING % (excerpts, "      []")).encode(), "b.yaml", folder=folder)


@given(st.text(alphabet="ab .\n•—“”。가나", max_size=120))
@settings(max_examples=60, deadline=None)
def test_sentences_are_in_order_and_apart_and_stand_in_the_copy(
    document: Document, text: str
) -> None:
    changed = replace(document, copies={"paper": Copy(text, "")}, verifications={})
    end = 0
    for each in coverage(changed, changed.briefing.sources[0]).sentences:
        assert end <= each.span[0] < each.span[1]
        assert text[slice(*each.span)] == each.text
        assert each.line == text.count("\n", 0, each.span[0]) + 1
        end = each.span[1]

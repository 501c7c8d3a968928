"""A source's copy with the excerpts marked in it."""

from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.panes.reading import ALL, changed, items, load, text
from tests.panes.small import ARTICLE, BRIEFING
from tui.blocks import CopyLine, Heading, Notice, Style, plain
from tui.model.briefing import Briefing
from tui.model.document import Copy, Document, Verification, VerificationState
from tui.model.document import Passage as Found
from tui.model.sources import Excerpt, Source
from tui.panes import blocks
from tui.places import SENTENCE, Place, View

TRUE = changed(excerpts=BRIEFING["excerpts"][:-1])
"""The small briefing without its false excerpt."""


def test_every_line_of_the_copy_is_shown_with_its_number(tmp_path: Path) -> None:
    shown = passages(load(TRUE, tmp_path))
    assert "".join(plain(each.text) for each in shown if each.number == 3) == (
        "Seoul joined on May 5. The Globe wrote that it is a trap. Nobody knows why."
    )
    assert [each.number for each in shown] == [1, 2, 3, 3, 3, 4, 4, 5]


def test_each_excerpt_and_each_other_sentence_can_be_reached_where_it_begins(
    tmp_path: Path,
) -> None:
    shown = passages(load(TRUE, tmp_path))
    assert [(each.number, each.item) for each in shown if each.item] == [
        (1, "sentence:article:1"),
        (3, "x-joined"),
        (3, "x-trap"),
        (3, "sentence:article:4"),
        (4, "x-glad"),
        (4, "sentence:article:6"),
    ]


def test_a_sentence_with_an_excerpt_inside_is_an_item_at_its_start(
    tmp_path: Path,
) -> None:
    excerpts = [{**BRIEFING["excerpts"][0], "exact": "joined on May 5.", "emphasis": []}]
    shown = passages(load(changed(excerpts=excerpts), tmp_path))
    assert [(each.item, plain(each.text)) for each in shown if each.number == 3][:2] == [
        ("sentence:article:2", "Seoul "),
        ("x-joined", "joined on May 5. "),
    ]


def test_a_bullet_before_an_excerpt_is_no_block_of_its_own(tmp_path: Path) -> None:
    shown = passages(load(TRUE, tmp_path, ARTICLE.replace("Seoul", "  • Seoul")))
    assert [(each.number, each.item) for each in shown][2] == (3, "x-joined")
    assert plain(shown[2].text).startswith("  • Seoul joined")


def test_the_use_of_a_line_is_shown_in_words(tmp_path: Path) -> None:
    shown = passages(load(TRUE, tmp_path))
    asides = [plain(each.aside) for each in shown]
    assert asides == [
        "not covered",
        "",
        "used: x-joined",
        "used: x-trap",
        "skipped: It adds nothing.",
        "used: x-glad",
        "boilerplate",
        "",
    ]


def test_a_partly_covered_sentence_has_a_remark(tmp_path: Path) -> None:
    excerpts = [{**BRIEFING["excerpts"][0], "exact": "May 5.", "emphasis": []}]
    shown = passages(load(changed(excerpts=excerpts), tmp_path))
    asides = [plain(each.aside) for each in shown if each.number == 3]
    assert asides[:2] == ["covered in part", "used: x-joined; covered in part"]


def test_the_heading_shows_the_shares_used_skipped_and_not_covered(tmp_path: Path) -> None:
    shown = blocks(load(TRUE, tmp_path), Place(View.SOURCE, "article"), ALL)
    assert isinstance(shown[0], Heading)
    assert plain(shown[0].aside) == "76 % used · 12 % skipped · 12 % not covered"
    assert text(shown[1]) == (
        "6 sentences: 3 used, none covered in part, 1 skipped with a reason, 1 boilerplate, "
        "1 not covered. Shares are of words, boilerplate aside."
    )


def test_the_chosen_excerpt_is_emphasised(tmp_path: Path) -> None:
    shown = passages(load(BRIEFING, tmp_path), "x-trap")
    assert in_style(shown, Style.EMPHASIS) == "The Globe wrote that it is a trap."
    assert in_style(shown, Style.QUOTE).startswith("Seoul joined on May 5.")
    assert "Nobody knows why." in in_style(shown, Style.MUTED)


def test_the_nearest_passage_to_a_false_excerpt_is_marked_as_no_more_than_that(
    tmp_path: Path,
) -> None:
    excerpts = [BRIEFING["excerpts"][-1]]
    shown = passages(load(changed(excerpts=excerpts), tmp_path))
    assert "nearest to x-false, which is NOT in our copy" in text(shown)


def test_a_false_excerpt_comes_after_a_true_one_at_the_same_place(tmp_path: Path) -> None:
    shown = passages(load(BRIEFING, tmp_path))
    assert [each.item for each in shown if each.number == 3] == [
        *("x-joined", "x-false", "x-trap", "sentence:article:4")
    ]
    assert plain(shown[3].aside) == "also nearest to x-false, which is NOT in our copy"


def test_a_source_without_a_copy_shows_a_notice(tmp_path: Path) -> None:
    document = load(BRIEFING, tmp_path, copy=None)
    shown = blocks(document, Place(View.SOURCE, "article"), ALL)
    assert isinstance(shown[-1], Notice)
    assert "No local copy" in text(shown[-1])


def test_control_characters_of_a_copy_do_not_shift_the_marks(tmp_path: Path) -> None:
    copy = ARTICLE.replace("Seoul joined", "\x1b[1m\tSeoul joined")
    shown = passages(load(BRIEFING, tmp_path, copy), "x-joined")
    assert in_style(shown, Style.EMPHASIS) == "Seoul joined on May 5."
    assert "\x1b" not in text(shown)


stretches = st.lists(st.tuples(st.integers(0, 12), st.integers(1, 6)), max_size=6)


@settings(max_examples=200, deadline=None)
@given(st.text("ab\n", min_size=18, max_size=18), stretches)
def test_any_marks_leave_the_text_whole_and_every_excerpt_reachable(
    copy: str, marks: list[tuple[int, int]]
) -> None:
    document = marked(copy, {f"x{n}": each for n, each in enumerate(marks)})
    shown = passages(document)
    lines: dict[int, str] = {}
    for each in shown:
        lines[each.number] = lines.get(each.number, "") + plain(each.text)
    assert "\n".join(lines.values()) == copy
    excerpts = [each for each in items(shown) if not each.startswith(SENTENCE)]
    assert sorted(excerpts) == sorted(f"x{n}" for n, _ in enumerate(marks))
    assert len({*items(shown)}) == len(items(shown))


def passages(document: Document, chosen: str = "") -> list[CopyLine]:
    shown = blocks(document, Place(View.SOURCE, "article", chosen), ALL)
    return [each for each in shown if isinstance(each, CopyLine)]


def marked(copy: str, excerpts: dict[str, tuple[int, int]]) -> Document:
    """A document with excerpts that were found at places of a copy, by start and length."""
    source = Source(id="article")
    records: dict[str, Any] = {
        id: Excerpt(id=id, source="article", exact=copy[start : start + length])
        for id, (start, length) in excerpts.items()
    }
    found = {
        id: Verification(VerificationState.VERBATIM, Found(start, start + length, 1, 1, 1, ""))
        for id, (start, length) in excerpts.items()
    }
    briefing = Briefing(
        format="", id="", title="", panes=(), sources=(source,), excerpts=(*records.values(),)
    )
    return Document(
        name="",
        text="",
        briefing=briefing,
        problems=(),
        copies={"article": Copy(copy, "")},
        verifications=found,
        items={"article": source, **records},
        kinds={},
        homes={},
        cited_by={},
        notes_on={},
    )


def in_style(shown: list[CopyLine], style: Style) -> str:
    return "".join(run.text for each in shown for run in each.text if run.style is style)

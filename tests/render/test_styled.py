"""Blocks as lines: each fits, says every word, and looks as it should."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.render.drawn import HOSTILE, WORDS, blocks_of, controls, texts_of
from tui.blocks import (
    Block,
    Card,
    CopyLine,
    Entry,
    Field,
    Heading,
    Notice,
    Paragraph,
    Run,
    Style,
    Table,
    TimelineRow,
    runs,
)
from tui.diagnostics import Severity
from tui.render.paragraphs import MEASURE, Line
from tui.render.styled import NARROWEST, gap, layout
from tui.text.cells import width as cells

LAW = settings(max_examples=150, deadline=None)
REACTION = Entry(
    kind="reaction",
    item="r1",
    refs=("x1", "x2"),
    label=runs(Run("[-] CRITICAL", Style.OURS)),
    name=runs("Global Times"),
    aside=runs("undated"),
    text=runs("NATO tries to make South Korea a piece in a game."),
    details=(runs("party media; toward NATO"),),
)


@LAW
@given(blocks_of(HOSTILE), st.integers(NARROWEST, 130))
def test_every_line_fits(block: Block, width: int) -> None:
    for line in layout(block, width, {"x1": 1, "x2": 22}):
        assert cells(text_of(line)) <= width


@LAW
@given(blocks_of(HOSTILE), st.integers(0, 130))
def test_no_line_holds_a_control_or_a_newline(block: Block, width: int) -> None:
    for line in layout(block, width):
        assert not controls(text_of(line))
        assert "\n" not in text_of(line)


@LAW
@given(blocks_of(WORDS), st.integers(44, 100))
def test_every_word_is_said(block: Block, width: int) -> None:
    said = "\n".join(shown(block, width))
    for text in texts_of(block):
        for word in text.split():
            assert word in said


@LAW
@given(blocks_of(WORDS), st.integers(44, 100))
def test_lines_do_not_end_in_spaces(block: Block, width: int) -> None:
    for line in layout(block, width):
        assert text_of(line) == text_of(line).rstrip(" ")


def test_prose_is_set_no_wider_than_the_measure() -> None:
    wide = layout(Paragraph(text=runs("word " * 60)), 200)
    assert max(cells(text_of(line)) for line in wide) <= MEASURE


def test_a_reaction_has_stance_name_and_date_in_its_first_line() -> None:
    assert shown(REACTION, 56) == [
        "[-] CRITICAL      Global Times                   undated",
        "    NATO tries to make South Korea a piece in a game.",
        "    party media; toward NATO",
    ]


def test_a_label_stands_above_where_it_is_narrow() -> None:
    assert shown(REACTION, 30) == [
        "[-] CRITICAL           undated",
        "  Global Times",
        "  NATO tries to make South",
        "  Korea a piece in a game.",
        "  party media; toward NATO",
    ]


def test_footnote_numbers_stand_behind_the_last_word_of_the_statement() -> None:
    lines = [text_of(line) for line in layout(REACTION, 80, {"x1": 3, "x2": 7})]
    assert lines[1] == "    NATO tries to make South Korea a piece in a game.\u00a0[3][7]"


def test_excerpts_without_a_number_are_not_mentioned() -> None:
    assert layout(REACTION, 80, {"x9": 1}) == layout(REACTION, 80)


def test_a_judgment_hangs_beside_its_id() -> None:
    judgment = Entry(
        kind="judgment", label=runs("j1"), text=runs("Seoul will likely go on as it is.")
    )
    assert shown(judgment, 24) == [
        "j1  Seoul will likely go",
        "    on as it is.",
    ]


def test_a_claim_hangs_beside_a_bullet_with_its_date_at_the_right() -> None:
    claim = Entry(kind="claim", text=runs("Seoul joined the centre."), aside=runs("2022 May 5"))
    assert shown(claim, 40) == ["• Seoul joined the centre.    2022 May 5"]


def test_an_aside_without_room_stands_below() -> None:
    claim = Entry(kind="claim", text=runs("Seoul joined it."), aside=runs("“on May 5 this year”"))
    assert shown(claim, 24) == ["• Seoul joined it.", "  “on May 5 this year”"]


def test_dates_of_a_time_line_are_a_column_or_stand_above() -> None:
    row = TimelineRow(when=runs("2022 June"), title=runs("Summit"), aside=runs("pending"))
    assert shown(row, 48) == ["2022 June           Summit               pending"]
    assert shown(row, 30) == ["2022 June", "  Summit               pending"]


def test_a_card_has_a_column_of_labels_and_sets_quotations_apart() -> None:
    card = Card(
        fields=(
            Field("SAY", (runs("It is so."),)),
            Field("WORDS", (runs("So it is, they say, and so it will be for ever."),), "quote"),
            Field("NOT CHECKED", (runs("whether it is so, as was said there"), runs("who"))),
        )
    )
    assert shown(card, 48) == [
        "SAY          It is so.",
        "",
        "WORDS        So it is, they say, and so it will",
        "             be for ever.",
        "",
        "NOT CHECKED  whether it is so, as was said",
        "               there",
        "             who",
    ]
    assert shown(card, 30)[:2] == ["SAY", "  It is so."]


def test_a_passage_bears_the_number_of_its_line() -> None:
    passage = CopyLine(number=24, text=runs("Although China is silent"), aside=runs("used"))
    assert shown(passage, 20) == ["  24  Although China", "      is silent", "      used"]


def test_a_table_stands_in_columns_and_in_stacks_where_these_would_be_too_narrow() -> None:
    table = Table(
        header=(runs("code"), runs("what it means"), runs("since")),
        rows=((runs("A"), runs("completely reliable and trusted"), runs("the 1st of May")),),
    )
    assert shown(table, 41) == [
        "code  what it means        since",
        "─────────────────────────────────────────",
        "A     completely reliable  the 1st of May",
        "      and trusted",
    ]
    assert shown(table, 24) == [
        "code: A",
        "what it means:",
        "  completely reliable",
        "  and trusted",
        "since: the 1st of May",
    ]


def test_hangul_and_han_are_measured_in_cells() -> None:
    claim = Entry(kind="claim", text=runs("대한민국은 나토의 협력국이다"), aside=runs("中国"))
    assert shown(claim, 24) == ["• 대한민국은        中国", "  나토의 협력국이다"]


def test_styles_survive_wrapping() -> None:
    text = runs("says ", Run("the cold war", Style.QUOTE), " is over")
    assert layout(Paragraph(text=text, kind="remark"), 20) == (
        (("says ", Style.MUTED), ("the cold war", Style.QUOTE), (" is", Style.MUTED)),
        (("over", Style.MUTED),),
    )


def test_a_marking_stands_before_what_it_marks() -> None:
    entry = Entry(kind="claim", text=runs("It is so."), marking="TLP:AMBER")
    assert shown(entry, 40) == ["• TLP:AMBER  It is so."]


def test_a_warning_is_one_without_colour_too() -> None:
    notice = Notice(text=runs("DRAFT"), severity=Severity.WARNING)
    assert layout(notice, 40) == ((("! ", Style.CAUTION), ("DRAFT", Style.CAUTION)),)


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        (Heading(text=runs("Pane"), level=1), Heading(text=runs("Section")), 1),
        (Heading(text=runs("Section")), Entry(kind="claim", text=runs("a")), 0),
        (Entry(kind="claim", text=runs("a")), Entry(kind="claim", text=runs("b")), 0),
        (REACTION, REACTION, 1),
        (REACTION, Heading(text=runs("Section")), 1),
        (CopyLine(number=1, text=runs("a")), CopyLine(number=2, text=runs("b")), 0),
        (CopyLine(number=1, text=runs("a")), CopyLine(number=3, text=runs("b")), 1),
    ],
)
def test_empty_lines_divide_what_does_not_belong_together(
    before: Block, after: Block, lines: int
) -> None:
    assert gap(before, after) == lines


def shown(block: Block, width: int) -> list[str]:
    return [text_of(line) for line in layout(block, width)]


def text_of(line: Line) -> str:
    return "".join(text for text, _ in line)

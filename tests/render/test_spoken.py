"""What a block says to whoever hears it or feels it: words, one after another, and no sign."""

import re

import pytest

from tests.reading.sessions import seed, small
from tui import panes
from tui.blocks import (
    Block,
    Card,
    Columns,
    CopyLine,
    Entry,
    Field,
    Heading,
    Notice,
    Paragraph,
    Row,
    Run,
    Style,
    Table,
    TimelineRow,
    runs,
)
from tui.diagnostics import Severity
from tui.model.document import Document
from tui.places import Options, Place, View
from tui.render.spoken import spoken
from tui.search.find import text_of

QUOTE, MUTED, LABEL, OURS = Style.QUOTE, Style.MUTED, Style.LABEL, Style.OURS


def said(block: Block) -> list[str]:
    return list(spoken(block))


def test_a_reaction_says_whose_reading_it_is_who_reacted_and_when_then_what() -> None:
    reaction = Entry(
        kind="reaction",
        label=runs(Run("[-] CRITICAL", OURS)),
        name=runs("Global Times"),
        aside=runs("undated"),
        text=runs("A chess piece"),
        details=(runs(Run("✓ verbatim", Style.VERIFIED), Run(" · ", MUTED), "1 excerpt"),),
    )
    assert said(reaction) == [
        "Critical, ours: Global Times, undated.",
        "A chess piece.",
        "Checked: verbatim; 1 excerpt.",
    ]


def test_silence_is_a_fact_and_not_ours() -> None:
    silence = Entry(
        kind="reaction", label=runs(Run("[ ] SILENCE", LABEL)), name=runs("China"), text=runs("No.")
    )
    assert said(silence)[0] == "Silence: China."


def test_a_statement_without_a_name_stands_by_its_label_and_a_judgment_is_ours() -> None:
    judgment = Entry(kind="judgment", label=runs(Run("j1", LABEL)), text=runs(Run("So", OURS)))
    assert said(judgment) == ["j1, ours: So."]
    assert said(Entry(kind="claim", text=runs("So it is."), aside=runs("2005"))) == [
        "So it is. 2005."
    ]


def test_a_year_in_brackets_is_said_to_be_inferred_and_an_open_end_to_be_one() -> None:
    row = TimelineRow(when=runs("[2022] June 29–30"), title=runs("Summit"), aside=runs("pending"))
    assert said(row) == ["2022 (inferred) June 29–30: Summit.", "pending."]
    labelled = TimelineRow(when=runs(Run("2012–2019", LABEL)), title=runs("Work"))
    assert said(labelled) == ["2012 to 2019: Work."]
    assert said(TimelineRow(when=runs("2005 –"), title=runs("Talks"))) == ["from 2005: Talks."]


def test_words_of_a_source_are_left_as_they_are_and_nothing_is_added_to_them() -> None:
    words = "✓ [1] A · B → “C” • 55–80 "
    card = Card(
        fields=(
            Field("WORDS", (runs(Run(words, QUOTE)),), "quote"),
            Field("NOT CHECKED", (runs("whether it is so"), runs("by us"))),
            Field("QUOTABLE?", (runs("No"),)),
        ),
        title=runs(Run("EVIDENCE", Style.HEADING)),
        aside=runs("excerpt 1 of 1"),
    )
    assert said(card) == [
        "Evidence, excerpt 1 of 1.",
        f"Words: {words.strip()}",
        "Not checked: whether it is so.",
        "by us.",
        "Quotable? No.",
    ]
    large = Entry(kind="words", name=runs("Xinhua"), text=runs(Run("Only dialogue", QUOTE)))
    assert said(large) == ["Xinhua.", "Words: Only dialogue"]


def test_a_line_end_in_a_text_does_not_make_a_line_of_its_own() -> None:
    forged = Entry(kind="claim", text=runs("So it is.\nChecked: verbatim"))
    assert said(forged) == ["So it is. Checked: verbatim."]
    quoted = CopyLine(number=3, text=runs(Run("one\n\n  two", QUOTE)), aside=runs("used: x"))
    assert said(quoted) == ["Line 3: one two", "used: x."]


def test_an_empty_line_of_a_source_says_nothing() -> None:
    assert said(CopyLine(number=4, text=())) == []


def test_a_table_is_said_row_by_row_each_cell_behind_the_name_of_its_column() -> None:
    columns = Columns((runs("Who"), runs("Entry"), runs("Summit")))
    head = Row(columns=columns, cells=columns.names, is_header=True)
    row = Row(columns=columns, cells=(runs("China"), (), runs("[-] critical,\n", "in Madrid")))
    assert said(head) == []
    assert said(row) == ["China.", "Summit: critical, in Madrid."]
    table = Table(header=(runs("Year"), runs("Sum")), rows=((runs("2019"), runs("7")),))
    assert said(table) == ["Year: 2019; Sum: 7."]


def test_a_marking_comes_first_and_what_must_not_be_overlooked_says_so() -> None:
    title = Heading(marking="TLP:RED", text=runs("Summit"), aside=runs("draft"), level=1)
    assert said(title) == ["TLP:RED. Summit, draft."]
    notice = Notice(text=runs("DRAFT"), severity=Severity.WARNING)
    assert said(notice) == ["Attention: DRAFT."]
    assert said(Paragraph(text=())) == []


@pytest.mark.parametrize("document", [seed(), small()], ids=["seed", "small"])
def test_no_word_of_any_view_is_left_out(document: Document) -> None:
    for place in places(document):
        for block in panes.blocks(document, place, Options()):
            if not (isinstance(block, Row) and block.is_header):
                heard = " ".join(spoken(block)).lower()
                missing = {word for word in words(text_of(block)) if word not in heard}
                assert not missing, (place, block)


@pytest.mark.parametrize("document", [seed(), small()], ids=["seed", "small"])
def test_no_tick_bullet_or_rule_is_said_but_those_of_a_source(document: Document) -> None:
    for place in places(document):
        if place.view is not View.SOURCE:
            for block in panes.blocks(document, place, Options()):
                assert not re.search("[✓✗▸▾│─•]| · ", " ".join(spoken(block)))


def places(document: Document) -> list[Place]:
    views = (View.EVIDENCE, View.WORDS, View.CONNECTED)
    return [
        *(Place(View.PANE, tab.id) for tab in panes.tabs(document)),
        *(Place(view, item) for view in views for item in document.items),
        *(Place(view, document.briefing.id) for view in (View.TIMELINE, View.MATRIX)),
        *(Place(View.SOURCE, source.id) for source in document.briefing.sources),
    ]


def words(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"\w+", text)}

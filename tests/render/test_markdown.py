"""Markdown: what a briefing says is text in it, whatever it is made of."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from tests.render.drawn import HOSTILE, MAKERS, WORDS, blocks_of, controls, printout, texts_of
from tui.blocks import (
    Block,
    Card,
    Entry,
    Field,
    Heading,
    Run,
    Style,
    Table,
    TimelineRow,
    plain,
    runs,
)
from tui.render.markdown import render
from tui.render.printout import PageSetup

LAW = settings(max_examples=150, deadline=None)
PAGE = PageSetup(80, color=False)
MARKUP = MarkdownIt("gfm-like").use(footnote_plugin)
LIVE = {"html_inline", "html_block", "link_open", "image", "code_inline", "code_block", "fence"}
STRANGE = LIVE | {"em_open", "s_open", "hr", "ordered_list_open"}
"""What no printed block has: only text could have made it."""


@LAW
@given(st.lists(blocks_of(HOSTILE), max_size=4))
def test_no_text_becomes_markup(blocks: list[Block]) -> None:
    assert not STRANGE & {token.type for token in tokens(*blocks)}


@LAW
@given(st.lists(blocks_of(HOSTILE), max_size=3))
def test_no_output_holds_a_control(blocks: list[Block]) -> None:
    assert not controls("\n".join(render(printout(*blocks), PAGE)))


@LAW
@given(st.sampled_from([*MAKERS]), HOSTILE)
def test_what_is_read_is_what_was_written(kind: str, text: str) -> None:
    block = MAKERS[kind](text)
    written = squeezed(plain(runs(text)))
    assert written in squeezed(said(tokens(block)))


@LAW
@given(st.lists(blocks_of(WORDS), max_size=3))
def test_every_word_is_said(blocks: list[Block]) -> None:
    read = said(tokens(*blocks))
    for block in blocks:
        for text in texts_of(block):
            for word in text.split():
                assert word in read


def test_headings_are_below_the_title() -> None:
    lines = printed(Heading(text=runs("Actors"), level=1), Heading(text=runs("States")))
    assert lines[:1] == ["# A title"]
    assert "## Actors" in lines
    assert "### States" in lines


def test_an_entry_is_an_item_with_its_parts_in_lines() -> None:
    entry = Entry(
        kind="reaction",
        refs=("x1",),
        label=runs("[-] CRITICAL"),
        name=runs("Global Times"),
        aside=runs("undated"),
        text=runs("A piece in a game."),
        details=(runs("party media"),),
    )
    lines = printed(entry)
    start = lines.index(r"- **\[-\] CRITICAL** · **Global Times** · undated" + "\\")
    assert lines[start + 1 : start + 3] == ["  A piece in a game.[^1]\\", "  party media"]


def test_a_claim_has_its_footnotes_before_its_date() -> None:
    claim = Entry(kind="claim", refs=("x2", "x1"), text=runs("It is so."), aside=runs("2022"))
    assert "- It is so.[^1][^2] · 2022" in printed(claim)


def test_a_footnote_is_defined_with_the_words_as_a_quotation() -> None:
    lines = printed(Entry(kind="claim", refs=("x2",), text=runs("So.")), words="He *said* it.")
    start = lines.index("[^1]: **x2**")
    assert lines[start + 1 : start + 4] == ["", "    - **WORDS**", r"      > He \*said\* it."]


def test_excerpts_that_nothing_cites_are_printed_all_the_same() -> None:
    lines = printed(Entry(kind="claim", refs=("x2",), text=runs("So.")))
    assert lines.index("## Excerpts that nothing cites") < lines.index("**x1**")


def test_a_row_of_a_time_line_begins_with_its_date() -> None:
    row = TimelineRow(when=runs("2022 May 5"), title=runs("Entry"), aside=runs("occurred"))
    assert "- **2022 May 5** · **Entry** · occurred" in printed(row)


def test_footnotes_of_an_event_that_is_only_named_stand_behind_its_name() -> None:
    row = TimelineRow(refs=("x1",), when=runs("2019"), title=runs("Renewed"))
    assert "- **2019** · **Renewed**[^1]" in printed(row)


def test_a_table_is_one_and_its_cells_cannot_divide_it() -> None:
    table = Table(header=(runs("a|b"), runs("c")), rows=((runs("1\n2"),),))
    lines = printed(table)
    start = lines.index(r"| a\|b | c |")
    assert lines[start + 1 : start + 3] == ["| --- | --- |", "| 1 2 |  |"]


def test_bold_letters_are_never_left_as_asterisks() -> None:
    line = runs("un", Run("(believ)", Style.STRONG), "able ", Run(" so ", Style.STRONG), "it is")
    assert r"- un(believ)able  **so** it is" in printed(Entry(kind="claim", text=line))


def test_a_card_is_a_list_of_its_labels() -> None:
    card = Card(title=runs("Seoul"), fields=(Field("ALSO", (runs("ROK"), runs("서울"))),))
    lines = printed(card)
    start = lines.index("**Seoul**")
    assert lines[start + 1 : start + 4] == ["", "- **ALSO** ROK\\", "  서울"]


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=alert(1)>",
        "[click](https://evil.example)",
        "https://evil.example and www.evil.example and a@evil.example",
        "# not a heading",
        "1. not a list",
        "---",
        "    not code",
        "&lt;not an entity&gt;",
        "[^1]: not a footnote",
    ],
)
def test_known_ways_to_make_markup_are_text(text: str) -> None:
    made = tokens(Entry(kind="claim", text=runs(text)))
    assert not STRANGE & {token.type for token in made}
    assert squeezed(text) in squeezed(said(made))


def printed(*blocks: Block, words: str = "Said.") -> list[str]:
    return "\n".join(render(printout(*blocks, words=words), PAGE)).split("\n")


def tokens(*blocks: Block) -> list[Token]:
    """All that a reader of GitHub's dialect makes of the blocks, as one flat list."""
    parsed = MARKUP.parse("\n".join(render(printout(*blocks), PAGE)))
    return [each for token in parsed for each in (token, *(token.children or ()))]


def said(parsed: list[Token]) -> str:
    """The text of a document."""
    breaks = {"softbreak", "hardbreak", "paragraph_close", "td_close"}
    return "".join(
        "\n" if token.type in breaks else token.content
        for token in parsed
        if token.type in breaks | {"text"}
    )


def squeezed(text: str) -> str:
    """A text without its spaces, of which Markdown keeps only some."""
    return "".join(text.split())

"""Plain text: a whole briefing in lines, with footnotes, in colours only where asked for."""

import re
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.render.drawn import HOSTILE, WORDS, blocks_of, controls, printout, texts_of
from tui.blocks import Block, Entry, Heading, Run, Style, runs
from tui.render.printout import PageSetup
from tui.render.text import lines, render
from tui.text.cells import width as cells

LAW = settings(max_examples=100, deadline=None)
PLAIN = PageSetup(80, color=False)
COLORED = PageSetup(80, color=True)
SGR = re.compile("\x1b\\[[0-9;]+m")


@LAW
@given(st.lists(blocks_of(HOSTILE), max_size=4), st.integers(20, 120), st.booleans())
def test_lines_fit_and_hold_no_control_of_a_text(
    blocks: list[Block], width: int, color: bool
) -> None:
    for line in render(printout(*blocks), PageSetup(width, color)):
        bare = SGR.sub("", line)
        assert not controls(bare)
        assert cells(bare) <= width


@LAW
@given(st.lists(blocks_of(WORDS), max_size=3))
def test_every_word_is_said(blocks: list[Block]) -> None:
    said = printed(*blocks)
    for block in blocks:
        for text in texts_of(block):
            for word in text.split():
                assert word in said


@LAW
@given(st.lists(blocks_of(WORDS), max_size=3))
def test_colours_change_no_word(blocks: list[Block]) -> None:
    colored = "\n".join(render(printout(*blocks), COLORED))
    assert SGR.sub("", colored) == printed(*blocks)


def test_footnotes_are_numbered_as_they_are_cited() -> None:
    shown = printed(
        Entry(kind="claim", refs=("x2",), text=runs("First.")),
        Entry(kind="claim", refs=("x1", "x2"), text=runs("Second.")),
    )
    assert "First.\u00a0[1]" in shown
    assert "Second.\u00a0[2][1]" in shown
    assert shown.index("[1] x2") < shown.index("[2] x1")


def test_an_excerpt_that_does_not_exist_has_no_number() -> None:
    assert "[1]" not in printed(Entry(kind="claim", refs=("gone",), text=runs("First.")))


def test_excerpts_that_nothing_cites_are_printed_too() -> None:
    shown = printed(Entry(kind="claim", refs=("x2",), text=runs("First.")))
    assert "Excerpts that nothing cites" in shown
    assert "\nx1\n" in shown


def test_the_sources_and_the_marking_come_last() -> None:
    end = ["Sources", "─" * 80, "", "https://example.org/a?b=c", "", "TLP:CLEAR"]
    assert printed().split("\n")[-6:] == end


def test_a_rule_stands_under_the_title_of_a_pane() -> None:
    assert list(lines([Heading(text=runs("Actors"), level=1)], PageSetup(20, color=False))) == [
        "Actors",
        "────────────────────",
    ]


def test_styles_are_attributes_of_the_terminal() -> None:
    entry = Entry(kind="claim", text=runs("a ", Run("good", Style.VERIFIED), " one"))
    assert list(lines([entry], COLORED)) == ["\x1b[2m• \x1b[0ma \x1b[32mgood\x1b[0m one"]


def test_lines_come_as_the_blocks_do() -> None:
    def blocks() -> Iterator[Block]:
        yield Heading(text=runs("First"))
        raise AssertionError

    assert next(lines(blocks(), PLAIN)) == "First"


def printed(*blocks: Block) -> str:
    return "\n".join(render(printout(*blocks), PLAIN))

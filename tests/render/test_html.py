"""HTML: one file in which nothing runs, nothing is loaded, and text is text."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.render.drawn import (
    ADDRESS,
    HOSTILE,
    MAKERS,
    WORDS,
    blocks_of,
    controls,
    printout,
    texts_of,
)
from tui.blocks import Block, Card, Entry, Field, Heading, Paragraph, TimelineRow, plain, runs
from tui.render.html import render
from tui.render.html_markup import is_safe
from tui.render.printout import PageSetup

LAW = settings(max_examples=150, deadline=None)
PAGE = PageSetup(80, color=False)
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "article", "section", "header", "footer"),
    *("nav", "div", "h1", "h2", "h3", "h4", "p", "a", "span", "bdi", "strong", "em", "mark", "sup"),
    *(
        "br",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "ol",
        "li",
    ),
}
VOID = {"meta", "br"}


class Reader(HTMLParser):
    """A document taken apart; it complains where elements are not closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.styles = ""
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag == "br":
            self.texts.append("\n")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["style"]:
            self.styles += data
        else:
            self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def values(self, attribute: str) -> list[str]:
        return [each[attribute] for _, each in self.elements if attribute in each]

    def said(self) -> str:
        return "".join(self.texts)


@LAW
@given(st.lists(blocks_of(HOSTILE), max_size=4), HOSTILE)
def test_no_text_becomes_markup(blocks: list[Block], title: str) -> None:
    made = read(*blocks, title=title)
    assert {tag for tag, _ in made.elements} <= TAGS
    assert not [name for _, each in made.elements for name in each if name.startswith("on")]
    assert {each for each in made.values("href") if not each.startswith("#")} == {ADDRESS}


@LAW
@given(st.lists(blocks_of(HOSTILE), max_size=3), HOSTILE)
def test_no_output_holds_a_control(blocks: list[Block], title: str) -> None:
    assert not controls(printed(*blocks, title=title))


@LAW
@given(st.sampled_from([*MAKERS]), HOSTILE)
def test_what_is_read_is_what_was_written(kind: str, text: str) -> None:
    assert plain(runs(text)) in read(MAKERS[kind](text)).said()


@LAW
@given(st.lists(blocks_of(WORDS), max_size=3))
def test_every_word_is_said(blocks: list[Block]) -> None:
    said = read(*blocks).said()
    for block in blocks:
        for text in texts_of(block):
            for word in text.split():
                assert word in said


@LAW
@given(st.lists(blocks_of(WORDS), max_size=4))
def test_anchors_are_unique_and_links_lead_to_them(blocks: list[Block]) -> None:
    made = read(*blocks)
    anchors = made.values("id")
    assert len(anchors) == len(set(anchors))
    assert {each[1:] for each in made.values("href") if each.startswith("#")} <= set(anchors)


def test_the_policy_allows_the_one_style_sheet_and_nothing_else() -> None:
    made = read()
    digest = b64encode(sha256(made.styles.encode()).digest()).decode()
    policy = [each["content"] for _, each in made.elements if "http-equiv" in each]
    assert policy == [
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    ]


def test_a_footnote_and_what_cites_it_lead_to_each_other() -> None:
    claim = Entry(kind="claim", refs=("x2",), text=runs("It is so."))
    made = printed(claim, claim)
    assert '<a id="cited-1-1" href="#excerpt-1" role="doc-noteref">1</a>' in made
    assert '<li id="excerpt-1" value="1">' in made
    assert '<a href="#cited-1-2" aria-label="back to citation 2">↩</a>' in made


def test_sections_of_a_group_stand_side_by_side() -> None:
    made = printed(
        Heading(text=runs("Outlook"), level=1),
        Heading(text=runs("Before"), level=2),
        Heading(text=runs("Good"), level=2, group="outlook"),
        Entry(kind="claim", text=runs("One.")),
        Heading(text=runs("Bad"), level=2, group="outlook"),
        Heading(text=runs("After"), level=2),
    )
    before, _, rest = made.partition('<div class="beside">')
    beside, _, after = rest.partition("</div>")
    assert "Before" in before
    assert beside.count("<section>") == 2
    assert "After" in after


def test_rows_of_a_time_line_are_one_table() -> None:
    rows = [TimelineRow(when=runs(year), title=runs("Event")) for year in ("2005", "2012")]
    made = printed(*rows)
    assert made.count('<table class="timeline">') == 1
    assert made.count('<th scope="row" dir="auto">') == 2


def test_a_card_is_a_list_of_descriptions_and_words_of_a_source_a_quotation() -> None:
    card = Card(fields=(Field("WORDS", (runs("So."),), "quote"), Field("WHO", (runs("He"),))))
    made = printed(card)
    quoted = '<dd><blockquote><p dir="auto">So.</p></blockquote></dd>'
    assert f"<dt>WORDS</dt>\n{quoted}" in made
    assert '<dt>WHO</dt>\n<dd><p dir="auto">He</p></dd>' in made


def test_an_item_can_be_linked_to_where_it_first_stands() -> None:
    claim = Entry(kind="claim", item="c-1", text=runs("It is so."))
    assert read(claim, claim).values("id").count("item-c-1") == 1


def test_an_address_is_a_link_only_if_it_is_that_of_a_source() -> None:
    lines = (Paragraph(text=runs("https://evil.example")), Paragraph(text=runs(f"{ADDRESS}#x")))
    assert [each for each in read(*lines).values("href") if each[0] != "#"] == [ADDRESS]


@pytest.mark.parametrize(
    "address",
    ["http://a.org", "https://a.org/b_(c)?d=e&f#g", "HTTPS://A.org:8080/%C3%A9"],
)
def test_addresses_of_the_web_may_be_links(address: str) -> None:
    assert is_safe(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://bank.example@evil.example/",
        "https://a.org/\"onclick='x'",
        "https://a.org/ b",
        "https://a.org/\u202e",
        "https://аpple.com",
        "//a.org",
        "",
    ],
)
def test_other_addresses_may_not(address: str) -> None:
    assert not is_safe(address)


def test_the_title_is_the_one_heading_of_the_first_level() -> None:
    made = printed(Heading(text=runs("Actors"), level=1), Heading(text=runs("States")))
    headings = re.findall("<(h[1-6]) [^>]*>([^<]*)<", made)
    assert headings == [
        ("h1", "A title"),
        ("h2", "Actors"),
        ("h3", "States"),
        ("h2", "Excerpts that nothing cites"),
        ("h2", "Sources"),
    ]


def test_every_page_on_paper_bears_the_marking() -> None:
    assert '@bottom-center { content: "TLP:CLEAR";' in printed()


def test_footnotes_of_an_event_that_is_only_named_stand_behind_its_name() -> None:
    made = printed(TimelineRow(refs=("x1",), when=runs("2019"), title=runs("Renewed")))
    assert '<bdi class="name">Renewed</bdi><sup>' in made


def test_the_language_is_said_unless_it_is_none() -> None:
    assert printed().startswith('<!DOCTYPE html>\n<html lang="en">')


def test_panes_are_linked_to_at_the_top() -> None:
    made = printed(Heading(text=runs("Actors"), level=1), Entry(kind="claim", text=runs("So.")))
    assert '<a href="#pane-1">Actors</a>' in made


def printed(*blocks: Block, title: str = "A title") -> str:
    return "\n".join(render(printout(*blocks, title=title), PAGE))


def read(*blocks: Block, title: str = "A title") -> Reader:
    reader = Reader()
    reader.feed(printed(*blocks, title=title))
    reader.close()
    assert not reader.open
    return reader

"""A briefing as one HTML file that runs no script and loads no other file."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from importlib.resources import files
from itertools import groupby

from tui.blocks import Block, Heading, Row, Run, Style, TimelineRow, plain, runs
from tui.model.vocabularies import MARKINGS
from tui.render.html_blocks import Elements
from tui.render.html_markup import NOTHING, Markup, element, inline, text, void
from tui.render.printout import PageSetup, Printout

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
"""The outer form of a BCP 47 tag."""

_EXCERPTS = Heading(text=runs("Excerpts"), level=1)
_UNCITED = Heading(text=runs("Excerpts that nothing cites"), level=1)
_TABLES: Mapping[type[Block], str] = {TimelineRow: "timeline", Row: "matrix"}
"""The class of the table for the blocks that are rows of one."""


_MARKED_PAGES = """
@page {{
  @top-center {{ content: "{marking}"; font: 600 9pt ui-monospace, monospace; }}
  @bottom-center {{ content: "{marking}"; font: 600 9pt ui-monospace, monospace; }}
}}
"""
"""CSS for print. TLP 2.0 requires the marking in the header and the footer of every page."""

_Part = tuple[Heading | None, list[Block]]
"""A heading with the blocks below it; blocks before the first heading have none."""


def render(printout: Printout, page: PageSetup) -> Iterator[str]:
    """Yield a briefing as an HTML document; `page` is not used."""
    briefing = printout.document.briefing
    notes: dict[str, int] = {}
    panes = _panes(printout, notes)
    elements = Elements(notes, {source.url for source in briefing.sources})
    header = element("header", *(_in_header(block, elements) for block in printout.header))
    sections = [
        element("section", *_pane(pane, printout, elements), id=f"pane-{number}")
        for number, pane in enumerate(panes, 1)
    ]
    marking = (Run(briefing.marking, Style.MARKING),) if briefing.marking else ()
    yield "<!DOCTYPE html>"
    yield element(
        "html",
        _head(briefing.title or printout.document.name, briefing.marking),
        element(
            "body",
            element("article", header, _navigation(panes), *sections),
            element("footer", inline(marking)),
        ),
        lang=briefing.lang if _LANGUAGE.fullmatch(briefing.lang) else "",
    )


def _panes(printout: Printout, notes: dict[str, int]) -> list[_Part]:
    """Divide the printout at headings of the highest level, and number the footnotes."""
    panes = [*_parts(printout.number(printout.body, notes), 1)]
    if notes:
        panes.append((_EXCERPTS, []))
    uncited = printout.uncited(notes)
    if uncited:
        panes.append((_UNCITED, [*uncited]))
    return [*panes, *_parts(printout.sources, 1)]


def _pane(pane: _Part, printout: Printout, elements: Elements) -> Iterator[Markup]:
    heading, blocks = pane
    if heading:
        yield elements.heading(heading, 2)
    if heading is _EXCERPTS:
        yield _excerpts(printout, elements)
    yield from _sections(blocks, elements)


def _in_header(block: Block, elements: Elements) -> Markup:
    """Return a block of the header; its heading is the title of the document."""
    return elements.heading(block, 1) if isinstance(block, Heading) else elements.of(block)


def _head(title: str, marking: str) -> Markup:
    style = (files("tui.render") / "html.css").read_text("utf-8")
    if marking in MARKINGS:
        style += _MARKED_PAGES.format(marking=marking)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return element(
        "head",
        void("meta", charset="utf-8"),
        void("meta", http_equiv="Content-Security-Policy", content=policy),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        void("meta", name="referrer", content="no-referrer"),
        element("title", text(" ".join(plain(runs(title)).split()))),
        element("style", Markup(style)),
    )


def _navigation(panes: Iterable[_Part]) -> Markup:
    """Return links to the panes."""
    links = [
        element("a", text(plain(heading.text)), href=f"#pane-{number}")
        for number, (heading, _) in enumerate(panes, 1)
        if heading
    ]
    return element("nav", *links) if len(links) > 1 else NOTHING


def _parts(blocks: Iterable[Block], level: int) -> Iterator[_Part]:
    """Divide blocks at the headings of a level."""
    heading: Heading | None = None
    below: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == level:
            if heading or below:
                yield heading, below
            heading, below = block, []
        else:
            below.append(block)
    if heading or below:
        yield heading, below


def _sections(blocks: Iterable[Block], elements: Elements) -> list[Markup]:
    """Return the sections of a pane; those of one group are side by side."""
    sections_made: list[Markup] = []
    for group, parts in groupby(_parts(blocks, 2), key=lambda part: part[0] and part[0].group):
        sections = [_section(part, elements) for part in parts]
        sections_made += [element("div", *sections, class_="beside")] if group else sections
    return sections_made


def _section(part: _Part, elements: Elements) -> Markup:
    heading, blocks = part
    head = elements.heading(heading, 3) if heading else NOTHING
    return element("section", head, *_contents(blocks, elements))


def _contents(blocks: Iterable[Block], elements: Elements) -> Iterator[Markup]:
    """Yield the elements of blocks, with rows of a time line or a matrix in a table."""
    for kind, members in groupby(blocks, key=type):
        made = map(elements.of, members)
        table = _TABLES.get(kind)
        yield from [element("table", *made, class_=table)] if table else made


def _excerpts(printout: Printout, elements: Elements) -> Markup:
    """Return the footnotes, each with links back to its citations."""
    items = []
    for number, card in printout.footnotes(elements.notes):
        back = [
            element("a", text("↩"), href=f"#{anchor}", aria_label=f"back to citation {place}")
            for place, anchor in enumerate(elements.citations.get(number, ()), 1)
        ]
        links = element("p", *back, class_="back")
        items.append(
            element("li", elements.of(card), links, id=f"excerpt-{number}", value=str(number))
        )
    return element("ol", *items)

"""Blocks drawn at random for the laws of printers, and the briefing that they are printed in."""

from collections.abc import Callable, Iterable, Iterator

from hypothesis import strategies as st

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
    Runs,
    Style,
    Table,
    TimelineRow,
    runs,
)
from tui.diagnostics import Severity
from tui.frozen import fields
from tui.model.briefing import Briefing
from tui.model.document import Document
from tui.model.sources import Excerpt, Source
from tui.render.printout import Printout

ADDRESS = "https://example.org/a?b=c"

HOSTILE = st.lists(
    st.one_of(
        st.characters(),
        st.sampled_from(
            [
                *"\x1b\x9b\x00\x7f\x85\u202e\u2066\u200f\u2028\ud800\t\n",
                *("\r\n", "    ", "<script>alert(1)</script>", "<b>", "&amp;", "-->", "`", "```"),
                *("# ", "\n# ", "\n- ", "\n1. ", "\n> ", "---", "\n===", "**", "__", "~~", "\\"),
                *("[a](http://a.org)", "![a](b)", "[^1]", "[^1]: ", "|", "\n|-|-|", "$x$", ":joy:"),
                *("http://a.org", "www.a.org", "a@b.org", "a.org", "javascript:x", ADDRESS),
                *("'", '"', "“", "한국", "中国", "e\u0301", "👩‍👩‍👧"),
            ]
        ),
    ),
    max_size=8,
).map("".join)
"""Text that tries to be something else."""

WORDS = st.lists(
    st.text("abcdeéßж가", min_size=1, max_size=6).filter(str.strip), min_size=1, max_size=12
).map(lambda words: f" {' '.join(words)}")
"""Words that are short enough to stand in a line wherever they are, apart from what is before."""


def runs_of(text: st.SearchStrategy[str]) -> st.SearchStrategy[Runs]:
    """Paragraphs of a text, in any styles."""
    run = st.builds(Run, text, st.sampled_from(Style))
    return st.lists(run, max_size=3).map(lambda made: runs(*made))


def blocks_of(text: st.SearchStrategy[str]) -> st.SearchStrategy[Block]:
    """Blocks of every kind."""
    line = runs_of(text)
    lines = st.lists(line, max_size=3).map(tuple)
    given = {
        "item": st.sampled_from(["", "c-1", "background/3", "no id"]),
        "refs": st.lists(st.sampled_from(["x1", "x2", "gone"]), max_size=3).map(tuple),
        "marking": st.sampled_from(["", "TLP:AMBER"]),
    }
    field = st.builds(Field, text, lines, st.sampled_from(["", "quote"]))
    kind = st.sampled_from(["claim", "reaction", "note"])
    return st.one_of(
        st.builds(Heading, text=line, level=st.integers(1, 3), aside=line, group=kind, **given),
        st.builds(
            Paragraph,
            text=line,
            kind=st.sampled_from(["", "bottom-line", "as-of", "remark"]),
            **given,
        ),
        st.builds(
            Entry, kind=kind, label=line, name=line, aside=line, text=line, details=lines, **given
        ),
        st.builds(
            TimelineRow, when=line, title=line, aside=line, text=line, details=lines, **given
        ),
        st.builds(
            Card, fields=st.lists(field, max_size=3).map(tuple), title=line, aside=line, **given
        ),
        st.builds(CopyLine, number=st.integers(1, 9999), text=line, aside=line, **given),
        st.builds(Table, header=lines, rows=st.lists(lines, max_size=3).map(tuple), **given),
        st.builds(
            Row,
            columns=st.builds(Columns, lines),
            cells=lines,
            is_header=st.booleans(),
            **given,
        ),
        st.builds(Notice, text=line, severity=st.sampled_from(Severity), **given),
    )


def texts_of(block: Block) -> Iterator[str]:
    """The text of every run of a block, and of every label."""
    for field in fields(block):
        if field.name not in {"item", "refs", "marking", "kind", "group"}:
            yield from _texts(getattr(block, field.name))


def printout(
    *body: Block,
    title: str = "A title",
    excerpts: Iterable[str] = ("x1", "x2"),
    words: str = "Said.",
) -> Printout:
    """A briefing of those blocks, with a source and with excerpts of those ids."""
    source = Source(id="s1", url=ADDRESS)
    made = tuple(Excerpt(id=id, source="s1", exact=words) for id in excerpts)
    briefing = Briefing(
        format="briefing/1",
        id="drawn",
        title=title,
        lang="en",
        marking="TLP:CLEAR",
        panes=(),
        sources=(source,),
        excerpts=made,
    )
    return Printout(
        document=document(briefing),
        header=(Heading(text=runs(title), level=1),),
        body=body,
        card=card,
        whole=True,
        sources=(Heading(text=runs("Sources"), level=1), Paragraph(text=runs(ADDRESS))),
    )


def card(excerpt: Excerpt) -> Card:
    """An excerpt as its footnote shows it."""
    field = Field("WORDS", (runs(Run(excerpt.exact, Style.QUOTE)),), kind="quote")
    return Card(item=excerpt.id, title=runs(excerpt.id), fields=(field,))


def document(briefing: Briefing) -> Document:
    """A briefing as if it had been loaded, without copies of its sources."""
    sources = {each.id: each for each in briefing.sources}
    excerpts = {each.id: each for each in briefing.excerpts}
    return Document(
        name="drawn.yaml",
        text="",
        briefing=briefing,
        problems=(),
        copies={},
        verifications={},
        items={**sources, **excerpts},
        kinds={},
        homes={},
        cited_by={},
        notes_on={},
    )


def controls(text: str) -> list[str]:
    """The characters of a text that act on a terminal or on the direction of writing."""
    return [each for each in text if _acts(ord(each))]


def _acts(code: int) -> bool:
    c0_or_c1 = (code < 0x20 and code != 0x0A) or 0x7F <= code <= 0x9F
    bidi = code in {0x061C, 0x200E, 0x200F} or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
    return c0_or_c1 or bidi or code in {0x2028, 0x2029}


def _texts(value: object) -> Iterator[str]:
    match value:
        case Run():
            yield value.text
        case Field():
            yield value.label
            yield from _texts(value.lines)
        case tuple():
            for each in value:
                yield from _texts(each)


Make = Callable[[str], Block]
"""A block that shows a text."""

MAKERS: dict[str, Make] = {
    "heading": lambda text: Heading(text=runs(text)),
    "paragraph": lambda text: Paragraph(text=runs(text)),
    "notice": lambda text: Notice(text=runs(text)),
    "claim": lambda text: Entry(kind="claim", text=runs(text)),
    "name": lambda text: Entry(kind="actor", name=runs(text)),
    "row": lambda text: TimelineRow(when=runs("2022"), title=runs(text)),
    "field": lambda text: Card(fields=(Field("SAY", (runs(text),)),)),
    "words": lambda text: Card(fields=(Field("WORDS", (runs(text),), "quote"),)),
    "cell": lambda text: Table(header=(runs("Head"),), rows=((runs(text),),)),
    "cell of a row": lambda text: Row(
        columns=Columns((runs("Who"),)), cells=(runs(text),), is_header=True
    ),
}

"""What needs no judgment is mended, in place and in its style, and nothing else is touched."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.panes.generated import Generator
from tui.diagnostics import Diagnostic, Severity, Span
from tui.frozen import replace
from tui.load import load_text
from tui.load.fixing import FixResult, fix
from tui.model.document import Document, VerificationState

ARTICLE = (
    "The Ministers’ meeting – the “first” – was in Spain.\n"
    "A summit in Spain follows, the ministry said. Cookies: a summit in Spain.\n"
    "Cafe\u0301s were\u00a0open.\n"
)
HEAD = """\
format: briefing/1
id: example
title: Example  # ours
bottom_line: Nothing has changed.
"""
SOURCES = "sources: [{id: s, file: s.txt, short: an article}]\n"


def whole(*excerpts: str, more: str = "panes: []\n", sources: str = SOURCES) -> str:
    """A briefing of excerpts, each written as a mapping in lines."""
    items = "".join(
        "  - " + "\n    ".join(each.rstrip("\n").split("\n")) + "\n" for each in excerpts
    )
    return f"{HEAD}{more}{sources}" + (f"excerpts:\n{items}" if items else "")


@pytest.fixture(name="fixed")
def fixed_fixture(tmp_path: Path) -> Callable[..., FixResult]:
    (tmp_path / "s.txt").write_text(ARTICLE, "utf-8")

    def made(text: str | bytes, *, pin: bool = False) -> FixResult:
        data = text if isinstance(text, bytes) else text.encode()
        return fix(data, loader(tmp_path), pin=pin)

    return made


def loader(folder: Path) -> Callable[[bytes], Document]:
    return lambda data: load_text(data, "b.yaml", folder=folder)


Mend = Callable[..., FixResult]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("exact: The Ministers' meeting  # here", "exact: The Ministers’ meeting  # here"),
        ("exact: 'The Ministers'' meeting'", "exact: 'The Ministers’ meeting'"),
        ('exact: "The Ministers\\x27 meeting"', 'exact: "The Ministers’ meeting"'),
        ('exact: |-\n  meeting - the "first"', "exact: |-\n  meeting – the “first”"),
        ("exact: |-\n  in Spain. A summit", "exact: |-\n  in Spain.\n  A summit"),
        ("exact: in Spain. A summit", 'exact: "in Spain.\\nA summit"'),
        ("exact: |\n  the “first”", "exact: |-\n  the “first”"),
        ("exact: Cafés", "exact: Cafe\u0301s"),
        ("exact: were open", "exact: were\u00a0open"),
        (
            'exact: meeting\nprefix: "Ministers\' "  # where',
            'exact: meeting\nprefix: "Ministers’ "  # where',
        ),
        (
            "exact: The Ministers' meeting\nemphasis: [\"Ministers'\", meeting]",
            'exact: The Ministers’ meeting\nemphasis: ["Ministers’", meeting]',
        ),
        (
            "exact: The Ministers' meeting\nemphasis: Ministers'",
            "exact: The Ministers’ meeting\nemphasis: Ministers’",
        ),
        ("exact: >-\n  A summit in Spain\n  follows", "exact: |-\n  A summit in Spain follows"),
    ],
)
def test_an_excerpt_becomes_the_text_of_the_source(typed: str, written: str, fixed: Mend) -> None:
    before = whole(f"id: x\nvoice: narrator\n{typed}", "id: y\nexact: It is not there.\n")
    after = whole(f"id: x\nvoice: narrator\n{written}", "id: y\nexact: It is not there.\n")
    made = fixed(before)
    assert made.data.decode() == after
    assert made.document.verifications["x"].state is VerificationState.VERBATIM
    [done] = made.done
    assert done.item == "x"
    assert made.refused == ()


def test_an_excerpt_in_place_and_in_braces_is_mended_too(fixed: Mend) -> None:
    pane = "panes: [{role: issue, sections: [{claims: [{text: So., cites: [{exact: %s}]}]}]}]\n"
    made = fixed(whole(more=pane % "Ministers' meeting"))
    assert made.data.decode() == whole(more=pane % "Ministers’ meeting")


def test_a_note_on_the_words_goes_with_them(fixed: Mend) -> None:
    note = 'notes: [{id: n, on: [x, y], at: "Ministers%s", text: An odd word.}]\npanes: []\n'
    excerpts = ("id: x\nexact: Ministers%s meeting", "id: y\nexact: The Ministers%s meeting")
    before = whole(*(each % "'" for each in excerpts), more=note % "'")
    after = whole(*(each % "’" for each in excerpts), more=note % "’")
    assert fixed(before).data.decode() == after


def test_words_that_are_alike_in_several_places_are_left(fixed: Mend) -> None:
    text = whole("id: x\nexact: summit  in Spain")
    made = fixed(text)
    assert made.data.decode() == text
    assert made.done == ()


def test_an_ambiguous_excerpt_is_left_where_two_places_are_possible(fixed: Mend) -> None:
    text = whole("id: x\nexact: summit in Spain")
    assert fixed(text).data.decode() == text


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("exact: summit in Spain  # here\n", "exact: summit in Spain  # here\n%s"),
        ("exact: |-\n  summit in Spain\n\nlang: en", "exact: |-\n  summit in Spain\n%s\nlang: en"),
    ],
)
def test_an_ambiguous_excerpt_is_settled_where_the_other_place_is_boilerplate(
    typed: str, written: str, fixed: Mend
) -> None:
    sources = (
        "sources: [{id: s, file: s.txt, short: it, not_content: 'Cookies: a summit in Spain.'}]\n"
    )
    before = whole(f"id: x\nvoice: narrator\n{typed}", sources=sources)
    settled = 'prefix: "A "\n'
    after = whole(f"id: x\nvoice: narrator\n{written % settled}", sources=sources)
    made = fixed(before)
    assert made.data.decode() == after
    assert made.document.verifications["x"].state is VerificationState.VERBATIM


def test_an_ambiguous_excerpt_in_braces_is_settled_by_its_cue(fixed: Mend) -> None:
    actors = "actors: [{id: m, name: Ministry, kind: organization}]\npanes: []\n"
    text = (
        "{id: x, exact: summit in Spain, voice: indirect, "
        "chain: [{agent: m, cue: the ministry said}]}"
    )
    settled = text.replace("Spain,", 'Spain, prefix: "A ",')
    assert fixed(whole(text, more=actors)).data.decode() == whole(settled, more=actors)


def test_a_changed_copy_is_never_pinned_anew(fixed: Mend) -> None:
    sources = f'sources: [{{id: s, file: s.txt, short: it, sha256: "{"0" * 64}"}}]\n'
    text = whole("id: x\nexact: Ministers' meeting", sources=sources)
    assert fixed(text, pin=True).data.decode() == text


@pytest.mark.parametrize(
    "source",
    [
        "sources: [{id: s, file: s.txt§, short: it}]\n",
        "sources:\n  - id: s\n    file: s.txt  # the copy§\n    short: it\n",
        "sources:\n- {id: s, short: it,\n   file: 's.txt'§}\n",
    ],
)
def test_a_copy_is_pinned_on_demand(source: str, fixed: Mend) -> None:
    text = whole("id: x\nexact: A summit in Spain follows", sources=source.replace("§", ""))
    assert fixed(text).data.decode() == text
    made = fixed(text, pin=True)
    pin = made.document.copies["s"].sha256
    apart = "\n    " if "copy§" in source else ", "
    assert made.data.decode() == whole(
        "id: x\nexact: A summit in Spain follows",
        sources=source.replace("§", f"{apart}sha256: {pin}"),
    )


def test_a_copy_that_lacks_an_excerpt_is_not_pinned(fixed: Mend) -> None:
    text = whole("id: x\nexact: A summit in Portugal follows")
    assert fixed(text, pin=True).data.decode() == text


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("TLP:WHITE  # all", "TLP:CLEAR  # all"),
        ("'tlp: white'", "'TLP:CLEAR'"),
        ('"tlp:amber +strict"', '"TLP:AMBER+STRICT"'),
    ],
)
def test_a_marking_is_spelt_as_it_is_today(typed: str, written: str, fixed: Mend) -> None:
    made = fixed(whole(more=f"panes: []\nmarking: {typed}\n"))
    assert made.data.decode() == whole(more=f"panes: []\nmarking: {written}\n")


def test_a_marking_that_may_be_one_or_another_is_left(fixed: Mend) -> None:
    text = whole(more="panes: []\nmarking: TLP:AMBRE\n")
    assert fixed(text).data.decode() == text


def test_line_ends_and_byte_order_mark_stay(fixed: Mend) -> None:
    excerpts = "id: x\nexact: |-\n  in Spain.%sA summit in Spain\nvoice: narrator"
    before = "\ufeff" + whole(excerpts % " ", more="panes: []\nmarking: TLP:WHITE\n")
    after = "\ufeff" + whole(excerpts % "\n  ", more="panes: []\nmarking: TLP:CLEAR\n")
    crlf = [each.replace("\n", "\r\n").encode() for each in (before, after)]
    assert fixed(crlf[0]).data == crlf[1]


def test_a_mend_that_makes_something_else_wrong_is_left_and_the_others_are_made(
    tmp_path: Path,
) -> None:
    (tmp_path / "s.txt").write_text(ARTICLE, "utf-8")
    typed = ["Cafés", "Ministers' meeting", "were open", 'the "first"']
    text = whole(*(f"id: x{at}\nexact: {each}" for at, each in enumerate(typed)))

    def load(data: bytes) -> Document:
        document = loader(tmp_path)(data)
        worse = Diagnostic("another", Severity.WARNING, "It is wrong.", Span(1, 1))
        added = (worse,) if "’" in document.text else ()
        return replace(document, problems=(*document.problems, *added))

    made = fix(text.encode(), load)
    assert [each.item for each in made.done] == ["x0", "x2", "x3"]
    assert [each.item for each in made.refused] == ["x1"]
    assert made.document.verifications["x1"].state is VerificationState.NORMALISED


def test_a_mend_that_is_not_read_as_it_is_meant_is_left(tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text(ARTICLE, "utf-8")
    text = whole("id: x\nexact: Ministers' meeting", more="panes: []\nmarking: TLP:WHITE\n")

    def load(data: bytes) -> Document:
        return loader(tmp_path)(data.replace("Ministers’".encode(), "‘Ministers’".encode()))

    made = fix(text.encode(), load)
    assert [each.code for each in made.done] == ["bad-marking"]
    assert [each.code for each in made.refused] == ["quote-normalised"]


@pytest.mark.parametrize(
    "data",
    [
        b"\xff" + whole(more="panes: []\nmarking: TLP:WHITE\n").encode(),
        whole(more="panes: []\nmarking: TLP:WHITE\n").encode("utf-16"),
        whole(more="panes: []\nmarking: TLP:WHITE\n").encode() + b"notes: [",
        b"",
        b"- TLP:WHITE\n",
    ],
)
def test_a_file_that_cannot_be_read_to_its_end_is_left(data: bytes, fixed: Mend) -> None:
    made = fixed(data)
    assert made.data == data
    assert made.done == ()


TYPED = str.maketrans({"’": "'", "–": "-", "“": '"', "”": '"', "\u00a0": " ", "\n": " "})
STYLES = (None, "'", '"', "|", ">")


class Written(yaml.SafeDumper):
    """Writes lists and mappings each in their place, without anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


@settings(max_examples=60, deadline=None)
@given(data=st.data(), seed=st.integers(0, 2**32))
def test_only_what_is_mended_is_read_otherwise_and_a_second_time_changes_nothing(
    data: st.DataObject, seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp()
    article = data.draw(st.text(st.sampled_from("ab’“”–.\u00a0 \n"), min_size=30, max_size=120))
    (folder / "s.txt").write_text(article, "utf-8")
    slices = st.tuples(st.integers(0, 25), st.integers(1, 30))
    exacts = [article[at : at + size] for at, size in data.draw(st.lists(slices, max_size=5))]
    made = Generator(random.Random(seed)).briefing()
    made["sources"] = [{"id": "s", "file": "s.txt"}]
    made["marking"] = data.draw(st.sampled_from(["TLP:WHITE", "TLP:RED", "tlp:clear"]))
    made["excerpts"] = [
        {"id": f"x{number}", "exact": exact.translate(TYPED) if number % 2 else exact}
        for number, exact in enumerate(exacts)
    ]
    text = yaml.dump(
        as_text(made),
        Dumper=Written,
        allow_unicode=True,
        default_style=data.draw(st.sampled_from(STYLES)),
        default_flow_style=data.draw(st.sampled_from([True, False, None])),
        width=data.draw(st.sampled_from([20, 80, 1000])),
    )
    before = text.replace("\n", data.draw(st.sampled_from(["\n", "\r\n"]))).encode()
    pin = data.draw(st.booleans())
    once = fix(before, loader(folder), pin=pin)
    old, new = leaves(read(before)), leaves(read(once.data))
    assert {path for path, _ in old} <= {path for path, _ in new}
    changed = dict(new - old)
    for path, value in changed.items():
        assert path[-1] in {"exact", "prefix", "suffix", "marking", "sha256"}
        assert path[-1] in {"marking", "sha256"} or value in article
    assert bool(changed) <= bool(once.done)
    again = fix(once.data, loader(folder), pin=pin)
    assert again.data == once.data


def as_text(value: Any) -> Any:
    """A tree in which every scalar is a text, which no dumper needs to tag."""
    match value:
        case dict():
            return {key: as_text(each) for key, each in value.items()}
        case list():
            return [as_text(each) for each in value]
        case bool():
            return str(value).lower()
        case _:
            return str(value)


def read(data: bytes) -> Any:
    """What another reader makes of the file."""
    return yaml.load(data.decode(), yaml.CBaseLoader)


def leaves(tree: Any) -> set[tuple[tuple[Any, ...], str]]:
    return set(_leaves(tree, ()))


def _leaves(tree: Any, path: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], str]]:
    match tree:
        case dict():
            for key, each in tree.items():
                yield from _leaves(each, (*path, key))
        case list():
            for at, each in enumerate(tree):
                yield from _leaves(each, (*path, at))
        case _:
            yield path, tree

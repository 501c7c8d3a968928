"""Under a clearance no word of what is withheld is seen anywhere, and every word of the rest is."""

import importlib
import random
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.panes.marked import allowed, drawn, words
from tui import panes
from tui.commands.show import compose
from tui.library.contents import contents
from tui.library.summary import entry, standing
from tui.model.document import Document
from tui.model.vocabularies import MARKINGS
from tui.panes import answer, copied
from tui.panes.header import header
from tui.panes.room import called, seen, withheld
from tui.panes.source_table import standings, table
from tui.places import OVERVIEWS, SENTENCE, Filter, Options, Place, View
from tui.render import FORMATS
from tui.render.printout import PageSetup
from tui.search.entries import aliases, entries

CLEARANCES = MARKINGS[:-1]
CHANCES = st.randoms(use_true_random=True)
FEW = settings(max_examples=20, deadline=None)


@FEW
@given(CHANCES, st.sampled_from(CLEARANCES), st.booleans())
def test_no_word_of_what_is_withheld_stands_anywhere(
    chance: random.Random, clearance: str, is_room: bool
) -> None:
    with TemporaryDirectory() as folder:
        document = drawn(chance, Path(folder))
    rules = allowed(document, clearance)
    options = Options(clearance=clearance, room=is_room)
    for where, shown in everything(document, options):
        leaked = {word for word in words(shown) if not rules.get(word, True)}
        assert not leaked, where


@FEW
@given(CHANCES, st.sampled_from(CLEARANCES), st.sampled_from([*FORMATS]))
def test_every_word_that_may_be_seen_is_printed_as_without_a_clearance(
    chance: random.Random, clearance: str, format: str
) -> None:
    with TemporaryDirectory() as folder:
        document = drawn(chance, Path(folder))
    rules = allowed(document, clearance)
    before = words(printed(document, format))
    after = words(printed(seen(document, Options(clearance=clearance)), format))
    elsewhere = words(document.briefing.coverage)  # a copy may be seen where this may not
    texts = {word for word in before - elsewhere if word.startswith("text")}
    assert {word for word in texts if rules.get(word, False)} - after == set()


@FEW
@given(CHANCES, st.sampled_from(CLEARANCES))
def test_in_a_room_nothing_tells_that_anything_is_withheld(
    chance: random.Random, clearance: str
) -> None:
    with TemporaryDirectory() as folder:
        document = drawn(chance, Path(folder))
    options = Options(clearance=clearance, room=True)
    shown = seen(document, options)
    assert {*shown.homes.values()} <= {"sources", *(tab.id for tab in panes.tabs(shown, options))}
    assert shown.kinds.keys() == shown.items.keys()
    for where, made in everything(document, options):
        assert "withheld" not in repr(made), where
        assert "no source is cited" not in repr(made), where


@FEW
@given(CHANCES, st.sampled_from(CLEARANCES))
def test_what_is_cleared_is_withheld_from_no_further(chance: random.Random, clearance: str) -> None:
    with TemporaryDirectory() as folder:
        document = drawn(chance, Path(folder))
    options = Options(clearance=clearance)
    shown = seen(document, options)
    assert seen(shown, options) is shown
    for id in document.items:
        assert withheld(document, id, options) is withheld(shown, id, options)
        name = called(document, id, options)
        assert name in shown.items or withheld(document, id, options)


@pytest.mark.parametrize("clearance", ["", MARKINGS[-1]])
def test_with_nothing_above_it_a_briefing_is_whole(clearance: str, tmp_path: Path) -> None:
    document = drawn(random.Random(1), tmp_path)
    shown = seen(document, Options(clearance=clearance))
    assert shown.briefing is document.briefing
    assert shown.items is document.items
    assert seen(document, Options()) is document


def everything(document: Document, options: Options) -> Iterator[tuple[str, object]]:
    """All that can be seen of a briefing, by where that is."""
    shown = seen(document, options)
    yield "header", header(document, options)
    yield "tabs", panes.tabs(document, options)
    for filter in Filter:
        chosen = Options(filter, notes=False, room=options.room, clearance=options.clearance)
        for tab in panes.tabs(document, chosen):
            yield f"pane {tab.id}", panes.blocks(document, Place(View.PANE, tab.id), chosen)
    for view in OVERVIEWS:
        place = Place(view, document.briefing.id)
        yield view, panes.blocks(document, place, options)
    sentences = [f"{SENTENCE}{id}:{number}" for id in document.copies for number in (1, 2, 5)]
    for view in (View.EVIDENCE, View.WORDS, View.SOURCE, View.CONNECTED):
        for id in (*document.items, *sentences):
            if called(document, id, options):
                yield f"{view} {id}", panes.blocks(document, Place(view, id), options)
        for id in shown.items:
            yield f"{view} {id}", panes.blocks(shown, Place(view, id), options)
    yield from _handed_on(document, shown, options)
    yield from _listed(shown)
    if not options.room:
        for format in FORMATS:
            yield format, printed(shown, format)


def _handed_on(
    document: Document, shown: Document, options: Options
) -> Iterator[tuple[str, object]]:
    for id in shown.items:
        evidence = panes.blocks(shown, Place(View.EVIDENCE, id), options)
        yield f"copied {id}", [*copied.blocks(shown, evidence, options)]
        yield f"words {id}", copied.words(document, id, options)
        yield f"answer {id}", [*answer.card(shown, id, options)]
    yield "others", [*answer.others(shown, [("others", [*enumerate(shown.items)])])]


def _listed(shown: Document) -> Iterator[tuple[str, object]]:
    yield "asked", [each.parts for each in entries(shown)]
    yield "aliases", [*aliases(shown)]
    yield "index", contents(shown, "path")
    yield "library", entry(standing(shown, "path"))
    yield "sources", table(standings(shown))


def printed(document: Document, format: str) -> str:
    """A briefing in print."""
    module = importlib.import_module(FORMATS[format].module)
    return "\n".join(module.render(compose(document), PageSetup(80, color=False)))

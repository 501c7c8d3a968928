"""What a policy withholds appears nowhere, and everything else does.

The law holds over random briefings for a clearance, for room mode and for both together.
"""

import random
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.panes.marked import allowed, assessments, drawn, words
from tui import panes
from tui.commands.show import compose
from tui.library.listing import entry
from tui.model.document import Document, Policy
from tui.model.items import Reaction
from tui.model.projection import project
from tui.model.vocabularies import MARKINGS
from tui.panes import answer, copied
from tui.panes.header import header
from tui.panes.source_table import summaries, table
from tui.places import OVERVIEWS, SENTENCE, Filter, Options, Place, View
from tui.render import FORMATS, Format, render
from tui.render.printout import PageSetup
from tui.search.contents import contents
from tui.search.entries import aliases, entries
from tui.search.summary import summarize

CLEARANCES = MARKINGS[:-1]
CHANCES = st.randoms(use_true_random=True)
FEW = settings(max_examples=20, deadline=None)


@FEW
@given(CHANCES, st.sampled_from(CLEARANCES), st.booleans())
def test_no_word_above_the_clearance_appears_anywhere(
    chance: random.Random, clearance: str, is_room: bool
) -> None:
    document = random_briefing(chance)
    rules = allowed(document, clearance)
    for where, shown in everything(document, Policy(clearance, is_room)):
        leaked = {word for word in words(shown) if not rules.get(word, True)}
        assert not leaked, where


@FEW
@given(CHANCES, st.sampled_from(["", *CLEARANCES]))
def test_no_assessment_of_the_analyst_appears_anywhere_in_room_mode(
    chance: random.Random, clearance: str
) -> None:
    document = random_briefing(chance)
    ours = assessments(document)
    for where, shown in everything(document, Policy(clearance, room=True)):
        assert not ours & words(shown), where
        assert not any(sign in repr(shown) for sign in ("[+]", "[-]", "[=]", "[!]", "[?]")), where


@FEW
@given(CHANCES)
def test_a_projection_to_room_mode_holds_no_stance_and_no_speaker_notes(
    chance: random.Random,
) -> None:
    shown = project(random_briefing(chance), Policy(room=True))
    for item in shown.items.values():
        assert not getattr(item, "speaker_notes", "")
        if isinstance(item, Reaction):
            assert {item.stance, *(toward.stance for toward in item.toward)} == {""}


@FEW
@given(CHANCES, st.sampled_from(CLEARANCES), st.sampled_from([*FORMATS]))
def test_every_word_that_may_be_shown_is_printed_as_without_a_clearance(
    chance: random.Random, clearance: str, format: Format
) -> None:
    document = random_briefing(chance)
    rules = allowed(document, clearance)
    before = words(printed(document, format))
    after = words(printed(project(document, Policy(clearance)), format))
    elsewhere = words(document.briefing.coverage)  # a copy may be shown where this may not
    texts = {word for word in before - elsewhere if word.startswith("text")}
    assert {word for word in texts if rules.get(word, False)} - after == set()


@FEW
@given(CHANCES)
def test_room_mode_keeps_the_words_of_the_sources_and_of_the_claims(chance: random.Random) -> None:
    document = random_briefing(chance)
    shown = project(document, Policy(room=True))
    ours = assessments(document)
    for id, record in document.items.items():
        if id in shown.items and not isinstance(record, Reaction):
            assert words(getattr(record, "text", "")) - ours <= words(shown.items[id])


@FEW
@given(CHANCES, st.sampled_from(CLEARANCES))
def test_in_room_mode_nothing_reveals_that_anything_is_withheld(
    chance: random.Random, clearance: str
) -> None:
    document = random_briefing(chance)
    policy = Policy(clearance, room=True)
    shown = project(document, policy)
    assert {*shown.homes.values()} <= {"sources", *(tab.id for tab in panes.tabs(shown))}
    assert shown.kinds.keys() == shown.items.keys()
    for where, made in everything(document, policy):
        assert "withheld" not in repr(made), where
        assert "no source is cited" not in repr(made), where


@FEW
@given(CHANCES, st.sampled_from(CLEARANCES))
def test_a_projection_is_projected_no_further(chance: random.Random, clearance: str) -> None:
    document = random_briefing(chance)
    policy = Policy(clearance)
    shown = project(document, policy)
    assert project(shown, policy) is shown
    for id in document.items:
        here = shown.projected_id(id)
        assert not here or here in shown.items  # the points of a withheld judgment are not
        assert shown.projected_id(here) == here
        assert not here or shown.original_id(here) == id


@pytest.mark.parametrize("clearance", ["", MARKINGS[-1]])
def test_with_nothing_above_the_clearance_a_briefing_is_whole(
    clearance: str, tmp_path: Path
) -> None:
    document = drawn(random.Random(1), tmp_path)
    shown = project(document, Policy(clearance))
    assert shown.briefing is document.briefing
    assert shown.items is document.items
    assert project(document, Policy()) is document


def random_briefing(chance: random.Random) -> Document:
    with TemporaryDirectory() as folder:
        return drawn(chance, Path(folder))


def everything(document: Document, policy: Policy) -> Iterator[tuple[str, object]]:
    """All output of a briefing, by place."""
    shown = project(document, policy)
    yield "header", header(shown, Options())
    yield "tabs", panes.tabs(shown)
    for filter in Filter:
        options = Options(filter, notes=False)
        for tab in panes.tabs(shown):
            yield f"pane {tab.id}", panes.blocks(shown, Place(View.PANE, tab.id), options)
    for view in OVERVIEWS:
        yield view, panes.blocks(shown, Place(view, shown.briefing.id), Options())
    sentences = [f"{SENTENCE}{id}:{number}" for id in document.copies for number in (1, 2, 5)]
    keys = dict.fromkeys(map(shown.projected_id, (*document.items, *sentences)))
    for view in (View.EVIDENCE, View.WORDS, View.SOURCE, View.CONNECTED):
        for id in (*keys, *shown.items):
            yield f"{view} {id}", panes.blocks(shown, Place(view, id), Options())
    yield from _handed_on(shown)
    yield from _listed(shown)
    for format in FORMATS:
        yield format, printed(shown, format)


def _handed_on(shown: Document) -> Iterator[tuple[str, object]]:
    options = Options()
    for id in shown.items:
        evidence = panes.blocks(shown, Place(View.EVIDENCE, id), options)
        yield f"copied {id}", [*copied.blocks(shown, evidence, options)]
        yield f"words {id}", copied.words(shown, id)
        yield f"answer {id}", [*answer.card(shown, id, options)]
    yield "others", [*answer.others(shown, [("others", [*enumerate(shown.items)])])]


def _listed(shown: Document) -> Iterator[tuple[str, object]]:
    yield "asked", [each.parts for each in entries(shown)]
    yield "aliases", [*aliases(shown)]
    yield "index", contents(shown, "path")
    yield "library", entry(summarize(shown, "path"))
    yield "sources", table(summaries(shown))


def printed(document: Document, format: Format) -> str:
    """A briefing in print."""
    return "\n".join(render(format, compose(document), PageSetup(80, color=False)))

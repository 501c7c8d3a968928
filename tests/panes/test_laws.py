"""Properties of every place of every document."""

import json
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.panes.generated import Generator
from tests.panes.reading import ALL, in_room, items, see, text
from tui.load import load_text
from tui.model.document import Document
from tui.panes import blocks, excerpts, tabs
from tui.panes.header import header
from tui.places import Filter, Options, Place, View

OURS = ("bottom_line.", "key_judgments.", "notes.", "allow.")
"""The fields whose texts room mode must not show."""

chances = st.randoms(use_true_random=True)
few = settings(max_examples=40, deadline=None)


@few
@given(chances)
def test_every_text_that_is_written_stands_in_a_pane_or_among_the_excerpts(
    chance: random.Random,
) -> None:
    generator = Generator(chance)
    document = load(generator)
    shown = all_printed(document, ALL)
    missing = [path for each, path in generator.texts.items() if each not in shown]
    assert not [path for path in missing if not path.endswith("speaker_notes")]


@few
@given(chances)
def test_no_place_of_any_document_raises(chance: random.Random) -> None:
    document = load(Generator(chance))
    for shown in (document, in_room(document)):
        for options in map(Options, Filter):
            assert header(shown, options)
            for place in places(document):
                assert blocks(shown, place, options)


@few
@given(chances)
def test_notes_that_are_only_counted_leave_every_block_in_its_place(chance: random.Random) -> None:
    document = load(Generator(chance))
    for place in places(document):
        full = blocks(document, place, ALL)
        counted = blocks(document, place, Options(notes=False))
        assert [block.item for block in counted] == [block.item for block in full]


@few
@given(chances)
def test_the_notes_of_a_speaker_stand_in_no_place(chance: random.Random) -> None:
    generator = Generator(chance)
    document = load(generator)
    private = {each for each, path in generator.texts.items() if path.endswith("speaker_notes")}
    assert not any(each in everything(document, ALL) for each in private)


@few
@given(chances)
def test_a_room_sees_no_judgment_and_no_note_at_any_place(chance: random.Random) -> None:
    generator = Generator(chance)
    document = load(generator)
    ours = {each for each, path in generator.texts.items() if path.startswith(OURS)}
    seen = everything(in_room(document), ALL)
    assert not any(each in seen for each in ours)


@few
@given(chances)
def test_what_is_verified_and_what_is_not_make_up_all_the_items_of_a_pane(
    chance: random.Random,
) -> None:
    document = load(Generator(chance))
    for pane in document.briefing.panes:
        every, verified, unverified = (
            items(see(document, View.PANE, pane.id, Options(show)))
            for show in (Filter.ALL, Filter.VERIFIED, Filter.UNVERIFIED)
        )
        assert sorted(verified + unverified) == sorted(every)


def load(generator: Generator) -> Document:
    written = json.dumps(generator.briefing()).encode()
    return load_text(written, "generated", folder=None)


def places(document: Document) -> list[Place]:
    """Every view of every id, and of one that nothing has."""
    derived = ["summary", "sources", "problems", "problem:1", "problem:x", "sentence:x:1"]
    keys = [*document.items, *derived, document.briefing.id, "nothing"]
    return [Place(view, key, item) for view in View for key in keys for item in ("", key)]


def everything(document: Document, options: Options) -> str:
    every = (blocks(document, place, options) for place in places(document))
    return "\n".join([text([*header(document, options)]), *map(text, every)])


def all_printed(document: Document, options: Options) -> str:
    panes = [see(document, View.PANE, tab.id, options) for tab in tabs(document)]
    parts = [[*header(document, options)], *panes, [*excerpts.blocks(document)]]
    return "\n".join([*map(text, parts), *(tab.short for tab in tabs(document))])

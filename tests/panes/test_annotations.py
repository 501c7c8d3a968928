"""The reader's annotations on the blocks of a briefing."""

import copy
from pathlib import Path

import pytest

from tests.panes.reading import ALL, entry, in_room, load, pane, see, text
from tests.panes.small import ARTICLE, BRIEFING
from tui.blocks import Block, Card
from tui.model.annotations import ReaderNote, ReadSnapshot, whole
from tui.model.changes import changes, prints
from tui.model.document import Document
from tui.panes.annotations import (
    Annotations,
    annotated,
    found,
    full_statement,
    listed,
    news,
    quotation,
    since,
)
from tui.places import Options, Place, View

REACTIONS = Place(View.PANE, "reactions")
EVIDENCE = Place(View.EVIDENCE, "r-globe")


@pytest.fixture
def document(tmp_path: Path) -> Document:
    return load(BRIEFING, tmp_path)


def note(item: str = "r-globe", said: str = "Ask them.", statement: str = "") -> ReaderNote:
    return ReaderNote(id=said, item=item, text=said, written="2026-11-24", statement=statement)


OWN = Annotations({"r-globe": "CHANGED"}, {"r-globe": (note(),)})


def owned(document: Document, place: Place, options: Options = ALL) -> list[Block]:
    return annotated(see(document, place.view, place.key, options), place, options, OWN)


def test_an_item_of_a_list_shows_its_change_and_its_notes(document: Document) -> None:
    shown = text(entry(owned(document, REACTIONS), "r-globe"))
    assert "CHANGED" in shown
    assert "Your own note: Ask them." in shown
    others = [block for block in owned(document, REACTIONS) if block.item != "r-globe"]
    assert others == [block for block in pane(document, "reactions") if block.item != "r-globe"]


def test_own_notes_are_counted_where_notes_are_counted(document: Document) -> None:
    shown = text(entry(owned(document, REACTIONS, Options(notes=False)), "r-globe"))
    assert "1 note of your own" in shown
    assert "Ask them." not in shown


def test_own_notes_are_on_a_card_below_the_evidence(document: Document) -> None:
    *evidence, card = owned(document, EVIDENCE)
    assert evidence == see(document, View.EVIDENCE, "r-globe")
    assert isinstance(card, Card)
    assert not card.item
    assert "seen by you alone" in text([card])
    assert "Ask them." in text([card])
    assert owned(document, Place(View.EVIDENCE, "c-joined")) == see(
        document, View.EVIDENCE, "c-joined"
    )


def test_items_that_cite_a_changed_excerpt_are_marked(document: Document, tmp_path: Path) -> None:
    edited = copy.deepcopy(BRIEFING)
    edited["excerpts"][1]["emphasis"] = ["a trap"]
    new = load(edited, tmp_path)
    told = news(new, changes(document, new))
    assert (told["x-trap"], told["r-globe"]) == ("CHANGED", "WORDS CHANGED")
    other = load(BRIEFING, tmp_path, ARTICLE.replace("May 5", "May 6"))
    told = news(other, changes(document, other))
    assert (told["x-joined"], told["c-joined"]) == ("PROOF CHANGED", "PROOF CHANGED")


def test_all_changes_are_listed_and_room_mode_omits_judgments(
    document: Document, tmp_path: Path
) -> None:
    reading = ReadSnapshot(
        "2026-11-02", whole(document), prints(document), {"r-again": "It is fine."}
    )
    edited = copy.deepcopy(BRIEFING)
    edited["title"] = "Another"
    del edited["panes"][2]["reactions"][2]
    edited["key_judgments"][0]["basis"] = "Little is known."
    new = load(edited, tmp_path)
    made = changes(document, new)
    shown = text([*since(new, reading, made)])
    assert shown.startswith("SINCE 2 NOVEMBER 2026")
    assert "It is fine." in shown
    assert "What the briefing says of itself has changed." in shown
    assert "judgment" in shown
    assert "judgment" not in text([*since(in_room(new), reading, made)])
    same = text([*since(document, reading, changes(document, document))])
    assert "Nothing has changed." in same


def test_a_note_belongs_to_the_item_with_the_same_statement(tmp_path: Path) -> None:
    edited = copy.deepcopy(BRIEFING)
    claims = edited["panes"][0]["sections"][0]["claims"]
    claims.append("It rains.")
    old = load(edited, tmp_path)
    (item,) = [id for id in old.items if "/" in id and full_statement(old, id) == "It rains."]
    written = note(item, statement="It rains.")
    assert found(old, written) == item
    claims[-1:] = ["It dawns.", "It rains."]
    new = load(edited, tmp_path)
    moved = found(new, written)
    assert moved != item
    assert full_statement(new, moved) == "It rains."
    del claims[-2:]
    assert found(load(edited, tmp_path), written) == ""


def test_a_note_whose_item_is_gone_is_still_listed(document: Document) -> None:
    gone = note("r-gone", statement="It was said.")
    assert found(document, gone) == ""
    shown = [*listed(document, document, [gone, note()])]
    assert [block.item for block in shown] == ["", "r-globe"]
    assert "It was said." in text(shown[:1])
    assert "withdrawn" in text(shown[:1])


@pytest.mark.parametrize(
    ("item", "words", "quoted"),
    [
        ("r-globe", "It is a trap.", "The Globe wrote that it is a trap."),
        ("x-trap", "The Globe wrote that it is a trap.", "The Globe wrote that it is a trap."),
        ("r-silence", "Nothing was said.", ""),
        ("seoul", "Seoul", ""),
    ],
)
def test_a_note_records_the_statement_and_quotation_of_its_item(
    document: Document, item: str, words: str, quoted: str
) -> None:
    assert full_statement(document, item) == words
    assert quotation(document, item) == quoted

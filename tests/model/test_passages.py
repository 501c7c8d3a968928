"""The texts that words which are given as a source's must stand in."""

from pathlib import Path

from tests.panes.reading import changed, load
from tests.panes.small import BRIEFING
from tui.model.items import Note
from tui.model.passages import cited, noted, sentences, touched


def test_an_excerpt_touches_whole_sentences(tmp_path: Path) -> None:
    excerpt = {"id": "x-1", "source": "article", "exact": "it is a trap"}
    document = load(changed(excerpts=[excerpt]), tmp_path)
    (made,) = document.briefing.excerpts
    assert sentences(document, made) == "The Globe wrote that it is a trap."
    assert touched(document, made) == ("The Globe wrote that it is a trap.", "it is a trap")


def test_where_a_copy_is_not_held_nothing_is_known(tmp_path: Path) -> None:
    document = load(BRIEFING, tmp_path, None)
    assert cited(document, ["x-joined"]) is None
    assert noted(document, Note(on=("article",), text="So it is.")) is None


def test_what_cites_nothing_has_no_texts(tmp_path: Path) -> None:
    document = load(BRIEFING, tmp_path)
    assert cited(document, []) is None
    assert noted(document, Note(on=("seoul",), text="So it is.")) is None
    assert noted(document, Note(on=("r-globe",), text="So it is.")) == (
        "The Globe wrote that it is a trap.",
    )

"""Actors: a card each, in the order that the pane names."""

from pathlib import Path

from tests.panes.reading import card, changed, field, items, labels, load, pane, text
from tests.panes.small import BRIEFING
from tui.blocks import plain

RICH = {
    "id": "seoul",
    "name": "Seoul",
    "kind": "state",
    "also": ["서울"],
    "role": "partner",
    "of": "beijing",
    "iso3166": "KOR",
    "wikidata": "Q884",
    "text": "A partner.",
    "positions": ["c-joined"],
    "interests": [{"id": "i-peace", "text": "Peace.", "cites": ["x-glad"]}],
    "relations": [{"type": "ally of", "to": "globe", "text": "For long.", "cites": ["x-trap"]}],
    "cites": ["x-joined"],
}


def test_all_actors_are_shown_where_the_pane_names_none(tmp_path: Path) -> None:
    assert items(pane(load(BRIEFING, tmp_path), "actors")) == [
        "seoul",
        "globe",
        "ministry",
        "beijing",
    ]


def test_the_pane_shows_those_it_names_in_its_order(tmp_path: Path) -> None:
    panes = [{"role": "actors", "show": ["beijing", "nobody", "seoul"]}]
    document = load(changed(panes=panes), tmp_path)
    assert items(pane(document, "actors")) == ["beijing", "seoul"]


def test_actors_that_no_pane_lists_are_shown_after_the_sources(tmp_path: Path) -> None:
    panes = [{"role": "actors", "show": ["beijing"]}]
    document = load(changed(panes=panes), tmp_path)
    assert items(pane(document, "sources"))[1:] == ["seoul", "globe", "ministry"]
    assert items(pane(load(BRIEFING, tmp_path), "sources")) == ["article"]


def test_a_card_shows_every_field_of_an_actor(tmp_path: Path) -> None:
    actors = [RICH, *BRIEFING["actors"][1:]]
    shown = card(pane(load(changed(actors=actors), tmp_path), "actors"), "seoul")
    assert (plain(shown.title), plain(shown.aside)) == ("Seoul, partner", "state")
    assert labels(shown) == [
        *("WHO", "ALSO", "OF", "RELATIONS", "POSITIONS", "INTERESTS", "CODES", "CHECKED")
    ]
    assert field(shown, "ALSO") == "서울"
    assert field(shown, "OF") == "Beijing"
    assert field(shown, "RELATIONS") == "ally of Globe: For long. · ✓ verbatim"
    assert field(shown, "POSITIONS") == "Seoul is in."
    assert field(shown, "INTERESTS") == "Peace. · ✓ verbatim"
    assert field(shown, "CODES") == "ISO 3166-1 KOR · Wikidata Q884"
    assert shown.refs == ("x-joined", "x-trap", "x-glad")


def test_an_unknown_reference_is_shown_as_written(tmp_path: Path) -> None:
    actors = [{"id": "seoul", "name": "Seoul", "kind": "state", "of": "nobody"}]
    document = load(changed(actors=actors), tmp_path)
    assert "nobody" in text(pane(document, "actors"))

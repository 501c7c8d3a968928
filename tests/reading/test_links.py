"""Where the keys lead from an item."""

import pytest

from tests.reading.sessions import small
from tui.frozen import replace
from tui.places import Place, View
from tui.reading import links

PANE, EVIDENCE, WORDS = View.PANE, View.EVIDENCE, View.WORDS


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (Place(PANE, "summary", "j1"), Place(EVIDENCE, "j1")),
        (Place(PANE, "sources", "article"), Place(View.SOURCE, "article")),
        (Place(View.CONNECTED, "x-joined", "article"), Place(EVIDENCE, "article")),
        (Place(PANE, "problems", "problem:1"), Place(EVIDENCE, "problem:1")),
        (Place(EVIDENCE, "j1", "c-joined"), Place(EVIDENCE, "c-joined")),
        (Place(EVIDENCE, "j1", "j1"), Place(View.CONNECTED, "j1")),
        (Place(EVIDENCE, "c-joined", "x-joined"), Place(View.SOURCE, "article", "x-joined")),
        (Place(EVIDENCE, "x-joined", "x-joined"), Place(View.SOURCE, "article", "x-joined")),
        (Place(WORDS, "c-joined", "x-joined"), Place(View.SOURCE, "article", "x-joined")),
        (Place(View.SOURCE, "article", "x-joined"), Place(EVIDENCE, "x-joined")),
        (Place(View.CONNECTED, "e-entry", "background"), Place(PANE, "background")),
        (Place(View.CONNECTED, "e-entry", "r-globe"), Place(EVIDENCE, "r-globe")),
        (Place(PANE, "summary"), None),
    ],
)
def test_enter_leads_nearer_to_the_words(here: Place, there: Place | None) -> None:
    assert links.inside(small(), here) == there


@pytest.mark.parametrize(
    ("concerned", "there"),
    [
        ("x-false", Place(EVIDENCE, "x-false")),
        ("c-both", Place(PANE, "background", "c-both")),
        ("", Place(View.CONNECTED, "problem:1")),
    ],
)
def test_enter_leads_from_a_problem_to_what_it_concerns(concerned: str, there: Place) -> None:
    problem = replace(small().problems[0], item=concerned)
    document = replace(small(), problems=(problem,))
    assert links.inside(document, Place(EVIDENCE, "problem:1", "problem:1")) == there


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ("article", Place(View.SOURCE, "article")),
        ("x-glad", Place(View.SOURCE, "article", "x-glad")),
        ("r-globe", Place(View.SOURCE, "article", "x-trap")),
        ("j1", Place(View.SOURCE, "article", "x-joined")),
        ("c-guess", None),
        ("nobody", None),
        ("", None),
    ],
)
def test_the_words_of_an_item_are_found_in_their_source(item: str, place: Place | None) -> None:
    assert links.in_source(small(), item) == place


def test_what_a_pane_lists_stands_there_and_all_else_as_evidence_over_it() -> None:
    def way(item: str, *, listed: bool = True) -> tuple[Place, ...]:
        return links.way_to(small(), item, lambda _: listed)

    assert way("r-globe") == (Place(View.PANE, "reactions", "r-globe"),)
    assert way("j1-word", listed=False) == (
        Place(View.PANE, "summary"),
        Place(View.EVIDENCE, "j1-word"),
    )
    assert way("x-trap", listed=False) == (
        Place(View.PANE, "sources", "article"),
        Place(View.EVIDENCE, "x-trap"),
    )


def test_a_note_stands_at_what_it_is_on() -> None:
    assert links.way_to(small(), "n-trap", lambda _: False)[-1] == Place(View.EVIDENCE, "x-trap")

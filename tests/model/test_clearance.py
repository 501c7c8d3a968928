"""Who may see what: markings, and what a clearance withholds."""

import pytest

from tests.model.briefings import claims, load
from tui.model.clearance import strictness
from tui.model.document import Document, Policy
from tui.model.vocabularies import MARKINGS, rank


def levels(document: Document) -> dict[str, str]:
    found = strictness(document).records
    return {id: MARKINGS[found[record]] for id, record in document.items.items()}


def test_the_order_is_that_of_the_traffic_light_protocol() -> None:
    order = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"]
    assert [rank(each) for each in order] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("marking", ["", "TLP:WHITE", "AMBER", "secret"])
def test_what_is_no_marking_counts_as_the_strictest(marking: str) -> None:
    assert rank(marking) == rank("TLP:RED")
    assert Policy("TLP:AMBER+STRICT").withholds(marking)
    assert not Policy("TLP:RED").withholds(marking)


def test_without_a_clearance_nothing_is_above_it() -> None:
    assert not Policy().withholds("TLP:RED")


def test_what_has_no_marking_has_the_file_s() -> None:
    document = load(marking="TLP:AMBER", panes=claims({"id": "c", "text": "C"}))
    assert levels(document) == {"background": "TLP:AMBER", "c": "TLP:AMBER"}


def test_a_file_without_a_marking_is_of_the_strictest() -> None:
    shown = {"id": "c", "text": "C"}, {"id": "d", "text": "D", "marking": "TLP:CLEAR"}
    assert levels(load(panes=claims(*shown))) == {
        "background": "TLP:RED",
        "c": "TLP:RED",
        "d": "TLP:CLEAR",
    }


def test_a_stricter_pane_is_the_least_of_what_has_no_marking_in_it() -> None:
    shown = {"id": "c", "text": "C"}, {"id": "d", "text": "D", "marking": "TLP:CLEAR"}
    document = load(marking="TLP:GREEN", panes=claims(*shown, marking="TLP:RED"))
    assert levels(document) == {"background": "TLP:RED", "c": "TLP:RED", "d": "TLP:CLEAR"}


def test_what_stands_within_an_item_is_no_less_strict() -> None:
    judgment = {
        "id": "j",
        "text": "J",
        "marking": "TLP:AMBER",
        "gaps": [{"id": "g", "text": "G", "marking": "TLP:CLEAR"}],
    }
    document = load(marking="TLP:AMBER", key_judgments=[judgment])
    assert levels(document)["g"] == "TLP:AMBER"


@pytest.mark.parametrize(
    ("source", "claims_are", "excerpt_is"),
    [
        ("TLP:CLEAR", ("TLP:RED", "TLP:GREEN"), "TLP:GREEN"),
        ("TLP:CLEAR", ("TLP:RED", "TLP:AMBER"), "TLP:AMBER"),
        ("TLP:AMBER", ("TLP:CLEAR",), "TLP:AMBER"),
        ("TLP:CLEAR", (), "TLP:RED"),
    ],
)
def test_an_excerpt_is_as_its_source_and_the_least_strict_that_cites_it(
    source: str, claims_are: tuple[str, ...], excerpt_is: str
) -> None:
    citing = [
        {"id": f"c{at}", "text": "C", "cites": ["x"], "marking": marking}
        for at, marking in enumerate(claims_are)
    ]
    document = load(
        marking="TLP:RED",
        panes=claims(*citing),
        sources=[{"id": "s", "marking": source}],
        excerpts=[{"id": "x", "source": "s", "exact": "X"}],
    )
    assert levels(document)["x"] == excerpt_is


def test_a_note_is_no_less_strict_than_all_that_it_is_on() -> None:
    shown = (
        {"id": "c", "text": "C", "marking": "TLP:AMBER"},
        {"id": "d", "text": "D", "marking": "TLP:GREEN"},
    )
    notes = [
        {"id": "n1", "on": ["c"], "text": "N", "marking": "TLP:CLEAR"},
        {"id": "n2", "on": ["c", "d"], "text": "N", "marking": "TLP:CLEAR"},
        {"id": "n3", "on": ["d"], "text": "N", "marking": "TLP:RED"},
    ]
    found = levels(load(marking="TLP:AMBER", panes=claims(*shown), notes=notes))
    assert [found[f"n{at}"] for at in (1, 2, 3)] == ["TLP:AMBER", "TLP:GREEN", "TLP:RED"]


def test_a_marking_that_cannot_be_read_lets_nothing_through() -> None:
    shown = (
        {"id": "c", "text": "C", "marking": "top secret"},
        {
            "id": "d",
            "text": "D",
            "marking": ["TLP:RED"],
        },
    )
    document = load(marking="TLP:CLEAR", panes=claims(*shown))
    found = levels(document)
    assert (found["c"], found["d"]) == ("TLP:RED", "TLP:RED")

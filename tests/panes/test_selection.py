"""The reader's filter: what passes as verified."""

from pathlib import Path
from typing import Any

import pytest

from tests.panes.reading import changed, items, load, pane
from tests.panes.small import BRIEFING
from tui.blocks import Heading, plain
from tui.places import Filter, Options

FALSE = {"cites": ["x-joined", "x-false"]}
TRUE = {"cites": ["x-joined"]}


@pytest.mark.parametrize(
    ("fields", "passes"),
    [
        (TRUE, True),
        (FALSE, False),
        ({}, False),
        ({"kind": "assumption"}, False),
        ({**TRUE, "when": {"stated": "May 5", "undated": True}}, True),
        ({**TRUE, "when": {"stated": "June 3", "undated": True}}, False),
        ({**TRUE, "reported_likelihood": "on May"}, True),
        ({**TRUE, "reported_likelihood": "likely"}, False),
    ],
)
def test_a_claim_passes_if_all_that_it_gives_as_words_of_a_source_is_there(
    fields: dict[str, Any], passes: bool, tmp_path: Path
) -> None:
    claim = {"id": "c-1", "text": "So it is.", **fields}
    assert kept({"role": "background", "sections": [{"claims": [claim]}]}, tmp_path) is passes


@pytest.mark.parametrize("cites", [["x-joined"], []])
def test_a_silence_passes_with_words_of_a_source_and_not_with_a_search(
    cites: list[str], tmp_path: Path
) -> None:
    silence = {
        **{"id": "c-1", "actor": "beijing", "form": "no-statement", "text": "Nothing."},
        "cites": cites,
        "search_scope": "its website",
    }
    assert kept({"role": "reactions", "reactions": [silence]}, tmp_path) is bool(cites)


def test_a_point_and_an_event_pass_by_what_they_cite(tmp_path: Path) -> None:
    point = {"id": "c-1", "text": "Why?"}
    assert kept({"role": "outlook", "watch": [{**point, **TRUE}]}, tmp_path)
    assert not kept({"role": "outlook", "watch": [point]}, tmp_path)
    event = {"id": "c-1", "title": "It is."}
    assert kept({"role": "outlook", "event": {**event, **TRUE}}, tmp_path)
    assert not kept({"role": "outlook", "event": {**event, **FALSE}}, tmp_path)


@pytest.mark.parametrize(
    ("within", "passes"),
    [
        ({}, True),
        ({"relations": [{"type": "of", "to": "globe", **FALSE}]}, False),
        ({"relations": [{"type": "of", "to": "globe"}]}, True),
        ({"interests": [{"text": "More.", **FALSE}]}, False),
    ],
)
def test_an_actor_passes_with_its_relations_and_interests(
    within: dict[str, Any], passes: bool, tmp_path: Path
) -> None:
    actor = {"id": "c-1", "name": "It", "kind": "group", **TRUE, **within}
    actors = [*BRIEFING["actors"], actor]
    pane = {"role": "actors", "show": ["c-1"]}
    assert kept(pane, tmp_path, actors=actors) is passes


def kept(written: dict[str, Any], folder: Path, **fields: Any) -> bool:
    """Whether `c-1` passes the filter for verified items and not the one for the others."""
    document = load(changed(panes=[written], **fields), folder)
    id = document.briefing.panes[0].id
    verified, others = (
        pane(document, id, Options(show)) for show in (Filter.VERIFIED, Filter.UNVERIFIED)
    )
    passes = "c-1" in items(verified)
    hiding = others if passes else verified
    assert ("c-1" in items(others)) is not passes
    assert isinstance(hiding[0], Heading)
    assert plain(hiding[0].aside) == "0 items, 1 hidden"
    return passes

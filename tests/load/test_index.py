"""What refers to what: ids, kinds, homes, citations and notes of a briefing."""

from tests.load.trees import tree
from tui.diagnostics import Diagnostic
from tui.load.index import DocumentIndex, index
from tui.load.schema import read

BRIEFING = """\
format: briefing/1
id: example
title: Example
key_judgments:
  - id: j1
    text: x
    supported_by: [c1]
    gaps: [{id: g1, text: y, cites: [x1]}]
actors:
  - id: nato
    name: NATO
    kind: organization
    cites: [x2]
    interests: [{id: i1, text: y}]
    relations: [{type: host of, to: rok, cites: [x1, {exact: c}]}]
  - {id: rok, name: South Korea, kind: state}
panes:
  - role: background
    sections:
      - claims:
          - {id: c1, text: x, cites: [x1, x2, x1]}
          - {text: y, cites: [{exact: d}]}
    timeline: [{id: e1, title: x}]
  - {role: actors, show: [nato]}
  - {role: actors, id: all}
  - role: outlook
    event: {id: e2, title: x}
    watch: [{id: w1, text: y}]
  - {role: reactions, reactions: [{id: r1, actor: rok, form: commentary, text: x}]}
sources: [{id: s1}]
excerpts: [{id: x1, exact: a}, {id: x2, exact: b}]
notes: [{id: n1, on: [x1, c1], text: y}, {id: n2, on: x1, text: z}]
"""


def test_everything_that_has_an_id_is_found_by_it_in_the_order_of_the_file() -> None:
    tables = made(BRIEFING)
    assert list(tables.items) == [
        *("j1", "g1", "nato", "i1", "rok", "background", "c1", "background/2", "e1", "actors"),
        *("all", "outlook", "e2", "w1", "reactions", "r1", "s1", "x1", "x2", "nato/2"),
        *("background/2/1", "n1", "n2"),
    ]
    assert tables.items["c1"].text == "x"  # type: ignore[attr-defined]


def test_the_kind_of_each_is_its_class_and_panes_are_panes() -> None:
    kinds = made(BRIEFING).kinds
    assert {kinds[id] for id in ("background", "actors", "all", "outlook", "reactions")} == {"pane"}
    assert [kinds[id] for id in ("j1", "g1", "nato", "c1", "e1", "r1", "s1", "x1", "n1")] == [
        *("judgment", "point", "actor", "claim", "event", "reaction", "source", "excerpt", "note")
    ]


def test_the_home_of_an_item_is_the_pane_that_lists_it() -> None:
    homes = made(BRIEFING).homes
    assert {id: homes.get(id, "") for id in ("c1", "e1", "e2", "w1", "r1")} == {
        **dict.fromkeys(("c1", "e1"), "background"),
        **dict.fromkeys(("e2", "w1"), "outlook"),
        "r1": "reactions",
    }
    assert (homes["j1"], homes["g1"], homes["s1"], homes["x1"]) == (
        *("summary", "summary", "sources", "sources"),
    )
    assert "n1" not in homes


def test_the_home_of_an_actor_is_the_first_pane_that_shows_it() -> None:
    homes = made(BRIEFING).homes
    assert (homes["nato"], homes["i1"], homes["rok"]) == ("actors", "actors", "all")


def test_an_excerpt_knows_once_each_who_cites_it_and_a_relation_counts_for_its_actor() -> None:
    assert made(BRIEFING).cited_by == {
        "x1": ("g1", "nato", "c1"),
        "x2": ("nato", "c1"),
        "nato/2": ("nato",),
        "background/2/1": ("background/2",),
    }


def test_notes_are_found_by_what_they_are_on() -> None:
    notes = made(BRIEFING).notes_on
    assert {on: [note.id for note in each] for on, each in notes.items()} == {
        "x1": ["n1", "n2"],
        "c1": ["n1"],
    }


def test_an_id_that_stands_twice_means_the_first_and_is_reported_at_the_second() -> None:
    text = BRIEFING.replace("id: e1", "id: nato").replace("id: n2", "id: x1")
    tables, problems = indexed(text)
    assert tables.kinds["nato"] == "actor"
    assert tables.kinds["x1"] == "excerpt"
    assert [(problem.span.line, problem.message) for problem in problems] == [
        (23, "“nato” is the id of the actor in line 10 too."),
        (32, "“x1” is the id of the excerpt in line 31 too."),
    ]


def made(text: str) -> DocumentIndex:
    """The tables of a faultless text."""
    tables, problems = indexed(text)
    assert problems == ()
    return tables


def indexed(text: str) -> tuple[DocumentIndex, tuple[Diagnostic, ...]]:
    """The tables of a text, and what is wrong with it."""
    parsed, problems = tree(text)
    return index(read(parsed, problems), problems), problems.found()

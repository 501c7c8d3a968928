"""A briefing as a clearance lets one see it."""

from pathlib import Path

from tests.model.briefings import claims, load
from tui.model.document import Policy
from tui.model.projection import project


def test_of_two_items_of_one_id_each_is_seen_by_its_own_marking() -> None:
    shown = (
        {"id": "c", "text": "Open", "marking": "TLP:CLEAR"},
        {"id": "c", "text": "Hidden", "marking": "TLP:RED"},
    )
    document = load(marking="TLP:CLEAR", panes=claims(*shown))
    made = repr(project(document, Policy("TLP:GREEN")).briefing)
    assert "Open" in made
    assert "Hidden" not in made
    reverse = load(marking="TLP:CLEAR", panes=claims(*shown[::-1]))
    assert "Hidden" not in repr(project(reverse, Policy("TLP:GREEN")).briefing)


def test_the_words_of_a_withheld_excerpt_are_withheld_in_an_open_copy(tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text(
        "First it began. Then he “told us of gold” at night. At last it ended.\n\nThe end.\n"
    )
    shown = (
        {"id": "c", "text": "C", "cites": ["gold"], "marking": "TLP:RED"},
        {"id": "d", "text": "D", "cites": ["last"], "marking": "TLP:CLEAR"},
    )
    document = load(
        tmp_path,
        marking="TLP:RED",
        panes=claims(*shown),
        sources=[{"id": "s", "file": "s.txt", "marking": "TLP:CLEAR"}],
        excerpts=[
            {"id": "gold", "source": "s", "exact": "told us of gold"},
            {"id": "last", "source": "s", "exact": "At last it ended."},
        ],
    )
    made = project(document, Policy("TLP:GREEN"))
    text = made.copies["s"].text
    assert text == "First it began. [withheld] At last it ended.\n\nThe end.\n"
    found = made.verifications["last"]
    assert found.passage
    assert text[found.passage.start : found.passage.end] == "At last it ended."
    assert (found.before, found.after) == ("[withheld]", "The end.")
    traceless = project(document, Policy("TLP:GREEN", room=True))
    assert "withheld" not in traceless.copies["s"].text
    found = traceless.verifications["last"]
    assert found.passage
    assert found.passage.sentence == 2
    assert found.before == ""


def test_words_that_an_open_excerpt_holds_are_seen_though_a_withheld_one_has_them_too(
    tmp_path: Path,
) -> None:
    (tmp_path / "s.txt").write_text("He said “it is gold” and went away.\n")
    shown = (
        {"id": "c", "text": "C", "cites": ["all"], "marking": "TLP:RED"},
        {"id": "d", "text": "D", "cites": ["gold"], "marking": "TLP:CLEAR"},
    )
    document = load(
        tmp_path,
        marking="TLP:RED",
        panes=claims(*shown),
        sources=[{"id": "s", "file": "s.txt", "marking": "TLP:CLEAR"}],
        excerpts=[
            {"id": "all", "source": "s", "exact": "it is gold” and went away"},
            {"id": "gold", "source": "s", "exact": "it is gold", "voice": "direct"},
        ],
    )
    text = project(document, Policy("TLP:GREEN")).copies["s"].text
    assert text == "[withheld]“it is gold”[withheld]\n"


def test_what_is_given_beside_an_open_excerpt_is_left_in_its_sentence(tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text("On May 5 the envoy said it is gold and went away.\n")
    shown = (
        {"id": "c", "text": "C", "cites": ["away"], "marking": "TLP:RED"},
        {
            "id": "d",
            "text": "D",
            "cites": ["gold"],
            "marking": "TLP:CLEAR",
            "when": {"stated": "May 5", "date": "2022-05-05", "inferred": "year"},
        },
    )
    document = load(
        tmp_path,
        marking="TLP:RED",
        panes=claims(*shown),
        sources=[{"id": "s", "file": "s.txt", "marking": "TLP:CLEAR"}],
        excerpts=[
            {"id": "away", "source": "s", "exact": "went away"},
            {
                "id": "gold",
                "source": "s",
                "exact": "it is gold",
                "chain": [{"unnamed": True, "cue": "the envoy said"}],
            },
        ],
    )
    text = project(document, Policy("TLP:GREEN")).copies["s"].text
    assert text == "[withheld]May 5 the envoy said it is gold[withheld]\n"

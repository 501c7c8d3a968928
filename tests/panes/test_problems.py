"""Problems as a pane."""

from pathlib import Path

from tests.panes.reading import entry, load, pane, text
from tests.panes.small import BRIEFING
from tui.blocks import Entry, plain
from tui.panes import problems


def test_each_problem_is_an_entry_with_its_place(tmp_path: Path) -> None:
    document = load(BRIEFING, tmp_path)
    shown = [each for each in pane(document, "problems") if isinstance(each, Entry)]
    assert len(shown) == len(document.problems)
    first = entry(shown, "problem:1")
    found = document.problems[0]
    assert plain(first.name) == found.code
    assert plain(first.aside) == f"{found.span.line}:{found.span.column}"
    assert plain(first.text) == found.message


def test_only_the_items_of_problems_are_found_as_such(tmp_path: Path) -> None:
    document = load(BRIEFING, tmp_path)
    assert problems.find(document, "problem:1") is document.problems[0]
    for key in ("problem:0", "problem:", "problem:9999", "problem:-1", "problem:²", "j1", "1"):
        assert problems.find(document, key) is None


def test_severities_are_words_and_not_only_colours(tmp_path: Path) -> None:
    told = text(pane(load(BRIEFING, tmp_path), "problems"))
    assert "✗ error" in told

"""The differences between two versions of a briefing."""

import copy
from pathlib import Path

from tests.panes.reading import entry, headings, load, text
from tests.panes.small import ARTICLE, BRIEFING
from tui.blocks import Style, plain
from tui.model.changes import Changes, Pair, changes
from tui.model.difference import difference
from tui.model.document import DiffKind
from tui.panes.changes import blocks, counted
from tui.panes.verification import word_diff


def test_each_kind_of_change_has_a_heading(tmp_path: Path) -> None:
    old = load(BRIEFING, tmp_path)
    edited = copy.deepcopy(BRIEFING)
    edited["panes"][2]["reactions"][0]["text"] = "It is a deep trap."
    new = load(edited, tmp_path, ARTICLE.replace("May 5", "May 6"))
    shown = [*blocks(old, new, changes(old, new))]
    assert headings(shown) == ["CHANGED (1)", "VERIFICATION CHANGED (2)", "SOURCES CHANGED (1)"]
    assert "text: It is a [new: deep] trap." in text(shown)
    assert "our copy: another one: SHA-256 " in text(entry(shown, "article"))


def test_a_missing_copy_is_reported(tmp_path: Path) -> None:
    old = load(BRIEFING, tmp_path)
    (tmp_path / "article.txt").unlink()
    new = load(BRIEFING, tmp_path, None)
    there, gone = changes(old, new), changes(new, old)
    assert "our copy: not held any more" in text([*blocks(old, new, there)])
    assert "our copy: held; it was not before" in text([*blocks(new, old, gone)])


def test_nothing_is_said_to_differ_where_nothing_does(tmp_path: Path) -> None:
    old = load(BRIEFING, tmp_path)
    assert text([*blocks(old, old, Changes())]) == "The two say the same."


def test_different_words_are_set_apart_from_equal_ones() -> None:
    assert shown_difference("He came late.", "He came.") == "He came[old: late]."
    assert shown_difference("It rains.", "It pours.") == "It [old: rains] [new: pours]."
    assert shown_difference("", "It rains.") == "[new: It rains.]"


def test_changes_are_counted_in_a_few_words() -> None:
    assert counted(Changes()) == ""
    one = Pair("a", "a")
    assert counted(Changes(changed=(one,), standing=(one,))) == "1 item changed"
    every = Changes(("b",), ("c",), (one, Pair("d", "d")), (Pair("e", "e"),))
    assert counted(every) == "2 items changed, 1 new, 1 withdrawn, 1 proof changed"


def shown_difference(before: str, after: str) -> str:
    sides = {DiffKind.YOURS: ("old", Style.WRONG), DiffKind.THEIRS: ("new", Style.VERIFIED)}
    return plain(word_diff(difference(before, after), sides, Style.TEXT))

"""What can be asked for in a briefing, written and read again."""

from tests.reading.sessions import seed, small
from tui.blocks import plain
from tui.library.contents import contents, contents_of, standing_of, written
from tui.library.summary import BriefingSummary, entry, standing


def test_what_was_written_is_read_as_it_was() -> None:
    for document in (small(), seed()):
        told = contents(document, "a/path.yaml")
        assert contents_of(written(told), "a/path.yaml") == told
        how = standing(document, "a/path.yaml")
        assert standing_of(written(how)) == how


def test_an_item_is_told_in_a_line_with_who_said_it_and_when() -> None:
    by_id = {each.entry.id: each for each in contents(small(), "x").told}
    said = by_id["r-globe"]
    assert (said.who, said.said, said.pane) == ("Globe", "It is a trap.", "Reactions")
    assert by_id["e-entry"].when.startswith("[2022] May 5")
    assert all(each.entry.briefing == "x" for each in by_id.values())


def test_what_may_come_or_is_not_known_is_not_told_as_a_fact() -> None:
    by_id = {each.entry.id: each.said for each in contents(small(), "x").told}
    assert by_id["j1-word"].startswith("would change it (j1): ")
    assert by_id["g-why"] == "not known: Why it joined."


def test_a_standing_counts_what_is_proved() -> None:
    how = standing(small(), "x")
    assert (how.excerpts, how.verbatim) == (4, 3)
    assert entry(how).item == "x"


def test_what_there_is_none_of_is_not_said() -> None:
    shown = entry(BriefingSummary(path="x", errors=1, warnings=2))
    assert [*map(plain, shown.details)] == ["x", "1 error · 2 warnings"]
    assert [*map(plain, entry(BriefingSummary(path="x")).details)] == ["x"]

"""Lists whose entries are made when they are shown."""

from tui.blocks import Block, Heading, Paragraph, plain, runs
from tui.library.lazy_list import FOUND, LazyList


def listed(paths: str, found: str = "") -> tuple[LazyList, list[str]]:
    made: list[str] = []

    def make(item: str) -> Block:
        made.append(item)
        return Paragraph(item=item, text=runs(item))

    return LazyList([*paths], [*found], make), made


def test_an_entry_is_made_once_when_it_is_shown() -> None:
    entries, made = listed("abc")
    assert (len(entries), made) == (3, [])
    assert (entries[-1].item, entries[2].item) == ("c", "c")
    assert made == ["c"]
    assert [each.item for each in entries[:2]] == ["a", "b"]


def test_found_briefings_follow_a_heading_with_their_number() -> None:
    entries, _ = listed("ab", "bcd")
    heading = entries[2]
    assert isinstance(heading, Heading)
    assert (plain(heading.text), plain(heading.aside)) == ("IN WHAT THEY SAY", "3 briefings")
    assert [each.item for each in entries][3:] == [f"{FOUND}b", f"{FOUND}c", f"{FOUND}d"]
    assert [entries.number(at) for at in (0, 1, 3, 4, 5)] == [1, 2, 3, 4, 5]
    assert (len(entries), entries.total) == (6, 5)
    assert [*entries.found] == ["b", "c", "d"]


def test_the_position_of_an_item_is_known_without_making_entries() -> None:
    entries, made = listed("ab", "b")
    assert [entries.position(item) for item in ("a", "b", f"{FOUND}b", "c", "")] == [
        0,
        1,
        3,
        -1,
        -1,
    ]
    assert made == []


def test_nothing_is_an_empty_list() -> None:
    assert not listed("")[0]
    assert listed("", "a")[0].total == 1

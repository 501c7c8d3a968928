"""Find: words in lists of blocks."""

from tui.blocks import Block, Card, Entry, Field, Paragraph, Run, Style, runs
from tui.places import Place, View
from tui.search.find import Find, FindMatch, SearchedList, text_of


def section(name: str, *texts: str) -> SearchedList:
    blocks: list[Block] = [Paragraph(text=runs(text)) for text in texts]
    return SearchedList(Place(View.PANE, name), name, blocks)


def find() -> Find:
    return Find(
        [
            section("one", "Seoul joins the centre", "Nothing", "the CENTRE in Séoul"),
            section("two", "서울 한국", "centre; Seoul"),
        ]
    )


def test_words_are_found_in_any_order_without_case_and_diacritics() -> None:
    found = find()
    assert found.search("seoul cent", FindMatch(0, 0)) == FindMatch(0, 0)
    assert found.matches == [FindMatch(0, 0), FindMatch(0, 2), FindMatch(1, 1)]
    assert found.counts() == {"one": 2, "two": 1}
    assert found.search("한국", FindMatch(0, 0)) == FindMatch(1, 0)


def test_the_first_match_is_sought_from_the_start_on_and_then_from_the_first_list() -> None:
    found = find()
    assert found.search("centre", FindMatch(0, 1)) == FindMatch(0, 2)
    assert found.search("joins", FindMatch(1, 0)) == FindMatch(0, 0)


def test_matches_are_stepped_through_in_all_lists_and_round() -> None:
    found = find()
    found.search("centre", FindMatch(0, 0))
    assert found.step(FindMatch(0, 0), 1) == FindMatch(0, 2)
    assert found.step(FindMatch(0, 2), 1) == FindMatch(1, 1)
    assert found.step(FindMatch(1, 1), 1) == FindMatch(0, 0)
    assert found.step(FindMatch(0, 0), -1) == FindMatch(1, 1)
    assert found.step(FindMatch(1, 0), -1) == FindMatch(0, 2)
    assert found.current == 1


def test_words_that_are_nowhere_are_not_found() -> None:
    found = find()
    assert found.search("nowhere", FindMatch(0, 0)) is None
    assert found.search("", FindMatch(0, 0)) is None
    assert found.step(FindMatch(0, 0), 1) is None
    assert found.current_match is None


def test_all_texts_of_a_block_are_searched_apart_from_each_other() -> None:
    card = Card(
        item="id", title=runs("ti", "tle"), fields=(Field("LABEL", (runs("a"), runs("b"))),)
    )
    assert text_of(card) == "LABEL\na\nb\ntitle"
    entry = Entry(kind="claim", text=runs("text"), details=(runs("detail"),))
    assert text_of(entry) == "text\ndetail"


def test_words_are_found_across_runs_of_different_styles() -> None:
    block = Paragraph(text=(Run("cen", Style.STRONG), Run("tre")))
    found = Find([SearchedList(Place(View.PANE, "one"), "one", [block])])
    assert found.search("centre", FindMatch(0, 0)) == FindMatch(0, 0)

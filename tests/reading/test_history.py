"""Levels over levels, and one history of them."""

from tui.places import Place, View
from tui.reading.history import KEPT_TRAILS, History

ONE = Place(View.PANE, "one", "a")
TWO = Place(View.PANE, "two")
EVIDENCE = Place(View.EVIDENCE, "a", "x")
SOURCE = Place(View.SOURCE, "article", "x")


def test_a_level_is_entered_and_left_and_a_pane_never() -> None:
    navigation = History((ONE,))
    navigation.enter(EVIDENCE)
    navigation.enter(SOURCE)
    assert navigation.here == SOURCE
    assert navigation.leave()
    assert navigation.here == EVIDENCE
    assert navigation.leave()
    assert navigation.here == ONE
    assert not navigation.leave()


def test_back_and_forward_go_through_all_that_was_visited() -> None:
    navigation = History((ONE,))
    navigation.visit((TWO,))
    navigation.enter(EVIDENCE)
    assert navigation.back()
    assert navigation.here == TWO
    assert navigation.back()
    assert navigation.here == ONE
    assert not navigation.back()
    assert navigation.forward()
    assert navigation.forward()
    assert navigation.trail == (TWO, EVIDENCE)
    assert not navigation.forward()


def test_to_leave_a_level_is_to_go_back_and_forward_enters_it_again() -> None:
    navigation = History((ONE,))
    navigation.enter(EVIDENCE)
    navigation.leave()
    assert not navigation.back()
    assert navigation.forward()
    assert navigation.trail == (ONE, EVIDENCE)


def test_a_level_that_was_not_entered_from_the_one_below_is_left_all_the_same() -> None:
    navigation = History((ONE,))
    navigation.visit((TWO, EVIDENCE))
    navigation.leave()
    assert navigation.here == TWO
    assert navigation.back()
    assert navigation.trail == (TWO, EVIDENCE)


def test_a_visit_forgets_what_one_had_gone_back_from() -> None:
    navigation = History((ONE,))
    navigation.enter(EVIDENCE)
    navigation.back()
    navigation.visit((TWO,))
    assert not navigation.forward()
    assert navigation.back()
    assert navigation.here == ONE


def test_another_item_of_the_same_view_is_no_other_place() -> None:
    navigation = History((ONE,))
    navigation.visit((ONE.at("b"),))
    assert navigation.here.item == "b"
    assert not navigation.back()


def test_a_copy_has_a_history_of_its_own() -> None:
    navigation = History((ONE,))
    copy = navigation.copy()
    navigation.visit((TWO,))
    assert copy.here == ONE
    assert not copy.forward()


def test_the_history_is_not_endless() -> None:
    navigation = History((ONE,))
    for number in range(KEPT_TRAILS * 2):
        navigation.visit((Place(View.PANE, str(number)),))
    steps = 0
    while navigation.back():
        steps += 1
    assert steps == KEPT_TRAILS - 1

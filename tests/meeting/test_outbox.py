"""What a follower has still to be told."""

from hypothesis import given
from hypothesis import strategies as st

from tests.meeting.steps import showing, step
from tui.frozen import replace
from tui.meeting.message import MOST_SHOWN, PresenterPlace, decode
from tui.meeting.outbox import Outbox
from tui.meeting.record import MeetingRecord, Showing


def taken(outbox: Outbox) -> list[PresenterPlace]:
    """All that it has to tell."""
    found = []
    while message := outbox.take():
        told = decode(message[:-1])
        assert isinstance(told, PresenterPlace)
        found.append(told)
    return found


def test_nothing_is_told_before_there_is_something() -> None:
    assert Outbox().take() is None


def test_of_many_places_the_last_one_is_told_once() -> None:
    outbox = Outbox()
    for number in range(5):
        outbox.put(step(f"j{number}"), ())
    assert taken(outbox) == [step("j4")]
    outbox.put(step("j4"), ())
    assert taken(outbox) == []


def test_who_comes_late_is_told_all_that_was_shown_with_the_place_first() -> None:
    outbox = Outbox()
    shown = [showing(number) for number in range(2 * MOST_SHOWN + 1)]
    outbox.put(step(), shown)
    told = taken(outbox)
    assert [each.place for each in told] == [step().place] * 3
    assert [one for each in told for one in each.shown] == shown


def test_what_was_shown_again_before_anything_else_is_told_with_its_new_end() -> None:
    outbox = Outbox()
    outbox.put(step("a"), [showing(1)])
    taken(outbox)
    longer = replace(showing(1), ended=1500.0)
    outbox.put(step("b"), [longer, showing(2)])
    assert taken(outbox) == [replace(step("b"), shown=(longer, showing(2)))]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.floats(0.1, 5.0), st.booleans()), max_size=30))
def test_whenever_they_take_it_they_know_in_the_end_what_was_shown(
    walk: list[tuple[str, float, bool]],
) -> None:
    outbox, record, now, known = Outbox(), MeetingRecord(), 0.0, dict[tuple[str, float], Showing]()
    for item, seconds, takes in [*walk, ("z", 0.1, True)]:
        now += seconds
        record = record.show(item, now)
        outbox.put(step(item), record.showings[:-1])
        if takes:
            for told in taken(outbox):
                known |= {(each.id, each.began): each for each in told.shown}
    assert sorted(known.values(), key=lambda each: each.began) == list(record.showings[:-1])

"""How often something may happen."""

from hypothesis import given
from hypothesis import strategies as st

from tui.meeting.rate import Rate


def test_so_many_at_once_and_then_so_many_a_second() -> None:
    rate = Rate(3, 2.0)
    assert [rate.admits(5.0) for _ in range(4)] == [True, True, True, False]
    assert [rate.admits(5.5) for _ in range(2)] == [True, False]
    assert [rate.admits(99.0) for _ in range(4)] == [True, True, True, False]


@given(st.lists(st.floats(min_value=0, max_value=100), max_size=60))
def test_in_no_time_more_than_that(times: list[float]) -> None:
    rate = Rate(5, 2.0)
    admitted = [now for now in sorted(times) if rate.admits(now)]
    for at, first in enumerate(admitted):
        for count, last in enumerate(admitted[at:], 1):
            assert count <= 5 + 2.0 * (last - first) + 1e-6


def test_a_clock_that_is_put_back_gives_nothing() -> None:
    rate = Rate(1, 1.0)
    assert rate.admits(100.0)
    assert not rate.admits(1.0)
    assert rate.admits(2.0)

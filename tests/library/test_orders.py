"""The orders in which briefings are listed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.orders import ORDERS, UNREAD, ordered
from tui.library.summary import BriefingSummary, Read

BRIEFINGS = [
    BriefingSummary(
        "c", "alpha", issued="2022-01", cutoff="2021", status="final", marking="TLP:CLEAR"
    ),
    BriefingSummary("a", "Beta", issued="2022-03", errors=1, status="draft", marking="TLP:RED"),
    BriefingSummary(
        "b", "gamma", issued="2022-02", warnings=9, status="draft", marking="TLP:CLEAR"
    ),
    BriefingSummary(
        "d", "gamma", issued="2022-02", warnings=9, status="draft", marking="TLP:CLEAR"
    ),
]
READ = {"a": Read.YES, "b": Read.UNKNOWN, "c": Read.BEFORE, "d": Read.NEVER}

STANDINGS = st.builds(
    BriefingSummary,
    path=st.text("abc/", max_size=4),
    title=st.text("abÄ", max_size=2),
    issued=st.sampled_from(["", "2021", "2022-05"]),
    errors=st.integers(0, 2),
    warnings=st.integers(0, 2),
)


@pytest.mark.parametrize(
    ("order", "paths"),
    [
        ("path", "abcd"),
        ("issued", "abdc"),
        (UNREAD, "dcba"),
        ("problems", "abdc"),
        ("title", "cabd"),
        ("cutoff", "cabd"),
        ("status", "abdc"),
        ("marking", "bcda"),
    ],
)
def test_each_order_puts_first_what_it_is_for_and_then_goes_by_path(order: str, paths: str) -> None:
    found = ordered(BRIEFINGS, order, lambda each: READ[each.path])
    assert "".join(each.path for each in found) == paths


@given(st.lists(STANDINGS, unique_by=lambda each: each.path), st.sampled_from([*ORDERS]))
def test_an_order_loses_nothing_and_does_not_depend_on_how_they_came(
    briefings: list[BriefingSummary], order: str
) -> None:
    def read(each: BriefingSummary) -> Read:
        every: list[Read] = [*Read]
        return every[len(each.path) % len(every)]

    found = ordered(briefings, order, read)
    assert sorted(found, key=lambda each: each.path) == sorted(
        briefings, key=lambda each: each.path
    )
    assert found == ordered(reversed(briefings), order, read)

"""Dates of EDTF level 1: what they are, what they are not, and which days they can mean."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model.edtf import Date, Day, parse


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2022-05-05", (2022, 5, 5), (2022, 5, 5), "day"),
        ("2022-06", (2022, 6, 1), (2022, 6, 30), "month"),
        ("2022", (2022, 1, 1), (2022, 12, 31), "year"),
        ("2022?", (2022, 1, 1), (2022, 12, 31), "year"),
        ("2024-02", (2024, 2, 1), (2024, 2, 29), "month"),
        ("2100-02", (2100, 2, 1), (2100, 2, 28), "month"),
        ("202X", (2020, 1, 1), (2029, 12, 31), "decade"),
        ("20XX", (2000, 1, 1), (2099, 12, 31), "century"),
        ("2022-XX", (2022, 1, 1), (2022, 12, 31), "year"),
        ("2022-06-XX", (2022, 6, 1), (2022, 6, 30), "month"),
        ("2022-XX-XX", (2022, 1, 1), (2022, 12, 31), "year"),
        ("2022-21", (2022, 1, 1), (2022, 12, 31), "season"),
        ("-0043-03-15", (-43, 3, 15), (-43, 3, 15), "day"),
        ("Y170000002", (170000002, 1, 1), (170000002, 12, 31), "year"),
        ("2022-05-05T12:30:00Z", (2022, 5, 5), (2022, 5, 5), "day"),
        ("2022-06-29/2022-06-30", (2022, 6, 29), (2022, 6, 30), "day"),
        ("2022/2023-02", (2022, 1, 1), (2023, 2, 28), "month"),
        ("2005/..", (2005, 1, 1), None, "year"),
        ("2005/", (2005, 1, 1), None, "year"),
        ("../2005-03", None, (2005, 3, 31), "month"),
        ("1984~/2004-06", (1984, 1, 1), (2004, 6, 30), "month"),
    ],
)
def test_a_date_has_a_first_and_a_last_possible_day(
    text: str, earliest: Day | None, latest: Day | None, precision: str
) -> None:
    found = read(text)
    assert (found.earliest, found.latest, found.precision) == (earliest, latest, precision)


@pytest.mark.parametrize(
    "text",
    [
        *("", "..", "/", "../..", "May 5", "2022-13", "2022-00", "2022-02-30", "2023-02-29"),
        *("2022-5-5", "22-05-05", "2022/05", "2022-06-30/2022-06-29", "2022-21-05", "2022-25"),
        *("2022-XX-05", "2X22", "2022??", "2022 ", "2022\n", "２０２２", "Y2022", "2022?-06"),
        *("2022-05-05T25:00:00Z", "2022-05-05T12", "2022/2023/2024", "-0000"),
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse(text) is None


def test_the_parts_that_are_given_are_told() -> None:
    assert read("2022-05-05").parts == ("year", "month", "day")
    assert read("2022-05").parts == ("year", "month")
    assert read("202X").parts == ()
    assert read("2022/2022-06-30").parts == ("year", "month", "day")
    assert read("2022-23").season == 23


def test_doubt_is_told() -> None:
    assert (read("2022?").uncertain, read("2022?").approximate) == (True, False)
    assert (read("2022~").uncertain, read("2022~").approximate) == (False, True)
    assert (read("2021%/2022").uncertain, read("2021/2022%").approximate) == (True, True)


def test_an_interval_has_its_ends() -> None:
    found = read("2005-03/..")
    assert found.interval
    assert found.start == read("2005-03")
    assert found.end is None
    assert (found.year, found.month) == (None, None)


@settings(max_examples=200, deadline=None)
@given(st.dates(), st.dates())
def test_every_day_of_the_calendar_is_a_date_and_days_keep_their_order(a: date, b: date) -> None:
    first, second = read(a.isoformat()), read(b.isoformat())
    assert first.earliest == first.latest == Day(a.year, a.month, a.day)
    assert (parse(f"{a}/{b}") is not None) == (a <= b)
    assert first.earliest is not None
    assert second.earliest is not None
    assert (first.earliest <= second.earliest) == (a <= b)


@settings(max_examples=200, deadline=None)
@given(st.text("0123456789-/.X?~%TYZ:", max_size=24))
def test_no_text_is_too_odd(text: str) -> None:
    found = parse(text)
    if found is not None and found.earliest and found.latest:
        assert found.earliest <= found.latest


def read(text: str) -> Date:
    """A date that is one."""
    found = parse(text)
    assert found is not None
    return found

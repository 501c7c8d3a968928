"""Dates in words."""

import pytest

from tui.blocks import plain
from tui.model.items import When
from tui.panes import dates


@pytest.mark.parametrize(
    ("date", "column", "prose"),
    [
        ("2022-05-05", "2022 May 5", "5 May 2022"),
        ("2022-06", "2022 June", "June 2022"),
        ("2022", "2022", "2022"),
        ("2022-06-29/2022-06-30", "2022 June 29–30", "29–30 June 2022"),
        ("2022-06-29/2022-07-01", "2022 June 29 – 2022 July 1", "29 June 2022 – 1 July 2022"),
        ("2005/..", "2005 –", "2005 –"),
        ("../2005-01", "– 2005 January", "– January 2005"),
        ("2022-05?", "2022 May?", "May 2022?"),
        ("2022~", "about 2022", "about 2022"),
        ("2022%", "about 2022?", "about 2022?"),
        ("2022-22", "2022 summer", "summer 2022"),
        ("-0044-03-15", "-0044 March 15", "15 March -0044"),
        ("201X", "201X", "201X"),
        ("2022-05-05T10:00:00Z", "2022-05-05T10:00:00Z", "2022-05-05T10:00:00Z"),
        ("early May", "early May", "early May"),
        ("", "", ""),
    ],
)
def test_a_date_is_said_year_first_in_a_column_and_day_first_in_prose(
    date: str, column: str, prose: str
) -> None:
    assert (dates.column(date), dates.prose(date)) == (column, prose)


def test_inferred_parts_are_in_brackets() -> None:
    assert dates.column("2022-05-05", ("year",)) == "[2022] May 5"
    assert dates.column("2022-06-29/2022-06-30", ("year", "month")) == "[2022] [June] 29–30"


@pytest.mark.parametrize(
    ("when", "short"),
    [
        (None, ""),
        (When(), ""),
        (When(undated=True), "undated"),
        (When(stated=("Earlier",), undated=True), "“Earlier”, undated"),
        (When(stated=("May 5", "early May")), "“May 5”, “early May”"),
        (When(stated=("May 5",), date="2022-05-05", inferred=("year",)), "[2022] May 5"),
    ],
)
def test_a_time_is_one_short_remark(when: When | None, short: str) -> None:
    assert dates.short(when) == short


def test_the_source_is_quoted_only_beside_a_resolved_date() -> None:
    assert dates.stated(When(stated=("May 5",), date="2022-05-05")) == "“May 5”"
    assert dates.stated(When(stated=("Earlier",), undated=True)) == ""


def test_an_inference_names_the_parts_and_the_reason() -> None:
    both = When(date="2022-06", inferred=("year", "month"), basis="It is summer.")
    assert plain(dates.inference(both)) == "year and month inferred: It is summer."
    assert dates.inference(When(date="2022-06")) == ()


def test_a_sentence_says_whether_all_or_which_parts_are_inferred() -> None:
    assert dates.spoken(When(date="2022-06", inferred=("year", "month"))) == "June 2022 (inferred)"
    assert dates.spoken(When(date="2022-06", inferred=("month",))) == "June 2022 (month inferred)"
    assert dates.spoken(When(date="2022-06")) == "June 2022"

"""Dates are no more exact than the source, and events agree with the information cutoff."""

from pathlib import Path

import pytest

from tests.checks.briefings import found, load, marked, messages


def event(when: str, rest: str = "") -> str:
    return (
        "panes:\n  - role: background\n    timeline:\n"
        f"      - {{title: NATO meets, when: {{{when}}}{rest}}}\n"
    )


@pytest.mark.parametrize(
    ("when", "parts"),
    [
        ("stated: May 5, date: §2022-05-05", "year"),
        ("stated: in May, date: §2022-05", "year"),
        ("stated: last year, date: §2021", "year"),
        ("stated: '2022', date: §2022-05", "month"),
        ("stated: early May 2022, date: §2022-05-05", "day"),
        ("stated: this month, date: §2022-06", "year, month"),
        ("stated: June 29, date: §2022-06-29/2022-06-30", "year, day"),
        ("stated: June 2022, date: §2022-06/2022-08", "month"),
        ("stated: May 5, date: §2022-05-05, inferred: [day]", "day, year"),
        ("stated: [May 5, early May of this year], date: §2022-05-05", "year"),
    ],
)
def test_a_part_neither_stated_nor_inferred_is_reported(
    when: str, parts: str, tmp_path: Path
) -> None:
    text = event(when)
    document = load(text, tmp_path)
    assert found(document) == marked(text, "undeclared-inference")
    assert f"Add `inferred: [{parts}]` and a `basis`." in messages(document)[0]


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("stated: 3 June 2024, date: 2024-06-05", "stated says 3, date says 5"),
        ("stated: 2024-06-03, date: 2024-06-05", "stated says 3, date says 5"),
        ("stated: 5 May 2024, date: 2024-06-05", "stated says month 5, date says month 6"),
        ("stated: 5 June 2023, date: 2024-06-05", "stated says 2023, date says 2024"),
    ],
)
def test_a_date_that_contradicts_the_stated_one_is_reported_as_a_conflict(
    when: str, said: str, tmp_path: Path
) -> None:
    (message,) = messages(load(event(when), tmp_path))
    assert message.startswith(f"the two disagree: {said}.")
    assert "inferred" not in message


@pytest.mark.parametrize(
    "when",
    [
        "stated: 'May 5, 2022', date: 2022-05-05",
        "stated: 5 May 2022, date: 2022-05-05",
        "stated: the fifth of May 2022, date: 2022-05-05",
        "stated: 05/05/22, date: 2022-05-05",
        "stated: 2022-05-05, date: 2022-05-05",
        "stated: May ’22, date: 2022-05",
        "stated: since 2005, date: 2005/..",
        "stated: Since 2012, date: 2012/..",
        "stated: in the 2010s, date: 201X",
        "stated: summer 2022, date: 2022-22",
        "stated: June 29-30, date: 2022-06-29/2022-06-30, inferred: year",
        "stated: [June 29-30, late June], date: 2022-06-29/2022-06-30, inferred: [year]",
        "stated: [May 5, in 2022], date: 2022-05-05",
        "stated: Dec. 2020, date: 2020-12",
        "stated: 5. Mai 2022, date: 2022-05-05",
        "stated: le 1er août 2022, date: 2022-08-01",
        "stated: 5 мая 2022 года, date: 2022-05-05",
        "stated: 2022년 5월 5일, date: 2022-05-05",
        "stated: 2022年十二月, date: 2022-12",
        "date: 2022-05-05",
        "stated: last year, undated: true",
        "stated: May 5, date: 2022-05-05, inferred: [year], basis: So we take it.",
    ],
)
def test_stated_and_inferred_parts_are_accepted(when: str, tmp_path: Path) -> None:
    assert found(load(event(when), tmp_path)) == []


def test_months_in_an_unknown_language_are_not_checked(tmp_path: Path) -> None:
    text = event("stated: toukokuussa 2022, date: 2022-05")
    assert [code for _, _, code in found(load(text, tmp_path))] == ["undeclared-inference"]
    assert found(load("lang: fi\n" + text, tmp_path)) == []


@pytest.mark.parametrize(
    "stated",
    [
        "§Recently",
        "§Last year",
        "§early this month",
        "§two days ago",
        "[§Earlier]",
        "[On May, §now]",
    ],
)
def test_an_unresolved_relative_time_is_reported(stated: str, tmp_path: Path) -> None:
    text = event(f"stated: {stated}")
    assert found(load(text, tmp_path)) == marked(text, "relative-date")


@pytest.mark.parametrize(
    "when",
    [
        "stated: Recently, undated: true",
        "stated: Last year, date: 2021, inferred: [year], basis: So we take it.",
        "stated: recently (May 2022)",
        "stated: May 5",
        "stated: in the nowhere of time",
    ],
)
def test_a_resolved_or_absolute_time_is_accepted(when: str, tmp_path: Path) -> None:
    assert found(load(event(when), tmp_path)) == []


@pytest.mark.parametrize(
    ("cutoff", "date", "status", "code"),
    [
        ("2022-06", "2022-07-01", "occurred", "occurred-after-cutoff"),
        ("2022-06-15", "2022-06-16/2022-06-20", "occurred", "occurred-after-cutoff"),
        ("2022", "2023/..", "occurred", "occurred-after-cutoff"),
        ("2022-06", "2022-05-31", "pending", "forecast-past"),
        ("2022-06-15", "2022-05", "pending", "forecast-past"),
        ("2022-06", "../2021", "pending", "forecast-past"),
    ],
)
def test_an_event_on_the_wrong_side_of_the_cutoff_is_reported(
    cutoff: str, date: str, status: str, code: str, tmp_path: Path
) -> None:
    text = f"information_cutoff: {cutoff}\n" + event(f"date: §{date}", f", status: {status}")
    assert found(load(text, tmp_path)) == marked(text, code)


@pytest.mark.parametrize(
    ("cutoff", "date", "status"),
    [
        ("2022-06", "2022-06-30", "occurred"),
        ("2022-06-15", "2022-06", "occurred"),
        ("2022-06", "2022-06-01", "pending"),
        ("2022-06-15", "2022-06", "pending"),
        ("2022-06", "2005/..", "pending"),
        ("2022-06", "../2030", "occurred"),
        ("2022-06", "2022-07-01", "undetermined"),
        ("2022-06", "2022-05-01", "undetermined"),
        ("1990-06", "1991-01-01", "pending"),
    ],
)
def test_an_event_possibly_on_the_right_side_of_the_cutoff_is_accepted(
    cutoff: str, date: str, status: str, tmp_path: Path
) -> None:
    text = f"information_cutoff: {cutoff}\n" + event(f"date: {date}", f", status: {status}")
    assert found(load(text, tmp_path)) == []


def test_without_a_cutoff_events_are_not_checked(tmp_path: Path) -> None:
    assert found(load(event("date: 1990-01-01", ", status: pending"), tmp_path)) == []
    assert found(load(event("date: 2990-01-01", ", status: occurred"), tmp_path)) == []

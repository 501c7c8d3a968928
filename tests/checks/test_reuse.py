"""Passages that two local copies share are reported with their places in both."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.checks.reuse import LENGTH
from tui.checks.word_runs import LONGEST
from tui.diagnostics import Diagnostic
from tui.load import load_text

WORDS = [
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen"),
]
HEAD = "format: briefing/1\nid: reuse\ntitle: Reuse\npanes: [{role: issue}]\nsources:\n"


def shared(folder: Path, one: str, other: str, declared: str = "") -> list[Diagnostic]:
    (folder / "one.txt").write_text(one, "utf-8")
    (folder / "other.txt").write_text(other, "utf-8")
    text = (
        f"{HEAD}  - {{id: one, file: one.txt{declared}}}\n"
        f"  - {{id: other, file: other.txt{declared}}}\n"
    )
    problems = load_text(text.encode(), "reuse.yaml", folder=folder).problems
    return [problem for problem in problems if problem.code == "shared-passage"]


@pytest.mark.parametrize(("length", "count"), [(LENGTH - 1, 0), (LENGTH, 1), (LENGTH + 1, 1)])
def test_twelve_words_are_a_passage(length: int, count: int, tmp_path: Path) -> None:
    passage = " ".join(WORDS[:length])
    assert len(shared(tmp_path, f"a b\n\n{passage} c", f"d e f g {passage}")) == count


def test_the_places_in_both_copies_are_named(tmp_path: Path) -> None:
    passage = " ".join(WORDS)
    (found,) = shared(tmp_path, f"A first line.\n\n{passage}.", f"“{passage.upper()}”")
    assert found.message.startswith("13 words in line 1 stand in line 3 of one too: “one two")
    assert found.span[:2] == (7, 23)


def test_sources_of_one_origin_can_share_passages(tmp_path: Path) -> None:
    passage = " ".join(WORDS)
    assert not shared(tmp_path, passage, passage, ", origin_group: agency")
    assert not shared(tmp_path, passage, passage, ", derived_from: [{text: A release}]")


def test_shared_boilerplate_does_not_count(tmp_path: Path) -> None:
    passage = " ".join(WORDS)
    assert not shared(tmp_path, passage, passage, f", not_content: {passage}")


def test_only_the_longest_passage_is_reported(tmp_path: Path) -> None:
    short, long = " ".join(WORDS[:LENGTH]), " ".join(reversed(WORDS))
    (found,) = shared(tmp_path, f"{short}\n\n{long}", f"{long}\n\n{short}")
    assert found.message.startswith("13 words in line 1 stand in line 3")


def test_a_very_long_passage_is_measured_up_to_the_limit(tmp_path: Path) -> None:
    book = " ".join(f"word{number}" for number in range(LONGEST + 100))
    (found,) = shared(tmp_path, book, book)
    assert found.message.startswith(f"{LONGEST} or more words in line 1 stand in line 1")


def test_a_copy_of_one_repeated_word_is_compared(tmp_path: Path) -> None:
    (found,) = shared(tmp_path, "a " * 50_000, "a " * 50_000)
    assert found.message.startswith(f"{LONGEST} or more words")


@given(st.lists(st.sampled_from(WORDS[:3]), max_size=40), st.integers(0, 40))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_passage_is_found_wherever_it_begins(
    tmp_path: Path, before: list[str], after: int
) -> None:
    passage = " ".join(WORDS[:LENGTH])
    one = f"{' '.join(before)} {passage} {'a ' * after}"
    assert len(shared(tmp_path, one, f"b {passage} {' '.join(before)}")) == 1

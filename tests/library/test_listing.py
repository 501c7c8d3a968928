"""Lists of briefings: orders, and whether a briefing was read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.libraries import write
from tui.library.listing import ORDERS, UNREAD, Read, ReadStatus, ordered
from tui.library.state import ReaderState
from tui.load import load_document
from tui.model.annotations import ReadSnapshot, whole
from tui.model.document import Document
from tui.search.summary import BriefingSummary, summarize

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

SUMMARIES = st.builds(
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
def test_an_order_sorts_equal_briefings_by_path(order: str, paths: str) -> None:
    found = ordered(BRIEFINGS, order, lambda each: READ[each.path])
    assert "".join(each.path for each in found) == paths


@given(st.lists(SUMMARIES, unique_by=lambda each: each.path), st.sampled_from([*ORDERS]))
def test_an_order_does_not_depend_on_the_order_before(
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


def read_through(state: ReaderState, document: Document) -> None:
    state.keep_reading(document, ReadSnapshot("2022-05-01", whole(document), {}, {}))


@pytest.fixture
def state(tmp_path: Path) -> ReaderState:
    return ReaderState(tmp_path / "state")


def summary(folder: Path, path: str) -> BriefingSummary:
    return summarize(load_document(folder / path), path)


def test_a_briefing_is_unread_then_read_then_changed(tmp_path: Path, state: ReaderState) -> None:
    file = write(tmp_path, "a.yaml", "One.")
    readings = ReadStatus(tmp_path, state)
    assert readings.of(summary(tmp_path, "a.yaml")) is Read.NEVER
    read_through(state, load_document(file))
    assert readings.of(summary(tmp_path, "a.yaml")) is Read.NEVER
    readings.forget()
    assert readings.of(summary(tmp_path, "a.yaml")) is Read.YES
    write(tmp_path, "a.yaml", "Two.")
    readings.forget()
    assert readings.of(summary(tmp_path, "a.yaml")) is Read.BEFORE


def test_a_briefing_without_an_id_is_recognised_by_its_file(
    tmp_path: Path, state: ReaderState
) -> None:
    file = write(tmp_path, "a.yaml", "One.")
    file.write_text(file.read_text().replace("id: a\n", "", 1))
    read_through(state, load_document(file))
    assert ReadStatus(tmp_path, state).of(summary(tmp_path, "a.yaml")) is Read.YES


@pytest.mark.parametrize("inside", ["", "marking: TLP:RED, "])
def test_nothing_is_known_of_a_strictly_marked_briefing(
    inside: str, tmp_path: Path, state: ReaderState
) -> None:
    file = write(tmp_path, "a.yaml", "One.", "TLP:CLEAR" if inside else "TLP:AMBER")
    file.write_text(file.read_text().replace("{id: c, ", f"{{id: c, {inside}"))
    read_through(state, load_document(file))
    assert ReadStatus(tmp_path, state).of(summary(tmp_path, "a.yaml")) is Read.UNKNOWN


def test_without_a_state_nothing_is_known(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "One.")
    assert ReadStatus(tmp_path, None).of(summary(tmp_path, "a.yaml")) is Read.UNKNOWN


def test_after_damage_a_briefing_counts_as_changed(tmp_path: Path, state: ReaderState) -> None:
    file = write(tmp_path, "a.yaml", "One.")
    read_through(state, load_document(file))
    (kept,) = (tmp_path / "state" / "read").iterdir()
    kept.write_text("[]")
    assert ReadStatus(tmp_path, state).of(summary(tmp_path, "a.yaml")) is Read.BEFORE

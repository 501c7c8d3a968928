"""What has been read of the briefings of a folder."""

from pathlib import Path

import pytest

from tests.library.shelves import write
from tui.library.read_status import ReadStatus
from tui.library.state import ReaderState
from tui.library.summary import BriefingSummary, Read, standing
from tui.load import load_document
from tui.model.annotations import ReadSnapshot, whole
from tui.model.document import Document


def read_through(state: ReaderState, document: Document) -> None:
    state.keep_reading(document, ReadSnapshot("2022-05-01", whole(document), {}, {}))


@pytest.fixture
def state(tmp_path: Path) -> ReaderState:
    return ReaderState(tmp_path / "state")


def stands(folder: Path, path: str) -> BriefingSummary:
    return standing(load_document(folder / path), path)


def test_a_briefing_is_not_read_then_read_then_changed_since(
    tmp_path: Path, state: ReaderState
) -> None:
    file = write(tmp_path, "a.yaml", "One.")
    readings = ReadStatus(tmp_path, state)
    assert readings.of(stands(tmp_path, "a.yaml")) is Read.NEVER
    read_through(state, load_document(file))
    assert readings.of(stands(tmp_path, "a.yaml")) is Read.NEVER
    readings.forget()
    assert readings.of(stands(tmp_path, "a.yaml")) is Read.YES
    write(tmp_path, "a.yaml", "Two.")
    readings.forget()
    assert readings.of(stands(tmp_path, "a.yaml")) is Read.BEFORE


def test_one_without_an_id_is_known_by_its_file(tmp_path: Path, state: ReaderState) -> None:
    file = write(tmp_path, "a.yaml", "One.")
    file.write_text(file.read_text().replace("id: a\n", "", 1))
    read_through(state, load_document(file))
    assert ReadStatus(tmp_path, state).of(stands(tmp_path, "a.yaml")) is Read.YES


@pytest.mark.parametrize("inside", ["", "marking: TLP:RED, "])
def test_of_what_is_not_for_everybody_nothing_is_said(
    inside: str, tmp_path: Path, state: ReaderState
) -> None:
    file = write(tmp_path, "a.yaml", "One.", "TLP:CLEAR" if inside else "TLP:AMBER")
    file.write_text(file.read_text().replace("{id: c, ", f"{{id: c, {inside}"))
    read_through(state, load_document(file))
    assert ReadStatus(tmp_path, state).of(stands(tmp_path, "a.yaml")) is Read.UNKNOWN


def test_without_a_state_nothing_is_known(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "One.")
    assert ReadStatus(tmp_path, None).of(stands(tmp_path, "a.yaml")) is Read.UNKNOWN


def test_a_reading_that_is_damaged_is_no_reading_of_this(
    tmp_path: Path, state: ReaderState
) -> None:
    file = write(tmp_path, "a.yaml", "One.")
    read_through(state, load_document(file))
    (kept,) = (tmp_path / "state" / "read").iterdir()
    kept.write_text("[]")
    assert ReadStatus(tmp_path, state).of(stands(tmp_path, "a.yaml")) is Read.BEFORE

"""What is remembered for a reader."""

import os
from pathlib import Path

import pytest

from tui.library.state import State, replace
from tui.load import load_text
from tui.places import Place, View

DOCUMENT = load_text(
    b"format: briefing/1\nid: one\ntitle: One\npanes: []\n", "one.yaml", folder=None
)
OTHER = load_text(b"format: briefing/1\nid: two\ntitle: Two\npanes: []\n", "two.yaml", folder=None)
PLACE = Place(View.PANE, "background", "c1")


def test_a_place_is_recalled_as_it_was_kept(tmp_path: Path) -> None:
    State(tmp_path).keep(DOCUMENT, PLACE)
    assert State(tmp_path).recall(DOCUMENT) == PLACE


def test_each_briefing_has_a_place_of_its_own(tmp_path: Path) -> None:
    State(tmp_path).keep(DOCUMENT, PLACE)
    assert State(tmp_path).recall(OTHER) is None


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    State(tmp_path / "state").keep(DOCUMENT, PLACE)
    (file,) = (tmp_path / "state" / "places").iterdir()
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"view": "no-such", "key": "", "item": ""}', b"\xff\xfe", b"1"]
)
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, damage: bytes) -> None:
    State(tmp_path).keep(DOCUMENT, PLACE)
    (file,) = (tmp_path / "places").iterdir()
    file.write_bytes(damage)
    assert State(tmp_path).recall(DOCUMENT) is None


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    blocked = tmp_path / "a-file"
    blocked.write_text("in the way")
    State(blocked).keep(DOCUMENT, PLACE)
    assert State(blocked).recall(DOCUMENT) is None


def test_a_write_that_fails_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "kept"
    file.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        replace(file, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
    assert file.read_bytes() == b"old"

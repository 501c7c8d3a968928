"""What lies outside a folder is not opened, by whatever path."""

import os
from pathlib import Path

import pytest

from tests.load.quoting import briefing
from tui.load import load_document
from tui.load.allowed_roots import NotRegularError, OutsideError, opened
from tui.load.sources import read_copies
from tui.model.sources import Source

DRAFT = "format: briefing/1\nid: x\ntitle: A title\npanes: []\n"


@pytest.fixture(name="root")
def root_fixture(tmp_path: Path) -> Path:
    """A folder with a briefing, and one outside it."""
    root = tmp_path / "root"
    (root / "briefings").mkdir(parents=True)
    (root / "briefings" / "inside.yaml").write_text(DRAFT)
    (tmp_path / "outside.yaml").write_text(DRAFT)
    (root / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    (root / "good.yaml").symlink_to(root / "briefings" / "inside.yaml")
    return root


@pytest.mark.parametrize("name", ["briefings/inside.yaml", "briefings/../good.yaml"])
def test_a_briefing_inside_is_read(root: Path, name: str) -> None:
    assert load_document(root / name, within=root).briefing.title == "A title"


@pytest.mark.parametrize("name", ["../outside.yaml", "link.yaml", "../none.yaml", "/etc/hostname"])
def test_a_briefing_outside_is_not_read_nor_is_it_told_whether_it_exists(
    root: Path, name: str
) -> None:
    with pytest.raises(OutsideError):
        load_document(root / name, within=root)


def test_a_briefing_exchanged_after_its_path_was_checked_is_not_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside, before = root / "briefings" / "inside.yaml", os.open

    def exchange(path: Path, flags: int) -> int:
        inside.unlink()
        inside.symlink_to(root.parent / "outside.yaml")
        return before(path, flags)

    monkeypatch.setattr(os, "open", exchange)
    with pytest.raises(OutsideError):
        load_document(inside, within=root)


def test_a_pipe_within_the_folder_is_not_waited_for(root: Path) -> None:
    os.mkfifo(root / "pipe.yaml")
    with pytest.raises(NotRegularError), opened(root / "pipe.yaml", [root]):
        pass


@pytest.mark.parametrize("has_more", [False, True])
def test_no_folder_that_is_given_widens_the_one_within_which_is_read(
    root: Path, has_more: bool
) -> None:
    seeds = root.parent / "seeds"
    seeds.mkdir()
    (seeds / "seed.txt").write_text("seed")
    made = briefing(sources=(Source(id="s", file="../seeds/seed.txt"),))
    roots = [root.parent] if has_more else []
    copies, _ = read_copies(made, root, roots)
    assert copies
    copies, [problem] = read_copies(made, root, roots, root)
    assert (copies, problem.code) == ({}, "source-outside")

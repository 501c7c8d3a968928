"""Local copies are opened without trust in what a briefing names."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from tests.load.quoting import briefing
from tui.diagnostics import Span
from tui.load import sources
from tui.load.sources import Refusal, read_copies, read_copy
from tui.model.document import Copy
from tui.model.sources import Source


@pytest.fixture(name="folder")
def folder_fixture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `briefings` with a copy in it, one beside it in `seeds`, and a secret outside."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("briefings/inside.txt", "seeds/seed.txt", "outside/secret.txt", "home/own.txt"):
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text(f"text of {name}", "utf-8")
    return tmp_path / "briefings"


def read(file: str, folder: Path | None, *roots: Path) -> str:
    """The text of a copy that a briefing in `folder` names, or else the code of the problem."""
    made = briefing(sources=(Source(id="s", file=file),))
    copies, problems = read_copies(made, folder, roots)
    assert len(copies) + len(problems) == 1
    return copies["s"].text if copies else problems[0].code


def test_a_copy_is_named_from_the_folder_of_the_briefing(folder: Path) -> None:
    assert read("inside.txt", folder) == "text of briefings/inside.txt"
    assert read("./inside.txt", folder) == "text of briefings/inside.txt"


def test_a_copy_may_lie_in_the_seeds_beside_it(folder: Path) -> None:
    assert read("../seeds/seed.txt", folder) == "text of seeds/seed.txt"


def test_a_folder_given_by_the_user_counts_too(folder: Path) -> None:
    outside = folder.parent / "outside"
    assert read("../outside/secret.txt", folder, outside) == "text of outside/secret.txt"
    assert read("secret.txt", folder, outside) == "text of outside/secret.txt"


def test_standard_input_has_only_the_folders_given(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert read("inside.txt", None) == "source-outside"
    assert read("inside.txt", None, folder) == "text of briefings/inside.txt"


@pytest.mark.parametrize(
    "file",
    ["../outside/secret.txt", "/etc/hostname", "../briefings/../outside/secret.txt", "../none.txt"],
)
def test_what_lies_outside_is_not_read_nor_is_it_told_whether_it_exists(
    file: str, folder: Path
) -> None:
    assert read(file, folder) == "source-outside"


def test_a_folder_whose_name_only_begins_alike_is_outside(folder: Path) -> None:
    twin = folder.with_name("briefings-of-others")
    twin.mkdir()
    (twin / "a.txt").write_text("a")
    assert read("../briefings-of-others/a.txt", folder) == "source-outside"


def test_links_are_followed_before_it_is_asked_where_a_file_lies(folder: Path) -> None:
    (folder / "out.txt").symlink_to(folder.parent / "outside" / "secret.txt")
    (folder / "in.txt").symlink_to(folder / "inside.txt")
    (folder / "away").symlink_to(folder.parent / "outside")
    assert read("out.txt", folder) == "source-outside"
    assert read("away/secret.txt", folder) == "source-outside"
    assert read("in.txt", folder) == "text of briefings/inside.txt"


def test_a_link_called_seeds_opens_no_other_folder(folder: Path) -> None:
    (folder.parent / "seeds" / "seed.txt").unlink()
    (folder.parent / "seeds").rmdir()
    (folder.parent / "seeds").symlink_to(folder.parent / "outside")
    assert read("../seeds/secret.txt", folder) == "source-outside"


def test_a_file_exchanged_after_its_path_was_checked_is_not_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside, opened = folder / "inside.txt", os.open

    def exchange(path: Path, flags: int) -> int:
        inside.unlink()
        inside.symlink_to(folder.parent / "outside" / "secret.txt")
        return opened(path, flags)

    monkeypatch.setattr(os, "open", exchange)
    assert read("inside.txt", folder) == "source-outside"


def test_a_home_folder_is_never_searched_as_a_whole(folder: Path) -> None:
    home = folder.parent / "home"
    assert read("own.txt", home) == "source-outside"
    assert read("own.txt", None, home) == "source-outside"
    assert read("../home/own.txt", folder, folder.parent) == "source-outside"
    assert read("home/own.txt", None, Path("/")) == "source-outside"


def test_a_folder_within_a_home_folder_is_searched(folder: Path) -> None:
    below = folder.parent / "home" / "notes"
    below.mkdir()
    (below / "own.txt").write_text("mine")
    assert read("own.txt", below) == "mine"


def test_a_copy_that_is_not_there_is_missing(folder: Path) -> None:
    assert read("nowhere.txt", folder) == "source-missing"
    assert read("inside.txt/below.txt", folder) == "source-missing"


def test_what_is_no_regular_file_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    assert read("pipe", folder) == "source-unreadable"
    assert read(".", folder) == "source-unreadable"


@pytest.mark.parametrize("name", ["nul\0byte", "lone\ud800surrogate", "x" * 5000])
def test_what_can_be_no_name_is_unreadable(name: str, folder: Path) -> None:
    assert read(name, folder) == "source-unreadable"


def test_a_loop_of_links_is_unreadable(folder: Path) -> None:
    (folder / "loop").symlink_to(folder / "loop")
    assert read("loop", folder) == "source-unreadable"


def test_a_copy_is_utf8_and_has_a_limit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "latin.txt").write_bytes(b"caf\xe9")
    assert read("latin.txt", folder) == "source-unreadable"
    monkeypatch.setattr(sources, "LARGEST", 10)
    (folder / "ten.txt").write_bytes(b"x" * 10)
    (folder / "eleven.txt").write_bytes(b"x" * 11)
    assert read("ten.txt", folder) == "x" * 10
    assert read("eleven.txt", folder) == "source-unreadable"


def test_lines_end_with_lf_and_the_bytes_are_pinned(folder: Path) -> None:
    data = b"\xef\xbb\xbfone\r\ntwo\rthree\n"
    (folder / "mixed.txt").write_bytes(data)
    found = read_copy(folder / "mixed.txt")
    assert found == Copy("one\ntwo\rthree\n", sha256(data).hexdigest())


def test_a_problem_says_which_file_at_its_place(folder: Path) -> None:
    class Place:
        def span(self, *path: str | int) -> Span:
            return Span(7, 11, 4) if path == ("file",) else Span(1, 1)

    made = briefing(sources=(Source(origin=Place(), id="s", file="lost\x1b.txt"),))
    _, [problem] = read_copies(made, folder, ())
    assert (problem.code, problem.span, problem.item) == ("source-missing", Span(7, 11, 4), "s")
    assert "lost␛.txt" in problem.message


def test_two_sources_may_share_a_copy_and_one_may_have_none(folder: Path) -> None:
    shared = [Source(id=id, file="inside.txt") for id in ("a", "b")]
    copies, problems = read_copies(briefing(sources=(*shared, Source(id="c"))), folder, ())
    assert copies["a"] is copies["b"]
    assert (set(copies), problems) == ({"a", "b"}, [])


def test_a_path_of_the_users_own_may_lead_anywhere(folder: Path) -> None:
    found = read_copy(folder.parent / "outside" / "secret.txt")
    assert isinstance(found, Copy)
    assert isinstance(read_copy(folder / "nowhere"), Refusal)

"""The files of a library, and those that may be a version of a briefing."""

from hashlib import sha256
from pathlib import Path

import pytest

from tests.library.libraries import write
from tui.search import files
from tui.search.files import find_versions

NO_DIGEST = "0" * 64


def digest(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


def test_the_exact_version_comes_first(tmp_path: Path) -> None:
    old = write(tmp_path, "a/talk.yaml", "As it was.")
    same = write(tmp_path, "b/talk.yaml", "As it is.")
    write(tmp_path, "c/other.yaml", "Something else.")
    assert [*find_versions(tmp_path, "talk", digest(same))] == [same, old]
    assert [*find_versions(tmp_path, "talk", NO_DIGEST)] == [old, same]
    assert [*find_versions(tmp_path, "nobody's", NO_DIGEST)] == []


@pytest.mark.parametrize(
    "line", ["id: talk", "id:   talk  # the id", "id: 'talk'", 'id: "talk"', "id : talk"]
)
def test_an_id_is_found_however_it_is_written(tmp_path: Path, line: str) -> None:
    file = tmp_path / "any.yml"
    file.write_text(f"format: briefing/1\n{line}\n")
    assert [*find_versions(tmp_path, "talk", NO_DIGEST)] == [file]


@pytest.mark.parametrize("id", ["переговоры", "会谈", "é", "talk-é"])
@pytest.mark.parametrize(
    "text",
    [
        "id: {}\n",
        "\ufeffid: {}\n",
        "{{id: {}, format: briefing/1}}\n",
        "{{format: briefing/1, id: '{}'}}\n",
        '{{\n  "format": "briefing/1",\n  "id": "{}"\n}}\n',
        "id: {}",
    ],
    ids=["plain", "mark", "flow", "later", "json", "end"],
)
def test_an_id_is_found_in_every_script_and_style(tmp_path: Path, text: str, id: str) -> None:
    file = tmp_path / "any.yaml"
    file.write_text(text.format(id), "utf-8")
    assert [*find_versions(tmp_path, id, NO_DIGEST)] == [file]
    assert [*find_versions(tmp_path, id[:-1] or "e", NO_DIGEST)] == []


@pytest.mark.parametrize(
    "line", ["id: talks", "id: talk-2", "id: talké", "  id: talk", "title: talk", "# id: talk"]
)
def test_a_similar_id_is_not_found(tmp_path: Path, line: str) -> None:
    (tmp_path / "any.yaml").write_text(f"{line}\n")
    assert [*find_versions(tmp_path, "talk", NO_DIGEST)] == []


def test_an_id_is_not_a_regular_expression(tmp_path: Path) -> None:
    write(tmp_path, "talk.yaml", "One.")
    assert [*find_versions(tmp_path, "t.lk", NO_DIGEST)] == []


def test_a_library_may_be_one_file_or_missing(tmp_path: Path) -> None:
    file = write(tmp_path, "talk.yaml", "One.")
    assert [*find_versions(file, "talk", digest(file))] == [file]
    assert [*find_versions(tmp_path / "none", "talk", digest(file))] == []


def test_an_unreadable_or_large_file_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(tmp_path, "talk.yaml", "One.")
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nothing")
    assert [*find_versions(tmp_path, "talk", digest(file))] == [file]
    monkeypatch.setattr(files, "LARGEST", 10)
    assert [*find_versions(tmp_path, "talk", digest(file))] == []

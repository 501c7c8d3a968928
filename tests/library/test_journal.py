"""A file to which several sessions add lines at once, and from which none is ever lost."""

import errno
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tui.library.journal import append, entries

WRITER = """
import sys
from pathlib import Path
from tui.library.journal import append
file, name, count, size = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
for number in range(count):
    append(file, {"by": name, "number": number, "text": "x" * size})
    print(number, flush=True)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "own" / "notes.jsonl"


def writer(file: Path, name: str, count: int, size: int) -> "subprocess.Popen[str]":
    """Another session, which says the number of each entry once it has been written."""
    command = [sys.executable, "-c", WRITER, str(file), name, str(count), str(size)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@contextmanager
def full(size: int) -> Iterator[None]:
    """No file can be larger than so many bytes, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_entries_come_back_in_the_order_in_which_they_were_written(file: Path) -> None:
    written: list[dict[str, object]] = [{"text": "한국\n\x1b"}, {"text": ""}, {"list": ["a"]}]
    for entry in written:
        append(file, entry)
    assert [*entries(file)] == written


def test_where_there_is_no_file_there_is_no_entry(file: Path) -> None:
    assert [*entries(file)] == []


def test_the_file_and_its_folder_are_their_owners_alone(file: Path) -> None:
    append(file, {})
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_two_sessions_that_write_at_once_lose_nothing(file: Path) -> None:
    count = 40
    sessions = [writer(file, name, count, 9_000) for name in "ab"]
    for session in sessions:
        session.communicate(timeout=60)
        assert session.returncode == 0
    written = [(entry["by"], entry["number"]) for entry in entries(file)]
    assert sorted(written) == [(name, number) for name in "ab" for number in range(count)]


def test_a_session_that_is_killed_while_it_writes_loses_nothing_that_it_had_written(
    file: Path,
) -> None:
    session = writer(file, "a", 100_000, 200_000)
    assert session.stdout is not None
    for line in session.stdout:
        if line == "5\n":
            session.kill()
            break
    told = [5, *(int(line) for line in session.stdout if line.endswith("\n"))]
    session.wait(timeout=60)
    session.stdout.close()
    append(file, {"by": "b"})
    found = [*entries(file)]
    assert found[-1] == {"by": "b"}
    assert {entry["number"] for entry in found[:-1]} >= set(range(max(told) + 1))


def test_a_full_disk_is_said_and_harms_no_entry(file: Path) -> None:
    append(file, {"text": "first"})
    size = file.stat().st_size
    with full(size + 10), pytest.raises(OSError, match=r".") as raised:
        append(file, {"text": "second"})
    assert raised.value.errno == errno.EFBIG
    assert file.stat().st_size == size + 10
    assert [*entries(file)] == [{"text": "first"}]
    append(file, {"text": "third"})
    assert [*entries(file)] == [{"text": "first"}, {"text": "third"}]


def test_wherever_a_line_is_torn_the_others_are_whole(file: Path) -> None:
    append(file, {"text": "first"})
    start = file.stat().st_size
    append(file, {"text": "second"})
    whole = file.read_bytes()
    for end in range(start, len(whole) - 1):
        file.write_bytes(whole[:end])
        append(file, {"text": "third"})
        found = [entry["text"] for entry in entries(file)]
        assert found in (["first", "third"], ["first", "second", "third"]), end

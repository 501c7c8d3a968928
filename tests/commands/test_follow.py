"""`briefing follow`: the list, and what is said where nobody can be followed."""

import asyncio
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.library.shelves import write
from tests.meeting.steps import step
from tui import cli
from tui.commands import follow
from tui.commands.exit import Exit
from tui.library.counterpart import counterparts
from tui.load import load_document
from tui.meeting.access import AccessList, name_of
from tui.meeting.session import Session
from tui.meeting.socket_directory import own_directory
from tui.meeting.sockets import listen
from tui.text.digest import digest

ME = name_of(os.geteuid())
MYSELF = AccessList(frozenset({os.geteuid()}))


@pytest.fixture(name="folder", autouse=True)
def folder_fixture(short_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of one's own sessions."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(short_path))
    monkeypatch.delenv("BRIEFING_MEETINGS", raising=False)
    return short_path / "briefing-tui"


@contextmanager
def presented(folder: Path, name: str, circle: AccessList = MYSELF) -> Iterator[None]:
    """A session, in a thread and a loop of its own."""
    with listen(own_directory(folder), name) as door:
        loop = asyncio.new_event_loop()
        session = Session(door, circle, lambda uid: None, lambda: None)
        session.show(step(briefing=f"about-{name}"), ())
        loop.run_until_complete(session.begin())
        thread = threading.Thread(target=loop.run_forever)
        thread.start()
        try:
            yield
        finally:
            loop.call_soon_threadsafe(session.close)
            loop.call_soon_threadsafe(loop.stop)
            thread.join()
            loop.run_until_complete(asyncio.sleep(0))
            loop.close()


def followed(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    status = cli.main(["follow", *map(str, words)])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_in_a_pipe_the_sessions_are_listed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with ExitStack() as sessions:
        for name in ("a-longer-name", "talk"):
            sessions.enter_context(presented(folder, name))
        status, listed, said = followed(capsys)
    assert (status, said) == (Exit.OK, "")
    assert listed == f"a-longer-name  {ME}  about-a-longer-name\ntalk           {ME}  about-talk\n"


def test_those_of_a_group_come_before_ones_own(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o2770)
    with presented(folder, "mine"):
        assert [each.split()[0] for each in followed(capsys)[1].splitlines()] == ["mine"]
        status, listed, _ = followed(capsys, "--folder", shared)
        assert [each.split()[0] for each in listed.splitlines()] == ["mine"]
        shared.chmod(0o777)
        status, listed, said = followed(capsys, "--folder", shared)
    assert (status, listed) == (Exit.INVALID, "")
    assert said.startswith(f"briefing: everybody can write in {shared}")


def test_one_that_one_may_not_join_is_not_listed_and_says_so_by_name(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with presented(folder, "talk", AccessList()):
        nobody = "briefing: nobody presents to you at this moment\n"
        assert followed(capsys) == (Exit.INVALID, "", nobody)
        said = "briefing: you are not among those who may follow\n"
        assert followed(capsys, "talk") == (Exit.INVALID, "", said)


def test_of_a_folder_that_cannot_be_listed_that_is_said_and_the_others_are(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o2770)
    scandir = os.scandir

    def scan(path: Path) -> object:
        if path == shared:
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    with presented(folder, "mine"):
        monkeypatch.setattr(os, "scandir", scan)
        status, listed, said = followed(capsys, "--folder", shared)
    assert (status, listed.split()[0]) == (Exit.OK, "mine")
    assert said == f"briefing: {shared} cannot be listed: Permission denied\n"


def test_one_where_too_many_wait_is_told_of_as_busy(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(own_directory(folder).socket("talk"))
    with socket.socket(socket.AF_UNIX) as busy, socket.socket(socket.AF_UNIX) as waits:
        busy.bind(path)
        busy.listen(0)
        waits.connect(path)
        said = "briefing: talk is busy, as too many wait to be let in: try again\n"
        assert followed(capsys, "talk") == (Exit.INVALID, "", said)
        assert followed(capsys)[2].startswith(said)


def test_what_a_dead_presenter_left_is_not_listed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(own_directory(folder).socket("talk")))
    assert followed(capsys) == (
        Exit.INVALID,
        "",
        "briefing: nobody presents to you at this moment\n",
    )
    nobody = (Exit.INVALID, "", "briefing: nobody presents as talk\n")
    assert followed(capsys, "talk") == nobody


def test_a_presenter_of_another_version_is_told_of(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with listen(own_directory(folder), "talk") as door:

        def answer() -> None:
            for _ in range(2):
                connection, _ = door.accept()
                with connection:
                    connection.recv(1000)
                    connection.sendall(b'{"format":"briefing-follow/2","video":[]}\n')

        thread = threading.Thread(target=answer)
        thread.start()
        wrong = "it speaks briefing-follow/2, and this program briefing-follow/1 alone\n"
        status, _, said = followed(capsys)
        assert (status, said.splitlines()[0] + "\n") == (Exit.INVALID, f"briefing: talk: {wrong}")
        assert followed(capsys, "talk") == (Exit.INVALID, "", f"briefing: {wrong}")
        thread.join()


def test_a_name_that_is_none_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, said = followed(capsys, "../talk")
    assert status == Exit.USAGE
    assert said.startswith("briefing: the name of a session is")


def test_to_follow_needs_a_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with presented(folder, "talk"):
        refused = (Exit.USAGE, "", "briefing: to follow needs a terminal\n")
        assert followed(capsys, "talk") == refused


def test_a_briefing_is_looked_for_where_it_was_found_last_before_all_else_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Path] = []

    def look(place: Path, id: str, digest: str) -> Iterator[Path]:
        looked.append(place)
        return counterparts(place, id, digest)

    monkeypatch.setattr(follow, "counterparts", look)
    find = follow._finder(tmp_path, load_document)
    file = write(tmp_path, "a/talk.yaml", "As it was.")
    assert find("nobody's", "") is None
    for text in ("As it was.", "As it is."):
        write(tmp_path, "a/talk.yaml", text)
        found = find("talk", digest(file.read_bytes()))
        assert found is not None
        assert text in found.text
    assert looked == [tmp_path, tmp_path, file]
    same = write(tmp_path, "b/talk.yaml", "As it was.")
    found = find("talk", digest(same.read_bytes()))
    assert found is not None
    assert found.name == str(same)
    assert looked[3:] == [file, tmp_path]

"""`briefing follow`: the list of sessions, and the messages if there is none to join."""

import asyncio
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest

from tests.meeting.places import at
from tui import cli
from tui.commands.exit import Exit
from tui.meeting.access import AccessList, user_name
from tui.meeting.server import PresentationServer
from tui.meeting.socket_directory import listen, own_directory

ME = user_name(os.geteuid())
MYSELF = AccessList(frozenset({os.geteuid()}))


@pytest.fixture(name="folder", autouse=True)
def folder_fixture(short_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the user's own sessions."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(short_path))
    monkeypatch.delenv("BRIEFING_MEETINGS", raising=False)
    return short_path / "briefing-tui"


@contextmanager
def presented(folder: Path, name: str, access: AccessList = MYSELF) -> Iterator[None]:
    """A session, in a thread with an event loop."""
    with listen(own_directory(folder), name) as listening, asyncio.Runner() as runner:
        server = PresentationServer(listening, access, lambda uid: None, lambda: None)
        server.show(at(briefing=f"about-{name}"), ())
        loop = runner.get_loop()
        thread = threading.Thread(target=run_until_cancelled, args=(runner, server))
        thread.start()
        try:
            yield
        finally:
            loop.call_soon_threadsafe(cancel_all, loop)
            thread.join()


def run_until_cancelled(runner: asyncio.Runner, server: PresentationServer) -> None:
    with suppress(asyncio.CancelledError):
        runner.run(server.run())


def cancel_all(loop: asyncio.AbstractEventLoop) -> None:
    for task in asyncio.all_tasks(loop):
        task.cancel()


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


def test_the_folder_of_a_group_is_listed_before_the_users_own(
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


def test_a_session_without_access_is_not_listed_but_reported(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with presented(folder, "talk", AccessList()):
        refusal = "you are not among those who may follow\n"
        nobody = "briefing: nobody presents to you at this moment\n"
        assert followed(capsys) == (Exit.INVALID, "", f"briefing: talk: {refusal}{nobody}")
        assert followed(capsys, "talk") == (Exit.INVALID, "", f"briefing: {refusal}")


def test_the_socket_of_a_dead_presenter_is_not_listed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(own_directory(folder).socket_path("talk")))
    assert followed(capsys) == (
        Exit.INVALID,
        "",
        "briefing: nobody presents to you at this moment\n",
    )
    nobody = (Exit.INVALID, "", "briefing: nobody presents as talk\n")
    assert followed(capsys, "talk") == nobody


def test_a_presenter_of_another_version_is_reported(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with listen(own_directory(folder), "talk") as listening:

        def answer() -> None:
            for _ in range(2):
                connection, _ = listening.accept()
                with connection:
                    connection.recv(1000)
                    connection.sendall(b'{"format":"briefing-follow/2","video":[]}\n')

        thread = threading.Thread(target=answer)
        thread.start()
        wrong = "the presenter uses another version of this program\n"
        status, _, said = followed(capsys)
        assert (status, said.splitlines()[0] + "\n") == (Exit.INVALID, f"briefing: talk: {wrong}")
        assert followed(capsys, "talk") == (Exit.INVALID, "", f"briefing: {wrong}")
        thread.join()


def test_an_invalid_name_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, said = followed(capsys, "../talk")
    assert status == Exit.USAGE
    assert said.startswith("briefing: the name of a session is")


def test_to_follow_needs_a_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with presented(folder, "talk"):
        refused = (Exit.USAGE, "", "briefing: to follow needs a terminal\n")
        assert followed(capsys, "talk") == refused

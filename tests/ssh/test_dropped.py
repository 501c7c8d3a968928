"""A connection that breaks while a frame is under way."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.pseudoterminal import Terminal
from tests.slow_line import SlowLine
from tests.ssh.conftest import PROGRAM, SEED
from tests.sshd import Server, below, kill, need, wait_until_gone

End = Callable[[Server, SlowLine, Terminal], None]


@pytest.fixture(name="server")
def server_fixture(tmp_path: Path) -> Iterator[Server]:
    """A server whose state is nobody else's."""
    need("sshd", "ssh")
    with Server(tmp_path / "server") as server:
        yield server


def kill_client(server: Server, line: SlowLine, terminal: Terminal) -> None:
    kill(terminal.pid)


def kill_connection(server: Server, line: SlowLine, terminal: Terminal) -> None:
    reader = server.readers()
    for pid in server.processes():
        if pid not in reader and set(below(pid)) & set(reader):
            kill(pid)


def cut_line(server: Server, line: SlowLine, terminal: Terminal) -> None:
    line.cut()


@pytest.mark.parametrize("end", [kill_client, kill_connection, cut_line])
def test_a_broken_connection_leaves_no_process_and_no_half_written_state(
    server: Server, end: End
) -> None:
    with (
        SlowLine(server.port, 20_000) as line,
        server.terminal(f"{PROGRAM} {SEED}", port=line.port, columns=120, rows=40) as terminal,
    ):
        terminal.wait_for("? help")
        terminal.press("6G")
        terminal.wait_for("6 of 6")
        terminal.press("gG" * 20)
        readers = server.readers()
        assert readers
        end(server, line, terminal)
        for pid in readers:
            wait_until_gone(pid)
    kept = {
        file.parent.name: [json.loads(line) for line in file.read_text().splitlines()]
        for file in server.home.rglob("*")
        if file.is_file()
    }
    assert kept["places"][0]["key"]

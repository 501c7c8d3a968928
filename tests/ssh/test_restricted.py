"""The recipe of the README on a real server, and whatever a reader may try to get out of it."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.pseudoterminal import Terminal
from tests.ssh.conftest import PROGRAM, SECRET, SEED
from tests.sshd import Server, below, free_port

LIST = "briefings  1 of"
"""What the foot of the list says."""


def test_the_recipe_lists_the_folder_and_opens_what_is_in_it(walled: Server) -> None:
    with walled.terminal() as terminal:
        terminal.wait_for(LIST)
        terminal.press("Gk\r")
        terminal.wait_for("AS OF JUNE 2022")
        terminal.press("6")
        terminal.wait_for("CRITICAL")
        leave(terminal)
    written = {file.parent.parent for file in walled.home.rglob("*") if file.is_file()}
    assert written == {walled.home / ".local/state/briefing-tui/readers/ann"}


@pytest.mark.parametrize("name", ["briefings/nato-rok-china-2022.yaml", "./briefings/../briefings"])
def test_a_client_may_name_what_it_wants_to_read(walled: Server, name: str) -> None:
    with walled.terminal(name) as terminal:
        terminal.wait_for("AS OF JUNE 2022" if name.endswith(".yaml") else LIST)
        leave(terminal)


def test_a_file_that_is_named_like_an_option_is_a_file(walled: Server) -> None:
    with walled.terminal("briefings/--reader=eve.yaml") as terminal:
        terminal.wait_for("Like an option")
        leave(terminal)
    assert not list(walled.home.rglob("eve"))


@pytest.mark.parametrize(
    "asked",
    [
        "id",
        "/bin/sh -c id",
        "; id",
        "$(id)",
        "`id`",
        "show briefings/nato-rok-china-2022.yaml",
        "--reader=eve",
        "--help",
        "-",
        "/etc/passwd",
        "/dev/tty",
        "/",
        "..",
        "../outside/secret.yaml",
        "briefings/../../outside/secret.yaml",
        "away",
        "away/secret.yaml",
        "briefings/outward.yaml",
        "briefings/secret.txt",
        "internal-sftp",
        "scp -f briefings/leaky.yaml",
        "x" * 5000,
        "\x1b]0;title\x07",
    ],
)
def test_what_is_no_briefing_in_the_folder_is_refused(walled: Server, asked: str) -> None:
    with walled.terminal(asked) as terminal:
        assert terminal.wait_for_end() == 1
        said = terminal.output.decode()
    assert said.startswith("briefing: ")
    assert any(reason in said for reason in ("lies outside", "No such file", "File name too long"))
    harmless(terminal)
    assert "\x1b" not in said


def test_a_link_out_of_the_folder_is_listed_and_not_read(walled: Server) -> None:
    with walled.terminal("briefings") as terminal:
        terminal.wait_for("cannot be read: lies outside the folder")
        terminal.press("/outward")
        leave(terminal)
        harmless(terminal)


def test_a_source_that_is_a_link_out_of_the_folder_is_not_read(walled: Server) -> None:
    with walled.terminal("briefings/leaky.yaml", rows=60) as terminal:
        terminal.wait_for("A briefing that leaks")
        terminal.press("!")
        terminal.wait_for("lies outside")
        terminal.press("0\rs")
        leave(terminal)
        harmless(terminal)


def test_keys_that_lead_out_say_that_they_do_nothing(walled: Server) -> None:
    with walled.terminal("briefings/nato-rok-china-2022.yaml", rows=60) as terminal:
        terminal.wait_for("? help")
        terminal.press("\x1a")
        terminal.wait_for("ctrl+z does nothing here")
        terminal.press("\x03")
        terminal.wait_for("ctrl+q at once")
        terminal.press("\x1c")
        terminal.press("?")
        terminal.wait_for("ctrl+q")
        assert "ctrl+z" not in terminal.text()
        terminal.press("\x1b")
        terminal.press("\x10shell")
        terminal.wait_for("No command has these words.")
        leave(terminal)


def test_no_key_starts_another_program_or_ends_this_one(walled: Server) -> None:
    leaving = {"q", "\x11", "\x18"}
    keys = [chr(code) for code in (*range(1, 27), *range(0x1C, 0x7F)) if chr(code) not in leaving]
    with walled.terminal("briefings/nato-rok-china-2022.yaml") as terminal:
        terminal.wait_for("? help")
        (reader,) = (pid for pid in walled.readers() if not list(below(pid)))
        for key in keys:
            terminal.press(f"{key}\x03")
            assert not list(below(reader))
        terminal.press("R\x031")  # out of the room, which one of the keys has led into
        terminal.wait_for("[1 Summary]")
        leave(terminal)


def test_variables_of_the_client_steer_nothing(walled: Server, tmp_path: Path) -> None:
    sent = {
        "BRIEFING_PATH": str(tmp_path),
        "BROWSER": "touch",
        "PAGER": "touch",
        "TEXTUAL_LOG": str(tmp_path / "log"),
        "TEXTUAL_DRIVER": "no.such:driver",
        "TMUX": f"{tmp_path}/socket,1,0",
        "XDG_STATE_HOME": str(tmp_path / "state"),
    }
    send = [word for name in sent for word in ("-o", f"SendEnv={name}")]
    with walled.terminal(options=send, environment=sent) as terminal:
        terminal.wait_for(LIST)
        arrived = [Path(f"/proc/{pid}/environ").read_text() for pid in walled.readers()]
        assert any("TEXTUAL_DRIVER=no.such:driver" in each for each in arrived)
        terminal.press("Gk\r")
        terminal.wait_for("AS OF JUNE 2022")
        leave(terminal)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "term", ["\x1b]0;title\x07", "../../etc/passwd", "$(id)", "x" * 4000, "-h"]
)
def test_a_hostile_name_of_a_terminal_does_no_harm(walled: Server, term: str) -> None:
    with walled.terminal(
        "briefings/nato-rok-china-2022.yaml", environment={"TERM": term}
    ) as terminal:
        terminal.wait_for("AS OF JUNE 2022")
        terminal.press("\x11")
        assert terminal.wait_for_end() == 0
        harmless(terminal)
    assert b"title\x07" not in terminal.output


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (1_000, 300)])
def test_a_window_of_any_size_does_no_harm(walled: Server, size: tuple[int, int]) -> None:
    with walled.terminal("briefings/nato-rok-china-2022.yaml") as terminal:
        terminal.wait_for("? help")
        shown = terminal.screen.columns, terminal.screen.lines
        terminal.announce(*size)
        terminal.announce(*shown)
        terminal.press("6")
        terminal.wait_for("CRITICAL")
        leave(terminal)
        harmless(terminal)


@pytest.mark.parametrize("program", ["sftp", "scp", "scp -O"])
def test_files_are_not_copied(walled: Server, program: str, tmp_path: Path) -> None:
    name, *old = program.split()
    remote = "127.0.0.1:seeds/nato-south-korea-relations-and-china.txt"
    ran = run([name, *old, *walled.settings(), remote, str(tmp_path / "copy")])
    assert ran.returncode != 0
    assert list(tmp_path.iterdir()) == []


def test_no_port_is_forwarded(walled: Server) -> None:
    target = f"127.0.0.1:{walled.port}"
    ran = run(["ssh", *walled.settings(), "-W", target, "127.0.0.1"])  # as -L and -D ask for it
    assert ran.returncode != 0
    assert "SSH-2.0" not in ran.stdout
    back = f"{free_port()}:{target}"
    options = ["-o", "ExitOnForwardFailure=yes", "-N", "-R", back]
    assert run(["ssh", *walled.settings(), *options, "127.0.0.1"]).returncode == 255


def test_no_agent_and_no_display_are_forwarded(
    walled: Server, plain: Server, tmp_path: Path
) -> None:
    agent = str(tmp_path / "agent")
    with subprocess.Popen(["ssh-agent", "-D", "-a", agent], stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        running.stdout.readline()  # it says where it listens once it does
        outside = variables(plain, [f"{PROGRAM} {SEED}"], agent)
        inside = variables(walled, [], agent)
        running.terminate()
    assert "SSH_AUTH_SOCK=" in outside
    assert "SSH_AUTH_SOCK=" not in inside
    assert "DISPLAY=" not in inside


def variables(server: Server, command: Sequence[str], agent: str) -> str:
    """The environment in which a reader is started who lends an agent and a display."""
    lent = {"SSH_AUTH_SOCK": agent, "DISPLAY": "127.0.0.1:7"}
    with server.terminal(*command, options=["-A", "-X"], environment=lent) as terminal:
        terminal.wait_for("? help")
        return "".join(Path(f"/proc/{pid}/environ").read_text() for pid in server.readers())


def leave(terminal: Terminal) -> None:
    """Leave, and see that it ends well."""
    terminal.press("\x11")
    assert terminal.wait_for_end() == 0


def harmless(terminal: Terminal) -> None:
    """Nothing was seen that must not be."""
    for banned in (SECRET, "uid=", "root:x:", "Traceback"):
        assert banned.encode() not in terminal.output, banned


def run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run a client to its end, with nothing to say to it."""
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        timeout=60,
        env=dict(os.environ),
    )

"""What is let through by a restricted command line, and by the guard behind it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tui.commands.environment import prune
from tui.commands.exit import Exit

DRAFT = "format: briefing/1\nid: x\ntitle: A title\npanes: []\n"


@pytest.fixture(name="root")
def root_fixture(tmp_path: Path) -> Path:
    """A folder with two briefings, beside one that is nobody's business."""
    root = tmp_path / "root"
    root.mkdir()
    for file in (root / "one.yaml", root / "two.yaml", tmp_path / "outside" / "three.yaml"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(DRAFT)
    return root


def briefing(
    *words: str, home: Path, typed: str = "", **options: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tui", *words],
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        env={"HOME": str(home), "LANG": "C.UTF-8", **options},
    )


def restricted(root: Path, *words: str, **options: str) -> subprocess.CompletedProcess[str]:
    return briefing("--restricted", str(root), *words, home=root.parent / "home", **options)


def test_in_a_pipe_it_prints_what_is_in_the_folder(root: Path) -> None:
    ran = restricted(root)
    assert ran.returncode == Exit.OK
    assert "one.yaml" in ran.stdout
    assert restricted(root, "one.yaml").stdout.startswith("A title")


def test_what_the_client_asks_for_comes_before_what_is_written_and_is_one_path(root: Path) -> None:
    (root / "show one.yaml").write_text(DRAFT.replace("A title", "Two words"))
    ran = restricted(root, "two.yaml", SSH_ORIGINAL_COMMAND="show one.yaml")
    assert ran.stdout.startswith("Two words")


@pytest.mark.parametrize("asked", ["..", "../outside", "../outside/three.yaml", "/etc/passwd", "/"])
def test_what_lies_outside_is_not_opened(root: Path, asked: str) -> None:
    for ran in (restricted(root, asked), restricted(root, SSH_ORIGINAL_COMMAND=asked)):
        assert (ran.returncode, ran.stdout) == (Exit.INVALID, "")
        assert ran.stderr == f"briefing: {asked}: lies outside the folder that may be read\n"


@pytest.mark.parametrize("asked", ["follow", "follow nato", "present one.yaml"])
def test_that_one_cannot_read_together_is_said_where_it_is_asked_for(
    root: Path, asked: str
) -> None:
    for ran in (restricted(root, asked), restricted(root, SSH_ORIGINAL_COMMAND=asked)):
        assert (ran.returncode, ran.stdout) == (Exit.INVALID, "")
        assert ran.stderr == f"briefing: {asked}: not on this server, where no connection is made\n"
    (root / asked).write_text(DRAFT)
    assert restricted(root, asked).stdout.startswith("A title")


def test_there_is_no_other_command_behind_it(root: Path) -> None:
    ran = restricted(root, "show", "one.yaml")
    assert ran.returncode == Exit.USAGE
    assert "usage: briefing --restricted" in ran.stderr


@pytest.mark.parametrize("words", [["--reader", "ann", "--restricted"], ["show", "--restricted"]])
def test_it_comes_first_or_nothing_is_opened(root: Path, words: list[str]) -> None:
    ran = briefing(*words, str(root), home=root.parent)
    assert (ran.returncode, ran.stdout) == (Exit.USAGE, "")


def test_a_reader_may_be_named_before_what_is_read(root: Path) -> None:
    assert restricted(root, "--reader", "ann", "one.yaml").stdout.startswith("A title")
    assert restricted(root, "one.yaml", "--reader", "ann").stdout.startswith("A title")


@pytest.mark.parametrize("asked", [(), ("two.yaml",)])
def test_errors_are_counted_without_a_command_or_a_path_of_the_server(
    root: Path, asked: tuple[str, ...]
) -> None:
    (root / "one.yaml").unlink()
    (root / "two.yaml").write_text(DRAFT.replace("panes: []", "panes: 1\nkind: x"))
    ran = restricted(root, *asked)
    assert ran.stdout.startswith("A title")
    assert ran.stderr == "briefing: two.yaml: 2 errors\n"


def test_a_draft_without_a_title_is_called_by_its_path_in_the_folder(root: Path) -> None:
    (root / "one.yaml").write_text(
        "format: briefing/1\nid: x\npanes:\n  notes: {role: background}\n"
    )
    assert restricted(root, "one.yaml").stdout.startswith("one.yaml ")


def test_an_empty_folder_is_not_named_by_its_path(root: Path) -> None:
    for file in root.iterdir():
        file.unlink()
    ran = restricted(root)
    assert ran.returncode == Exit.INVALID
    assert ran.stderr == "briefing: ROOT: no briefing (*.yaml) in this folder\n"


def test_in_lines_problems_name_neither_a_command_nor_a_path_of_the_server(root: Path) -> None:
    (root / "one.yaml").write_text(f"{DRAFT}marking: TLP:WHITE\n")
    ran = restricted(root, "one.yaml", "--linear", typed="!\n\nevidence 2\nq\nq\n")
    assert "Instead: Write TLP:CLEAR." in ran.stdout
    assert "Where: one.yaml:5:10." in ran.stdout
    assert "briefing fix" not in ran.stdout
    assert "briefing check" not in ran.stdout
    assert str(root) not in ran.stdout


def test_where_nothing_can_be_remembered_it_is_said_why(root: Path) -> None:
    home = root.parent / "home"
    home.write_text("no folder")
    ran = restricted(root, "one.yaml")
    assert ran.stdout.startswith("A title")
    assert ran.stderr == ("briefing: nothing will be remembered: Not a directory\n")


@pytest.mark.parametrize("name", ["..", ".ann", "a/b", "Ann", "a" * 33, "ann\n", "é", "a b", ""])
def test_a_name_that_is_a_path_or_anything_else_is_no_readers(root: Path, name: str) -> None:
    ran = restricted(root, "--reader", name)
    assert (ran.returncode, ran.stdout) == (Exit.USAGE, "")
    assert "the name of a reader is" in ran.stderr


@pytest.mark.parametrize("root", [Path("/"), Path("/no/such/folder")])
def test_a_root_that_is_everything_or_nothing_is_wrong(root: Path, tmp_path: Path) -> None:
    ran = briefing("--restricted", str(root), home=tmp_path)
    assert (ran.returncode, ran.stdout) == (Exit.USAGE, "")


def test_a_root_that_holds_what_the_program_writes_is_refused(tmp_path: Path) -> None:
    ran = briefing("--restricted", str(tmp_path), home=tmp_path)
    assert ran.returncode == Exit.USAGE
    assert "a folder of briefings alone" in ran.stderr


def test_of_the_environment_little_is_left() -> None:
    kept = {"HOME": "/h", "TERM": "xterm", "LANG": "C", "LC_TIME": "C", "COLORTERM": "truecolor"}
    kept |= {"BRIEFING_COLORS": "256", "NO_COLOR": "1", "SSH_TTY": "/dev/pts/1"}
    steering = dict.fromkeys(
        ["BRIEFING_PATH", "BROWSER", "TMUX", "TEXTUAL_LOG", "PYTHONPATH", "PAGER", "EDITOR"], "x"
    )
    environ = kept | steering | {"XDG_STATE_HOME": "/x", "LD_PRELOAD": "x", "COLUMNS": "9"}
    prune(environ)
    assert environ == kept


@pytest.mark.parametrize(
    "does",
    [
        "import subprocess; subprocess.run(['true'])",
        "os.system('true')",
        "os.execv('/bin/true', ['true'])",
        "os.posix_spawn('/bin/true', ['true'], {})",
        "os.fork()",
        "import pty; pty.spawn('true')",
        "import webbrowser; webbrowser.GenericBrowser('true').open('x')",
        "os.kill(os.getpid(), 20)",
        "os.kill(os.getppid(), 0)",
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.socket().bind(('127.0.0.1', 0))",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "open(outside, 'w')",
        "open(outside, 'a')",
        "os.open(outside, os.O_RDWR)",
        "open(state / '..' / 'new', 'w')",
        "open(state / 'link' / 'new', 'w')",
        "os.remove(outside)",
        "os.rename(state / 'own', outside)",
        "os.mkdir(outside.with_name('new'))",
        "os.symlink(outside, state / 'away')",
        "os.truncate(outside, 0)",
        "import ctypes; ctypes.CDLL('libc.so.6').system(b'true')",
    ],
)
def test_what_reading_never_needs_is_refused_by_the_interpreter(does: str, tmp_path: Path) -> None:
    assert guarded(does, tmp_path) == "refused\n"
    assert (tmp_path / "outside").read_text() == "kept"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["outside", "state"]


@pytest.mark.parametrize(
    "does",
    [
        "open(state / 'new', 'w').close(); os.replace(state / 'new', state / 'own')",
        "os.mkdir(state / 'places'); os.remove(state / 'own')",
        "open(outside).close(); open(os.devnull, 'w').close()",
        "import asyncio; asyncio.run(asyncio.sleep(0))",
        "import socket; a, b = socket.socketpair(); a.send(b'.')",
        "os.kill(os.getpid(), 0)",
    ],
)
def test_what_reading_needs_is_not(does: str, tmp_path: Path) -> None:
    assert guarded(does, tmp_path) == "done\n"


def guarded(does: str, folder: Path) -> str:
    """What comes of some statements behind the guard."""
    (folder / "state").mkdir()
    (folder / "state" / "own").touch()
    (folder / "state" / "link").symlink_to(folder)
    (folder / "outside").write_text("kept")
    script = (
        "import os, sys, pathlib\nfrom tui.commands.audit_hook import guard\n"
        "state = pathlib.Path(sys.argv[1]).resolve(); outside = state.with_name('outside')\n"
        f"guard(state)\ntry:\n    {does}\n"
        "except PermissionError:\n    print('refused')\nelse:\n    print('done')\n"
    )
    ran = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "ignore", "-c", script, str(folder / "state")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr == ""
    return ran.stdout

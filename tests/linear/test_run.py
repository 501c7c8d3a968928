"""Reading in lines: on a terminal, from a file into a file, and nothing but text on the way."""

import io
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.goldens import assert_golden
from tests.panes.reading import load
from tests.panes.small import BRIEFING
from tests.pseudoterminal import Terminal
from tests.reading.sessions import ROOT, SEED, Memory, SmallLibrary, seed, small
from tui.app.bindings import Keys
from tui.linear.run import run
from tui.model.document import Document
from tui.places import Place, View
from tui.reading.session import ReadingSession

FOLDER = Path(mkdtemp())
COMMAND = [sys.executable, "-m", "tui", str(SEED)]
MODULES = "import sys, tui.cli; tui.cli.main(sys.argv[1:]); print(sorted(sys.modules))"

WALK = """

6

enter
s

esc
esc
/ silence
n
f beijing cyb
2
enter
o
esc
r
esc
m a
1
' a
a ask about the wording
*
esc
t
esc
4
]
PgDn
G

3
c

esc
x

esc
0
v
v
v
y
R
1
R
room mode
quotation
ctrl+p note
3
D
e
ctrl+x

?
nonsense
q
"""
"""A walk through everything that there is to read, and most commands."""


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """A reader who has never been here, and a terminal that cannot place text."""
    return {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state"), "TERM": "dumb"}


@pytest.mark.parametrize("columns", [40, 80])
def test_a_whole_walk_reads_from_top_to_bottom(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    status, told = read(WALK, document=seed())
    assert status == 0
    assert max(map(len, told.split("\n"))) <= columns
    assert_golden(f"linear-{columns}.txt", told)


def test_a_dialogue_in_a_file_reads_as_one() -> None:
    _, told = read("6\nq\n")
    lines = told.split("\n")
    assert "1 of 1: 6" in lines
    assert lines[lines.index("1 of 1: 6") + 1] == "there is no pane 6."
    assert told.endswith("1 of 1: q\n")


def test_the_end_of_what_is_typed_ends_it_and_the_place_is_kept() -> None:
    memory = Memory()
    status, told = read("4\nj", memory=memory)
    assert status == 0
    assert told.endswith("2 of 3: \n")
    assert memory.place is not None
    assert memory.place == Place(View.PANE, "reactions", "r-again")


def test_the_library_is_closed_with_it() -> None:
    class ClosedLibrary(SmallLibrary):
        is_closed = False

        def close(self) -> None:
            self.is_closed = True

    library = ClosedLibrary()
    status, told = read("1\nenter\nq\nq\n", document=None, library=library)
    assert status == 0
    assert "A small briefing" in told
    assert library.is_closed


def test_a_failure_of_the_program_is_told_and_the_place_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("tui.reading.session.ReadingSession.settle", fail)
    status, _ = read("6\n")
    assert status == 1
    assert "the program failed (ZeroDivisionError" in capsys.readouterr().err


HOSTILE = st.text(st.sampled_from("\x1b]52;c;x\x07\x9b\x00\x7f\u202e\u2028\n\r\t[2Ja "), min_size=1)


@given(HOSTILE, HOSTILE)
def test_nothing_of_a_briefing_or_of_what_is_typed_reaches_the_terminal_but_text(
    text: str, typed: str
) -> None:
    section = {"heading": text, "claims": [{"id": "c", "text": text}]}
    pane = {"role": "issue", "id": "p", "title": text, "sections": [section]}
    document = load({**BRIEFING, "title": text, "panes": [pane]}, FOLDER)
    _, told = read(f"2\nenter\nesc\ny\nt\nesc\nc\n/ {typed}\nf {typed}\n{typed}\n?\n", document)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029]", told)


def test_on_a_terminal_the_cursor_stands_behind_the_prompt(home: dict[str, str]) -> None:
    with Terminal(COMMAND, environment=home) as terminal:
        terminal.wait_for("1 of 3:")
        assert terminal.settings() == terminal.settings_before
        row = terminal.text().split("\n")[terminal.screen.cursor.y]
        assert (row.rstrip(), terminal.screen.cursor.x) == ("1 of 3:", len("1 of 3: "))
        terminal.press("6\n")
        terminal.wait_for("1 of 6:")
        assert b"1 of 3: 6\r\nChinese reactions" in terminal.output, "the terminal shows it, once"
        terminal.press("q\n")
        assert terminal.wait_for_end() == 0
        assert b"\x1b" not in terminal.output


def test_the_keys_that_send_signals_do_what_they_do_on_the_screen(home: dict[str, str]) -> None:
    with Terminal(COMMAND, environment=home) as terminal:
        terminal.wait_for("1 of 3:")
        terminal.press("/\n")
        terminal.wait_for("Find:")
        terminal.press("\x03")
        terminal.wait_for_output("Find: ^C\r\nNothing has changed.\r\n1 of 3: ")
        terminal.press("\x03")
        terminal.wait_for("q leaves, one level at a time; ctrl+q at once.")
        terminal.press("R\n")
        terminal.wait_for("Command:")
        terminal.press("\x1a")
        terminal.wait_for("in room mode only ctrl+q leaves.")
        terminal.press("\x04")
        assert terminal.wait_for_end() == 0


def test_it_stops_and_goes_on(home: dict[str, str]) -> None:
    with Terminal(COMMAND, environment=home) as terminal:
        terminal.wait_for("1 of 3:")
        terminal.press("\x1a")
        _, status = os.waitpid(terminal.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.press("6\n")
        terminal.wait_for("1 of 6:")
        terminal.press("\x04")
        assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_line_that_is_dropped_ends_it_and_the_place_is_kept(
    number: signal.Signals, home: dict[str, str]
) -> None:
    with Terminal(COMMAND, environment=home) as terminal:
        terminal.wait_for("1 of 3:")
        terminal.press("6\n\n")
        terminal.wait_for("2 of 6:")
        os.kill(terminal.pid, number)
        assert terminal.wait_for_end() == 128 + number
    with Terminal(COMMAND, environment=home) as terminal:
        terminal.wait_for("2 of 6:")
        terminal.drop()
        assert terminal.wait_for_end() in (128 + signal.SIGHUP, -signal.SIGHUP)


def test_a_page_of_empty_lines_follows_what_is_to_be_blank(home: dict[str, str]) -> None:
    with Terminal(COMMAND, environment=home) as terminal:
        terminal.wait_for("1 of 3:")
        terminal.press("ctrl+x\n")
        terminal.wait_for("Blank:")
        assert terminal.text().split() == ["Blank:"]
        terminal.press("\n")
        terminal.wait_for("1 of 3:")


def test_accessible_asks_for_lines_on_any_terminal(home: dict[str, str]) -> None:
    asked = {**home, "TERM": "xterm-256color", "ACCESSIBLE": "1"}
    with Terminal(COMMAND, environment=asked) as terminal:
        terminal.wait_for("1 of 3:")
        assert b"\x1b" not in terminal.output
        terminal.press("q\n")
        assert terminal.wait_for_end() == 0


def test_a_briefing_from_a_pipe_is_talked_about_on_the_terminal(home: dict[str, str]) -> None:
    piped = ["sh", "-c", '"$0" -m tui - < "$1"', sys.executable, str(SEED)]
    with Terminal(piped, environment=home) as terminal:
        terminal.wait_for("1 of 3:")
        terminal.press("6\n")
        terminal.wait_for("1 of 6:")
        terminal.press("q\n")
        assert terminal.wait_for_end() == 0


def test_within_walls_it_is_the_same_and_nothing_leads_out(home: dict[str, str]) -> None:
    walled = [sys.executable, "-m", "tui", "--restricted", str(ROOT), "briefings/" + SEED.name]
    with Terminal(walled, environment=home) as terminal:
        terminal.wait_for("1 of 3:")
        terminal.press("\x1a")
        terminal.wait_for("ctrl+z does nothing here: briefings are only read.")
        terminal.press("6\n")
        terminal.wait_for("1 of 6:")
        terminal.press("\x04")
        assert terminal.wait_for_end() == 0


def test_it_needs_neither_textual_nor_asyncio(home: dict[str, str]) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", MODULES, "--linear", str(SEED)],
        input="6\nf beijing\nesc\n?\nq\n",
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **home},
        cwd=ROOT,
    )
    loaded = set(re.findall(r"'(\w+)'", ran.stdout.rpartition("[")[2]))
    assert "tui" in loaded
    assert not loaded & {"textual", "rich", "asyncio"}


def test_a_copied_text_goes_to_tmux_too_where_that_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmux = tmp_path / "tmux"
    tmux.write_text(f"#!/bin/sh\ncat > {tmp_path}/buffer\n")
    tmux.chmod(0o755)
    monkeypatch.setenv("TMUX", "here")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    _, told = read("4\nY\nq\n")
    copied = (tmp_path / "buffer").read_text("utf-8")
    assert copied and copied in told
    assert "in tmux's buffer, and beyond" in told


def test_an_output_that_has_only_ascii_is_given_ascii(home: dict[str, str]) -> None:
    plain = {**home, "LANG": "C", "LC_ALL": "C"}
    with Terminal(COMMAND, environment=plain) as terminal:
        terminal.wait_for("1 of 3:")
        assert terminal.output.isascii()
        assert b"NATO-South Korea relations" in terminal.output
        terminal.press("q\n")
        assert terminal.wait_for_end() == 0


def read(
    typed: str,
    document: Document | None = None,
    *,
    library: SmallLibrary | None = None,
    memory: Memory | None = None,
) -> tuple[int, str]:
    """Type lines; return the exit status, and what was written."""
    output, keys, memory = io.StringIO(), Keys(), memory or Memory()
    if document is None and library is None:
        document = small()
    begin = partial(ReadingSession, document=document, library=library, memory=memory, keys=keys)
    with source(typed) as handle:
        status = run(begin, keys, memory=memory, source=handle, output=output)
    return status, output.getvalue()


@contextmanager
def source(typed: str) -> Iterator[int]:
    reading, writing = os.pipe()
    os.write(writing, typed.encode(errors="surrogatepass"))
    os.close(writing)
    try:
        yield reading
    finally:
        os.close(reading)

"""Routes to the clipboard, and the bytes that are sent."""

import base64
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.terminal.clipboard import LONGEST, Route, TerminalClipboard, route, sequence_for

XTERM = {"TERM": "xterm-256color"}
TEXT = "“북한은” — said he;\n\a and more"


@pytest.mark.parametrize(
    ("environ", "way"),
    [
        (XTERM, Route.TERMINAL),
        ({"TERM": "screen-256color"}, Route.TERMINAL),  # at the far end of a connection
        ({"TERM": "screen", "STY": "1234.pts"}, Route.SCREEN),
        ({"TERM": "linux"}, None),
        ({"TERM": "linux-16color"}, None),
        ({"TERM": "vt100"}, None),
        ({"TERM": "dumb"}, None),
        ({}, None),
        ({**XTERM, "TERM_PROGRAM": "Apple_Terminal"}, None),
        ({**XTERM, "TMUX": "/tmp/x,1,0", "PATH": "/no/such/folder"}, Route.TERMINAL),
    ],
)
def test_the_route_follows_the_environment(environ: dict[str, str], way: Route | None) -> None:
    assert route(environ) is way


def test_no_program_is_run_unless_permitted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda *_, **__: "/usr/bin/tmux")
    inside = {**XTERM, "TMUX": "/tmp/x,1,0"}
    assert route(inside) is Route.TMUX
    assert route(inside, may_run=False) is Route.TERMINAL
    monkeypatch.setattr(subprocess, "run", None)
    sent = TerminalClipboard(inside, may_run=False).send("x")
    assert sent is not None
    assert sent.sequence


@given(st.text(max_size=2000))
@settings(deadline=None)
def test_the_sequence_holds_the_text_and_no_other_control_sequence(text: str) -> None:
    found = re.fullmatch(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\a", sequence_for(text))
    assert found is not None
    assert base64.b64decode(found[1]).decode() == text.encode(errors="replace").decode()


@given(st.text(max_size=3000))
@settings(deadline=None)
def test_text_for_gnu_screen_is_wrapped_in_pieces_that_it_accepts(text: str) -> None:
    sent = TerminalClipboard({"TERM": "screen", "STY": "1"}).send(text)
    assert sent is not None
    pieces = re.findall(r"\x1bP(.*?)\x1b\\", sent.sequence, re.DOTALL)
    assert "".join(pieces) == sequence_for(text)
    assert all(len(piece) <= 250 and "\x1b\\" not in piece for piece in pieces)


def test_success_is_not_claimed_without_a_reply() -> None:
    sent = TerminalClipboard(XTERM).send(TEXT)
    assert sent is not None
    assert "sent" in sent.said
    assert "copied" not in sent.said


def test_a_text_too_long_for_terminals_is_not_sent() -> None:
    assert TerminalClipboard(XTERM).send("x" * LONGEST) is not None
    assert TerminalClipboard(XTERM).send("x" * (LONGEST + 1)) is None
    assert TerminalClipboard(XTERM).send("서" * (LONGEST // 3 + 1)) is None
    assert TerminalClipboard({"TERM": "linux"}).send("x") is None


@pytest.fixture
def tmux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Run a private tmux server, and yield the path of its socket."""
    socket = str(tmp_path / "tmux")
    subprocess.run(["tmux", "-S", socket, "-f", "/dev/null", "new", "-d", "cat"], check=True)
    monkeypatch.setenv("TMUX", f"{socket},1,0")
    yield socket
    subprocess.run(["tmux", "-S", socket, "kill-server"], check=False)


@pytest.mark.skipif(shutil.which("tmux") is None, reason="there is no tmux")
class TestInsideTmux:
    def test_its_buffer_takes_text_of_any_length(
        self, tmux: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("TERM", "screen-256color")
        for text in (TEXT, "서" * LONGEST):
            sent = TerminalClipboard(os.environ).send(text)
            assert sent is not None
            assert sent.sequence == ""
            assert "tmux's buffer" in sent.said
            shown = subprocess.run(
                ["tmux", "-S", tmux, "show-buffer"], capture_output=True, check=True
            )
            assert shown.stdout.decode() == text

    def test_without_its_server_the_terminal_is_used(
        self, tmux: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        subprocess.run(["tmux", "-S", tmux, "kill-server"], check=True)
        monkeypatch.setenv("TERM", "screen-256color")
        sent = TerminalClipboard(os.environ).send(TEXT)
        assert sent is not None
        assert sent.sequence == sequence_for(TEXT)

"""Detecting tmux and GNU screen."""

from pathlib import Path

import pytest

from tui.terminal.multiplexer import multiplexer

INSIDE = {"TERM": "tmux-256color", "TMUX": "/tmp/tmux-0/default,1,0"}


@pytest.fixture
def tmux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A script that is run as `tmux`."""
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return tmp_path / "tmux"


def test_tmux_is_queried_for_its_settings(tmux: Path) -> None:
    write(tmux, r"printf '3.3a\texternal\t0\txterm-256color\t256,RGB\n'")
    name, reported = multiplexer(INSIDE)
    assert name == "tmux"
    assert reported == {
        "version": "3.3a",
        "set-clipboard": "external",
        "allow-passthrough": "0",
        "terminal": "xterm-256color",
        "features": "256,RGB",
    }


@pytest.mark.parametrize("script", ["exit 1", "echo", r"printf 'a\tb\n'", r"printf '\377\n'"])
def test_a_tmux_that_does_not_reply_is_still_tmux(tmux: Path, script: str) -> None:
    write(tmux, script)
    assert multiplexer(INSIDE) == ("tmux", {})


def test_a_tmux_at_the_other_end_of_ssh_is_not_queried(tmux: Path) -> None:
    write(tmux, "touch $0.ran")
    assert multiplexer({"TERM": "tmux-256color"}) == ("tmux", {})
    assert not tmux.with_name("tmux.ran").exists()


def test_gnu_screen_is_recognized_by_sty() -> None:
    assert multiplexer({"TERM": "screen", "STY": "1.pts"}) == ("screen", {})
    assert multiplexer({"TERM": "screen"}) == ("", {})


def write(file: Path, script: str) -> None:
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o700)

"""Blanking: from `blank` to `unblank` the terminal is sent nothing but the blank screen."""

import os
import signal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.terminal.pty_terminal import CAPABILITIES, ENTER, LARGE, page, pty_terminal
from tests.terminal.streams import FRAMES
from tests.terminal.test_diff_renderer import FULL, Pair
from tui.terminal.session import TerminalSession

COPY = "\x1b]52;c;YQ==\x07"
MOUSE = "\x1b[?1000h"
TITLE = "\x1b]2;a title\x07"


def test_nothing_written_while_blanked_is_sent_and_the_last_screen_comes_back() -> None:
    with pty_terminal() as terminal:
        terminal.writer.write(ENTER + page(1))
        terminal.read_until("page 1.")
        terminal.writer.blank()
        terminal.read_until("\x1b[2J")
        assert terminal.is_blank()
        terminal.writer.flush()
        sent = terminal.writer.sent
        for number in range(2, 30):
            terminal.writer.write(page(number))
            terminal.writer.flush()
        assert terminal.writer.sent == sent
        terminal.writer.unblank()
        data = terminal.read_until_shown("page 29.")
        assert "page 28." not in data


def test_the_blank_screen_replaces_a_frame_that_is_being_sent() -> None:
    with pty_terminal(LARGE) as terminal:
        terminal.writer.write(ENTER + page(1, LARGE))
        terminal.read_until("[2J")
        terminal.writer.blank()
        assert "page 1." not in terminal.read_until("\x18\x1b[r\x1b[m\x1b[H\x1b[2J")
        assert terminal.is_blank()
        terminal.writer.unblank()
        terminal.read_until("page 1.")


def test_an_incomplete_frame_does_not_delay_the_blank_screen() -> None:
    with pty_terminal() as terminal:
        terminal.writer.write(ENTER + page(1))
        terminal.read_until("page 1.")
        terminal.writer.write("\x1b[?2026h\x1b[Hhalf")
        terminal.writer.blank()
        terminal.read_until("\x1b[2J")
        assert terminal.is_blank()
        terminal.writer.unblank()
        terminal.writer.write(" and whole\x1b[?2026l")
        terminal.read_until_shown("page 1.")
        assert terminal.rows()[0].startswith("half and whole")


@pytest.mark.parametrize("effect", [COPY, MOUSE, TITLE, "\x07", "\x1b[?2004l"])
def test_other_effects_are_sent_once_after_unblanking(effect: str) -> None:
    with pty_terminal() as terminal:
        terminal.writer.write(ENTER + page(1))
        terminal.read_until("page 1.")
        terminal.writer.blank()
        terminal.writer.write(effect)
        assert effect not in terminal.read_until("\x1b[2J")
        terminal.writer.flush()
        terminal.writer.unblank()
        data = terminal.read_until(effect) + terminal.read_until_shown("page 1.")
        assert data.count(effect) == 1


def test_a_resize_while_blanked_is_drawn_after_unblanking() -> None:
    with pty_terminal() as terminal:
        terminal.writer.write(ENTER + page(1))
        terminal.read_until("page 1.")
        terminal.writer.blank()
        terminal.read_until("\x1b[2J")
        terminal.writer.flush()
        sent = terminal.writer.sent
        terminal.writer.resize(60, 20)
        terminal.emulator.resize(20, 60)
        terminal.writer.write(page(2, (60, 20)))
        terminal.writer.forget()
        terminal.writer.flush()
        assert terminal.writer.sent == sent
        assert terminal.is_blank()
        terminal.writer.unblank()
        terminal.read_until_shown("page 2.")
        assert terminal.rows()[0].startswith("cc")


def test_unblanking_before_the_blank_screen_is_sent_shows_the_whole_screen() -> None:
    with pty_terminal(LARGE) as terminal:
        terminal.writer.write(ENTER + page(1, LARGE))
        terminal.read_until("[2J")
        terminal.writer.blank()
        terminal.writer.unblank()
        terminal.read_until("page 1.")
        assert terminal.rows()[0].startswith("bb")


def test_suspending_while_blanked_shows_nothing_before_or_after(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pty_terminal() as terminal:
        session = TerminalSession(terminal.slave, terminal.slave, CAPABILITIES)
        session.writer = terminal.writer
        stopped = []

        def stop(process: int, number: int) -> None:
            stopped.append((process, number))
            assert "page 1." not in terminal.read_until("\x1b[?1049l")
            assert terminal.is_blank()

        monkeypatch.setattr(os, "kill", stop)
        monkeypatch.setattr(session, "size", lambda: (80, 24))
        session.acquire()
        terminal.writer.write(page(1))
        terminal.read_until_shown("page 1.")
        terminal.writer.blank()
        session.suspend()
        assert stopped == [(os.getpid(), signal.SIGSTOP)]
        terminal.read_until("\x1b[2J")
        terminal.writer.write(page(2))
        terminal.writer.flush()
        assert terminal.is_blank()
        terminal.writer.unblank()
        terminal.read_until_shown("page 2.")
        session.release()
        terminal.read_until("\x1b[?1049l")


@given(before=st.lists(FRAMES, max_size=2), during=st.lists(FRAMES, max_size=3))
@settings(max_examples=60, deadline=None)
def test_after_unblanking_the_screen_is_the_same_as_without(
    before: list[str], during: list[str]
) -> None:
    pair = Pair(FULL)
    pair.write(ENTER + "\x1b[H" + "".join(before))
    pair.lean.feed(pair.renderer.clear())
    for data in during:
        pair.write(data, is_shown=False)
    pair.write("\x1b[H")
    assert pair.is_equal()

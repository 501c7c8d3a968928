"""What the writer sends, when, and what it does not send."""

import os
from collections.abc import Iterator

import pytest

from tests.terminal.pty_terminal import ENTER, LARGE, LETTERS, PtyTerminal, page, pty_terminal
from tui.terminal import writer as module
from tui.terminal.probe import STATUS


@pytest.fixture
def terminal() -> Iterator[PtyTerminal]:
    with pty_terminal() as made:
        yield made


def test_what_makes_no_difference_is_not_sent(terminal: PtyTerminal) -> None:
    terminal.writer.write(ENTER + page(1))
    terminal.read_until("page 1.")
    terminal.writer.flush()
    before = terminal.writer.sent
    terminal.writer.write(page(1))
    terminal.writer.flush()
    assert terminal.writer.sent == before


def test_outdated_frames_are_never_sent(terminal: PtyTerminal) -> None:
    terminal.writer.write(ENTER)
    for number in range(400):
        terminal.writer.write(page(number))
    while "page 399." not in terminal.rows()[-1]:
        terminal.read()
    assert terminal.read_bytes < 400 * len(page(1)) / 4
    assert terminal.rows()[0].startswith(LETTERS[399 % 26] * 2)


def test_an_incomplete_frame_is_not_sent(terminal: PtyTerminal) -> None:
    terminal.writer.write(ENTER + "\x1b[Hready")
    terminal.read_until("ready")
    terminal.writer.write("\x1b[?2026h\x1b[Hhalf")
    terminal.writer.write("\x1b[2;2Hwhole\x1b[?2026l")
    assert "half" in terminal.read_until("whole")
    terminal.writer.write(page(3))
    assert terminal.read_until("page 3.").startswith("\x1b[?2026h")


def test_clear_replaces_a_frame_that_is_being_sent() -> None:
    with pty_terminal(LARGE) as terminal:
        terminal.writer.write(ENTER + page(1, LARGE))
        terminal.read_until("[2J")
        terminal.writer.write("\x1b]52;c;YQ==\x07")
        terminal.writer.clear()
        sent = terminal.read_until("\x1b]52;c;YQ==\x07")
        assert "\x18" in sent
        assert "page 1." not in sent
        assert terminal.is_blank()


def test_after_forget_the_whole_screen_is_sent(terminal: PtyTerminal) -> None:
    terminal.writer.write(ENTER + page(5))
    terminal.read_until("page 5.")
    terminal.writer.flush()
    terminal.emulator.feed("\x1b[H\x1b[2Jsomebody else was here")
    terminal.writer.forget()
    terminal.read_until("page 5.")
    assert "somebody" not in terminal.rows()[0]
    assert terminal.rows()[3].startswith("i")


def test_after_many_resizes_one_frame_is_sent(terminal: PtyTerminal) -> None:
    terminal.writer.write(ENTER + page(1))
    terminal.read_until("page 1.")
    terminal.writer.flush()
    before = terminal.writer.sent
    for columns in range(60, 90):
        terminal.writer.resize(columns, 20)
    terminal.emulator.resize(20, 89)
    terminal.writer.write(page(2, (89, 20)))
    terminal.read_until("page 2.")
    terminal.writer.flush()
    assert terminal.writer.sent - before < 1.2 * len(page(2, (89, 20)))
    assert terminal.rows()[0].startswith("cc")


def test_after_a_resize_the_old_screen_is_sent_if_no_new_one_is_drawn(
    terminal: PtyTerminal,
) -> None:
    terminal.writer.write(ENTER + "\x1b[5Hthe same")
    terminal.read_until("the same")
    terminal.writer.resize(70, 20)
    terminal.emulator.resize(20, 70)
    terminal.read_until("the same")
    assert "the same" in terminal.rows()[4]


def test_a_terminal_that_takes_nothing_does_not_delay_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.01)
    with pty_terminal(LARGE) as terminal:
        terminal.writer.write(ENTER + page(1, LARGE))
        terminal.read_until("[2J")
        terminal.writer.flush()
        terminal.writer.close()


def test_writes_to_a_terminal_that_is_gone_are_dropped(terminal: PtyTerminal) -> None:
    master, terminal.master = terminal.master, os.open(os.devnull, os.O_RDONLY)
    os.close(master)
    for number in range(9):
        terminal.writer.write(ENTER + page(number))
        terminal.writer.flush()
    assert terminal.writer.sent == 0


def test_with_pacing_nothing_more_is_sent_before_the_reply(
    terminal: PtyTerminal,
) -> None:
    terminal.writer.set_pacing(True)
    terminal.writer.write(ENTER + page(1))
    terminal.read_until(STATUS.request)
    before = terminal.writer.sent
    terminal.writer.write(page(2))
    terminal.writer.write(page(3))
    assert terminal.writer.awaits_reply
    assert terminal.writer.sent == before
    terminal.writer.acknowledge()
    terminal.read_until_shown("page 3.")


def test_a_terminal_that_never_replies_is_not_queried_again(
    terminal: PtyTerminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.05)
    terminal.writer.set_pacing(True)
    terminal.writer.write(ENTER + page(1))
    terminal.read_until(STATUS.request)
    terminal.writer.write(page(2))
    assert STATUS.request not in terminal.read_until_shown("page 2.")
    assert not terminal.writer.awaits_reply


def test_clear_does_not_wait_for_a_reply(terminal: PtyTerminal) -> None:
    terminal.writer.set_pacing(True)
    terminal.writer.write(ENTER + page(1))
    terminal.read_until(STATUS.request)
    terminal.writer.clear()
    terminal.read_until("\x1b[2J")
    assert terminal.is_blank()

"""Lines as they are typed, and the keys between them."""

import asyncio
import os
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.reading.sessions import session
from tui.linear.line_input import LineInput, StoppedError
from tui.linear.peer_input import PeerInput
from tui.meeting.record import MeetingRecord
from tui.reading.reply import Reply
from tui.reading.session import ReadingSession


class Companion:
    """One that notes what it is told."""

    scopes: Sequence[str] = ()
    is_away = False

    def __init__(self) -> None:
        self.heard: list[str] = []

    @property
    def record(self) -> MeetingRecord:
        return MeetingRecord()

    def told(self, session: ReadingSession) -> str:
        return ""

    def arrive(self, session: ReadingSession) -> None:
        self.heard.append("arrive")

    def begin(self, session: ReadingSession, show: object) -> None:
        self.heard.append("begin")

    def moved(self, session: ReadingSession) -> None:
        self.heard.append("moved")

    def come_back(self, session: ReadingSession) -> str:
        return "with it"

    def leave(self) -> None:
        self.heard.append("leave")

    def close(self) -> None:
        self.heard.append("close")


@pytest.fixture(params=["alone", "heard"])
def typed(request: pytest.FixtureRequest) -> Iterator[tuple[LineInput, int]]:
    """Lines from a pipe, alone or with somebody else, and the end into which they are written."""
    reading, writing = os.pipe()
    peer = Companion()
    lines = (
        LineInput(reading)
        if request.param == "alone"
        else PeerInput(reading, session(), peer, lambda: None)
    )
    yield lines, writing
    lines.close()
    os.close(reading)
    if request.param == "heard":
        assert peer.heard == ["begin", "close"]


def test_lines_come_one_by_one_and_the_last_may_lack_its_end(typed: tuple[LineInput, int]) -> None:
    lines, writing = typed
    os.write(writing, b"one\n\ntwo\nthr")
    os.write(writing, b"ee")
    os.close(writing)
    assert [lines.next() for _ in range(5)] == [b"one\n", b"\n", b"two\n", b"three", b""]


@pytest.mark.parametrize(
    ("number", "raised"), [(signal.SIGINT, KeyboardInterrupt), (signal.SIGTSTP, StoppedError)]
)
def test_a_key_pressed_before_a_line_is_waited_for_counts_and_loses_no_line(
    number: signal.Signals, raised: type[BaseException], typed: tuple[LineInput, int]
) -> None:
    lines, writing = typed
    os.write(writing, b"one\n")
    assert lines.answer(lambda: Reply.DRAW) is Reply.DRAW
    signal.raise_signal(number)
    with pytest.raises(raised):
        lines.next()
    assert lines.next() == b"one\n"
    os.close(writing)


def test_a_file_is_read_to_its_end_where_others_are_heard(tmp_path: Path) -> None:
    file = tmp_path / "typed"
    file.write_bytes(b"one\ntwo")
    handle = os.open(file, os.O_RDONLY)
    lines = PeerInput(handle, session(), Companion(), lambda: None)
    assert [lines.next() for _ in range(3)] == [b"one\n", b"two", b""]
    lines.close()
    os.close(handle)


class Failing(Companion):
    """One that fails beside the lines, at a time of its own."""

    def begin(self, session: ReadingSession, show: object) -> None:
        self.loop = asyncio.get_running_loop()

    def fail(self) -> Reply:
        task = self.loop.create_task(_fail())
        task.add_done_callback(lambda task: task.result())
        return Reply.DRAW


async def _fail() -> None:
    raise LookupError("the words of a briefing")


def test_what_a_companion_fails_on_ends_the_wait_and_is_not_printed(
    capfd: pytest.CaptureFixture[str],
) -> None:
    reading, writing = os.pipe()
    failing = Failing()
    lines = PeerInput(reading, session(), failing, lambda: None)
    os.write(writing, b"one\n")
    lines.answer(failing.fail)
    with pytest.raises(LookupError, match="words"):
        lines.next()
    assert lines.next() == b"one\n"
    lines.answer(failing.fail)
    with pytest.raises(LookupError, match="words"):
        for _ in range(10):
            lines.answer(lambda: Reply.DRAW)
    lines.close()
    lines = PeerInput(reading, session(), failing, lambda: None)
    lines.answer(failing.fail)
    with pytest.raises(LookupError, match="words"):
        lines.close()
    os.close(reading)
    os.close(writing)
    assert capfd.readouterr() == ("", "")


def test_signals_are_as_they_were_when_it_is_over() -> None:
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTSTP)
    lines = LineInput(0)
    assert signal.getsignal(signal.SIGINT) is not before[0]
    lines.close()
    assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTSTP)) == before

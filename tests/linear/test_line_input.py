"""Lines as they are typed, and the keys between them."""

import asyncio
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.reading.peers import RecordingPeer
from tui.linear.line_input import LineInput, SuspendKeyError
from tui.linear.peer_input import PeerInput
from tui.linear.state import Outcome


@pytest.fixture(params=["alone", "with a peer"])
def typed(request: pytest.FixtureRequest) -> Iterator[tuple[LineInput, int]]:
    """Lines from a pipe, with a peer or without, and the end into which they are written."""
    reading, writing = os.pipe()
    peer = RecordingPeer()
    lines = (
        LineInput(reading) if request.param == "alone" else PeerInput(reading, peer, lambda: None)
    )
    yield lines, writing
    lines.close()
    os.close(reading)
    if request.param == "with a peer":
        assert peer.calls == ["begin", "close"]


def test_lines_come_one_by_one_and_the_last_may_lack_its_end(typed: tuple[LineInput, int]) -> None:
    lines, writing = typed
    os.write(writing, b"one\n\ntwo\nthr")
    os.write(writing, b"ee")
    os.close(writing)
    assert [lines.next() for _ in range(5)] == [b"one\n", b"\n", b"two\n", b"three", b""]


@pytest.mark.parametrize(
    ("number", "raised"), [(signal.SIGINT, KeyboardInterrupt), (signal.SIGTSTP, SuspendKeyError)]
)
def test_a_key_pressed_before_a_line_is_waited_for_counts_and_loses_no_line(
    number: signal.Signals, raised: type[BaseException], typed: tuple[LineInput, int]
) -> None:
    lines, writing = typed
    os.write(writing, b"one\n")
    assert lines.answer(lambda: Outcome.GO_ON) is Outcome.GO_ON
    signal.raise_signal(number)
    with pytest.raises(raised):
        lines.next()
    assert lines.next() == b"one\n"
    os.close(writing)


def test_a_file_is_read_to_its_end_with_a_peer(tmp_path: Path) -> None:
    file = tmp_path / "typed"
    file.write_bytes(b"one\ntwo")
    handle = os.open(file, os.O_RDONLY)
    lines = PeerInput(handle, RecordingPeer(), lambda: None)
    assert [lines.next() for _ in range(3)] == [b"one\n", b"two", b""]
    lines.close()
    os.close(handle)


class Failing(RecordingPeer):
    """A peer that fails in a task."""

    def begin(self, show: Callable[[], None]) -> None:
        self.loop = asyncio.get_running_loop()

    def fail(self) -> Outcome:
        task = self.loop.create_task(_fail())
        task.add_done_callback(lambda task: task.result())
        return Outcome.GO_ON


async def _fail() -> None:
    raise LookupError("the words of a briefing")


def test_a_failure_of_the_peer_ends_the_wait_and_is_not_printed(
    capfd: pytest.CaptureFixture[str],
) -> None:
    reading, writing = os.pipe()
    failing = Failing()
    lines = PeerInput(reading, failing, lambda: None)
    os.write(writing, b"one\n")
    lines.answer(failing.fail)
    with pytest.raises(LookupError, match="words"):
        lines.next()
    assert lines.next() == b"one\n"
    lines.answer(failing.fail)
    with pytest.raises(LookupError, match="words"):
        for _ in range(10):
            lines.answer(lambda: Outcome.GO_ON)
    lines.close()
    lines = PeerInput(reading, failing, lambda: None)
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

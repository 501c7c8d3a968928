"""Lines that are waited for while a peer communicates."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from tui.linear.line_input import LineInput
from tui.reading.peer import Peer
from tui.reading.reply import Reply

_Result = TypeVar("_Result")


class PeerInput(LineInput):
    """Lines, and an event loop for a peer, which runs while a line is waited for or answered.

    All methods raise what the peer has failed on, once.
    """

    def __init__(self, handle: int, peer: Peer, show: Callable[[], None]) -> None:
        """Initialise the input.

        Args:
            handle: The file descriptor from which lines are read.
            peer: The peer, which begins to communicate.
            show: Displays what the peer has changed in the session.
        """
        super().__init__(handle)
        self._runner = asyncio.Runner()
        self._runner.get_loop().set_exception_handler(self._note_failure)
        self._peer = peer
        self._is_ready = asyncio.Event()
        """Something was typed, a signal has come, or the peer has failed."""
        self._failure: Exception | None = None
        self._runner.run(_call(partial(peer.begin, show)))

    def wait(self) -> None:
        """Wait until something is typed or a signal comes."""
        loop = self._runner.get_loop()
        try:
            for handle in (self.handle, self.woken):
                loop.add_reader(handle, self._is_ready.set)
        except PermissionError:  # a regular file is always ready
            self._is_ready.set()
        self._runner.run(self._is_ready.wait())
        for handle in (self.handle, self.woken):
            loop.remove_reader(handle)
        self._is_ready.clear()
        self._raise_failure()

    def answer(self, do: Callable[[], Reply]) -> Reply:
        """Carry out what a line says."""
        reply = self._runner.run(_call(do))
        self._raise_failure()
        return reply

    def close(self) -> None:
        """Stop waiting, and close the peer."""
        self._runner.run(_call(self._peer.close))
        self._runner.close()
        super().close()
        self._raise_failure()

    def _note_failure(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Keep an exception that asyncio would print."""
        error = context.get("exception")
        if isinstance(error, Exception):
            self._failure = self._failure or error
            self._is_ready.set()

    def _raise_failure(self) -> None:
        failure, self._failure = self._failure, None
        if failure is not None:
            raise failure


async def _call(do: Callable[[], _Result]) -> _Result:
    return do()

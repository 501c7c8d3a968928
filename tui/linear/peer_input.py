"""Lines that are waited for in an event loop, in which peers are heard."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from tui.linear.line_input import LineInput
from tui.linear.state import Outcome
from tui.reading.peer import Peer

_Result = TypeVar("_Result")


class PeerInput(LineInput):
    """Lines, and an event loop that runs while they are waited for."""

    def __init__(self, source: int, peer: Peer, show: Callable[[], None]) -> None:
        """Start a peer.

        Args:
            source: The file descriptor of the lines.
            peer: Who reads along, or whom the reader follows.
            show: Called when the peer has changed something.
        """
        super().__init__(source)
        self._loop = asyncio.new_event_loop()
        self._loop.set_exception_handler(self._note)
        self._peer = peer
        self._is_awake = asyncio.Event()
        """Something is typed, a signal has come, or the peer has failed."""
        self._failure: Exception | None = None
        self._run(partial(peer.begin, show))

    def wait(self) -> None:
        """Wait until something is typed, or a signal comes. Raises what the peer fails on."""
        try:
            for handle in (self.source, self.signals):
                self._loop.add_reader(handle, self._is_awake.set)
        except PermissionError:  # of a file, which never lets one wait
            self._is_awake.set()
        self._loop.run_until_complete(self._is_awake.wait())
        for handle in (self.source, self.signals):
            self._loop.remove_reader(handle)
        self._is_awake.clear()
        self._raise()

    def answer(self, do: Callable[[], Outcome]) -> Outcome:
        """Carry out what a line says, in the event loop. Raises what the peer fails on."""
        outcome = self._run(do)
        self._raise()
        return outcome

    def close(self) -> None:
        """Let the peer go. Raises what it has failed on, if that was not raised yet."""
        self._run(self._peer.close)
        self._loop.run_until_complete(_cancel_tasks())
        self._loop.close()
        super().close()
        self._raise()

    def _run(self, do: Callable[[], _Result]) -> _Result:
        async def call() -> _Result:
            return do()

        return self._loop.run_until_complete(call())

    def _note(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Remember a failure in the loop: asyncio would print it, with words of a briefing."""
        error = context.get("exception")
        if isinstance(error, Exception):
            self._failure = self._failure or error
            self._is_awake.set()

    def _raise(self) -> None:
        failure, self._failure = self._failure, None
        if failure is not None:
            raise failure


async def _cancel_tasks() -> None:
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)

"""Lines that are waited for together with others: followers, or the one who is followed."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from tui.linear.line_input import LineInput
from tui.reading.peer import Peer
from tui.reading.reply import Reply
from tui.reading.session import ReadingSession

_Result = TypeVar("_Result")


class PeerInput(LineInput):
    """Lines, and a loop that runs while they are waited for, in which a companion is heard."""

    def __init__(
        self,
        handle: int,
        session: ReadingSession,
        peer: Peer[ReadingSession],
        show: Callable[[], None],
    ) -> None:
        """`show` is called when something on the desk has changed without a line."""
        super().__init__(handle)
        self._loop = asyncio.new_event_loop()
        self._loop.set_exception_handler(self._note)
        self._companion = peer
        self._news = asyncio.Event()
        """Something is typed, a signal has come, or a companion has failed."""
        self._failure: Exception | None = None
        self._loop.run_until_complete(_call(partial(peer.begin, session, show)))

    def wait(self) -> None:
        """Wait until something is typed, or a signal comes; the others are heard meanwhile.

        Raises what one of them fails on.
        """
        try:
            for handle in (self.handle, self.woken):
                self._loop.add_reader(handle, self._news.set)
        except PermissionError:  # of a file, which never lets one wait
            self._news.set()
        self._loop.run_until_complete(self._news.wait())
        for handle in (self.handle, self.woken):
            self._loop.remove_reader(handle)
        self._news.clear()
        self._raise()

    def answer(self, do: Callable[[], Reply]) -> Reply:
        """Do what a line says, in the loop: it may be told to the others. Raises as `wait` does."""
        reply = self._loop.run_until_complete(_call(do))
        self._raise()
        return reply

    def close(self) -> None:
        """Let the others go. Raises what one of them has failed on, if that was not told yet."""
        self._loop.run_until_complete(_call(self._companion.close))
        self._loop.run_until_complete(_settle())
        self._loop.close()
        super().close()
        self._raise()

    def _note(self, loop: asyncio.AbstractEventLoop, told: dict[str, Any]) -> None:
        """Take note of what has failed in the loop: asyncio would print it, with its words."""
        error = told.get("exception")
        if isinstance(error, Exception):
            self._failure = self._failure or error
            self._news.set()

    def _raise(self) -> None:
        failure, self._failure = self._failure, None
        if failure is not None:
            raise failure


async def _call(do: Callable[[], _Result]) -> _Result:
    return do()


async def _settle() -> None:
    """End what is still going on in the loop."""
    going_on = asyncio.all_tasks() - {asyncio.current_task()}
    for task in going_on:
        task.cancel()
    await asyncio.gather(*going_on, return_exceptions=True)

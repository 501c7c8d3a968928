"""Lines that are waited for together with others: followers, or the one who is followed."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from tui.ui.desk import Desk
from tui.ui.follow_companion import Companion
from tui.ui.linear_lines import Lines
from tui.ui.reply import Reply

_Result = TypeVar("_Result")


class HeardLines(Lines):
    """Lines, and a loop that runs while they are waited for, in which a companion is heard."""

    def __init__(
        self, handle: int, desk: Desk, companion: Companion, show: Callable[[], None]
    ) -> None:
        """`show` is called when something on the desk has changed without a line."""
        super().__init__(handle)
        self._loop = asyncio.new_event_loop()
        self._companion = companion
        self._loop.run_until_complete(_call(partial(companion.begin, desk, show)))

    def wait(self) -> None:
        """Wait until something is typed, or a signal comes; the others are heard meanwhile."""
        typed = asyncio.Event()
        try:
            for handle in (self.handle, self.woken):
                self._loop.add_reader(handle, typed.set)
        except PermissionError:  # of a file, which never lets one wait
            typed.set()
        self._loop.run_until_complete(typed.wait())
        for handle in (self.handle, self.woken):
            self._loop.remove_reader(handle)

    def answer(self, do: Callable[[], Reply]) -> Reply:
        """Do what a line says, in the loop: it may be told to the others."""
        return self._loop.run_until_complete(_call(do))

    def close(self) -> None:
        """Let the others go."""
        self._loop.run_until_complete(_call(self._companion.close))
        self._loop.run_until_complete(_settle())
        self._loop.close()
        super().close()


async def _call(do: Callable[[], _Result]) -> _Result:
    return do()


async def _settle() -> None:
    """End what is still going on in the loop."""
    going_on = asyncio.all_tasks() - {asyncio.current_task()}
    for task in going_on:
        task.cancel()
    await asyncio.gather(*going_on, return_exceptions=True)

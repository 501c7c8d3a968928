"""Records what Textual writes for a terminal."""

import asyncio
import os
import pty
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, cast

from rich.color import ColorSystem
from textual.app import App
from textual.pilot import Pilot

from tui.terminal.capabilities import Capabilities, Depth
from tui.terminal.driver import Driver
from tui.terminal.session import TerminalSession
from tui.terminal.writer import TerminalWriter

SIZE = (80, 24)


class RecordingWriter(TerminalWriter):
    """A writer that keeps what is written, and sends nothing."""

    def __init__(self, handle: int, size: tuple[int, int] = SIZE) -> None:
        super().__init__(handle, Capabilities(depth=Depth.TRUE), size)
        self.written: list[str] = []

    def write(self, data: str) -> None:
        self.written.append(data)


@contextmanager
def recorded(size: tuple[int, int] = SIZE) -> Iterator[tuple[TerminalSession, RecordingWriter]]:
    """Make a session on a pseudo-terminal, and a writer that records."""
    master, slave = pty.openpty()
    session = TerminalSession(slave, slave, Capabilities(depth=Depth.TRUE))
    session.writer = writer = RecordingWriter(slave, size)
    session.size = lambda: size  # type: ignore[method-assign]
    try:
        yield session, writer
    finally:
        os.close(master)
        os.close(slave)


def record(
    make: Callable[[type[Driver]], App[None]],
    drive: Callable[[Pilot[Any]], Awaitable[None]],
    size: tuple[int, int] = SIZE,
) -> list[str]:
    """Return what an app writes while it is driven."""
    with recorded(size) as (session, writer):
        made = partial(Driver, session=session, on_background=lambda _: None)
        app = make(cast(type[Driver], made))
        # The reader sets it by a variable that is read when Textual is imported.
        app.console._color_system = ColorSystem.TRUECOLOR

        async def pilot(given: Pilot[Any]) -> None:
            await given.pause()
            await drive(given)
            writer.written.append("\x1b[?25l")  # marks the end of the session
            app.exit()

        asyncio.run(app.run_async(mouse=False, auto_pilot=pilot))
        return writer.written[: writer.written.index("\x1b[?25l", 2)]

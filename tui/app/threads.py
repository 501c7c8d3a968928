"""Failures of threads, of which Python only prints a traceback across the screen."""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def failures() -> Iterator[list[BaseException]]:
    """The failures of threads, while the block runs; the first of them ends the program.

    A thread cannot end it but by a signal, on which it gives its terminal back.
    """
    failed: list[BaseException] = []

    def note(told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            failed.append(told.exc_value)
            os.kill(os.getpid(), signal.SIGTERM)

    before, threading.excepthook = threading.excepthook, note
    try:
        yield failed
    finally:
        threading.excepthook = before

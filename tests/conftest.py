"""What tests of several packages need."""

import signal
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tui.reading.session import ReadingSession


def pytest_configure() -> None:
    """Give programs that tests start the usual signals, even under `nohup` or in the background.

    A process inherits from its parent which signals it ignores.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number in (signal.SIGHUP, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)


@pytest.fixture
def short_path() -> Iterator[Path]:
    """A folder of one's own for sockets, whose paths are short: those of `tmp_path` may not be."""
    with TemporaryDirectory(prefix="b-") as folder:
        yield Path(folder)


@pytest.fixture
def session() -> "ReadingSession":
    """A session of 80×24 with the small briefing open."""
    from tests.reading import sessions

    return sessions.session()

"""A folder for the tests of sessions."""

from pathlib import Path

import pytest

from tui.meeting.socket_directory import SocketDirectory, own_directory


@pytest.fixture
def directory(short_path: Path) -> SocketDirectory:
    """A folder of the user's own."""
    return own_directory(short_path / "s")

"""What the tests of the screen share."""

import pytest

from tests.reading import sessions
from tui.reading.session import ReadingSession


@pytest.fixture
def session() -> ReadingSession:
    """A desk of 80×24 with the small briefing on it."""
    return sessions.session()


@pytest.fixture
def wide() -> ReadingSession:
    """A desk of 120×40 with the small briefing on it."""
    return sessions.session((120, 40))

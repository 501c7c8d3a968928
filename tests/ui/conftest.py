"""What the tests of the screen share."""

import pytest

from tests.ui import desks
from tui.ui.desk import Desk


@pytest.fixture
def desk() -> Desk:
    """A desk of 80×24 with the small briefing on it."""
    return desks.desk()


@pytest.fixture
def wide() -> Desk:
    """A desk of 120×40 with the small briefing on it."""
    return desks.desk((120, 40))

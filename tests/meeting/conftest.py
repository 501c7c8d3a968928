"""A venue for the tests of sessions."""

from pathlib import Path

import pytest

from tui.meeting.venue import Venue, own_venue


@pytest.fixture
def venue(short_path: Path) -> Venue:
    """A venue of one's own."""
    return own_venue(short_path / "s")

"""What tests in several rooms need."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest


@pytest.fixture
def short_path() -> Iterator[Path]:
    """A folder of one's own for sockets, whose paths are short: those of `tmp_path` may not be."""
    with TemporaryDirectory(prefix="b-") as folder:
        yield Path(folder)

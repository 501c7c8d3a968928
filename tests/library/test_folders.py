"""Where what is the user's own lies."""

from pathlib import Path

import pytest

from tui.library.folders import cache_folder


def test_the_cache_is_the_users_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/tmp/there")
    assert cache_folder() == Path("/tmp/there/briefing-tui")
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    assert cache_folder().is_absolute()

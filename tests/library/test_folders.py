"""Where what is the user's own lies."""

from pathlib import Path

import pytest

from tui.library.folders import cache_folder, keys_file, sessions_folder, state_folder


def test_the_cache_is_the_users_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/tmp/there")
    assert cache_folder() == Path("/tmp/there/briefing-tui")
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    assert cache_folder().is_absolute()


def test_sessions_are_where_the_user_is_logged_in_or_with_what_is_remembered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/run/user/7")
    assert sessions_folder() == Path("/run/user/7/briefing-tui")
    for nothing in ("", "not/absolute"):
        monkeypatch.setenv("XDG_RUNTIME_DIR", nothing)
        assert sessions_folder() == state_folder() / "sessions"


def test_keys_are_looked_for_among_what_is_configured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "/tmp/there")
    assert keys_file() == Path("/tmp/there/briefing-tui/keys.toml")
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setenv("HOME", "/home/reader")
    monkeypatch.setattr("sys.platform", "linux")
    assert keys_file() == Path("/home/reader/.config/briefing-tui/keys.toml")
    monkeypatch.setattr("sys.platform", "darwin")
    application_support = "Library/Application Support"
    assert keys_file() == Path(f"/home/reader/{application_support}/briefing-tui/keys.toml")

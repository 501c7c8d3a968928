"""The user's folders."""

from pathlib import Path

import pytest

from tui.library.folders import cache_folder, keys_file, sessions_folder, state_folder


def test_the_cache_folder_is_that_of_the_platform(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/tmp/there")
    assert cache_folder() == Path("/tmp/there/briefing-tui")
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    assert cache_folder().is_absolute()


def test_sessions_are_in_the_runtime_folder_or_the_state_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/run/user/7")
    assert sessions_folder() == Path("/run/user/7/briefing-tui")
    for nothing in ("", "not/absolute"):
        monkeypatch.setenv("XDG_RUNTIME_DIR", nothing)
        assert sessions_folder() == state_folder() / "sessions"


def test_key_bindings_are_in_the_configuration_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "/tmp/there")
    assert keys_file() == Path("/tmp/there/briefing-tui/keys.toml")
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setenv("HOME", "/home/reader")
    monkeypatch.setattr("sys.platform", "linux")
    assert keys_file() == Path("/home/reader/.config/briefing-tui/keys.toml")
    monkeypatch.setattr("sys.platform", "darwin")
    application_support = "Library/Application Support"
    assert keys_file() == Path(f"/home/reader/{application_support}/briefing-tui/keys.toml")

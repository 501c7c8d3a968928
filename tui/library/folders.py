"""The user's folders, by the XDG Base Directory Specification or the conventions of macOS.

A variable whose path is not absolute is ignored, as the specification says.
"""

import os
import sys
from pathlib import Path

_NAME = "briefing-tui"


def state_folder() -> Path:
    """Return the folder of what is remembered for the user."""
    return _folder("XDG_STATE_HOME", (".local", "state"), ("Library", "Application Support"))


def cache_folder() -> Path:
    """Return the folder of what can be rebuilt at any time."""
    return _folder("XDG_CACHE_HOME", (".cache",), ("Library", "Caches"))


def sessions_folder() -> Path:
    """Return the folder of the user's sockets: in `XDG_RUNTIME_DIR`, else the state folder."""
    named = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    return named / _NAME if named.is_absolute() else state_folder() / "sessions"


def keys_file() -> Path:
    """Return the file of the user's key bindings, which need not exist."""
    parts_on_macos = ("Library", "Application Support")
    return _folder("XDG_CONFIG_HOME", (".config",), parts_on_macos) / "keys.toml"


def _folder(variable: str, parts: tuple[str, ...], parts_on_macos: tuple[str, ...]) -> Path:
    path = Path(os.environ.get(variable, ""))
    if path.is_absolute():
        return path / _NAME
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - raises nothing without a home
    return home.joinpath(*(parts_on_macos if sys.platform == "darwin" else parts)) / _NAME

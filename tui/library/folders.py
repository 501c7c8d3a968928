"""Where what is the user's own lies: by the XDG Base Directory Specification, or as on macOS.

A path in a variable that is not absolute is to be ignored, as the specification has it.
"""

import os
import sys
from pathlib import Path

_NAME = "briefing-tui"


def state_folder() -> Path:
    """What is remembered for the user."""
    return _own("XDG_STATE_HOME", (".local", "state"), ("Library", "Application Support"))


def cache_folder() -> Path:
    """What can be made again at any time."""
    return _own("XDG_CACHE_HOME", (".cache",), ("Library", "Caches"))


def sessions_folder() -> Path:
    """Where the sockets are of what the user presents: the folder for the time that they are
    logged in, or where the system has none, one of what is remembered for them.
    """
    named = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    return named / _NAME if named.is_absolute() else state_folder() / "sessions"


def keys_file() -> Path:
    """Where keys that are bound anew are, if there are any: in the folder of what is configured."""
    parts_on_macos = ("Library", "Application Support")
    return _own("XDG_CONFIG_HOME", (".config",), parts_on_macos) / "keys.toml"


def _own(variable: str, parts: tuple[str, ...], parts_on_macos: tuple[str, ...]) -> Path:
    named = Path(os.environ.get(variable, ""))
    if named.is_absolute():
        return named / _NAME
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - raises nothing without a home
    return home.joinpath(*(parts_on_macos if sys.platform == "darwin" else parts)) / _NAME

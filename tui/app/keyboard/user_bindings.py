"""The keys of the user who runs the program, from their key file if they have one."""

import os
from typing import TYPE_CHECKING

from tui.app.keyboard.bindings import USUAL, Bindings
from tui.library.folders import keys_file

if TYPE_CHECKING:
    from tui.app.keyboard.rebinding import Rebound


def user_bindings() -> Bindings:
    """The user's keys; those of the table where they have no key file."""
    return read_user_file().bindings if user_file() else USUAL


def read_user_file() -> "Rebound":
    """What the user's key file says; the keys of the table where there is none."""
    from tui.app.keyboard.rebinding import bound, rebound  # noqa: PLC0415 - only with a key file

    file = user_file()
    return rebound(file) if file else bound("", "")


def user_file() -> str:
    """The path of the key file: `BRIEFING_KEYS`, or that of the user; empty if there is none."""
    named = os.environ.get("BRIEFING_KEYS")
    if named:
        return named
    file = keys_file()
    try:
        file.stat()
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError:
        pass  # reading it reports what is wrong
    return str(file)

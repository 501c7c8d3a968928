"""How a command ends."""

from enum import IntEnum


class Exit(IntEnum):
    """The exit status of the command `briefing`."""

    OK = 0
    """Done, and nothing is wrong."""
    INVALID = 1
    """An input has problems, or cannot be read, or what was asked for is not in it."""
    USAGE = 2
    """The command line itself is wrong."""

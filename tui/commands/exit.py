"""How a command ends."""

from enum import IntEnum


class Exit(IntEnum):
    """The exit status of the command `briefing`."""

    OK = 0
    """Done, and nothing is wrong."""
    INVALID = 1
    """An input has problems, cannot be read, or does not contain what was asked for."""
    USAGE = 2
    """The command line is wrong."""


class CommandError(Exception):
    """Ends a command: the message goes to standard error, and `status` to the shell."""

    def __init__(self, message: str, status: Exit = Exit.INVALID) -> None:
        super().__init__(message)
        self.status = status

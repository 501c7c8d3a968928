"""What the terminal must do after a key, beyond what a frame says."""

from enum import Enum, auto


class Reply(Enum):
    """One of these for every key."""

    DRAW = auto()
    """Show what has changed."""
    REPAINT = auto()
    """Show everything afresh, whatever the terminal may show now."""
    BLANK = auto()
    """Show the blank screen at once, before any frame that still waits."""
    SEND = auto()
    """Write what the desk has for the terminal itself."""
    MOUSE = auto()
    """Have the mouse reported, or leave it to the terminal, as the desk says."""
    SUSPEND = auto()
    """Stop, and go on when the shell says so."""
    LEAVE = auto()
    """End the program."""

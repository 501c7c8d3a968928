"""Carry out the command of a key.

The functions of the commands are imported with the first key, since the first frame needs none.
"""

from typing import TYPE_CHECKING

from tui.app.keyboard.bindings import meant
from tui.app.keyboard.key import Key

if TYPE_CHECKING:
    from tui.reading.reply import Reply
    from tui.reading.session import ReadingSession


def dispatch(session: "ReadingSession", key: Key, pressed: str) -> "Reply | str | None":
    """Carry out a command.

    Args:
        session: What the command acts on.
        key: The command, with the keys that give it.
        pressed: The key that was pressed, which tells apart what the keys of a command do.

    Returns:
        What the terminal must do or what the footer says, if there is any.
    """
    from tui.app.keyboard.actions import ACTIONS, DIRECTED_ACTIONS, KEY_ACTIONS  # noqa: PLC0415 - with the first key

    if key.id in DIRECTED_ACTIONS:
        return DIRECTED_ACTIONS[key.id](session, -1 if pressed in key.opposite else 1)
    if key.id in KEY_ACTIONS:
        return KEY_ACTIONS[key.id](session, meant(key, pressed))
    return ACTIONS[key.id](session)

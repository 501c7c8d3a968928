"""What the keys do: one function for each `action` of the table of keys.

A function returns what is to be said in the footer, or what the terminal must do, or nothing.
"""

from typing import TYPE_CHECKING

from tui.text.clean import clean
from tui.ui import movement
from tui.ui.geometry import BESIDE_FROM
from tui.ui.modes import Finding, Help, Palette
from tui.ui.reply import Reply

if TYPE_CHECKING:
    from tui.ui.desk import Desk
    from tui.ui.reader import Reader

LEAVE_A_ROOM = "in room mode only ctrl+q leaves"


def move_item(desk: "Desk", direction: int) -> None:
    """The next or previous item."""
    desk.move(lambda view: movement.item(view, direction))


def move_page(desk: "Desk", direction: int) -> None:
    """A page on or back."""
    desk.move(lambda view: movement.page(view, direction))


def move_half_page(desk: "Desk", direction: int) -> None:
    """Half a page on or back."""
    desk.move(lambda view: movement.half_page(view, direction))


def move_end(desk: "Desk", direction: int) -> None:
    """To the end of the list, or to its head."""
    desk.move(lambda view: movement.end(view, direction))


def move_section(desk: "Desk", direction: int) -> None:
    """The next or previous section."""
    desk.move(lambda view: movement.section(view, direction))


def open_briefing(desk: "Desk") -> str | None:
    """The briefing under the cursor of the library."""
    key = desk.shelf.item
    if desk.library is None or not key:
        return "there is no briefing here"
    try:
        document = desk.library.open(key)
    except OSError as error:
        return clean(f"{key}: {error.strerror or error}")
    desk.open(document)
    return None


def open_pane(desk: "Desk", pressed: str) -> str:
    """The pane with that key."""
    return _reader(desk).open_pane(pressed)


def turn_pane(desk: "Desk", direction: int) -> None:
    """The next or previous pane."""
    _reader(desk).turn_pane(direction)


def open_inside(desk: "Desk") -> str:
    """Into the item under the cursor."""
    return _reader(desk).open_inside()


def open_words(desk: "Desk") -> str:
    """The words that the item rests on."""
    return _reader(desk).open_words()


def open_source(desk: "Desk") -> str:
    """The words in their source."""
    return _reader(desk).open_source()


def open_connected(desk: "Desk") -> str:
    """All that is connected with the item."""
    return _reader(desk).open_connected()


def toggle_beside(desk: "Desk") -> str:
    """The evidence beside the list, on or off."""
    reader = _reader(desk)
    if reader.geometry.width < BESIDE_FROM:
        return f"evidence stands beside the list from {BESIDE_FROM} columns on; enter opens it"
    reader.wants_beside = not reader.wants_beside
    return f"evidence beside the list: {'on' if reader.wants_beside else 'off'}"


def travel(desk: "Desk", direction: int) -> str:
    """Back (1) through the places where one has been, or forward again (-1)."""
    if _reader(desk).travel(direction):
        return ""
    return "this is where you began" if direction > 0 else "nothing lies ahead"


def turn_filter(desk: "Desk") -> None:
    """All items; only what is verified; only what is not."""
    _reader(desk).turn_filter()


def toggle_room(desk: "Desk") -> None:
    """Safe to project, or not."""
    _reader(desk).toggle_room()


def open_find(desk: "Desk") -> None:
    """Words to find are typed next."""
    if desk.seeker is not None:
        desk.mode = Finding(desk.seeker)


def find_next(desk: "Desk", direction: int) -> str:
    """The next or previous find."""
    return desk.seeker.step(direction) if desk.seeker else ""


def open_help(desk: "Desk") -> None:
    """All keys; once more closes them."""
    desk.mode = None if isinstance(desk.mode, Help) else Help(desk.scopes)


def open_palette(desk: "Desk") -> None:
    """The commands, by their words."""
    desk.mode = None
    desk.mode = Palette(desk.scopes)


def leave_level(desk: "Desk") -> None:
    """One level back, never out; on the outermost, what was sought is sought no more."""
    if desk.mode is not None:
        desk.mode = None
    elif desk.reader is not None and not desk.reader.leave_level() and desk.seeker:
        desk.seeker.stop()


def leave(desk: "Desk") -> Reply | str | None:
    """One level back, and out on the outermost; in a room only `quit` leaves."""
    if desk.mode is not None:
        desk.mode = None
        return None
    if desk.reader is None:
        return Reply.LEAVE
    if desk.reader.leave_level():
        return None
    if _is_room(desk):
        return LEAVE_A_ROOM
    if desk.library is None:
        return Reply.LEAVE
    desk.close()
    return None


def cancel(desk: "Desk") -> str | None:
    """Close what lies over the lists; with nothing there, say how to leave."""
    if desk.mode is not None:
        desk.mode.cancel()
        desk.mode = None
        return None
    return LEAVE_A_ROOM if _is_room(desk) else "q leaves, one level at a time; ctrl+q at once"


def quit(desk: "Desk") -> Reply:
    """Out, from anywhere."""
    return Reply.LEAVE


def suspend(desk: "Desk") -> Reply | str:
    """To the shell, but not from a room."""
    return LEAVE_A_ROOM if _is_room(desk) else Reply.SUSPEND


def blank(desk: "Desk") -> Reply:
    """Show nothing at all until a key is pressed."""
    desk.is_blank = True
    return Reply.BLANK


def repaint(desk: "Desk") -> Reply:
    """Paint everything afresh."""
    return Reply.REPAINT


def turn_theme(desk: "Desk") -> str:
    """The next theme."""
    return f"colours: {desk.theme}" if desk.turn_theme() else "this terminal shows no colours"


def _is_room(desk: "Desk") -> bool:
    return desk.reader is not None and desk.reader.options.room


def _reader(desk: "Desk") -> "Reader":
    """The briefing that is open: the scopes of these commands hold nowhere else."""
    if desk.reader is None:
        raise LookupError("no briefing is open")
    return desk.reader

"""What the mouse does, where the program has it: a click goes to what it is on, the wheel scrolls.

Whoever clicks wants to be there, and not to open it: that is what `enter` is for.
"""

from tui.places import Place, View
from tui.ui import movement
from tui.ui.desk import Desk
from tui.ui.frame import Frame, draw
from tui.ui.lines import Part
from tui.ui.tabs import tab_at

_WHEEL = 3
"""Lines for each notch of the wheel, as terminals themselves scroll."""


def click(desk: Desk, column: int, row: int) -> None:
    """Go to the tab or the item at a cell of the screen; a blank screen stays blank."""
    if desk.is_blank:
        return
    desk.notice = ""
    frame = draw(desk)
    top = frame.geometry.head
    if row < top:
        _click_tab(desk, frame, column, row)
    elif row < top + frame.geometry.body:
        is_beside = frame.geometry.beside > 0 and column >= frame.geometry.list
        _click_item(desk, row - top, is_beside)
    if desk.meeting is not None:
        desk.meeting.settle(desk)


def wheel(desk: Desk, direction: int) -> None:
    """Scroll the list that has the cursor, down (1) or up (-1)."""
    if not desk.is_blank:
        desk.move(lambda view: movement.scroll(view, _WHEEL * direction))


def _click_tab(desk: Desk, frame: Frame, column: int, row: int) -> None:
    line = frame.head[row].line
    is_tabs = any(tint is Part.CURRENT_TAB for _, tint in line)
    if desk.reader is not None and desk.mode is None and is_tabs:
        pressed = tab_at(line, column)
        if pressed:
            desk.reader.open_pane(pressed)
            if desk.meeting is not None:
                desk.meeting.is_away = True


def _click_item(desk: Desk, row: int, is_beside: bool) -> None:
    shown = desk.shown
    view = shown.beside if is_beside and shown.beside else shown.list
    rows = [*view.rows()][row : row + 1]
    if not rows or not view.blocks[rows[0].block].item:
        return
    item = view.blocks[rows[0].block].item
    reader = desk.reader
    if reader is not None and not desk.is_covered:
        if is_beside and reader.is_behind:  # that is evidence of the item before
            return
        if is_beside and not shown.is_beside:
            reader.go((*reader.trail, Place(View.EVIDENCE, reader.here.item, item)))
        elif shown.is_beside and not is_beside:
            reader.leave_level()
    view.cursor = rows[0].block
    if reader is not None and not desk.is_covered:
        reader.settle()

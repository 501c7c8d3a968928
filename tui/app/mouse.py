"""What the mouse does, where the program has it: a click goes to what it is on, the wheel scrolls.

Whoever clicks wants to be there, and not to open it: that is what `enter` is for.
"""

from tui.app.frame import Frame, draw
from tui.app.lines import ScreenPart
from tui.app.tabs import tab_at
from tui.places import Place, View
from tui.reading import movement
from tui.reading.session import ReadingSession

_WHEEL = 3
"""Lines for each notch of the wheel, as terminals themselves scroll."""


def click(session: ReadingSession, column: int, row: int) -> None:
    """Go to the tab or the item at a cell of the screen; a blank screen stays blank."""
    if session.is_blank:
        return
    session.notice = ""
    frame = draw(session)
    top = frame.geometry.head
    if row < top:
        _click_tab(session, frame, column, row)
    elif row < top + frame.geometry.body:
        is_beside = frame.geometry.beside > 0 and column >= frame.geometry.list
        _click_item(session, row - top, is_beside)
    if session.meeting is not None:
        session.meeting.settle(session)


def wheel(session: ReadingSession, direction: int) -> None:
    """Scroll the list that has the cursor, down (1) or up (-1)."""
    if not session.is_blank:
        session.move(lambda view: movement.scroll(view, _WHEEL * direction))


def _click_tab(session: ReadingSession, frame: Frame, column: int, row: int) -> None:
    line = frame.head[row].line
    is_tabs = any(tint is ScreenPart.CURRENT_TAB for _, tint in line)
    if session.reader is not None and session.mode is None and is_tabs:
        pressed = tab_at(line, column)
        if pressed:
            session.reader.open_pane(pressed)
            if session.meeting is not None:
                session.meeting.is_away = True


def _click_item(session: ReadingSession, row: int, is_beside: bool) -> None:
    shown = session.shown
    view = shown.beside if is_beside and shown.beside else shown.list
    rows = [*view.rows()][row : row + 1]
    if not rows or not view.blocks[rows[0].block].item:
        return
    item = view.blocks[rows[0].block].item
    reader = session.reader
    if reader is not None and not session.is_covered:
        if is_beside and reader.is_behind:  # that is evidence of the item before
            return
        if is_beside and not shown.is_beside:
            reader.go((*reader.trail, Place(View.EVIDENCE, reader.here.item, item)))
        elif shown.is_beside and not is_beside:
            reader.leave_level()
    view.cursor = rows[0].block
    if reader is not None and not session.is_covered:
        reader.settle()

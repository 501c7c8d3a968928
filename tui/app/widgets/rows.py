"""The rows around a list: header, tabs, rules, status and keys."""

from collections.abc import Mapping

from textual import events
from textual.message import Message

from tui.app.bindings import Keys
from tui.app.header import header_lines
from tui.app.lines import Drawn, ScreenPart, Tinted
from tui.app.status import keys_line, status_line
from tui.app.tabs import tab_at, tab_line
from tui.app.widgets.line_widget import LineWidget
from tui.reading.session import ReadingSession


class Header(LineWidget):
    """What is open, as of when, and what must not be overlooked."""

    def update(self, session: ReadingSession) -> None:
        """Show the header of a session in the rows that there are."""
        lines = header_lines(session, self.app.size.width, self.app.size.height)
        self.show_lines([Drawn(line) for line in lines])


class PaneTabs(LineWidget):
    """The panes with their keys, in one line."""

    class Selected(Message):
        """A tab was clicked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def update(self, session: ReadingSession) -> None:
        """Show the tabs of the open briefing."""
        reader = session.reader
        self._line: Tinted = (
            tab_line(reader.tabs, reader.trail[0].key, self.app.size.width) if reader else ()
        )
        self.show_lines([Drawn(self._line)])

    def on_click(self, event: events.Click) -> None:
        """Open the pane whose tab was clicked."""
        key = tab_at(self._line, event.x)
        if key:
            self.post_message(self.Selected(key))


class Divider(LineWidget):
    """A line from edge to edge."""

    def update(self) -> None:
        """Fill the width of the screen."""
        self.show_lines([Drawn((("─" * self.app.size.width, ScreenPart.RULE),))])


class StatusLine(LineWidget):
    """Where the reader is, and the last notice."""

    def update(self, session: ReadingSession, title: str = "") -> None:
        """Show the status of a session; `title` says what covers the panes."""
        self.show_lines([Drawn(status_line(session, self.app.size.width, title))])


class KeyLine(LineWidget):
    """The keys that work here: a footer of one line."""

    def update(
        self, session: ReadingSession, keys: Keys, active: Mapping[str, str], *, is_over: bool
    ) -> None:
        """Show the keys of the active commands; see `keys_line`."""
        line = keys_line(session, keys, active, self.app.size.width, is_over=is_over)
        self.show_lines([Drawn(line)])

"""What a key may send over the line, on a screen of 120 columns with the evidence beside."""

from statistics import mean

from tests.reading import sessions
from tui.app.frame import draw
from tui.app.paint import painted
from tui.app.themes import THEMES
from tui.reading.session import ReadingSession
from tui.terminal.capabilities import Capabilities, Depth
from tui.terminal.diff_renderer import DiffRenderer
from tui.terminal.screen_parser import ScreenParser

SIZE = (120, 40)
LINE, EVIDENCE = 500, 3_000
"""Bytes: on the mean for the next item, at most for the evidence that follows."""


class Sender:
    """Sends what a desk shows, and says how many bytes that takes."""

    def __init__(self, session: ReadingSession) -> None:
        capabilities = Capabilities(depth=Depth.TRUE, has_links=True)
        self._desk = session
        self._filter = ScreenParser(capabilities, SIZE)
        self._renderer = DiffRenderer(capabilities, SIZE)
        self._filter.feed("\x1b[?1049h")
        self.send()

    def send(self) -> int:
        self._filter.feed(painted(draw(self._desk), THEMES[self._desk.theme], fills=True))
        return sum(len(piece.data.encode()) for piece in self._renderer.render(self._filter))


def test_through_a_list_beside_the_evidence_an_item_is_a_few_bytes_on_the_mean() -> None:
    session = sessions.session(SIZE, sessions.seed())
    sessions.press(session, "2")
    session.follow()
    sender = Sender(session)
    for key in "jk":
        items, evidence = [], []
        for _ in range(len(session.shown.list.items) - 1):
            sessions.press(session, key)
            items.append(sender.send())
            session.follow()
            evidence.append(sender.send())
        assert len(items) > 20
        assert mean(items) <= LINE
        assert max(evidence) <= EVIDENCE

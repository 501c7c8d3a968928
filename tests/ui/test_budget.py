"""What a key may send over the line, on a screen of 120 columns with the evidence beside."""

from statistics import mean

from tests.ui import desks
from tui.terminal.capabilities import Capabilities, Depth
from tui.terminal.filter import Filter
from tui.terminal.painter import Painter
from tui.ui.desk import Desk
from tui.ui.frame import draw
from tui.ui.paint import painted
from tui.ui.themes import THEMES

SIZE = (120, 40)
LINE, EVIDENCE = 500, 3_000
"""Bytes: on the mean for the next item, at most for the evidence that follows."""


class Sender:
    """Sends what a desk shows, and says how many bytes that takes."""

    def __init__(self, desk: Desk) -> None:
        capabilities = Capabilities(depth=Depth.TRUE, has_links=True)
        self._desk = desk
        self._filter = Filter(capabilities, SIZE)
        self._painter = Painter(capabilities, SIZE)
        self._filter.feed("\x1b[?1049h")
        self.send()

    def send(self) -> int:
        self._filter.feed(painted(draw(self._desk), THEMES[self._desk.theme], fills=True))
        return sum(len(piece.data.encode()) for piece in self._painter.take(self._filter))


def test_through_a_list_beside_the_evidence_an_item_is_a_few_bytes_on_the_mean() -> None:
    desk = desks.desk(SIZE, desks.seed())
    desks.press(desk, "2")
    desk.follow()
    sender = Sender(desk)
    for key in "jk":
        items, evidence = [], []
        for _ in range(len(desk.shown.list.items) - 1):
            desks.press(desk, key)
            items.append(sender.send())
            desk.follow()
            evidence.append(sender.send())
        assert len(items) > 20
        assert mean(items) <= LINE
        assert max(evidence) <= EVIDENCE

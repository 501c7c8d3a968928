"""What is done before it is asked for, a little at a time, while no key comes."""

from enum import Enum
from typing import TYPE_CHECKING

from tui.ui.asking import Asking
from tui.ui.corpus import IN_PASSING, Corpus

if TYPE_CHECKING:
    from tui.ui.desk import Desk


class Work(Enum):
    """What is left to do."""

    NONE = "none"
    MORE = "more"
    SHOWN = "shown"
    """Nothing, and what somebody has waited for is there to be shown."""


def work(desk: "Desk") -> Work:
    """Take in a little more of the briefing that is open, so that it can be asked at once."""
    if desk.reader is None:
        return Work.NONE
    if desk.corpus is None or not desk.corpus.is_of(desk.reader):
        desk.corpus = Corpus(desk.reader)
    if desk.corpus.is_ready:
        return Work.NONE
    if not desk.corpus.prepare(IN_PASSING):
        return Work.MORE
    mode = desk.mode
    if isinstance(mode, Asking) and mode.corpus is desk.corpus:
        mode.ask()
        return Work.SHOWN
    return Work.NONE

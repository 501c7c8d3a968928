"""Showing less of a briefing, whatever lies over it: room mode, and a clearance."""

from typing import TYPE_CHECKING

from tui.model.vocabularies import MARKINGS
from tui.ui.modes import Help

if TYPE_CHECKING:
    from tui.ui.desk import Desk

_CLEARANCES = ("", *MARKINGS[:-1])
"""All may be seen; then no more than the least strict, and from there on. Up to the strictest, all
may be seen again."""


def toggle_room(desk: "Desk") -> str:
    """Safe to project, or not; says where there is no briefing to be made so."""
    if desk.reader is None:
        return "there is no briefing open that could be made safe for a room"
    _close(desk)
    desk.reader.toggle_room()
    _seek_anew(desk)
    return ""


def turn_clearance(desk: "Desk") -> str:
    """Withhold what is above the next marking, the least strict one first; says above which."""
    at = _CLEARANCES.index(desk.clearance) if desk.clearance in _CLEARANCES else -1
    desk.clearance = _CLEARANCES[(at + 1) % len(_CLEARANCES)]
    _close(desk)
    if desk.reader is not None:
        desk.reader.clear_for(desk.clearance)
    if desk.library is not None and desk.briefings is not None:
        desk.library.clear_for(desk.clearance)
        desk.briefings.renew()
    _seek_anew(desk)
    if desk.reader is not None and desk.reader.options.room:
        return ""
    return (
        f"what is above {desk.clearance} is withheld" if desk.clearance else "nothing is withheld"
    )


def _close(desk: "Desk") -> None:
    """Close what lies over the lists, which was made of what was seen before."""
    if desk.mode is not None and not isinstance(desk.mode, Help):
        desk.mode.cancel()
        desk.mode = None


def _seek_anew(desk: "Desk") -> None:
    """Seek what was sought in what may be seen, and forget what was asked."""
    desk.course = desk.corpus = None
    if desk.seeker is not None:
        desk.seeker.refresh()

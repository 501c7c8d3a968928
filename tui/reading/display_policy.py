"""Showing less of a briefing, whatever lies over it: room mode, and a clearance."""

from typing import TYPE_CHECKING

from tui.model.vocabularies import MARKINGS
from tui.reading.overlays import HelpOverlay

if TYPE_CHECKING:
    from tui.reading.session import ReadingSession

_CLEARANCES = ("", *MARKINGS[:-1])
"""All may be seen; then no more than the least strict, and from there on. Up to the strictest, all
may be seen again."""


def toggle_room(session: "ReadingSession") -> str:
    """Safe to project, or not; says where there is no briefing to be made so."""
    if session.reader is None:
        return "there is no briefing open that could be made safe for a room"
    _close(session)
    session.reader.toggle_room()
    _seek_anew(session)
    return ""


def turn_clearance(session: "ReadingSession") -> str:
    """Withhold what is above the next marking, the least strict one first; says above which."""
    at = _CLEARANCES.index(session.clearance) if session.clearance in _CLEARANCES else -1
    session.clearance = _CLEARANCES[(at + 1) % len(_CLEARANCES)]
    _close(session)
    if session.reader is not None:
        session.reader.clear_for(session.clearance)
    if session.library is not None and session.briefings is not None:
        session.library.clear_for(session.clearance)
        session.briefings.renew()
    _seek_anew(session)
    if session.reader is not None and session.reader.policy.room:
        return ""
    return (
        f"what is above {session.clearance} is withheld"
        if session.clearance
        else "nothing is withheld"
    )


def _close(session: "ReadingSession") -> None:
    """Close what lies over the lists, which was made of what was seen before."""
    if session.mode is not None and not isinstance(session.mode, HelpOverlay):
        session.mode.cancel()
        session.mode = None


def _seek_anew(session: "ReadingSession") -> None:
    """Seek what was sought in what may be seen, and forget what was asked."""
    session.course = session.search_scope = None
    if session.finder is not None:
        session.finder.refresh()

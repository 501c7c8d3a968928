"""Agendas for the tests of the meeting."""

from collections.abc import Sequence

from hypothesis import strategies as st

from tui.meeting.agenda import Agenda, AgendaPart

BEGAN = 1_000_000_020.0
"""A full minute."""


def agenda(*seconds: float, must: Sequence[int] = (), length: float | None = None) -> Agenda:
    """An agenda of parts of one step each.

    Args:
        seconds: The length of each part.
        must: The indexes of must-cover parts.
        length: The length of the meeting (default: that of its parts).
    """
    parts = tuple(
        AgendaPart(f"part-{at}", f"part-{at}", each, at in must, (f"item-{at}",))
        for at, each in enumerate(seconds)
    )
    total = sum(seconds) if length is None else length
    return Agenda(parts, total, tuple(part.step_ids for part in parts if part.must_cover))


def agendas() -> st.SearchStrategy[Agenda]:
    """Generate agendas whose parts take as long as the meeting, longer, or less."""
    part = st.tuples(st.integers(60, 3600), st.booleans())
    return st.builds(
        lambda parts, length: agenda(
            *(float(seconds) for seconds, _ in parts),
            must=[at for at, (_, is_must) in enumerate(parts) if is_must],
            length=float(length),
        ),
        st.lists(part, min_size=1, max_size=6),
        st.integers(60, 14_400),
    )

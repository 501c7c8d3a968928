"""Laws of all commands: none fails, whatever came before, and none shows what is withheld."""

import random
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.library.libraries import write
from tests.panes.marked import allowed, drawn, words
from tests.reading import sessions
from tests.reading.meetings import NOTE, Time, blank, briefing
from tests.reading.sessions import (
    ask,
    command,
    copied,
    enter,
    find,
    hold,
    library_session,
    reader,
    shown,
)
from tui.app.availability import is_available
from tui.app.bindings import COMMANDS as BOUND
from tui.app.bindings import LIBRARY, ONLY_READING
from tui.library.library import Library
from tui.load import load_document
from tui.model.vocabularies import MARKINGS
from tui.reading import leaving, questions
from tui.reading.commands import COMMANDS
from tui.reading.copies import COPIES
from tui.reading.prompts import PROMPTS
from tui.reading.session import ReadingSession

MIXED = Path(__file__).parents[1] / "panes/mixed/mixed.yaml"

QUERIES = st.sampled_from(["", "a", "the", "talks", "trap", "gold", "서울", "qqqq", "x"])
"""What is typed; nothing of it is in an item that is withheld."""

IDS = st.sampled_from(
    [*COMMANDS, *PROMPTS, *COPIES, "list.next", "list.previous", "app.leave", "app.cancel"]
)
STEPS = st.lists(
    st.tuples(IDS, QUERIES, st.sampled_from([0.0, 1.0, 90.0, 4000.0])), min_size=1, max_size=25
)
LONG = settings(max_examples=60, deadline=None)

_WITHOUT_A_BRIEFING = ("place", "answer", "outline", "places", "list", *LIBRARY)


def carry_out(session: ReadingSession, id: str, query: str) -> None:
    """Carry out a command as a driver does, if it works where the reader is now."""
    scope = id.partition(".")[0]
    has_scope = session.reader is not None or scope in _WITHOUT_A_BRIEFING
    if id in BOUND and not is_available(session, id):
        return
    if id == "app.leave":
        leaving.leave(session)
    elif id == "app.cancel":
        session.notice = leaving.cancel(session)
    elif id in PROMPTS:
        enter(session, id, query)
    elif id in COPIES:
        session.notice = copied(session, id)
    elif has_scope:
        session.notice = command(session, id)
    session.settle()
    session.tick()


def check(session: ReadingSession) -> str:
    """Return what is shown, once the session is found to be consistent."""
    if session.reader is not None:
        trail, here = session.reader.trail, session.reader.here
        assert trail[0].key in [tab.id for tab in session.reader.tabs]
        assert not here.item or session.reader.cursor >= 0
        assert here.item or not session.reader.listing.items
    if session.places is not None and session.places.item:
        assert session.places.cursor >= 0
    if session.briefings is not None and session.briefings.item:
        assert session.briefings.listing.index(session.briefings.item) >= 0
    return shown(session)


@LONG
@given(STEPS, st.booleans())
def test_no_command_fails_in_a_briefing(
    steps: list[tuple[str, str, float]], is_restricted: bool
) -> None:
    time = Time()
    session = sessions.session(briefing(), now=time, is_restricted=is_restricted)
    for id, query, seconds in steps:
        time.now += seconds
        carry_out(session, id, query)
        text = check(session)
        if reader(session).policy.room:
            assert "will likely" not in text
            assert NOTE not in text


@LONG
@given(STEPS)
def test_no_command_fails_in_a_library(steps: list[tuple[str, str, float]]) -> None:
    with TemporaryDirectory() as home:
        folder = Path(home, "briefings")
        write(folder, "trap.yaml", "A trap is spoken of.")
        write(folder, "below/talks.yaml", "The talks begin.", "TLP:AMBER")
        library = Library(folder, load_document, cache=Path(home, "cache"))
        session = library_session(library=library, now=Time())
        library.begin()
        library.wait()
        for id, query, _ in steps:
            carry_out(session, id, query)
            questions.work(session)
            text = check(session)
            if session.clearance in ("TLP:CLEAR", "TLP:GREEN"):
                assert "talks begin" not in text
        session.keep()
        library.close()


@LONG
@given(STEPS)
def test_no_command_shows_what_is_above_the_clearance(
    steps: list[tuple[str, str, float]],
) -> None:
    session = sessions.session(load_document(MIXED), clearance="TLP:GREEN", now=Time())
    for id, query, _ in steps:
        carry_out(session, id, query)
        text = check(session)
        if session.clearance in ("TLP:CLEAR", "TLP:GREEN"):
            assert "secret" not in text.lower()
            assert "withheld" not in text or not reader(session).policy.room


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=True), st.sampled_from(MARKINGS[:-1]), STEPS)
def test_no_command_shows_what_a_random_briefing_withholds(
    chance: random.Random, clearance: str, steps: list[tuple[str, str, float]]
) -> None:
    with TemporaryDirectory() as folder:
        document = drawn(chance, Path(folder))
    session = sessions.session(document, clearance=clearance, now=Time())
    rules: dict[str, Mapping[str, bool]] = {"": {}}
    for id, query, _ in steps:
        carry_out(session, id, query)
        text = check(session)
        if session.clearance not in rules:
            rules[session.clearance] = allowed(document, session.clearance)
        known = rules[session.clearance]
        assert not {word for word in words(text) if not known.get(word, True)}


@LONG
@given(STEPS)
def test_no_command_takes_a_restricted_reader_beyond_reading(
    steps: list[tuple[str, str, float]],
) -> None:
    session = sessions.session(briefing(), now=Time(), is_restricted=True)
    for id, query, _ in steps:
        carry_out(session, id, query)
        available = {id for id in BOUND if is_available(session, id)}
        assert available <= ONLY_READING
        assert "briefing minutes" not in shown(session)


def test_every_command_of_a_reader_has_a_function() -> None:
    functions = {*COMMANDS, *PROMPTS, *COPIES}
    assert functions <= set(BOUND)


def test_commands_work_on_a_blank_screen() -> None:
    session = sessions.session(briefing(), now=Time())
    carry_out(session, "meeting.open", "")
    blank(session)
    for id in COMMANDS:
        carry_out(session, id, "")
        check(session)


def test_every_command_works_while_words_are_found_and_a_question_is_asked() -> None:
    for first in COMMANDS:
        session = sessions.session(briefing(), now=Time())
        find(session, "a")
        hold(session, "the")
        carry_out(session, first, "")
        ask(session, "a")
        for second in ("place.back", "place.leave", "view.filter", "policy.room"):
            carry_out(session, second, "")
            check(session)

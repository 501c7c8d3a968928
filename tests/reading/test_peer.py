"""The application and whoever is with its reader: when it is told what."""

from collections.abc import Callable, Sequence

from tests.app.test_app import running, seen
from tests.reading import sessions
from tui.meeting.record import MeetingRecord
from tui.reading.session import ReadingSession


class Company:
    """A companion who remembers what it was told."""

    scopes: Sequence[str] = ()
    is_away = False
    record = MeetingRecord()

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.news = ""
        self.show: Callable[[], None] = lambda: None

    def told(self, session: ReadingSession) -> str:
        return self.news

    def arrive(self, session: ReadingSession) -> None:
        self.heard.append("arrive")

    def begin(self, session: ReadingSession, show: Callable[[], None]) -> None:
        self.heard.append("begin")
        self.show = show

    def moved(self, session: ReadingSession) -> None:
        assert session.reader is not None
        self.heard.append(f"moved {session.reader.here.key}")

    def come_back(self, session: ReadingSession) -> str:
        return "with it"

    def leave(self) -> None:
        self.heard.append("leave")

    def close(self) -> None:
        self.heard.append("close")


async def test_it_is_told_of_every_place_and_of_the_end() -> None:
    company = Company()
    session = sessions.session(peer=company)
    assert company.heard == ["arrive"]
    async with running(session, (80, 24)) as pilot:
        assert company.heard[-1] == "begin"
        await pilot.press("2")
        assert company.heard[-1] == "moved background"
        company.heard.clear()
        await pilot.press("ctrl+q")
    assert [each for each in company.heard if not each.startswith("moved")] == ["leave", "close"]
    company.show()  # too late, and no harm


async def test_its_news_are_shown_without_a_key() -> None:
    company = Company()
    async with running(sessions.session(peer=company), (80, 24)) as pilot:
        company.news = "three follow"
        company.show()
        await pilot.pause()
        assert "three follow" in seen(pilot)


async def test_where_the_program_is_ended_it_is_closed_and_does_not_say_that_it_leaves() -> None:
    company = Company()
    async with running(sessions.session(peer=company), (80, 24)) as pilot:
        pilot.app.exit(return_code=143)
    assert company.heard[-1] == "close"
    assert "leave" not in company.heard


def test_the_key_that_comes_back_asks_whoever_is_there() -> None:
    company = Company()
    company.scopes = ("follow",)
    session = sessions.session(peer=company)
    sessions.press(session, "F")
    assert session.notice == "with it"


def test_something_is_typed_where_something_is_asked_for() -> None:
    session = sessions.session()
    assert not session.is_typing
    for keys, typed in (("/", True), ("escape", False), ("?", False)):
        sessions.press(session, keys)
        assert session.is_typing is typed

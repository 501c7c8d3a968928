"""What goes on in the background: reloading, indexing, and the clock of a meeting."""

from collections.abc import Awaitable, Callable

from textual.app import App
from textual.timer import Timer

from tui.reading.session import ReadingSession

RELOAD_EVERY = 0.5
"""Seconds between two looks at the file of the briefing."""

WORK_AFTER = 0.1
"""Seconds after a key until background work goes on: its answer is on the way by then."""

WORK_EVERY = 0.001
"""Seconds between two batches of background work, in which a key is let in."""


class BackgroundTasks:
    """Timers of the app; an idle app outside meetings only looks at the file of the briefing."""

    def __init__(
        self,
        app: App[None],
        session: ReadingSession,
        show: Callable[[], Awaitable[None]],
        is_covered: Callable[[], bool],
        patience: float,
    ) -> None:
        """Plan nothing yet.

        Args:
            app: Runs the timers.
            session: What is read.
            show: Shows what has changed.
            is_covered: Returns whether something lies over the briefing that must not change.
            patience: A factor of all waiting; 0 in tests.
        """
        self._app = app
        self._session = session
        self._show = show
        self._is_covered = is_covered
        self._patience = patience
        self._working: Timer | None = None
        self._clock: Timer | None = None
        self._keeping: Timer | None = None

    def start(self) -> None:
        """Start to look at the file of the briefing."""
        if self._patience:
            self._app.set_interval(RELOAD_EVERY, self._reload)
        self.resume()

    def resume(self) -> None:
        """Go on with what is to be done, after a key was answered."""
        self._work_later(WORK_AFTER)
        self._keep_time()

    async def _reload(self) -> None:
        """Read the briefing again if its file was saved and nothing covers it."""
        session = self._session
        if (
            self._is_covered()
            or session.is_typing
            or session.is_blank
            or session.asking
            or session.places
        ):
            return
        if session.reload():
            session.settle()
            await self._show()

    def _work_later(self, seconds: float) -> None:
        """Do background work soon, unless that is planned already."""
        if self._working is None:
            self._working = self._app.set_timer(self._patience * seconds or 0.001, self._work)

    async def _work(self) -> None:
        self._working = None
        if self._session.is_restricted and self._session.asking is None:
            return  # many read on one machine: the memory is used only by those who ask
        from tui.reading.questions import IndexingState, work  # noqa: PLC0415 - not for the first frame

        match work(self._session):
            case IndexingState.MORE:
                self._work_later(WORK_EVERY)
            case IndexingState.ANSWERED:
                await self._show()

    def _keep_time(self) -> None:
        """In a meeting, plan the next look at its clock, and write down what has changed."""
        meeting = self._session.meeting
        if self._clock is not None:
            self._clock.stop()
            self._clock = None
        if meeting is None or not self._patience:
            return
        self._clock = self._app.set_timer(meeting.wakes(), self._tick)
        if meeting.is_changed and self._keeping is None:
            from tui.reading.meeting_controller import KEEP_AFTER  # noqa: PLC0415 - in a meeting

            self._keeping = self._app.set_timer(KEEP_AFTER, self._keep)

    async def _tick(self) -> None:
        self._session.tick()
        await self._show()

    def _keep(self) -> None:
        self._keeping = None
        meeting = self._session.meeting
        if meeting is not None and meeting.is_changed:
            meeting.keep()

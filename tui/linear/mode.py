"""The linear mode: a line is typed, the session carries it out, and what is new is said.

It only ever adds lines, so that a screen reader, a braille display or a poor line loses nothing.
"""

from collections.abc import Callable, Sequence

from tui.app.bindings import Command, Keys
from tui.linear import lines
from tui.linear.announcements import Announcer
from tui.linear.commands import run
from tui.linear.cursor import ItemCursor
from tui.linear.state import LinearState, Outcome
from tui.reading.session import ReadingSession

_WELCOME = "An empty line reads on, ? lists the commands, q leaves."
_BLANK = "Blank. It cannot hide what stands above; empty lines follow. Any line brings it back."


class LinearMode:
    """A session that is read in lines."""

    def __init__(
        self,
        session: ReadingSession,
        keys: Keys,
        say: Callable[[str], None],
        send: Callable[[str], str] = lambda text: "",
    ) -> None:
        """Take a session; for the arguments see `LinearState`."""
        self.session = session
        self._state = LinearState(session, keys, say, send)
        self._announcer = Announcer(session)

    def begin(self) -> None:
        """Say what is open, and how to go on."""
        self._say_news()
        self._state.say(_WELCOME)

    @property
    def commands(self) -> Sequence[Command]:
        """The commands that work now."""
        return self._state.commands

    @property
    def prompt(self) -> str:
        """What stands before the next line: what is asked for, or where the reader is."""
        session, asked = self.session, self._state.prompt
        if session.is_blank:
            return "Blank: "
        if asked is not None:
            return f"{'Find' if asked.sign == '/' else asked.sign.capitalize()}: "
        if session.meeting is not None and session.is_at_agenda:
            return f"Agenda {session.meeting.place}: "
        cursor = ItemCursor(session)
        position = f"{cursor.number} of {cursor.count}"
        if session.places is None and session.asking is not None:
            return f"Answer {position}: "
        return f"{position}: " if cursor.count else "Command: "

    def look(self) -> None:
        """Say what is new in the briefing if its file was saved, and look at the clock."""
        session = self.session
        if session.meeting is not None:
            session.meeting.look()
        is_free = session.asking is None and session.places is None and not session.is_typing
        if is_free and not session.is_blank and session.reload() and session.reader is not None:
            session.settle()
            self._say_news()

    def keep(self) -> None:
        """Write down the meeting, once a line is answered."""
        if self.session.meeting is not None:
            self.session.meeting.keep()

    def hear(self, begin: Callable[[], object]) -> bool:
        """Say what has changed without a line, after a call of `begin`; return whether any has."""
        return not self.session.is_blank and self._say_news(begin)

    def answer(self, line: str) -> Outcome:
        """Do what a line says, say what is new, and return what the terminal must do."""
        return self._carry_out(lambda: lines.answer(self._state, line))

    def command(self, id: str) -> Outcome:
        """Carry out a command whatever is being typed; else as `answer`."""
        if self.session.is_blank:
            return self.answer("")
        return self._carry_out(lambda: run(self._state, id))

    def _carry_out(self, do: Callable[[], None]) -> Outcome:
        state, session = self._state, self.session
        state.said, state.outcome = 0, Outcome.GO_ON
        state.previous, state.command = state.command, ""
        session.notice = ""
        do()
        if state.outcome is Outcome.LEAVE and session.peer is not None:
            session.peer.leave()
        if state.outcome in (Outcome.LEAVE, Outcome.SUSPEND):
            return state.outcome
        if session.reader is not None:
            session.reader.mark_excerpt()
        session.settle()
        if state.outcome is Outcome.BLANK:
            state.say(_BLANK)
            return state.outcome
        if state.is_forgotten:
            state.is_forgotten = False
            self._announcer.lists.forget()
        self._say_news()
        if state.prompt is not None and state.prompt.text:
            state.say(f"Your note: {state.prompt.text}")
            state.say("Type it anew; ctrl+u takes it back, an empty line leaves it.")
        if not state.said and not session.is_typing:
            self._say_nothing_new()
        return state.outcome

    def _say_nothing_new(self) -> None:
        """Say why a command has changed nothing, as far as that can be said."""
        state, id = self._state, self._state.command
        is_move = id.startswith("list.")
        if not is_move and id not in ("answer.next", "answer.previous"):
            is_find = id in ("find.next", "find.previous")
            state.say((is_find and self._announcer.found) or "Nothing has changed.")
            return
        for text in self._announcer.lists.unsaid() if is_move else ():
            state.say(text)
        if not state.said:
            state.say(f"Nothing further that way{self._way_on()}.")

    def _way_on(self) -> str:
        session, first = self.session, self._state.keys.first
        if session.reader is None or session.asking is not None or session.places is not None:
            return ""
        if len(session.reader.trail) > 1:
            return f"; {first('place.leave')} goes back"
        return f"; {first('pane.next')} opens the next pane"

    def _say_news(self, begin: Callable[[], object] = lambda: None) -> bool:
        """Say the notice and what is new, after a call of `begin`; return whether there is any."""
        notice, self.session.notice = self.session.notice.rstrip("."), ""
        news = [*([f"{notice}."] if notice else []), *self._announcer.news()]
        if news:
            begin()
        for text in news:
            self._state.say(text)
        return bool(news)

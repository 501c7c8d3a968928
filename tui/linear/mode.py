"""The dialogue: a line is typed, the desk carries it out, and what is new is told.

It only ever adds lines. A screen reader or a braille display, and a line on which nothing else
can be had, lose nothing by it; neither is anything hidden once it stands there.
"""

from collections.abc import Callable, Iterator

from tui.app.keyboard.bindings import USUAL
from tui.app.keyboard.key import Key
from tui.linear.announcements import Announcer
from tui.linear.commands import obey
from tui.linear.overlays import is_text, told
from tui.linear.prompts import fill
from tui.reading.asking import Asking
from tui.reading.reply import Reply
from tui.reading.session import ReadingSession
from tui.terminal.keyboard import Pressed

_WELCOME = "An empty line reads on, ? lists the commands, q leaves."

_IN_PARTS = frozenset({"list.item", "agenda.step"})
"""Commands that on a screen go on within what is longer than it, and here to what comes next."""

_BLANK = "Blank. It cannot hide what stands above; empty lines follow. Any line brings it back."
_NO_MOUSE = "here the mouse is always the terminal's own"


class LinearMode:
    """A desk that is talked with."""

    def __init__(
        self,
        session: ReadingSession,
        say: Callable[[str], None],
        take: Callable[[str], str] = lambda text: "",
    ) -> None:
        """`say` is given paragraphs one after another.

        `take` is given each text that is copied, which is told too, and says what became of it.
        """
        self.session = session
        self._news = Announcer(session)
        self._say = say
        self._take = take
        self._told = 0
        self._last: Key | None = None

    def begin(self) -> None:
        """Say what is open, and how to go on."""
        self._tell()
        self.say(_WELCOME)

    def say(self, text: str) -> None:
        """Say a paragraph."""
        self._told += 1
        self._say(text)

    @property
    def prompt(self) -> str:
        """What stands before the line that is typed next: what is asked for, or where one is."""
        session, mode = self.session, self.session.mode
        if session.is_blank:
            return "Blank: "
        if mode is not None and mode.prompt is not None:
            sign = mode.prompt.sign.removesuffix(":")
            return f"{(sign if sign.isalpha() or ' ' in sign else mode.title).capitalize()}: "
        if isinstance(mode, Asking):
            return f"Answer {mode.number} of {mode.count}: "
        if session.meeting is not None and session.is_at_agenda:
            return f"Agenda {session.meeting.place}: "
        view = session.shown.active
        return f"{view.ordinal} of {len(view.items)}: " if view.items else "Command: "

    def look(self) -> None:
        """Tell of the briefing if its file has been saved meanwhile, and look at the clock."""
        session = self.session
        if session.meeting is not None:
            session.meeting.look()
        if session.look() and session.reader is not None:
            self._tell()

    def keep(self) -> None:
        """Write down how a meeting stands, once a line has been answered."""
        if self.session.meeting is not None:
            self.session.meeting.keep()

    def hear(self, begin: Callable[[], object]) -> bool:
        """Tell what has changed without a line; whether anything has, before which one begins."""
        if self.session.is_blank:
            return False
        news = [*self._news_of_all()]
        if news:
            begin()
        for text in news:
            self.say(text)
        return bool(news)

    def answer(self, line: str) -> Reply:
        """Do what a line says, tell what is new, and say what the terminal must do."""
        session = self.session
        is_typed = session.is_typing and not session.is_blank
        return self._carry_out(lambda: fill(self, line) if is_typed else obey(self, line))

    def command(self, id: str) -> Reply:
        """Carry out the command of that id, whatever is being typed; else as `answer`."""
        if self.session.is_blank:
            return self.answer("")
        (key,) = (key for key in self.session.bindings.keys if key.id == id)
        return self._carry_out(lambda: self.run(key))

    def press(self, pressed: Pressed) -> Reply:
        """Press a key; one that would only move the view inside an item goes to the next one."""
        session = self.session
        key = None if session.is_typing else session.bindings.given(pressed.name, session.scopes)
        return self._done(key, lambda: session.press(*pressed))

    def run(self, key: Key, *, is_back: bool = False) -> Reply:
        """Carry out a command, whatever its key and if it has none; `is_back`, the other way."""
        self.session.notice = ""
        usual = USUAL.of(key.id)
        given = (usual.opposite if is_back else usual.keys)[0]
        return self._done(usual, lambda: self.session.run(usual, given))

    def _carry_out(self, do: Callable[[], Reply]) -> Reply:
        self._told, self._last = 0, None
        session = self.session
        session.notice = ""
        reply = do()
        peer = session.peer
        if reply is Reply.LEAVE and peer is not None:
            peer.leave()
        if reply in (Reply.LEAVE, Reply.SUSPEND):
            return reply
        if session.meeting is not None:
            session.meeting.settle(session)
        if peer is not None:
            peer.moved()
        if reply is Reply.BLANK:
            self.say(_BLANK)
            return reply
        if reply is Reply.REPAINT:
            self._news.forget()
        if reply is Reply.MOUSE:
            session.notice = _NO_MOUSE
        self._tell()
        if not self._told and not session.is_typing:
            self._tell_nothing()
        return reply

    def _done(self, key: Key | None, do: Callable[[], Reply]) -> Reply:
        self._last = key
        view = self.session.shown.active
        cursor, top = view.cursor, None
        reply = Reply.DRAW
        while top != view.top and view.cursor == cursor:
            top = view.top
            reply = do()
            if key is None or key.id not in _IN_PARTS:
                break
        self.session.follow()
        return reply

    def _tell_nothing(self) -> None:
        """Say what there is to say where a command has changed nothing."""
        last = self._last
        if last is None or (last.scope != "list" and last.id != "answer.choose"):
            is_find = last is not None and last.id == "find.next"
            self.say((is_find and self._news.found) or "Nothing has changed.")
            return
        for text in self._news.rest() if last.scope == "list" else ():
            self.say(text)
        if not self._told:
            self.say(f"Nothing further that way{self._way_on()}.")

    def _way_on(self) -> str:
        reader, key = self.session.reader, self.session.bindings.told
        if reader is None or self.session.is_covered:
            return ""
        if len(reader.trail) > 1:
            return f"; {key('place.leave')} goes back"
        return f"; {key('pane.beside')} opens the next pane"

    def _tell(self) -> None:
        """Tell what the desk says, what lies over it, and what is new on it."""
        for text in self._news_of_all():
            self.say(text)

    def _news_of_all(self) -> Iterator[str]:
        session = self.session
        if session.notice:
            yield f"{session.notice.rstrip('.')}."
            session.notice = ""
        yield from told(session, self._take)
        if session.mode is not None and is_text(session.mode):
            session.mode = session.mode.under
        yield from self._news.tell()

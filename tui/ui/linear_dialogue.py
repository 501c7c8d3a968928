"""The dialogue: a line is typed, the desk carries it out, and what is new is told.

It only ever adds lines. A screen reader or a braille display, and a line on which nothing else
can be had, lose nothing by it; neither is anything hidden once it stands there.
"""

from collections.abc import Callable, Iterator

from tui.terminal.keyboard import Pressed
from tui.ui.asking import Asking
from tui.ui.desk import Desk
from tui.ui.keyboard.bindings import USUAL
from tui.ui.keyboard.key import Key
from tui.ui.linear_news import News
from tui.ui.linear_obeying import obey
from tui.ui.linear_over import is_text, told
from tui.ui.linear_typing import fill
from tui.ui.reply import Reply

_WELCOME = "An empty line reads on, ? lists the commands, q leaves."

_IN_PARTS = frozenset({"list.item", "agenda.step"})
"""Commands that on a screen go on within what is longer than it, and here to what comes next."""

_BLANK = "Blank. It cannot hide what stands above; empty lines follow. Any line brings it back."
_NO_MOUSE = "here the mouse is always the terminal's own"


class Dialogue:
    """A desk that is talked with."""

    def __init__(
        self, desk: Desk, say: Callable[[str], None], take: Callable[[str], str] = lambda text: ""
    ) -> None:
        """`say` is given paragraphs one after another.

        `take` is given each text that is copied, which is told too, and says what became of it.
        """
        self.desk = desk
        self._news = News(desk)
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
        desk, mode = self.desk, self.desk.mode
        if desk.is_blank:
            return "Blank: "
        if mode is not None and mode.prompt is not None:
            sign = mode.prompt.sign.removesuffix(":")
            return f"{(sign if sign.isalpha() or ' ' in sign else mode.title).capitalize()}: "
        if isinstance(mode, Asking):
            return f"Answer {mode.number} of {mode.count}: "
        if desk.meeting is not None and desk.is_at_agenda:
            return f"Agenda {desk.meeting.place}: "
        view = desk.shown.active
        return f"{view.ordinal} of {len(view.items)}: " if view.items else "Command: "

    def look(self) -> None:
        """Tell of the briefing if its file has been saved meanwhile, and look at the clock."""
        desk = self.desk
        if desk.meeting is not None:
            desk.meeting.look()
        if desk.look() and desk.reader is not None:
            self._tell()

    def keep(self) -> None:
        """Write down how a meeting stands, once a line has been answered."""
        if self.desk.meeting is not None:
            self.desk.meeting.keep()

    def hear(self, begin: Callable[[], object]) -> bool:
        """Tell what has changed without a line; whether anything has, before which one begins."""
        if self.desk.is_blank:
            return False
        news = [*self._news_of_all()]
        if news:
            begin()
        for text in news:
            self.say(text)
        return bool(news)

    def answer(self, line: str) -> Reply:
        """Do what a line says, tell what is new, and say what the terminal must do."""
        desk = self.desk
        is_typed = desk.is_typing and not desk.is_blank
        return self._carry_out(lambda: fill(self, line) if is_typed else obey(self, line))

    def command(self, id: str) -> Reply:
        """Carry out the command of that id, whatever is being typed; else as `answer`."""
        if self.desk.is_blank:
            return self.answer("")
        (key,) = (key for key in self.desk.bindings.keys if key.id == id)
        return self._carry_out(lambda: self.run(key))

    def press(self, pressed: Pressed) -> Reply:
        """Press a key; one that would only move the view inside an item goes to the next one."""
        desk = self.desk
        key = None if desk.is_typing else desk.bindings.given(pressed.name, desk.scopes)
        return self._done(key, lambda: desk.press(*pressed))

    def run(self, key: Key, *, is_back: bool = False) -> Reply:
        """Carry out a command, whatever its key and if it has none; `is_back`, the other way."""
        self.desk.notice = ""
        usual = USUAL.of(key.id)
        given = (usual.opposite if is_back else usual.keys)[0]
        return self._done(usual, lambda: self.desk.run(usual, given))

    def _carry_out(self, do: Callable[[], Reply]) -> Reply:
        self._told, self._last = 0, None
        desk = self.desk
        desk.notice = ""
        reply = do()
        companion = desk.companion
        if reply is Reply.LEAVE and companion is not None:
            companion.leave()
        if reply in (Reply.LEAVE, Reply.SUSPEND):
            return reply
        if desk.meeting is not None:
            desk.meeting.settle(desk)
        if companion is not None:
            companion.moved(desk)
        if reply is Reply.BLANK:
            self.say(_BLANK)
            return reply
        if reply is Reply.REPAINT:
            self._news.forget()
        if reply is Reply.MOUSE:
            desk.notice = _NO_MOUSE
        self._tell()
        if not self._told and not desk.is_typing:
            self._tell_nothing()
        return reply

    def _done(self, key: Key | None, do: Callable[[], Reply]) -> Reply:
        self._last = key
        view = self.desk.shown.active
        cursor, top = view.cursor, None
        reply = Reply.DRAW
        while top != view.top and view.cursor == cursor:
            top = view.top
            reply = do()
            if key is None or key.id not in _IN_PARTS:
                break
        self.desk.follow()
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
        reader, key = self.desk.reader, self.desk.bindings.told
        if reader is None or self.desk.is_covered:
            return ""
        if len(reader.trail) > 1:
            return f"; {key('place.leave')} goes back"
        return f"; {key('pane.beside')} opens the next pane"

    def _tell(self) -> None:
        """Tell what the desk says, what lies over it, and what is new on it."""
        for text in self._news_of_all():
            self.say(text)

    def _news_of_all(self) -> Iterator[str]:
        desk = self.desk
        if desk.notice:
            yield f"{desk.notice.rstrip('.')}."
            desk.notice = ""
        yield from told(desk, self._take)
        if desk.mode is not None and is_text(desk.mode):
            desk.mode = desk.mode.under
        yield from self._news.tell()

"""What can lie over the lists for a while: something that is typed, the help, the palette."""

from collections.abc import Iterator, Sequence
from functools import partial

from tui.app.flow import Laid
from tui.app.keyboard.bindings import Bindings
from tui.app.keyboard.key import Key
from tui.app.keyboard.table import GROUPS
from tui.app.typeset import typesetter
from tui.app.viewport import Viewport
from tui.blocks import Block, Heading, Paragraph, Run, Style, TimelineRow, plain, runs
from tui.reading import movement
from tui.reading.finder import Finder
from tui.reading.prompt import Prompt
from tui.text import cells
from tui.text.fold import search_key


class Overlay:
    """Something that lies over the lists until it is closed."""

    title: str = ""
    prompt: Prompt | None = None
    """What is being typed; without it keys are commands as ever."""
    view: Viewport | None = None
    """A list that covers the others."""
    chosen: Key | None = None
    """The command that is to be run when it has closed."""
    is_bare: bool = False
    """Its list has the whole width, and nothing stands round it but one line below."""
    scopes: Sequence[str] = ()
    """Which commands work over it where nothing is typed; without any, those below it."""
    entering: str = ""
    """What `enter` does to what is being typed, in a word or two."""
    under: "Overlay | None" = None
    """What it lies over: that is there again when it is closed."""

    said: str = ""
    """What came of the last key, for the footer."""

    def press(self, pressed: str, character: str | None) -> bool:
        """Take a key for what is being typed; whether to stay open."""
        return True

    def cancel(self) -> None:
        """It is being closed as if it had never been open."""


class FindPrompt(Overlay):
    """The words to find are being typed; the reader is where they are found."""

    title = "Find"
    entering = "stay here"
    prompt: Prompt

    def __init__(self, finder: Finder) -> None:
        self.prompt = Prompt()
        self._seeker = finder
        finder.begin()

    def press(self, pressed: str, character: str | None) -> bool:
        """Letters seek at once, arrows go through what is found, `enter` stays there."""
        if pressed == "enter":
            if not self._seeker.find.hits:
                self.cancel()
            return False
        if pressed in ("down", "up"):
            self._seeker.step(1 if pressed == "down" else -1)
            return True
        before = self.prompt.text
        self.prompt.press(pressed, character)
        if self.prompt.text != before:
            self._seeker.seek(self.prompt.text)
        return True

    def cancel(self) -> None:
        """Back to where one was."""
        self._seeker.cancel()


class HelpOverlay(Overlay):
    """All keys that work here, in a list."""

    title = "Keys"

    def __init__(
        self, bindings: Bindings, scopes: Sequence[str], is_restricted: bool = False
    ) -> None:
        self.view = listed([*_help(bindings, scopes, is_restricted)])


class PlainText(Overlay):
    """A text to be selected with the terminal's own means."""

    is_bare = True
    view: Viewport

    def __init__(self, text: str, remark: str, under: Overlay | None = None) -> None:
        """`remark` says what became of the text beside that."""
        blocks = [Paragraph(text=runs(line)) for line in text.split("\n")]
        self.title = remark
        self.under = under
        self.view = Viewport(blocks, partial(_unadorned, blocks))


class Palette(Overlay):
    """The commands that work here, to be found by their words."""

    title = "Commands"
    entering = "do it"
    prompt: Prompt
    view: Viewport

    def __init__(
        self, bindings: Bindings, scopes: Sequence[str], is_restricted: bool = False
    ) -> None:
        self.prompt = Prompt()
        self._commands = [key for key in bindings.runnable(scopes, is_restricted) if not key.told]
        self._entries = {key.id: _entry(key, bindings.shown(key, scopes)) for key in self._commands}
        self.view = listed([*self._entries.values()])

    def press(self, pressed: str, character: str | None) -> bool:
        """Letters leave fewer commands, arrows choose one, `enter` runs it."""
        if pressed == "enter":
            found = [key for key in self._commands if key.id == self.view.item]
            self.chosen = found[0] if found else None
            return False
        if pressed in ("down", "up"):
            movement.item(self.view, 1 if pressed == "down" else -1)
        elif self.prompt.press(pressed, character):
            self._choose_from()
        return True

    def _choose_from(self) -> None:
        words = search_key(self.prompt.text).text.split()
        fitting = [
            self._entries[key.id]
            for key in self._commands
            if all(word in key.words.lower() for word in words)
        ]
        width, height = self.view.flow.width, self.view.height
        self.view = listed(fitting or [_NONE])
        self.view.resize(width, height)


_NONE = Paragraph(text=runs("No command has these words."), kind="remark")


def _unadorned(blocks: Sequence[Paragraph], index: int, width: int) -> Laid:
    """A paragraph from edge to edge."""
    words = plain(blocks[index].text)
    spans = cells.wrap(words, width)
    return Laid([((words[start:end], Style.TEXT),) for start, end in spans])


def listed(blocks: Sequence[Block]) -> Viewport:
    """A list of its own."""
    return Viewport(blocks, typesetter(blocks))


def _entry(key: Key, shown: str) -> Block:
    return TimelineRow(item=key.id, when=runs(Run(shown, Style.LABEL)), title=runs(Run(key.words)))


def _help(bindings: Bindings, scopes: Sequence[str], is_restricted: bool) -> Iterator[Block]:
    for group, names in GROUPS.items():
        keys = [key for key in bindings.within(scopes, is_restricted) if key.scope in names]
        if keys:
            yield Heading(text=runs(group.upper()))
            yield from (_entry(key, bindings.shown(key, scopes)) for key in keys)

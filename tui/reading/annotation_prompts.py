"""What lies over the lists for what is the reader's own: a note, the letter of a mark, a list."""

from collections.abc import Callable, Sequence

from tui.app.keyboard.contexts import CONTEXTS
from tui.app.viewport import Viewport
from tui.blocks import Block
from tui.frozen import replace
from tui.model.annotations import ReaderNote
from tui.reading.overlays import Overlay, listed
from tui.reading.ports import NoteOutcome
from tui.reading.prompt import Prompt


class NotePrompt(Overlay):
    """A note is being typed; what cannot be saved stays there to be saved again."""

    title = "Note"
    entering = "save"
    prompt: Prompt

    def __init__(self, draft: ReaderNote, write: Callable[[ReaderNote], NoteOutcome]) -> None:
        self.prompt = Prompt(draft.text, sign="note:")
        self._draft = draft
        self._write = write

    def press(self, pressed: str, character: str | None) -> bool:
        """Letters are the note; `enter` saves it, and without any text takes it back."""
        self.said = ""
        if pressed != "enter":
            self.prompt.press(pressed, character)
            return True
        text = self.prompt.text.strip()
        if text == self._draft.text and len(self._draft.replaces) < 2:
            return False
        noted = self._write(replace(self._draft, text=text))
        self.said = noted.said
        return not noted.is_saved


class MarkPrompt(Overlay):
    """The letter of a mark is typed next."""

    title = "Mark"
    entering = "no mark"
    prompt: Prompt

    def __init__(self, sign: str, take: Callable[[str], str]) -> None:
        """`take` is given the letter and says what came of it."""
        self.prompt = Prompt(sign=sign)
        self._take = take

    def press(self, pressed: str, character: str | None) -> bool:
        """A letter or digit is taken, and whatever else is none."""
        if character is not None and len(character) == 1 and character.isalnum():
            self.said = self._take(character)
        return False


class PlaceList(Overlay):
    """A list of items to go to."""

    scopes: Sequence[str] = CONTEXTS["listed"]
    view: Viewport

    def __init__(self, title: str, blocks: Sequence[Block], go: Callable[[str], str]) -> None:
        """`go` is given the item of a block, goes there, and says if it cannot."""
        self.title = title
        self.view = listed(blocks)
        self._go = go

    def go(self) -> str:
        """To where the item under the cursor stands."""
        return self._go(self.view.item) if self.view.item else "this leads nowhere"

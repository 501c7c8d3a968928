"""A line that is typed: an editor without a widget.

Text comes as characters, or as several at once where an input method composes them or something
is pasted.
"""

from tui.text.clean import clean


class Prompt:
    """One line of text and a place in it."""

    def __init__(self, text: str = "", sign: str = "/") -> None:
        self.text = text
        self.sign = sign
        """What stands before it, and says what is typed."""
        self.cursor = len(text)
        """Where the next character goes, in code points."""

    def insert(self, text: str) -> None:
        """Type text, or paste it: line ends become spaces, and it is made harmless."""
        line = clean(" ".join(text.split("\n")).strip("\r"))
        self.text = self.text[: self.cursor] + line + self.text[self.cursor :]
        self.cursor += len(line)

    def press(self, key: str, character: str | None) -> bool:
        """Edit as a key says; whether it was one of the editor's.

        Keys are named as Textual names them. Those of readline that the list does not need are
        understood: ctrl+a, ctrl+e, ctrl+u, ctrl+k, ctrl+w.
        """
        edit = _EDITS.get(key)
        if edit is not None:
            edit(self)
        elif character and (len(character) > 1 or character.isprintable()):
            self.insert(character)
        else:
            return False
        return True

    def _cut(self, start: int, end: int) -> None:
        self.text = self.text[:start] + self.text[end:]
        self.cursor = start

    def _word_start(self) -> int:
        before = self.text[: self.cursor].rstrip()
        return before.rfind(" ") + 1

    def _left(self) -> None:
        self.cursor = max(self.cursor - 1, 0)

    def _right(self) -> None:
        self.cursor = min(self.cursor + 1, len(self.text))

    def _home(self) -> None:
        self.cursor = 0

    def _end(self) -> None:
        self.cursor = len(self.text)

    def _backspace(self) -> None:
        self._cut(max(self.cursor - 1, 0), self.cursor)

    def _delete(self) -> None:
        self._cut(self.cursor, self.cursor + 1)

    def _cut_word(self) -> None:
        self._cut(self._word_start(), self.cursor)

    def _cut_before(self) -> None:
        self._cut(0, self.cursor)

    def _cut_after(self) -> None:
        self._cut(self.cursor, len(self.text))


_EDITS = {
    "left": Prompt._left,
    "right": Prompt._right,
    "home": Prompt._home,
    "ctrl+a": Prompt._home,
    "end": Prompt._end,
    "ctrl+e": Prompt._end,
    "backspace": Prompt._backspace,
    "ctrl+h": Prompt._backspace,
    "delete": Prompt._delete,
    "ctrl+w": Prompt._cut_word,
    "ctrl+u": Prompt._cut_before,
    "ctrl+k": Prompt._cut_after,
}

EDITING = frozenset(_EDITS)
"""The keys that edit, beside those that are text."""

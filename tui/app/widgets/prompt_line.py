"""A line in which the reader types, in the place of the keys."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from inspect import isawaitable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Label

from tui.text.clean import clean


def _ignore(*_: object) -> None:
    """Do nothing."""


@dataclass(frozen=True)
class Prompt:
    """What is typed, and what becomes of it."""

    sign: str
    """What stands before the text."""
    submit_label: str
    """What `enter` does, in a word or two."""
    submit: Callable[[str], bool]
    """Takes the text; returns whether the prompt is closed."""
    change: Callable[[str], Awaitable[None] | None] = _ignore
    """Takes the text after every change."""
    step: Callable[[int], object] = _ignore
    """Goes to the next (1) or previous (-1) of what is found."""
    cancel: Callable[[], None] = _ignore
    text: str = ""
    max_length: int = 0
    """Characters after which the text is submitted; 0 for any number."""


class PromptInput(Input):
    """An input of one line without borders or blinking, into which any text may be pasted."""

    def __init__(self, prompt: Prompt) -> None:
        super().__init__(
            prompt.text, compact=True, select_on_focus=False, max_length=prompt.max_length
        )
        self.cursor_blink = False

    def _on_paste(self, event: events.Paste) -> None:
        """Insert all of a pasted text in one line, made safe."""
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(clean(" ".join(event.text.split())))


class PromptLine(Horizontal):
    """A prompt with its sign, the text and the keys that end it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "back"),
        Binding("down", "step(1)", "next"),
        Binding("up", "step(-1)", "previous"),
    ]

    def __init__(
        self,
        prompt: Prompt,
        close: Callable[[], Awaitable[None]],
        show: Callable[[], None],
    ) -> None:
        """Ask for a text.

        Args:
            prompt: What is typed.
            close: Called when the prompt has ended.
            show: Shows what has changed while it is typed.
        """
        super().__init__()
        self.prompt = prompt
        self._close = close
        self._show = show
        self.input = PromptInput(prompt)

    def compose(self) -> ComposeResult:
        """Make the widgets."""
        yield Label(f" {self.prompt.sign} ", markup=False)
        yield self.input
        yield Label(f" enter {self.prompt.submit_label}   esc back ", classes="hint", markup=False)

    async def on_input_changed(self, event: Input.Changed) -> None:
        """Pass the text on; a full one is submitted."""
        event.stop()
        if self.prompt.max_length and len(event.value) >= self.prompt.max_length:
            self._submit(event.value)
        elif event.value != self.prompt.text or self.prompt.text == "":
            changed = self.prompt.change(event.value)
            if isawaitable(changed):
                await changed
            self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Submit the text."""
        event.stop()
        self._submit(event.value)

    def action_cancel(self) -> None:
        """Close the prompt as if nothing had been typed."""
        self.prompt.cancel()
        self.app.call_next(self._close)

    def action_step(self, direction: int) -> None:
        """Go to the next or previous of what is found."""
        self.prompt.step(direction)
        self._show()

    def _submit(self, text: str) -> None:
        if self.prompt.submit(text):
            self.app.call_next(self._close)
        else:
            self._show()

    async def settle(self) -> None:
        """Return when everything that was typed has been taken."""
        for node in (self.input, self):
            done = asyncio.Event()
            if node.call_later(done.set):
                await done.wait()

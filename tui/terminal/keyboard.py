"""Parses keys from a terminal's input before Textual is imported.

It knows the keys of the reader, and text. It stops at anything else, and leaves that and all that
follows to Textual, so that nothing is lost or read twice.
"""

from codecs import getincrementaldecoder
from collections.abc import Iterator
from typing import NamedTuple

from tui.terminal.escape_key import ESC, LEADS


class Pressed(NamedTuple):
    """A key that was pressed."""

    name: str
    """Textual's name of the key; a printable character other than the space is its own name."""
    character: str | None
    """The character that the key sends, if it is one."""


class Keyboard:
    """Parses keys one after another."""

    def __init__(self) -> None:
        self.rest = b""
        """The input that was not parsed."""
        self.is_lost = False
        """The rest is not known; nothing more is parsed."""

    @property
    def may_be_escape(self) -> bool:
        """An `esc` has come, which is the key unless more follows at once."""
        return self.rest == ESC.encode() and not self.is_lost

    def feed(self, data: bytes) -> Iterator[Pressed]:
        """Yield the keys of more input; what is not parsed stays in `rest`."""
        self.rest += data
        while self.rest and not self.is_lost:
            text = _decoded(self.rest)
            length = _length(text)
            if length == 0:
                self.is_lost = text != "" and not _is_begun(text)
                return
            key = _key(text[:length])
            if key is None:
                self.is_lost = True
                return
            self.rest = self.rest[len(text[:length].encode()) :]
            yield key

    def settle(self) -> Iterator[Pressed]:
        """Yield the key `esc` if it has come and nothing followed it for a while."""
        if self.may_be_escape:
            self.rest = b""
            yield Pressed("escape", ESC)


_SEQUENCES = {
    **{f"{ESC}{lead}A": "up" for lead in "[O"},
    **{f"{ESC}{lead}B": "down" for lead in "[O"},
    **{f"{ESC}{lead}C": "right" for lead in "[O"},
    **{f"{ESC}{lead}D": "left" for lead in "[O"},
    **dict.fromkeys((f"{ESC}[H", f"{ESC}OH", f"{ESC}[1~", f"{ESC}[7~"), "home"),
    **dict.fromkeys((f"{ESC}[F", f"{ESC}OF", f"{ESC}[4~", f"{ESC}[8~"), "end"),
    f"{ESC}[3~": "delete",
    f"{ESC}[5~": "pageup",
    f"{ESC}[6~": "pagedown",
    f"{ESC}[Z": "shift+tab",
}
"""As xterm, rxvt, the Linux console, tmux and screen send them."""

_BEGINNINGS = {sequence[:end] for sequence in _SEQUENCES for end in range(1, len(sequence))}

_CONTROLS = {
    **{chr(code): f"ctrl+{chr(code + 0x60)}" for code in range(0x01, 0x1B)},
    "\x08": "backspace",
    "\t": "tab",
    "\r": "enter",
    "\x7f": "backspace",
}


def _decoded(data: bytes) -> str:
    """Decode all complete characters."""
    return getincrementaldecoder("utf-8")("surrogateescape").decode(data)


def _length(text: str) -> int:
    """Return the length of the first key in characters; 0 if it is not known."""
    if not text.startswith(ESC):
        return min(len(text), 1)
    if text[1:2] and text[1] not in LEADS:
        return 1
    return next((end for end in range(2, len(text) + 1) if text[:end] in _SEQUENCES), 0)


def _is_begun(text: str) -> bool:
    return text in _BEGINNINGS


def _key(text: str) -> Pressed | None:
    if text in _SEQUENCES:
        return Pressed(_SEQUENCES[text], None)
    if text == ESC:
        return Pressed("escape", text)
    if text in _CONTROLS:
        return Pressed(_CONTROLS[text], text)
    if text.isprintable():
        return Pressed("space" if text == " " else text, text)
    return None

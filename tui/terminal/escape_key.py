"""Tells the key `esc` from the beginning of an escape sequence.

A terminal sends the same character for both. On a slow line `esc` and the next key arrive
together, and would be taken for a key with Alt. Here they are two keys, unless the second one
can begin a sequence.
"""

import re
from collections.abc import Iterator

ESC = "\x1b"

PATIENCE = 0.1
"""Seconds after which an `esc` that nothing follows is the key."""

LEADS = "[O]PNX^_"
"""The second characters of sequences (ECMA-48 5.4, 5.6; SS2 and SS3 in 8.3)."""

_LONE_ESC = re.compile(f"{ESC}(?=[^{re.escape(LEADS)}])")
_PASTE_START = f"{ESC}[200~"
_PASTE_END = f"{ESC}[201~"
"""Bracketed paste: nothing between the markers is a key."""


class EscapeKeyParser:
    """Divides input at the key `esc`."""

    def __init__(self) -> None:
        self._is_pasting = False
        self._tail = ""
        """The end of the last input, which may be the beginning of a marker."""
        self._escape_at: float | None = None
        """When an `esc` came with which the input ended."""

    @property
    def is_waiting(self) -> bool:
        """An `esc` has come, and more input or time will tell whether it is the key."""
        return self._escape_at is not None

    def feed(self, text: str, now: float) -> Iterator[str | None]:
        """Yield the parts of the input; `None` stands for the key.

        Args:
            text: The input; if it is empty, only the time of an earlier `esc` is checked.
            now: Seconds of any monotonic clock.
        """
        if self._escape_at is not None:
            if text:
                text = ESC + text
            elif now >= self._escape_at + PATIENCE:
                yield None
            else:
                return
            self._escape_at = None
        while text:
            was_pasting, part = self._is_pasting, self._until_marker(text)
            text = text[len(part) :]
            if was_pasting:
                yield part
            else:
                yield from self._keys(part, now, is_last=not text)

    def _until_marker(self, text: str) -> str:
        """Return the text up to the next marker; a marker may be divided between inputs."""
        marker = _PASTE_END if self._is_pasting else _PASTE_START
        found = (self._tail + text).find(marker)
        if found < 0:
            self._tail = (self._tail + text)[1 - len(marker) :]
            return text
        self._is_pasting = not self._is_pasting
        part = text[: found + len(marker) - len(self._tail)]
        self._tail = ""
        return part

    def _keys(self, text: str, now: float, *, is_last: bool) -> Iterator[str | None]:
        """Divide input that is not pasted."""
        parts = _LONE_ESC.split(text)
        if is_last and parts[-1].endswith(ESC):
            parts[-1] = parts[-1].removesuffix(ESC)
            self._escape_at = now
        for index, part in enumerate(parts):
            if index:
                yield None
            if part:
                yield part

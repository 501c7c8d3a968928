"""The key `esc` among what a terminal sends, where another key follows it at once.

A terminal sends the key as the character that begins its sequences too. On a slow line `esc` and
the key after it come together, and would be taken for one with Alt, or for none. What follows
decides here: where no sequence begins so, they are two keys.
"""

import re
from collections.abc import Iterator

ESC = "\x1b"

PATIENCE = 0.1
"""Seconds after which an `esc` that nothing has followed is the key."""

LEADS = "[O]PNX^_"
"""What sequences go on with (ECMA-48, 5.4 and 5.6; SS2 and SS3 of 8.3)."""

_ALONE = re.compile(f"{ESC}(?=[^{re.escape(LEADS)}])")
_PASTE = f"{ESC}[200~"
_PASTED = f"{ESC}[201~"
"""Before and after a text that is pasted: in it nothing is a key."""


class Escapes:
    """Tells the key apart, chunk by chunk."""

    def __init__(self) -> None:
        self._is_pasting = False
        self._tail = ""
        """The end of what has come, which may be the beginning of a marker."""
        self._held_at: float | None = None
        """When an `esc` came with which a chunk ended."""

    @property
    def is_waiting(self) -> bool:
        """An `esc` has come, and it is not known yet whether it is the key."""
        return self._held_at is not None

    def feed(self, text: str, now: float) -> Iterator[str | None]:
        """What has come, in parts: `None` is the key, all others are to be read as ever.

        `now` is in seconds of any clock. Without a text it tells what has become of an `esc`.
        """
        if self._held_at is not None:
            if text:
                text = ESC + text
            elif now >= self._held_at + PATIENCE:
                yield None
            else:
                return
            self._held_at = None
        while text:
            was_pasting, part = self._is_pasting, self._until_marker(text)
            text = text[len(part) :]
            if was_pasting:
                yield part
            else:
                yield from self._keys(part, now, is_last=not text)

    def _until_marker(self, text: str) -> str:
        """A text up to where a paste begins or ends; a marker may have come in pieces."""
        marker = _PASTED if self._is_pasting else _PASTE
        found = (self._tail + text).find(marker)
        if found < 0:
            self._tail = (self._tail + text)[1 - len(marker) :]
            return text
        self._is_pasting = not self._is_pasting
        part = text[: found + len(marker) - len(self._tail)]
        self._tail = ""
        return part

    def _keys(self, text: str, now: float, *, is_last: bool) -> Iterator[str | None]:
        """The parts of what is not pasted."""
        found = _ALONE.split(text)
        if is_last and found[-1].endswith(ESC):
            found[-1] = found[-1].removesuffix(ESC)
            self._held_at = now
        for number, part in enumerate(found):
            if number:
                yield None
            if part:
                yield part

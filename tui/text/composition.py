"""Canonical composition (NFC) that remembers where each character came from."""

from unicodedata import combining, is_normalized, normalize

from tui.text.offsets import Offsets

_JOINING_STARTERS = frozenset(
    [
        *map(chr, range(0x1161, 0x1176)),
        *map(chr, range(0x11A8, 0x11C3)),
        *"\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf",
        *"\u102e\u1b35\U00011127\U0001133e\U00011357\U000113b8\U000113bb\U000113c2\U000113c9",
        *"\U000114b0\U000114ba\U000114bd\U000115af\U0001611e\U0001611f\U00016120\U00016129",
        *"\U00011930\U00016d67",
    ]
)
"""What composes with the character before it though it is no combining mark: vowels and finals of
Hangul, vowel signs of Indic scripts (Unicode 16, NFC_Quick_Check=Maybe of combining class 0)."""


def compose(text: str) -> tuple[str, Offsets]:
    """The text in NFC, and by offset in it the offset in the text as it was."""
    if is_normalized("NFC", text):
        return text, Offsets(len(text))
    offsets = Offsets()
    parts: list[str] = []
    written = start = 0
    for end in [*_cluster_starts(text), len(text)]:
        composed = normalize("NFC", text[start:end])
        parts.append(composed)
        offsets.step(written, start)
        written += len(composed)
        start = end
    offsets.end(written, len(text))
    return "".join(parts), offsets


def _cluster_starts(text: str) -> list[int]:
    """The offsets, but the first, of characters that compose with nothing before them."""
    return [
        offset
        for offset, character in enumerate(text)
        if offset and not combining(character) and character not in _JOINING_STARTERS
    ]

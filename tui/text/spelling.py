"""Characters spelled in ASCII: for outputs and terminals that have nothing else.

Quotation marks and dashes become their plain forms, letters lose their accents. What cannot be
expressed in ASCII is a question mark, so that a reader sees that something is missing.
"""

from functools import cache
from unicodedata import combining, normalize

UNKNOWN = "?"

_SPELLED = {
    **dict.fromkeys("‘’‚‛′⸢⸣「」『』", "'"),
    **dict.fromkeys("“”„‟«»″《》", '"'),
    **dict.fromkeys("‐‑‒–—―−─━·‧", "-"),
    **dict.fromkeys("│┃┆┊║", "|"),
    **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╯╰†‡", "+"),
    **dict.fromkeys("•●▪■◆", "*"),
    **dict.fromkeys("、，", ","),
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2007\u2009\u200a\u202f\u3000", " "),
    "。": ".",
    "▸": ">",
    "›": ">",
    "‹": "<",
    "▾": "v",
    "↑": "^",
    "↓": "v",
    "×": "x",
    "⁄": "/",
    "ı": "i",
    **dict.fromkeys("øǿ", "o"),
    **dict.fromkeys("ØǾ", "O"),
    **dict.fromkeys("łƚ", "l"),
    "Ł": "L",
    **dict.fromkeys("đð", "d"),
    **dict.fromkeys("ĐÐ", "D"),
    "ħ": "h",
    "Ħ": "H",
    "ŧ": "t",
    "Ŧ": "T",
}
"""In one character: the same where there is room for more."""

_LONG = {
    "…": ("...", "~"),
    "→": ("->", ">"),
    "←": ("<-", "<"),
    "✓": ("[ok]", "+"),
    "✗": ("[x]", "x"),
    "©": ("(c)", "c"),
    "ß": ("ss", "s"),
    "æ": ("ae", "a"),
    "Æ": ("AE", "A"),
    "œ": ("oe", "o"),
    "Œ": ("OE", "O"),
    "þ": ("th", "t"),
    "Þ": ("Th", "T"),
    "°": (" degrees", "o"),
    "§": ("section", "S"),
    "€": ("EUR ", "E"),
    "£": ("GBP ", UNKNOWN),
    "≤": ("<=", UNKNOWN),
    "≥": (">=", UNKNOWN),
}
"""In as many characters as it takes, and in one."""


def in_ascii(text: str) -> str:
    """A text in ASCII, longer where that reads better: `…` is `...`, `½` is `1/2`."""
    return "".join(_spelled(character, _TEXT) for character in text)


def in_cells(cluster: str, cells: int) -> str:
    """A cluster of characters that takes so many cells, in as many characters of ASCII."""
    spelled = "".join(_spelled(character, _CELL) for character in normalize("NFC", cluster))
    if not spelled.strip(UNKNOWN) or len(spelled) > cells:
        return UNKNOWN * cells
    return spelled.ljust(cells)


_TEXT, _CELL = 0, 1


@cache
def _spelled(character: str, room: int) -> str:
    if character.isascii():
        return character
    if character in _LONG:
        return _LONG[character][room]
    if character in _SPELLED:
        return _SPELLED[character]
    if combining(character):
        return ""
    parts = normalize("NFKD", character)
    spelled = "".join(_spelled(part, room) for part in parts) if parts != character else ""
    return UNKNOWN if UNKNOWN in spelled else spelled or UNKNOWN

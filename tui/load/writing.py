"""Writing of texts as YAML scalars that are read back unchanged."""

import re
from typing import NamedTuple

from tui.load.libyaml import Event, ScalarEvent, YAMLError, events
from tui.load.read_context import NULLS
from tui.text.clean import clean

Edit = tuple[int, int, str]
"""A replacement: start and end offset in the text of a file, and the new text."""


class Scalar(NamedTuple):
    """The position and style of a text in a file."""

    start: int
    """Offset of the first character, quotation mark or block indicator."""
    end: int
    """Offset after the last character; a block may include the empty lines after it."""
    style: str
    """`|`, `>`, `'` or `"`; empty for a plain scalar."""


def scalars(parsable: str) -> dict[int, Scalar]:
    """Find the scalars of a valid file, keys included, by their offsets.

    Those with a tag or an anchor are left out.
    """
    return {
        event.start_mark.index: Scalar(
            event.start_mark.index, event.end_mark.index, event.style or ""
        )
        for event in _events(parsable)
        if event.tag is None and event.anchor is None
    }


def rewrite(page: str, scalar: Scalar, text: str, *, flow: bool) -> Edit:
    """Make the edit that replaces the text of a scalar and keeps its style.

    A text that cannot be written in that style is double-quoted. A folded block becomes a
    literal one. `flow` means that the scalar is in brackets or braces.
    """
    if scalar.style in ("|", ">"):
        return _rewrite_block(page, scalar, text)
    one_line = "\n" not in text and "\t" not in text and clean(text) == text
    if scalar.style == "'" and one_line:
        written = "'" + text.replace("'", "''") + "'"
    elif not scalar.style and one_line and _is_plain(text, flow=flow):
        written = text
    else:
        written = double_quoted(text)
    space = " " if page[scalar.start - 1 : scalar.start] == ":" else ""  # a value left empty
    return scalar.start, scalar.end, space + written


def content_end(page: str, scalar: Scalar) -> int:
    """The offset at which a scalar ends, without the empty lines after it."""
    if scalar.style in ("|", ">"):
        found = re.search(r"(?:\n[ \t]*)+\Z", page[scalar.start : scalar.end])
        return scalar.start + found.start() if found else scalar.end
    return scalar.end


def fits_block(text: str) -> bool:
    """Whether a literal block preserves a text, even if an editor strips trailing spaces."""
    harmless = "\t" not in text and clean(text) == text
    return harmless and not text.startswith((" ", "\n")) and not _LOOSE_END.search(text)


def double_quoted(text: str, encoding: str = "utf-8") -> str:
    """Write a text as a double-quoted scalar in the characters of an encoding."""
    return f'"{"".join(_escaped(each, encoding) for each in text)}"'


def is_encodable(text: str, encoding: str) -> bool:
    """Whether an encoding has all characters of a text."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


_LOOSE_END = re.compile(r"\s\Z|[^\S\n]\n")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_HEADER = re.compile(r"[|>](?:([1-9])[+-]?|[+-]?([1-9])?)(.*)")
"""The header of a block: its indentation indicator and a comment."""


def _rewrite_block(page: str, scalar: Scalar, text: str) -> Edit:
    end = content_end(page, scalar)
    header, *lines = page[scalar.start : end].split("\n")
    found = _HEADER.fullmatch(header)
    indent = _indent(page, scalar, lines, int(found[1] or found[2] or 0)) if found else ""
    if not (found and indent and fits_block(text)):
        comment = found[3] if found else ""
        return scalar.start, end, double_quoted(text) + comment
    header = f"|{found[1] or found[2] or ''}-{found[3]}"
    body = (f"{indent}{line}" if line else "" for line in text.split("\n"))
    return scalar.start, end, "\n".join([header, *body])


def _indent(page: str, scalar: Scalar, lines: list[str], given: int) -> str:
    """The indentation of the lines of a block.

    An indentation indicator is relative to the mapping that contains the block.
    """
    first = next((line for line in lines if line.strip()), "")
    spaces = len(first) - len(first.lstrip(" "))
    if given:
        line = page[page.rfind("\n", 0, scalar.start) + 1 : scalar.start]
        outer = re.match(r"(?: |- )*", line)
        spaces = min(spaces, given + (len(outer[0]) if outer else 0))
    return " " * spaces


def _is_plain(text: str, *, flow: bool) -> bool:
    """Whether a text of one line can be written as a plain scalar."""
    if text in NULLS:
        return False
    sample = f"{{key: {text}}}" if flow else f"key: {text}"
    try:
        return [event.value for event in _events(sample)] == ["key", text]
    except YAMLError:
        return False


def _events(text: str) -> list[Event]:
    return [event for event in events(text) if isinstance(event, ScalarEvent)]


def _escaped(character: str, encoding: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable() and (character.isascii() or is_encodable(character, encoding)):
        return character
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"

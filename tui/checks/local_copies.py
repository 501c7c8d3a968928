"""Checks of the local copies: undeclared boilerplate and invisible characters."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.checks.messages import in_quotes
from tui.checks.rule import INFORMATION, WARNING, Rule
from tui.diagnostics import Diagnostic
from tui.model.sources import Source
from tui.text.expression import expression

UNDECLARED_BOILERPLATE = Rule("undeclared-boilerplate", "quotes", WARNING)
INVISIBLE_CHARACTERS = Rule("invisible-characters", "quotes", INFORMATION)

RULES = (UNDECLARED_BOILERPLATE, INVISIBLE_CHARACTERS)

LISTED = 3
"""Number of lines or kinds of character that a message lists."""


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Report boilerplate and invisible characters, once for each local copy."""
    for source in context.briefing.sources:
        copy = context.document.copies.get(source.id)
        if copy is not None:
            yield from _check_boilerplate(source, copy.text)
            yield from _check_characters(source, copy.text)


_BOILERPLATE = expression(
    r"""(?:this|our)\ (?:web)?site\ uses\ cookies | \bwe\ use\ (?:\S+\ )?cookies\b
    | accept\ (?:all\ )?cookies | cookie\ (?:settings|preferences)
    | by\ continuing\ to\ (?:use|browse)\ (?:this|our)
    | (?:subscribe|sign\ up)\ (?:for|to)\ (?:our|the)\ newsletter
    | \ball\ rights\ reserved\b
    | share\ (?:this|on)\ (?:article|page|post|facebook|twitter|linkedin)
    | click\ here\ to\ (?:subscribe|unsubscribe|read|view)
    | ^\s*(?:advertisement|skip\ to\ content)\s*$
    | diese\ (?:webseite|website|seite)\ verwendet\ cookies
    | ce\ site\ utilise\ des\ cookies | este\ sitio\ (?:web\ )?utiliza\ cookies""",
    re.IGNORECASE | re.VERBOSE,
)
"""Phrases by which web pages speak about themselves, unlikely in an article."""
_HINTS = (
    *("cookie", "newsletter", "all rights reserved", "by continuing to", "click here to"),
    *("share this", "share on", "advertisement", "skip to content"),
)
"""Each line of boilerplate contains one of these; most copies contain none."""


def _check_boilerplate(source: Source, text: str) -> Iterator[Diagnostic]:
    if not _has_hint(text):
        return
    found = [
        (number, line.strip())
        for number, line in enumerate(text.split("\n"), 1)
        if _is_undeclared_boilerplate(line, source)
    ]
    if not found:
        return
    number, line = found[0]
    others = ", ".join(str(number) for number, _ in found[1 : LISTED + 1])
    more = f" So does line {others}." if len(found) == 2 else f" So do lines {others}."
    yield UNDECLARED_BOILERPLATE.diagnostic(
        source.origin.span("file"),
        f"line {number} of {source.id} looks like boilerplate: {in_quotes(line)}."
        f"{more if others else ''}",
        "Write the text under `not_content` of the source.",
        item=source.id,
    )


def _has_hint(text: str) -> bool:
    lowered = text.lower()
    return any(hint in lowered for hint in _HINTS)


def _is_undeclared_boilerplate(line: str, source: Source) -> bool:
    match = _BOILERPLATE.search(line) if _has_hint(line) else None
    return match is not None and not any(
        line.strip() in declared or match[0] in declared for declared in source.not_content
    )


_RANGES = ((0x2000, 0x200B), (0x200E, 0x200F), (0x2028, 0x202F), (0x205F, 0x206F))
_INVISIBLE = "\u00a0\u00ad\u034f\u061c\u180e\ufeff" + "".join(
    chr(code) for first, last in _RANGES for code in range(first, last + 1)
)
"""Spaces other than U+0020, and characters without width.

The joiners U+200C and U+200D are letters of Persian, of Indic scripts and of emoji.
"""


def _check_characters(source: Source, text: str) -> Iterator[Diagnostic]:
    if text.isascii():
        return
    found = sorted((each for each in _INVISIBLE if each in text), key=text.find)
    if not found:
        return
    line = text.count("\n", 0, text.find(found[0])) + 1
    counts = Counter({each: text.count(each) for each in found}).most_common()
    listed = ", ".join(f"{count} × {_name(each)}" for each, count in counts[:LISTED])
    more = " and others" if len(counts) > LISTED else ""
    yield INVISIBLE_CHARACTERS.diagnostic(
        source.origin.span("file"),
        f"{source.id} holds characters that cannot be seen: {listed}{more}; first in line {line}.",
        "Copy excerpts from the file itself.",
        item=source.id,
    )


def _name(character: str) -> str:
    name = unicodedata.name(character, "control character").lower()
    return f"{name} (U+{ord(character):04X})"

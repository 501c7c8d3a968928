"""The checks of the local copies themselves."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from tui.checks.context import CheckContext
from tui.checks.differences import shown
from tui.checks.rule import INFORMATION, WARNING, Rule
from tui.diagnostics import Diagnostic
from tui.model.sources import Source

UNDECLARED_BOILERPLATE = Rule("undeclared-boilerplate", "quotes", WARNING)
INVISIBLE_CHARACTERS = Rule("invisible-characters", "quotes", INFORMATION)

RULES = (UNDECLARED_BOILERPLATE, INVISIBLE_CHARACTERS)

TOLD = 3
"""So many kinds of character, or lines, are named."""


def check(survey: CheckContext) -> Iterator[Diagnostic]:
    """What is undeclared or cannot be seen in the copies, once for each source."""
    for source in survey.briefing.sources:
        copy = survey.document.copies.get(source.id)
        if copy is not None:
            yield from _boilerplate(source, copy.text)
            yield from _invisible(source, copy.text)


@cache
def _furniture() -> re.Pattern[str]:
    """What pages say of themselves; an article on cookies hardly says “this website uses” them."""
    return re.compile(
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


_HINTS = (
    *("cookie", "newsletter", "all rights reserved", "by continuing to", "click here to"),
    *("share this", "share on", "advertisement", "skip to content"),
)
"""One of them is in each line of furniture: most copies are done with when none is found."""


def _boilerplate(source: Source, text: str) -> Iterator[Diagnostic]:
    lowered = text.lower()
    if not any(hint in lowered for hint in _HINTS):
        return
    found = [
        (number, line.strip())
        for number, line in enumerate(text.split("\n"), 1)
        if _is_furniture(line, source)
    ]
    if not found:
        return
    number, line = found[0]
    others = ", ".join(str(number) for number, _ in found[1 : TOLD + 1])
    more = f" So does line {others}." if len(found) == 2 else f" So do lines {others}."
    yield UNDECLARED_BOILERPLATE.found(
        source.origin.span("file"),
        f"line {number} of {source.id} looks like boilerplate: {shown(line)}."
        f"{more if others else ''}",
        "Write the text under `not_content` of the source.",
        item=source.id,
    )


def _is_furniture(line: str, source: Source) -> bool:
    """Whether a line is furniture that the source does not declare."""
    lowered = line.lower()
    if not any(hint in lowered for hint in _HINTS):
        return False
    if any(line.strip() in text for text in source.not_content):
        return False
    found = _furniture().search(line)
    return found is not None and not any(found[0] in text for text in source.not_content)


_RANGES = ((0x2000, 0x200B), (0x200E, 0x200F), (0x2028, 0x202F), (0x205F, 0x206F))
_INVISIBLE = "\u00a0\u00ad\u034f\u061c\u180e\ufeff" + "".join(
    chr(code) for first, last in _RANGES for code in range(first, last + 1)
)
"""Spaces other than the common one, and characters without width; the joiners of Persian, Indic
scripts and emoji are letters of them."""


def _invisible(source: Source, text: str) -> Iterator[Diagnostic]:
    if text.isascii():
        return
    held = sorted((each for each in _INVISIBLE if each in text), key=text.find)
    if not held:
        return
    line = text.count("\n", 0, text.find(held[0])) + 1
    counts = sorted(((each, text.count(each)) for each in held), key=_count, reverse=True)
    told = ", ".join(f"{number} × {_name(each)}" for each, number in counts[:TOLD])
    more = " and others" if len(counts) > TOLD else ""
    yield INVISIBLE_CHARACTERS.found(
        source.origin.span("file"),
        f"{source.id} holds characters that cannot be seen: {told}{more}; first in line {line}.",
        "Copy excerpts from the file itself.",
        item=source.id,
    )


def _count(counted: tuple[str, int]) -> int:
    return counted[1]


def _name(character: str) -> str:
    name = unicodedata.name(character, "control character").lower()
    return f"{name} (U+{ord(character):04X})"

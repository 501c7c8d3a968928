"""HTML that text cannot break out of: made by `text` and `element`, and by nothing else."""

import re
from collections.abc import Container, Iterable, Mapping
from html import escape
from itertools import groupby
from typing import NewType

from tui.blocks import Run, Style

Markup = NewType("Markup", str)
"""HTML that is whole and harmless."""

NOTHING = Markup("")

_ADDRESS = re.compile(
    r"https?://[a-z0-9.-]+(?::[0-9]+)?(?:[/?#][a-z0-9/?#@!$&()*+,;=:%._~\[\]-]*)?", re.IGNORECASE
)
"""An http address (RFC 3986) in ASCII and without a user's name, which could pass for the host."""

_STACKS = {
    *("html", "head", "body", "article", "section", "nav", "header", "footer", "div"),
    *("dl", "ol", "li", "table", "thead", "tbody", "tr"),
}
"""Elements whose content stands in lines of its own, where an empty space says nothing."""

_PLAIN = frozenset({Style.TEXT, Style.HEADING, Style.LINK})
_TAGS = {Style.STRONG: "strong", Style.EMPHASIS: "em", Style.MATCH: "mark"}


def text(words: str) -> Markup:
    """Words that are nothing but words; their newlines are line breaks."""
    return Markup(escape(words).replace("\n", "<br>"))


def element(tag: str, *content: Markup, **attributes: str) -> Markup:
    """An element; `class_` is `class`, `aria_label` is `aria-label`, empty values are left out."""
    between = "\n" if tag in _STACKS else ""
    inner = between.join(part for part in content if part)
    around = between if inner else ""
    return Markup(f"<{tag}{_written(attributes)}>{around}{inner}{around}</{tag}>")


def void(tag: str, **attributes: str) -> Markup:
    """An element that has no content."""
    return Markup(f"<{tag}{_written(attributes)}>")


def joined(*parts: Markup, separator: str = " ") -> Markup:
    """Parts one after the other; empty ones are left out."""
    return Markup(separator.join(part for part in parts if part))


def inline(line: Iterable[Run], addresses: Container[str] = ()) -> Markup:
    """Runs, a style as their class; a run that is one of the addresses is a link."""
    stretches = groupby(line, key=lambda run: (run.style, run.text in addresses and run.text))
    return Markup(
        "".join(
            _stretch(text("".join(run.text for run in runs)), style, address or "")
            for (style, address), runs in stretches
        )
    )


def is_safe(address: str) -> bool:
    """Whether an address may be a link: http or https, and nothing but what it seems to be."""
    return _ADDRESS.fullmatch(address) is not None


def _written(attributes: Mapping[str, str]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for name, value in attributes.items()
        if value
    )


def _stretch(words: Markup, style: Style, address: str) -> Markup:
    if is_safe(address):
        return element("a", words, href=address, rel="external noopener noreferrer")
    if style in _PLAIN:
        return words
    if style in _TAGS:
        return element(_TAGS[style], words)
    return element("span", words, class_=style)

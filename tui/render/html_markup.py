"""HTML markup made only by `text` and `element`, so that no text can break out of it."""

import re
from collections.abc import Container, Iterable, Mapping
from html import escape
from itertools import groupby
from typing import NewType

from tui.blocks import Run, Style

Markup = NewType("Markup", str)
"""Well-formed HTML in which all text is escaped."""

NOTHING = Markup("")

_ADDRESS = re.compile(
    r"https?://[a-z0-9.-]+(?::[0-9]+)?(?:[/?#][a-z0-9/?#@!$&()*+,;=:%._~\[\]-]*)?", re.IGNORECASE
)
"""An http address (RFC 3986) in ASCII; a user name is excluded, as it could pass for the host."""

_BLOCK_ELEMENTS = {
    *("html", "head", "body", "article", "section", "nav", "header", "footer", "div"),
    *("dl", "ol", "li", "table", "thead", "tbody", "tr"),
}
"""Elements whose content is put on lines of its own, since white space in them is ignored."""

_PLAIN = frozenset({Style.TEXT, Style.HEADING, Style.LINK})
_TAGS = {Style.STRONG: "strong", Style.EMPHASIS: "em", Style.MATCH: "mark"}


def text(words: str) -> Markup:
    """Escape text; newlines become line breaks."""
    return Markup(escape(words).replace("\n", "<br>"))


def element(tag: str, *content: Markup, **attributes: str) -> Markup:
    """Return an element.

    Args:
        tag: Its name.
        *content: Its content; empty parts are left out.
        **attributes: `class_` is `class`, `aria_label` is `aria-label`; empty values are left out.
    """
    between = "\n" if tag in _BLOCK_ELEMENTS else ""
    inner = between.join(part for part in content if part)
    around = between if inner else ""
    return Markup(f"<{tag}{_attributes(attributes)}>{around}{inner}{around}</{tag}>")


def void(tag: str, **attributes: str) -> Markup:
    """Return a void element, which has no content and no end tag."""
    return Markup(f"<{tag}{_attributes(attributes)}>")


def joined(*parts: Markup, separator: str = " ") -> Markup:
    """Join the parts that are not empty."""
    return Markup(separator.join(part for part in parts if part))


def inline(line: Iterable[Run], addresses: Container[str] = ()) -> Markup:
    """Return runs with their styles as classes; a run that is one of the addresses is a link."""
    groups = groupby(line, key=lambda run: (run.style, run.text in addresses and run.text))
    return Markup(
        "".join(
            _styled(text("".join(run.text for run in runs)), style, address or "")
            for (style, address), runs in groups
        )
    )


def is_safe(address: str) -> bool:
    """Whether an address may be a link: http or https, and not misleading."""
    return _ADDRESS.fullmatch(address) is not None


def _attributes(attributes: Mapping[str, str]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for name, value in attributes.items()
        if value
    )


def _styled(words: Markup, style: Style, address: str) -> Markup:
    if is_safe(address):
        return element("a", words, href=address, rel="external noopener noreferrer")
    if style in _PLAIN:
        return words
    if style in _TAGS:
        return element(_TAGS[style], words)
    return element("span", words, class_=style)

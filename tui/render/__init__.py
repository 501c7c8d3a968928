"""Output formats: blocks as text, Markdown, HTML, spoken paragraphs and styled lines."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tui.render.printout import PageSetup, Printout

Format = Literal["text", "markdown", "html", "json"]

FORMATS: tuple[Format, ...] = ("text", "markdown", "html", "json")
"""The formats in which a whole briefing can be printed."""


def render(format: Format, printout: "Printout", page: "PageSetup") -> Iterator[str]:
    """Return the lines of a briefing in a format, importing only the module of that format."""
    match format:
        case "text":
            from tui.render import text  # noqa: PLC0415

            return text.render(printout, page)
        case "markdown":
            from tui.render import markdown  # noqa: PLC0415

            return markdown.render(printout, page)
        case "html":
            from tui.render import html  # noqa: PLC0415

            return html.render(printout, page)
        case "json":
            from tui.render import json  # noqa: PLC0415

            return json.render(printout, page)

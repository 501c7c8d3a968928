"""What a briefing is printed as: a module for each format, whose `render` makes its lines."""

from typing import NamedTuple


class Format(NamedTuple):
    """A format that a briefing is printed in."""

    module: str
    """It has a function `render(printout: Printout, page: Page) -> Iterator[str]`."""
    unencodable: str = "readable"
    """The codec error handler for characters that an output does not have."""


FORMATS = {
    "text": Format("tui.render.text"),
    "markdown": Format("tui.render.markdown"),
    "html": Format("tui.render.html", "xmlcharrefreplace"),
    "json": Format("tui.render.json", "json-escapes"),
}

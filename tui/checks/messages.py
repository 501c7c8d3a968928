"""Excerpts and texts as the messages of diagnostics show them."""

from tui.model.sources import Excerpt

SHOWN = 60
"""Longest text that a message shows in full, in code points."""


def excerpt_label(excerpt: Excerpt) -> str:
    """What a message calls an excerpt; one written in place has only a generated id."""
    return "this excerpt" if "/" in excerpt.id else f"excerpt {excerpt.id}"


def in_quotes(text: str) -> str:
    """A text in quotation marks on one line, its middle omitted if it is long."""
    line = " ".join(text.split())
    if len(line) > SHOWN:
        head, tail = line[: SHOWN * 2 // 3], line[-SHOWN // 3 :]
        line = f"{head.rpartition(' ')[0] or head} … {tail.partition(' ')[2] or tail}"
    return f"“{line}”"

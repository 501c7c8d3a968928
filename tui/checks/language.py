"""Which language a text is in: rules that know English words look at no other."""

from tui.model.document import Document
from tui.model.sources import Excerpt


def is_english(document: Document, excerpt: Excerpt) -> bool:
    """Whether an excerpt is in English, or nothing says what it is in."""
    source = document.source(excerpt.source)
    return _names_english(excerpt.lang or (source.lang if source else "") or document.briefing.lang)


def is_written_in_english(document: Document) -> bool:
    """Whether the briefing's own prose is in English, or nothing says what it is in."""
    return _names_english(document.briefing.lang)


def _names_english(tag: str) -> bool:
    return not tag or tag.casefold().replace("_", "-").split("-")[0] in {"en", "eng"}

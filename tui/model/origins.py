"""Who a briefing depends on: sources of one origin, which do not confirm each other."""

from collections.abc import Iterable

from tui.model.document import Document
from tui.model.sources import Excerpt, Source


def origins(document: Document, excerpts: Iterable[Excerpt]) -> dict[str, str]:
    """The distinct origins of excerpts, each with the id of one source of it.

    Sources of one `origin_group` have one origin, and so have those that are derived from the
    same text; a source that declares neither is its own.
    """
    groups: dict[str, str] = {}
    found: dict[str, str] = {}
    for excerpt in excerpts:
        if not groups:
            groups = origin_of_each(document.briefing.sources)
        found.setdefault(groups.get(excerpt.source, excerpt.source), excerpt.source)
    return found


def origin_of_each(sources: Iterable[Source]) -> dict[str, str]:
    """By source id: what stands for its origin, the same for sources of one origin."""
    groups: dict[str, str] = {}
    by_text: dict[str, str] = {}
    for source in sources:
        own = groups.setdefault(source.id, source.origin_group or source.id)
        for derived in source.derived_from:
            text = " ".join(derived.text.casefold().split())
            known = by_text.setdefault(text, own)
            if text and known != own:
                groups = {id: known if group == own else group for id, group in groups.items()}
                by_text = {key: known if group == own else group for key, group in by_text.items()}
                own = known
    return groups

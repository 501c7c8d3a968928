"""What can be asked for in a briefing, and how it is written to be known without reading it."""

import json
from collections.abc import Iterator, Mapping, Sequence

from tui.frozen import fields, frozen
from tui.library.summary import BriefingSummary
from tui.model.document import Document
from tui.model.items import Point, Reaction
from tui.panes import dates, lists, names
from tui.search.entries import EntryPart, SearchEntry, aliases, entries


@frozen
class Snippet:
    """An item as it is told in one line, and as it can be asked for."""

    entry: SearchEntry
    said: str
    """The line."""
    who: str
    """Who says it, where that is not in the line; else empty."""
    when: str
    pane: str
    """The title of the pane that it stands in."""

    @property
    def line(self) -> str:
        """The line, with who says it."""
        return f"{self.who}: {self.said}" if self.who else self.said


@frozen
class Contents:
    """What can be asked for in a briefing."""

    told: tuple[Snippet, ...]
    aliases: tuple[tuple[str, ...], ...]
    """For each actor all its names."""


def contents(document: Document, path: str) -> Contents:
    """What can be asked for in a briefing; each entry names the briefing by its path."""
    return Contents(tuple(_told(document, path)), tuple(aliases(document)))


def written(value: BriefingSummary | Contents) -> str:
    """A record as JSON, which `standing_of` or `contents_of` reads."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def standing_of(text: str) -> BriefingSummary:
    """What was written; `ValueError`, `TypeError` or `KeyError` for anything else."""
    return BriefingSummary(*json.loads(text))


def contents_of(text: str, path: str) -> Contents:
    """Likewise, for the briefing of that path."""
    told, named = json.loads(text)
    return Contents(tuple(_read(each, path) for each in told), tuple(map(tuple, named)))


def _told(document: Document, path: str) -> Iterator[Snippet]:
    called = lists.called(document)
    for entry in entries(document):
        id = entry.id
        item = document.items[id]
        yield Snippet(
            entry=SearchEntry(id, entry.kind, entry.parts, entry.official, entry.marking, path),
            said=_said(document, id, called),
            who=names.actor(document, item.actor) if isinstance(item, Reaction) else "",
            when=dates.short(getattr(item, "when", None)),
            pane=names.title(document, document.homes.get(id, "")),
        )


def _said(document: Document, id: str, called: Mapping[str, str]) -> str:
    """An item in one line; of a point in which list it stands, else it would read as a fact."""
    item = document.items[id]
    if isinstance(item, Reaction):
        return names.shorten(item.text)
    title = names.title(document, id)
    return f"{called[id]}: {title}" if isinstance(item, Point) and id in called else title


def _plain(value: object) -> object:
    match value:
        case SearchEntry():
            parts = [(part.name, text) for part, text in value.parts]
            return [value.id, value.kind, parts, value.official, value.marking]
        case BriefingSummary() | Snippet() | Contents():
            return [_plain(getattr(value, each.name)) for each in fields(value)]
        case tuple():
            return [_plain(each) for each in value]
    return value


def _read(told: Sequence[object], path: str) -> Snippet:
    (id, kind, parts, official, marking), *line = told  # type: ignore[misc]
    known = tuple((EntryPart[part], text) for part, text in parts)  # type: ignore[has-type]
    return Snippet(SearchEntry(id, kind, known, official, marking, path), *line)  # type: ignore[has-type, arg-type]

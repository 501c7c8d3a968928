"""What can be found in a briefing, in a form that is stored in the index of a library."""

import json
from collections.abc import Iterator, Mapping, Sequence

from tui.frozen import fields, frozen
from tui.model.document import Document
from tui.model.items import Point, Reaction
from tui.panes import dates, names
from tui.search.entries import EntryPart, SearchEntry, aliases, entries
from tui.search.summary import BriefingSummary


@frozen
class Snippet:
    """An item in one line, as a list of answers shows it."""

    entry: SearchEntry
    text: str
    speaker: str
    """Who says it, if that is not in the text; else empty."""
    when: str
    pane: str
    """The title of its pane."""

    @property
    def line(self) -> str:
        """The text with its speaker."""
        return f"{self.speaker}: {self.text}" if self.speaker else self.text


@frozen
class Contents:
    """What can be found in a briefing."""

    snippets: tuple[Snippet, ...]
    aliases: tuple[tuple[str, ...], ...]
    """All names of each actor."""


def contents(document: Document, path: str) -> Contents:
    """Return what can be found in a briefing; its entries name it by its path."""
    return Contents(tuple(_snippets(document, path)), tuple(aliases(document)))


def summary_to_json(summary: BriefingSummary) -> str:
    """Return a summary as JSON, which `summary_from_json` reads."""
    return _to_json([getattr(summary, each.name) for each in fields(summary)])


def summary_from_json(text: str) -> BriefingSummary:
    """Read a summary. Raises `ValueError` or `TypeError` for anything else."""
    return BriefingSummary(*json.loads(text))


def contents_to_json(contents: Contents) -> str:
    """Return contents as JSON, which `contents_from_json` reads."""
    return _to_json([[_to_row(snippet) for snippet in contents.snippets], contents.aliases])


def contents_from_json(text: str, path: str) -> Contents:
    """Read the contents of the briefing with a path.

    Raises `ValueError`, `TypeError` or `KeyError` for anything else.
    """
    rows, aliases = json.loads(text)
    return Contents(tuple(_from_row(row, path) for row in rows), tuple(map(tuple, aliases)))


def _snippets(document: Document, path: str) -> Iterator[Snippet]:
    labels = names.list_names(document)
    for entry in entries(document):
        id = entry.id
        item = document.items[id]
        yield Snippet(
            entry=SearchEntry(id, entry.kind, entry.parts, entry.official, entry.marking, path),
            text=_line(document, id, labels),
            speaker=names.actor(document, item.actor) if isinstance(item, Reaction) else "",
            when=dates.short(getattr(item, "when", None)),
            pane=names.title(document, document.homes.get(id, "")),
        )


def _line(document: Document, id: str, labels: Mapping[str, str]) -> str:
    """Return an item in one line; a point follows the label of its list, as it is no fact."""
    item = document.items[id]
    if isinstance(item, Reaction):
        return names.shorten(item.text)
    title = names.title(document, id)
    return f"{labels[id]}: {title}" if isinstance(item, Point) and id in labels else title


def _to_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _to_row(snippet: Snippet) -> Sequence[object]:
    entry = snippet.entry
    parts = [(part.name, text) for part, text in entry.parts]
    described = (entry.id, entry.kind, parts, entry.official, entry.marking)
    return (*described, snippet.text, snippet.speaker, snippet.when, snippet.pane)


def _from_row(row: Sequence[object], path: str) -> Snippet:
    id, kind, rows, official, marking, *line = row
    parts = tuple((EntryPart[part], text) for part, text in rows)  # type: ignore[attr-defined]
    return Snippet(SearchEntry(id, kind, parts, official, marking, path), *line)  # type: ignore[arg-type]

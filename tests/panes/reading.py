"""Helpers of the tests of panes: load a briefing, make blocks, and extract their text."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tests.panes.small import ARTICLE, BRIEFING
from tui.blocks import Block, Card, Entry, Field, Heading, Run, plain
from tui.frozen import fields
from tui.load import load_text
from tui.model.document import Document, Policy
from tui.model.projection import project
from tui.panes import blocks
from tui.places import Options, Place, View

ALL = Options()


def load(briefing: dict[str, Any], folder: Path, copy: str | None = ARTICLE) -> Document:
    """Load a briefing after writing `copy`, unless it is `None`, as its article's local copy."""
    if copy is not None:
        (folder / "article.txt").write_text(copy, encoding="utf-8")
    return load_text(json.dumps(briefing).encode(), "test", folder=folder)


def in_room(document: Document) -> Document:
    """The projection of a briefing to room mode."""
    return project(document, Policy(room=True))


def changed(**fields: Any) -> dict[str, Any]:
    """The small briefing with other values for some of its fields."""
    return {**BRIEFING, **fields}


def see(document: Document, view: View, key: str, options: Options = ALL) -> list[Block]:
    """The blocks of a place."""
    return blocks(document, Place(view, key), options)


def pane(document: Document, key: str, options: Options = ALL) -> list[Block]:
    """The blocks of a pane."""
    return see(document, View.PANE, key, options)


def text(shown: object) -> str:
    """All text of blocks, a line for each paragraph of it."""
    return "\n".join(_paragraphs(shown))


def headings(shown: Iterable[Block]) -> list[str]:
    """The text of the headings among blocks."""
    return [plain(block.text) for block in shown if isinstance(block, Heading)]


def items(shown: Iterable[Block]) -> list[str]:
    """The ids of the items among blocks."""
    return [block.item for block in shown if block.item]


def entry(shown: Iterable[Block], item: str) -> Entry:
    """The entry of an item."""
    return next(each for each in shown if isinstance(each, Entry) and each.item == item)


def card(shown: Iterable[Block], item: str) -> Card:
    """The card of an item."""
    return next(each for each in shown if isinstance(each, Card) and each.item == item)


def field(shown: Card, label: str) -> str:
    """The text of a field of a card, its lines joined by newlines."""
    return text(next(each for each in shown.fields if each.label == label).lines)


def labels(shown: Card) -> list[str]:
    """The labels of a card's fields, in order."""
    return [each.label for each in shown.fields]


def _paragraphs(shown: object) -> Iterator[str]:
    if isinstance(shown, tuple | list):
        if shown and all(isinstance(each, Run) for each in shown):
            yield plain(shown)
        else:
            for each in shown:
                yield from _paragraphs(each)
    elif isinstance(shown, Block | Field):
        for each in fields(shown):
            yield from _paragraphs(getattr(shown, each.name))

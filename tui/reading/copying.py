"""What the reader copies: the current item as it is shown, and nothing that is hidden."""

from collections.abc import Sequence

from tui import panes
from tui.blocks import Block, Card
from tui.frozen import frozen
from tui.panes import copied
from tui.places import Place, View
from tui.reading.open_briefing import OpenBriefing
from tui.render import pasted


@frozen
class Copied:
    """A text for the clipboard."""

    text: str
    markings: tuple[str, ...]
    """The markings of the briefing and of what is in the text."""


def item_with_provenance(reader: OpenBriefing, item: str = "") -> Copied | None:
    """Return an item, or the current one, with its evidence; `None` if there is none."""
    evidence = _evidence_of(reader, item) if item else _current_evidence(reader)
    if not evidence:
        return None
    made = [*copied.blocks(reader.document, evidence, reader.options)]
    return Copied(pasted.render(made), _markings(reader, made))


def excerpts_alone(reader: OpenBriefing, item: str = "") -> Copied | None:
    """Return the excerpts behind an item, or behind the current one; `None` if there are none."""
    block = next(iter(_evidence_of(reader, item)), None) if item else _current(reader)
    id = item or (block.item if block else "")
    words = copied.words(reader.document, id) if id else ""
    return Copied(words, _markings(reader, [block])) if block and words else None


def _current_evidence(reader: OpenBriefing) -> Sequence[Block]:
    """The evidence for the current item; inside evidence or excerpts, that of one excerpt."""
    here, block = reader.here, _current(reader)
    if block is None:
        return ()
    if here.view is View.EVIDENCE and isinstance(block, Card):
        return [block]
    if reader.document.kinds.get(block.item) == "pane":
        return [block]
    if here.view is View.WORDS:
        of_item = _evidence_of(reader, here.key)
        chosen = [each for each in of_item if isinstance(each, Card) and each.item == block.item]
        if chosen:
            return chosen[:1]
    return _evidence_of(reader, block.item)


def _evidence_of(reader: OpenBriefing, item: str) -> Sequence[Block]:
    return panes.blocks(reader.document, Place(View.EVIDENCE, item), reader.options)


def _current(reader: OpenBriefing) -> Block | None:
    return reader.listing.blocks[reader.cursor] if reader.cursor >= 0 else None


def _markings(reader: OpenBriefing, blocks: Sequence[Block]) -> tuple[str, ...]:
    own = (block.marking for block in blocks if block.marking)
    return tuple(dict.fromkeys([reader.document.briefing.marking, *own]))

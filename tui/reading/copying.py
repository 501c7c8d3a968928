"""What a reader copies: the item under the cursor as it is seen, and nothing that is hidden."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui import panes
from tui.blocks import Block, Card
from tui.frozen import frozen
from tui.panes import copied
from tui.places import Place, View
from tui.reading.open_briefing import OpenBriefing
from tui.reading.overlays import PlainText
from tui.reading.reply import Reply
from tui.render import pasted

if TYPE_CHECKING:
    from tui.reading.session import ReadingSession


@frozen
class Copied:
    """A text to be handed on."""

    text: str
    markings: tuple[str, ...]
    """Those of the briefing and of what is in the text; an item without one has the briefing's."""


def item_with_provenance(reader: OpenBriefing, item: str = "") -> Copied | None:
    """An item with what its evidence says of it, or the one under the cursor.

    `None` where there is none.
    """
    evidence = _evidence_of(reader, item) if item else _evidence(reader)
    if not evidence:
        return None
    made = [*copied.blocks(reader.document, evidence, reader.options)]
    own = (block.marking for block in made if block.marking)
    marking = reader.document.briefing.marking
    return Copied(pasted.render(made), tuple(dict.fromkeys([marking, *own])))


def words_alone(reader: OpenBriefing, item: str = "") -> Copied | None:
    """The words of all excerpts behind an item, or of the one under the cursor; or of itself."""
    block = next(iter(_evidence_of(reader, item)), None) if item else _current(reader)
    id = item or (block.item if block else "")
    words = copied.words(reader.document, id) if id else ""
    return Copied(words, _markings(reader, block)) if block and words else None


def hand_on(session: "ReadingSession", copied: Copied) -> Reply | None:
    """Send a text to the clipboard; at the second time, or with none, show it plainly."""
    clipboard = None if session.is_repeated else session.clipboard
    sent = clipboard.send(copied.text) if clipboard else None
    if sent is None:
        saved = "" if session.is_restricted else session.memory.save(copied.text, copied.markings)
        session.mode = PlainText(copied.text, saved, session.mode)
        return None
    session.outgoing = sent.sequence
    session.notice = sent.said
    return Reply.SEND


def _evidence(reader: OpenBriefing) -> Sequence[Block]:
    """The blocks that say what the item rests on; in evidence and words those of one excerpt."""
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
    view = reader.shown.active
    return view.blocks[view.cursor] if view.cursor >= 0 else None


def _markings(reader: OpenBriefing, block: Block) -> tuple[str, ...]:
    def found() -> Iterator[str]:
        yield reader.document.briefing.marking
        yield from filter(None, [block.marking])

    return tuple(dict.fromkeys(found()))

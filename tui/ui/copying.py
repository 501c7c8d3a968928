"""What a reader copies: the item under the cursor as it is seen, and nothing that is hidden."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui import panes
from tui.blocks import Block, Card
from tui.frozen import frozen
from tui.panes import copied
from tui.places import Place, View
from tui.render import pasted
from tui.ui.modes import Plain
from tui.ui.reader import Reader
from tui.ui.reply import Reply

if TYPE_CHECKING:
    from tui.ui.desk import Desk


@frozen
class Copied:
    """A text to be handed on."""

    text: str
    markings: tuple[str, ...]
    """Those of the briefing and of what is in the text; an item without one has the briefing's."""


def item_with_provenance(reader: Reader, item: str = "") -> Copied | None:
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


def words_alone(reader: Reader, item: str = "") -> Copied | None:
    """The words of all excerpts behind an item, or of the one under the cursor; or of itself."""
    block = next(iter(_evidence_of(reader, item)), None) if item else _current(reader)
    id = item or (block.item if block else "")
    words = copied.words(reader.document, id, reader.options) if id else ""
    return Copied(words, _markings(reader, block)) if block and words else None


def hand_on(desk: "Desk", copied: Copied) -> Reply | None:
    """Send a text to the clipboard; at the second time, or with none, show it plainly."""
    clipboard = None if desk.is_repeated else desk.clipboard
    sent = clipboard.send(copied.text) if clipboard else None
    if sent is None:
        saved = "" if desk.is_walled else desk.memory.save(copied.text, copied.markings)
        desk.mode = Plain(copied.text, saved, desk.mode)
        return None
    desk.outgoing = sent.sequence
    desk.notice = sent.said
    return Reply.SEND


def _evidence(reader: Reader) -> Sequence[Block]:
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


def _evidence_of(reader: Reader, item: str) -> Sequence[Block]:
    return panes.blocks(reader.document, Place(View.EVIDENCE, item), reader.options)


def _current(reader: Reader) -> Block | None:
    view = reader.shown.active
    return view.blocks[view.cursor] if view.cursor >= 0 else None


def _markings(reader: Reader, block: Block) -> tuple[str, ...]:
    def found() -> Iterator[str]:
        yield reader.document.briefing.marking
        yield from filter(None, [block.marking])

    return tuple(dict.fromkeys(found()))

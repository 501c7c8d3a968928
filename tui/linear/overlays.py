"""What lies over the lists, as the dialogue tells it: keys, a copied text, a note, answers."""

from collections.abc import Callable, Iterator, Sequence

from tui.app.keyboard.key import Key, ranged
from tui.blocks import Block, Heading, Paragraph, plain
from tui.linear.parsing import spoken_keys
from tui.reading.annotation_prompts import NotePrompt
from tui.reading.asking import Asking
from tui.reading.overlays import HelpOverlay, Overlay, PlainText
from tui.reading.session import ReadingSession
from tui.render.spoken import spoken

_HOW = (
    "An empty line reads on. A command is given by its key or by words of what it does, and what "
    "it asks for may stand behind: find silence. next and previous go from item to item, back goes "
    "out again. In lists other than panes a number goes there, as does go 3. "
    "ctrl+l tells it all again."
)

_CARD_LEVEL = 2
"""Of the heading of an answer; those of the lists below it are further down."""

_OTHERS = 7
"""Answers that are told beside the first: who hears a long list cannot skip in it."""


def told_of(key: Key) -> str:
    """A command, with its keys."""
    ways = [spoken_keys(ranged(way)) for way in (key.keys, key.opposite) if way]
    return f"{'; or '.join(ways) or key.id}: {key.words}."


def is_text(mode: Overlay | None) -> bool:
    """It is nothing but a text: told once, it need not be closed."""
    return isinstance(mode, HelpOverlay | PlainText)


def told(session: ReadingSession, take: Callable[[str], str]) -> Iterator[str]:
    """What a mode says that is no list to go through; `take` is given a copied text too."""
    mode = session.mode
    if isinstance(mode, HelpOverlay):
        yield _HOW
        named = {key.id: key for key in session.bindings.keys}
        for block in mode.view.blocks if mode.view else ():
            yield from [told_of(named[block.item])] if block.item in named else spoken(block)
    elif isinstance(mode, PlainText):
        lines = [plain(each.text) for each in mode.view.blocks if isinstance(each, Paragraph)]
        yield from lines
        kept = filter(None, (mode.title, take("\n".join(lines))))
        yield f"{'; '.join(['End of the text', *kept])}."
    elif isinstance(mode, NotePrompt) and mode.prompt.text:
        yield f"Your note: {mode.prompt.text}"
        yield "Type it anew; ctrl+u takes it back, an empty line leaves it."


def answers(asking: Asking) -> Iterator[Block | str]:
    """The answer on the card, and the first of the others, by number."""
    blocks = asking.view.blocks
    others = len([*card(asking)])
    yield f"{asking.title}."
    yield from blocks[:others]
    listed = 0
    for block in blocks[others:]:
        listed += not isinstance(block, Heading)
        if listed > _OTHERS:
            break
        yield block
    if listed > _OTHERS:
        more = asking.count - 1 - _OTHERS
        yield f"{more} more. A number goes to an answer, an empty line to the next."


def card(asking: Asking) -> Sequence[Block]:
    """The answer on the card alone."""
    blocks = asking.view.blocks
    ends = (
        at
        for at, block in enumerate(blocks)
        if isinstance(block, Heading) and block.level > _CARD_LEVEL
    )
    return blocks[: next(ends, None)]

"""The first frame: painted before Textual is imported, from the same styled lines.

Importing Textual takes longer than everything else at the start together. Keys that are typed
meanwhile wait in the terminal's input. What Textual paints first differs from this frame in
nothing, so nothing of it is sent again.
"""

import gc
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import zip_longest

from tui.app.availability import active_commands
from tui.app.bindings import APP, LIBRARY, READER, Keys
from tui.app.flow import Typeset
from tui.app.geometry import Geometry
from tui.app.header import header_lines, screen_geometry
from tui.app.lines import BLANK, Drawn, ScreenPart, width
from tui.app.list_lines import divided, gutter, list_lines, text_width
from tui.app.status import keys_line, status_line
from tui.app.tabs import tab_line
from tui.app.themes import LOOKS, Looks
from tui.app.typeset import typesetter
from tui.app.viewport import Viewport
from tui.blocks import Style
from tui.places import Place, View
from tui.reading.listing import Listing
from tui.reading.session import ReadingSession
from tui.terminal.session import TerminalSession

_ATTRIBUTES = {"bold": "1", "dim": "2", "italic": "3", "underline": "4", "reverse": "7"}
_COLOURS = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")


@contextmanager
def show_first_frame(
    session: ReadingSession, keys: Keys, terminal: TerminalSession, theme: str
) -> Iterator[None]:
    """Show the first frame and keep it true to the terminal's size while Textual is imported.

    Args:
        session: What is shown.
        keys: The keys in force.
        terminal: Where it is shown.
        theme: The name of the theme.
    """

    @_again_if_interrupted
    def paint() -> None:
        size = terminal.size()
        terminal.writer.resize(*size)
        terminal.writer.write(encoded(first_frame(session, keys, *size), LOOKS[theme], size[0]))

    gc.disable()  # what is imported stays: looking for garbage in it is wasted
    resized_before = signal.signal(signal.SIGWINCH, lambda *_: paint())
    terminal.on_resume = paint
    try:
        paint()
        # The program encrypts no connection; without `ssl` asyncio is imported a tenth faster.
        sys.modules.setdefault("ssl", None)  # type: ignore[arg-type]
        yield
    finally:
        terminal.on_resume = _nothing
        signal.signal(signal.SIGWINCH, resized_before)
        if session.is_restricted:  # many read on one machine: half a megabyte each, for 20 ms
            gc.collect()
        gc.freeze()
        gc.enable()


def first_frame(session: ReadingSession, keys: Keys, columns: int, rows: int) -> list[Drawn]:
    """Return the lines of the screen as the widgets will show them."""
    reader = session.reader
    is_slide = session.is_at_agenda
    has_side = reader is not None and not is_slide
    geometry = screen_geometry(session, columns, rows, has_side=has_side)
    lines = [Drawn(line) for line in header_lines(session, columns, geometry.title)]
    if reader is not None and geometry.has_tabs:
        lines.append(Drawn(tab_line(reader.tabs, reader.trail[0].key, columns)))
    rule = Drawn((("─" * columns, ScreenPart.RULE),))
    lines += [rule] * geometry.has_rule
    lines += _slide(session, geometry) if is_slide else _body(session, geometry)
    footer = [
        rule,
        Drawn(status_line(session, columns)),
        Drawn(keys_line(session, keys, active_commands(session, keys, _scopes(session)), columns)),
    ]
    return lines + (footer if geometry.footer == 3 else footer[1 : 1 + geometry.footer])


def _again_if_interrupted(paint: Callable[[], None]) -> Callable[[], None]:
    """Make painting safe for signal handlers: a call that interrupts another is made after it.

    During a paint the writer may already have the new size and its screen still the old one.
    """
    is_painting = is_wanted = False

    def paint_in_turn() -> None:
        nonlocal is_painting, is_wanted
        is_wanted = True
        while is_wanted and not is_painting:
            is_painting, is_wanted = True, False
            try:
                paint()
            finally:
                is_painting = False

    return paint_in_turn


def _scopes(session: ReadingSession) -> Sequence[str]:
    return (*(READER if session.reader else LIBRARY), *APP)


def _body(session: ReadingSession, geometry: Geometry) -> list[Drawn]:
    """The list, and the evidence for its item in the side pane."""
    reader, briefings = session.reader, session.briefings
    if reader is not None:
        listing, item = reader.listing, reader.here.item
    elif briefings is not None:
        listing, item = briefings.listing, briefings.item
    else:
        return [BLANK] * geometry.body
    margin = gutter(geometry.list)
    view = _view(listing, typesetter(listing.blocks), text_width(geometry.list), geometry.body)
    if item and view.item != item:
        view.reveal(listing.index(item))
    rows = [*list_lines(view, margin, (), ScreenPart.CURSOR)][: geometry.body]
    if reader is None or not geometry.side:
        return rows + [BLANK] * (geometry.body - len(rows))
    evidence = reader.listing_at(Place(View.EVIDENCE, item))
    typeset = typesetter(evidence.blocks)
    beside = _view(evidence, typeset, text_width(geometry.side), geometry.body)
    margin = gutter(geometry.side) - 1
    side = divided([*list_lines(beside, margin, (), None)], geometry.body)
    joined = zip_longest(rows, side, fillvalue=BLANK)
    return [_joined(left, right, geometry.list) for left, right in joined]


def _slide(session: ReadingSession, geometry: Geometry) -> list[Drawn]:
    """The first slide of a meeting."""
    from tui.app.slide_layout import slide_lines  # noqa: PLC0415 - in a meeting

    if session.meeting is None:
        return []
    return slide_lines(session.meeting, geometry.width, geometry.body)


def _view(listing: Listing, typeset: Typeset, columns: int, rows: int) -> Viewport:
    view = Viewport(listing, typeset)
    view.resize(columns, max(rows, 1))
    return view


def _joined(left: Drawn, right: Drawn, columns: int) -> Drawn:
    """Two lines side by side; a selected one keeps its background to itself."""
    blank = (" " * (columns - width(left.line)), Style.TEXT)
    return Drawn((*left.line, blank, *right.line), left.selected)


def encoded(lines: Sequence[Drawn], looks: Looks, columns: int) -> str:
    """Return lines as text with control sequences, for the writer to compare with the screen."""
    rows = []
    for number, drawn in enumerate(lines, 1):
        row = [f"\x1b[{number};1H"]
        for text, style in drawn.line:
            row.append(_styled(text, looks.look(style, drawn.selected)))
        blank = " " * (columns - width(drawn.line))
        row.append(_styled(blank, looks.look(Style.TEXT, drawn.selected)))
        rows.append("".join(row))
    return "".join(rows)


def _styled(text: str, look: str) -> str:
    """Text in a look, as a hyperlink (OSC 8) where the look has an address."""
    plain, _, address = look.partition(" link ")
    styled = f"\x1b[{_sgr(plain)}m{text}"
    return f"\x1b]8;;{address}\x1b\\{styled}\x1b]8;;\x1b\\" if address else styled


@cache
def _sgr(look: str) -> str:
    """A look as the parameters of SGR (ECMA-48 8.3.117)."""
    codes, is_background = ["0"], False
    for word in look.split():
        if word == "on":
            is_background = True
        elif word in _ATTRIBUTES:
            codes.append(_ATTRIBUTES[word])
        else:
            codes.append(_colour(word, 10 * is_background))
            is_background = False
    return ";".join(codes)


def _colour(word: str, offset: int) -> str:
    if word.startswith("#"):
        red, green, blue = bytes.fromhex(word[1:])
        return f"{38 + offset};2;{red};{green};{blue}"
    bright = word.startswith("bright_")
    return str((90 if bright else 30) + offset + _COLOURS.index(word.removeprefix("bright_")))


def _nothing() -> None:
    """Do nothing after the terminal has been stopped."""

"""What the keys do: one function for each `action` of the table of keys.

A function returns what is to be said in the footer, or what the terminal must do, or nothing.
"""

from typing import TYPE_CHECKING

from tui.places import View
from tui.text.clean import clean
from tui.ui import copying, course, movement
from tui.ui.geometry import BESIDE_FROM
from tui.ui.modes import Finding, Help, Palette
from tui.ui.reply import Reply

if TYPE_CHECKING:
    from tui.ui.asking import Asking
    from tui.ui.desk import Desk
    from tui.ui.reader import Reader

_MOUSE = {
    True: "mouse on: it clicks and scrolls here",
    False: "mouse off: the terminal's own selection works",
}


def move_item(desk: "Desk", direction: int) -> None:
    """The next or previous item."""
    desk.move(lambda view: movement.item(view, direction))


def move_page(desk: "Desk", direction: int) -> None:
    """A page on or back."""
    desk.move(lambda view: movement.page(view, direction))


def move_half_page(desk: "Desk", direction: int) -> None:
    """Half a page on or back."""
    desk.move(lambda view: movement.half_page(view, direction))


def move_end(desk: "Desk", direction: int) -> None:
    """To the end of the list, or to its head."""
    desk.move(lambda view: movement.end(view, direction))


def move_section(desk: "Desk", direction: int) -> None:
    """The next or previous section."""
    desk.move(lambda view: movement.section(view, direction))


def move_excerpt(desk: "Desk", direction: int) -> str:
    """In a source, the next or previous excerpt."""
    return _reader(desk).move_excerpt(direction)


def open_pane(desk: "Desk", pressed: str) -> str:
    """The pane with that key."""
    return _reader(desk).open_pane(pressed)


def turn_pane(desk: "Desk", direction: int) -> None:
    """The next or previous pane."""
    _reader(desk).turn_pane(direction)


def open_inside(desk: "Desk") -> str:
    """Into the item under the cursor."""
    return _reader(desk).open_inside()


def open_words(desk: "Desk") -> str:
    """The words that the item rests on."""
    return _reader(desk).open_words()


def open_source(desk: "Desk") -> str:
    """The words in their source."""
    return _reader(desk).open_source()


def open_connected(desk: "Desk") -> str:
    """All that is connected with the item."""
    return _reader(desk).open_connected()


def open_timeline(desk: "Desk") -> None:
    """All that has a date, in order."""
    _reader(desk).open_over(View.TIMELINE)


def open_matrix(desk: "Desk") -> None:
    """Who reacted to what."""
    _reader(desk).open_over(View.MATRIX)


def copy_item(desk: "Desk") -> Reply | str | None:
    """The item with its provenance to the clipboard."""
    found = copying.item_with_provenance(_reader(desk))
    return copying.hand_on(desk, found) if found else "there is no item here"


def copy_words(desk: "Desk") -> Reply | str | None:
    """The words that the item rests on to the clipboard."""
    found = copying.words_alone(_reader(desk))
    return copying.hand_on(desk, found) if found else "no words of a source stand behind this"


def toggle_mouse(desk: "Desk") -> Reply:
    """The mouse for the program, or for the terminal."""
    desk.has_mouse = not desk.has_mouse
    desk.notice = _MOUSE[desk.has_mouse]
    return Reply.MOUSE


def toggle_beside(desk: "Desk") -> str:
    """The evidence beside the list, on or off."""
    reader = _reader(desk)
    if reader.geometry.width < BESIDE_FROM:
        opening = desk.bindings.told("evidence.open")
        beside = f"evidence stands beside the list from {BESIDE_FROM} columns on"
        return f"{beside}; {opening} opens it" if opening else beside
    reader.wants_beside = not reader.wants_beside
    return f"evidence beside the list: {'on' if reader.wants_beside else 'off'}"


def travel(desk: "Desk", direction: int) -> str:
    """Back (1) through the places where one has been, or forward again (-1)."""
    if desk.reader is None:
        return "no briefing is open"
    if desk.reader.travel(direction):
        return ""
    if desk.is_held and desk.travels.leads(direction):
        return _leave_what_holds(desk)
    return desk.travels.turn(desk, direction)


def turn_filter(desk: "Desk") -> None:
    """All items; only what is verified; only what is not."""
    _reader(desk).turn_filter()


def toggle_room(desk: "Desk") -> str:
    """Safe to project, or not."""
    from tui.ui.restricting import toggle_room  # noqa: PLC0415 - the first screen is no room

    return toggle_room(desk)


def turn_clearance(desk: "Desk") -> str:
    """Withhold what is above a marking, or above the next one."""
    from tui.ui.restricting import turn_clearance  # noqa: PLC0415 - likewise

    return turn_clearance(desk)


def open_find(desk: "Desk") -> None:
    """Words to find are typed next."""
    if desk.seeker is not None:
        desk.mode = Finding(desk.seeker)


def open_ask(desk: "Desk") -> None:
    """A question is typed next."""
    from tui.ui.asking import Asking  # noqa: PLC0415 - the first screen does not ask
    from tui.ui.corpus import AT_ONCE, Corpus  # noqa: PLC0415 - likewise

    reader = _reader(desk)
    if desk.corpus is None or not desk.corpus.is_of(reader):
        desk.corpus = Corpus(reader)
    if not desk.corpus.is_ready:
        desk.corpus.prepare(AT_ONCE)
    desk.mode = Asking(desk.corpus)


def ask_anew(desk: "Desk") -> None:
    """Another question is typed next."""
    if desk.reader is not None:
        open_ask(desk)
    else:
        from tui.ui.library_commands import ask_library  # noqa: PLC0415 - loaded, where one is

        ask_library(desk)


def choose_answer(desk: "Desk", direction: int) -> None:
    """The next or previous answer."""
    _asking(desk).choose(direction)


def go_to_answer(desk: "Desk") -> str | None:
    """To where the answer stands."""
    return _leave_for_answer(desk)


def open_answer(desk: "Desk", pressed: str) -> str | None:
    """The words of the answer, its source, or what is connected with it."""
    failed = _leave_for_answer(desk)
    if failed:
        return failed
    opened = {"o": open_words, "s": open_source, "r": open_connected}
    return opened[pressed](desk)


def copy_answer(desk: "Desk", pressed: str) -> Reply | str | None:
    """The answer with its provenance to the clipboard, or its words alone."""
    asking = _asking(desk)
    reader = desk.reader
    if asking.entry is not None and reader is None:
        from tui.ui.reader import Reader  # noqa: PLC0415 - loaded with the desk

        try:
            document = asking.corpus.open(asking.entry)
            reader = Reader(document, desk.geometry, clearance=desk.clearance)
        except OSError as error:
            return _unreadable(asking.entry.briefing, error)
    if reader is None or asking.item not in reader.document.items:
        return "there is no item here"
    copied = copying.item_with_provenance if pressed == "y" else copying.words_alone
    found = copied(reader, asking.item)
    return copying.hand_on(desk, found) if found else "no words of a source stand behind this"


def find_next(desk: "Desk", direction: int) -> str:
    """The next or previous find, or answer."""
    if desk.course is not None and not (desk.seeker and desk.seeker.is_active):
        return course.step(desk, direction)
    return desk.seeker.step(direction) if desk.seeker else ""


def open_help(desk: "Desk") -> None:
    """All keys; once more closes them."""
    desk.mode = (
        None if isinstance(desk.mode, Help) else Help(desk.bindings, desk.scopes, desk.is_walled)
    )


def open_palette(desk: "Desk") -> None:
    """The commands, by their words."""
    desk.mode = None
    desk.mode = Palette(desk.bindings, desk.scopes, desk.is_walled)


def leave_level(desk: "Desk") -> None:
    """One level back, never out; on the outermost, what was sought is sought no more."""
    if desk.mode is not None:
        desk.mode = desk.mode.under
    elif desk.reader is not None and not desk.reader.leave_level() and desk.seeker:
        if not desk.seeker.is_active:
            desk.course = None
        desk.seeker.stop()


def leave(desk: "Desk") -> Reply | str | None:
    """One level back, and out on the outermost; in a room or a meeting only `quit` leaves."""
    if desk.mode is not None:
        desk.mode = desk.mode.under
        return None
    if desk.reader is None:
        return Reply.LEAVE
    if not desk.is_at_agenda and desk.reader.leave_level():
        return None
    if desk.is_held:
        return _leave_what_holds(desk)
    if desk.library is None:
        return Reply.LEAVE
    desk.close()
    return None


def cancel(desk: "Desk") -> str | None:
    """Close what lies over the lists; with nothing there, say how to leave."""
    if desk.mode is not None:
        desk.mode.cancel()
        desk.mode = desk.mode.under
        return None
    if desk.is_held:
        return _leave_what_holds(desk)
    leaving, quitting = map(desk.bindings.told, ("program.leave", "program.quit"))
    one_by_one = f"{leaving} leaves, one level at a time; " if leaving else ""
    return f"{one_by_one}{quitting} {'at once' if leaving else 'leaves'}"


def quit(desk: "Desk") -> Reply:
    """Out, from anywhere."""
    return Reply.LEAVE


def suspend(desk: "Desk") -> Reply | str:
    """To the shell, but not from a room or a meeting."""
    return _leave_what_holds(desk) if desk.is_held else Reply.SUSPEND


def blank(desk: "Desk") -> Reply:
    """Show nothing at all until a key is pressed."""
    desk.is_blank = True
    return Reply.BLANK


def repaint(desk: "Desk") -> Reply:
    """Paint everything afresh."""
    return Reply.REPAINT


def turn_theme(desk: "Desk") -> str:
    """The next theme."""
    return f"colours: {desk.theme}" if desk.turn_theme() else "this terminal has no other colours"


def _asking(desk: "Desk") -> "Asking":
    """The question that has been asked: the scopes of these commands hold nowhere else."""
    from tui.ui.asking import Asking  # noqa: PLC0415 - loaded, where there is one

    if not isinstance(desk.mode, Asking):
        raise LookupError("nothing is asked")
    return desk.mode


def _leave_for_answer(desk: "Desk") -> str | None:
    """Go to the answer, in its briefing; says if that cannot be read or has lost it."""
    asking = _asking(desk)
    entry = asking.entry
    if entry is None:
        return "there is no item here"
    if desk.reader is None:
        try:
            document = asking.corpus.open(entry)
        except OSError as error:
            return _unreadable(entry.briefing, error)
        desk.open(document, path=entry.briefing)
    reader = _reader(desk)
    desk.mode, desk.course = None, asking.course()
    if desk.seeker is not None:
        desk.seeker.stop()
    if entry.id not in reader.document.items:
        return "it has been changed, and no longer says this"
    reader.go(reader.way_to(entry.id))
    return None


def _unreadable(key: str, error: OSError) -> str:
    return clean(f"{key}: {error.strerror or error}")


def _leave_what_holds(desk: "Desk") -> str:
    where = "in room mode" if desk.meeting is None else "in a meeting"
    return f"{where} only {desk.bindings.told('program.quit')} leaves"


def _reader(desk: "Desk") -> "Reader":
    """The briefing that is open: the scopes of these commands hold nowhere else."""
    if desk.reader is None:
        raise LookupError("no briefing is open")
    return desk.reader

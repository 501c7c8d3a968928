"""What the keys do: the functions of `keyboard.actions`.

A function returns what is to be said in the footer, or what the terminal must do, or nothing.
"""

from typing import TYPE_CHECKING

from tui.app.geometry import BESIDE_FROM
from tui.diagnostics import reason
from tui.model.document import Policy
from tui.places import View
from tui.reading import copying, movement
from tui.reading.navigation import step_result, turn_briefing
from tui.reading.overlays import FindPrompt, HelpOverlay, Palette
from tui.reading.reply import Reply
from tui.text.clean import clean

if TYPE_CHECKING:
    from tui.reading.asking import Asking
    from tui.reading.open_briefing import OpenBriefing
    from tui.reading.session import ReadingSession

_MOUSE = {
    True: "mouse on: it clicks and scrolls here",
    False: "mouse off: the terminal's own selection works",
}


def move_item(session: "ReadingSession", direction: int) -> None:
    """The next or previous item."""
    session.move(lambda view: movement.item(view, direction))


def move_page(session: "ReadingSession", direction: int) -> None:
    """A page on or back."""
    session.move(lambda view: movement.page(view, direction))


def move_half_page(session: "ReadingSession", direction: int) -> None:
    """Half a page on or back."""
    session.move(lambda view: movement.half_page(view, direction))


def move_end(session: "ReadingSession", direction: int) -> None:
    """To the end of the list, or to its head."""
    session.move(lambda view: movement.end(view, direction))


def move_section(session: "ReadingSession", direction: int) -> None:
    """The next or previous section."""
    session.move(lambda view: movement.section(view, direction))


def move_excerpt(session: "ReadingSession", direction: int) -> str:
    """In a source, the next or previous excerpt."""
    return _reader(session).move_excerpt(direction)


def open_pane(session: "ReadingSession", pressed: str) -> str:
    """The pane with that key."""
    return _reader(session).open_pane(pressed)


def turn_pane(session: "ReadingSession", direction: int) -> None:
    """The next or previous pane."""
    _reader(session).turn_pane(direction)


def open_inside(session: "ReadingSession") -> str:
    """Into the item under the cursor."""
    return _reader(session).open_inside()


def open_words(session: "ReadingSession") -> str:
    """The words that the item rests on."""
    return _reader(session).open_words()


def open_source(session: "ReadingSession") -> str:
    """The words in their source."""
    return _reader(session).open_source()


def open_connected(session: "ReadingSession") -> str:
    """All that is connected with the item."""
    return _reader(session).open_connected()


def open_timeline(session: "ReadingSession") -> None:
    """All that has a date, in order."""
    _reader(session).open_over(View.TIMELINE)


def open_matrix(session: "ReadingSession") -> None:
    """Who reacted to what."""
    _reader(session).open_over(View.MATRIX)


def copy_item(session: "ReadingSession") -> Reply | str | None:
    """The item with its provenance to the clipboard."""
    found = copying.item_with_provenance(_reader(session))
    return copying.hand_on(session, found) if found else "there is no item here"


def copy_words(session: "ReadingSession") -> Reply | str | None:
    """The words that the item rests on to the clipboard."""
    found = copying.words_alone(_reader(session))
    return copying.hand_on(session, found) if found else "no words of a source stand behind this"


def toggle_mouse(session: "ReadingSession") -> Reply:
    """The mouse for the program, or for the terminal."""
    session.has_mouse = not session.has_mouse
    session.notice = _MOUSE[session.has_mouse]
    return Reply.MOUSE


def toggle_beside(session: "ReadingSession") -> str:
    """The evidence beside the list, on or off."""
    reader = _reader(session)
    if reader.geometry.width < BESIDE_FROM:
        opening = session.bindings.told("evidence.open")
        beside = f"evidence stands beside the list from {BESIDE_FROM} columns on"
        return f"{beside}; {opening} opens it" if opening else beside
    reader.wants_beside = not reader.wants_beside
    return f"evidence beside the list: {'on' if reader.wants_beside else 'off'}"


def travel(session: "ReadingSession", direction: int) -> str:
    """Back (1) through the places where one has been, or forward again (-1)."""
    if session.reader is None:
        return "no briefing is open"
    if session.reader.travel(direction):
        return ""
    if session.is_held and session.briefing_history.peek(direction):
        return _leave_what_holds(session)
    return turn_briefing(session, direction)


def turn_filter(session: "ReadingSession") -> None:
    """All items; only what is verified; only what is not."""
    _reader(session).turn_filter()


def toggle_room(session: "ReadingSession") -> str:
    """Safe to project, or not."""
    from tui.reading.display_policy import toggle_room  # noqa: PLC0415 - the first screen is no room

    return toggle_room(session)


def turn_clearance(session: "ReadingSession") -> str:
    """Withhold what is above a marking, or above the next one."""
    from tui.reading.display_policy import turn_clearance  # noqa: PLC0415 - likewise

    return turn_clearance(session)


def open_find(session: "ReadingSession") -> None:
    """Words to find are typed next."""
    if session.finder is not None:
        session.mode = FindPrompt(session.finder)


def open_ask(session: "ReadingSession") -> None:
    """A question is typed next."""
    from tui.reading.asking import Asking  # noqa: PLC0415 - the first screen does not ask
    from tui.reading.search_scope import AT_ONCE, SearchScope  # noqa: PLC0415 - likewise

    reader = _reader(session)
    if session.search_scope is None or not session.search_scope.is_of(reader):
        session.search_scope = SearchScope(reader)
    if not session.search_scope.is_ready:
        session.search_scope.prepare(AT_ONCE)
    session.mode = Asking(session.search_scope)


def ask_anew(session: "ReadingSession") -> None:
    """Another question is typed next."""
    if session.reader is not None:
        open_ask(session)
    else:
        from tui.reading.library_commands import ask_library  # noqa: PLC0415 - loaded, where one is

        ask_library(session)


def choose_answer(session: "ReadingSession", direction: int) -> None:
    """The next or previous answer."""
    _asking(session).choose(direction)


def go_to_answer(session: "ReadingSession") -> str | None:
    """To where the answer stands."""
    return _leave_for_answer(session)


def open_answer(session: "ReadingSession", pressed: str) -> str | None:
    """The words of the answer, its source, or what is connected with it."""
    failed = _leave_for_answer(session)
    if failed:
        return failed
    opened = {"o": open_words, "s": open_source, "r": open_connected}
    return opened[pressed](session)


def copy_answer(session: "ReadingSession", pressed: str) -> Reply | str | None:
    """The answer with its provenance to the clipboard, or its words alone."""
    asking = _asking(session)
    reader = session.reader
    if asking.entry is not None and reader is None:
        from tui.reading.open_briefing import OpenBriefing  # noqa: PLC0415 - loaded with the desk

        try:
            document = asking.search_scope.open(asking.entry)
            reader = OpenBriefing(document, session.geometry, policy=Policy(session.clearance))
        except OSError as error:
            return _unreadable(asking.entry.briefing, error)
    if reader is None or asking.item not in reader.document.items:
        return "there is no item here"
    copied = copying.item_with_provenance if pressed == "y" else copying.words_alone
    found = copied(reader, asking.item)
    return copying.hand_on(session, found) if found else "no words of a source stand behind this"


def find_next(session: "ReadingSession", direction: int) -> str:
    """The next or previous find, or answer."""
    if session.course is not None and not (session.finder and session.finder.is_active):
        return step_result(session, direction)
    return session.finder.step(direction) if session.finder else ""


def open_help(session: "ReadingSession") -> None:
    """All keys; once more closes them."""
    session.mode = (
        None
        if isinstance(session.mode, HelpOverlay)
        else HelpOverlay(session.bindings, session.scopes, session.is_restricted)
    )


def open_palette(session: "ReadingSession") -> None:
    """The commands, by their words."""
    session.mode = None
    session.mode = Palette(session.bindings, session.scopes, session.is_restricted)


def leave_level(session: "ReadingSession") -> None:
    """One level back, never out; on the outermost, what was sought is sought no more."""
    if session.mode is not None:
        session.mode = session.mode.under
    elif session.reader is not None and not session.reader.leave_level() and session.finder:
        if not session.finder.is_active:
            session.course = None
        session.finder.stop()


def leave(session: "ReadingSession") -> Reply | str | None:
    """One level back, and out on the outermost; in a room or a meeting only `quit` leaves."""
    if session.mode is not None:
        session.mode = session.mode.under
        return None
    if session.reader is None:
        return Reply.LEAVE
    if not session.is_at_agenda and session.reader.leave_level():
        return None
    if session.is_held:
        return _leave_what_holds(session)
    if session.library is None:
        return Reply.LEAVE
    session.close()
    return None


def cancel(session: "ReadingSession") -> str | None:
    """Close what lies over the lists; with nothing there, say how to leave."""
    if session.mode is not None:
        session.mode.cancel()
        session.mode = session.mode.under
        return None
    if session.is_held:
        return _leave_what_holds(session)
    leaving, quitting = map(session.bindings.told, ("program.leave", "program.quit"))
    one_by_one = f"{leaving} leaves, one level at a time; " if leaving else ""
    return f"{one_by_one}{quitting} {'at once' if leaving else 'leaves'}"


def quit(session: "ReadingSession") -> Reply:
    """Out, from anywhere."""
    return Reply.LEAVE


def suspend(session: "ReadingSession") -> Reply | str:
    """To the shell, but not from a room or a meeting."""
    return _leave_what_holds(session) if session.is_held else Reply.SUSPEND


def blank(session: "ReadingSession") -> Reply:
    """Show nothing at all until a key is pressed."""
    session.is_blank = True
    return Reply.BLANK


def repaint(session: "ReadingSession") -> Reply:
    """Paint everything afresh."""
    return Reply.REPAINT


def turn_theme(session: "ReadingSession") -> str:
    """The next theme."""
    return (
        f"colours: {session.theme}"
        if session.turn_theme()
        else "this terminal has no other colours"
    )


def _asking(session: "ReadingSession") -> "Asking":
    """The question that has been asked: the scopes of these commands hold nowhere else."""
    from tui.reading.asking import Asking  # noqa: PLC0415 - loaded, where there is one

    if not isinstance(session.mode, Asking):
        raise LookupError("nothing is asked")
    return session.mode


def _leave_for_answer(session: "ReadingSession") -> str | None:
    """Go to the answer, in its briefing; says if that cannot be read or has lost it."""
    asking = _asking(session)
    entry = asking.entry
    if entry is None:
        return "there is no item here"
    if session.reader is None:
        try:
            document = asking.search_scope.open(entry)
        except OSError as error:
            return _unreadable(entry.briefing, error)
        session.open(document, path=entry.briefing)
    reader = _reader(session)
    session.mode, session.course = None, asking.course()
    if session.finder is not None:
        session.finder.stop()
    if entry.id not in reader.document.items:
        return "it has been changed, and no longer says this"
    reader.go(reader.way_to(entry.id))
    return None


def _unreadable(key: str, error: OSError) -> str:
    return clean(f"{key}: {reason(error)}")


def _leave_what_holds(session: "ReadingSession") -> str:
    where = "in room mode" if session.meeting is None else "in a meeting"
    return f"{where} only {session.bindings.told('program.quit')} leaves"


def _reader(session: "ReadingSession") -> "OpenBriefing":
    """The briefing that is open: the scopes of these commands hold nowhere else."""
    if session.reader is None:
        raise LookupError("no briefing is open")
    return session.reader

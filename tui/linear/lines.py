"""What a typed line does: a key, a number, or a command by its words."""

from collections.abc import Sequence

from tui.linear.commands import ASKING, fill, run
from tui.linear.cursor import ItemCursor
from tui.linear.help import command_line
from tui.linear.parsing import commands_called, keys_in, number_in, step_in
from tui.linear.state import LinearState, Outcome
from tui.reading.session import ReadingSession

_ONWARD = ("agenda.next", "answer.next", "list.next")
_BACK = ("agenda.previous", "answer.previous", "list.previous")
"""What `previous` does: the first of these that works; likewise `next` and an empty line."""

_OPENING = ("answer.go", "evidence.open", "library.open", "places.go", "source.related")
_OF_ENTRY = frozenset({*_OPENING, "outline.fold", "outline.unfold"})
"""Commands on the entry under the cursor; a number behind one says which entry."""


def answer(state: LinearState, line: str) -> None:
    """Do what a line says."""
    keys, words, number = keys_in(line), line.strip(), number_in(line)
    if state.session.is_blank:
        state.session.is_blank, state.is_forgotten = False, True
        if {*keys[:1]} & {*state.keys.of("app.quit")}:
            state.outcome = Outcome.LEAVE
    elif state.prompt is not None:
        fill(state, state.prompt, line)
    elif not keys and not words:
        _step(state, 1)
    elif keys and keys[0] in state.bindings:
        _press(state, keys)
    elif number is not None and "1" not in state.bindings:
        _choose(state, number)
    elif keys:
        state.say(f"{words} does nothing here; ? lists the commands.")
    else:
        _obey(state, words)


def _press(state: LinearState, keys: Sequence[str]) -> None:
    """Press keys, until something is asked for or the terminal must do something."""
    for key in keys:
        is_free = state.prompt is None and state.outcome is Outcome.GO_ON
        if is_free and key in state.bindings:
            run(state, state.bindings[key])


def _step(state: LinearState, direction: int) -> None:
    """Go to the next (1) or previous (-1) item of whatever the reader goes through."""
    working = {each.id for each in state.commands}
    steps = _ONWARD if direction > 0 else _BACK
    for id in [step for step in steps if step in working][:1]:
        run(state, id)


def _choose(state: LinearState, number: int) -> bool:
    """Go to the item of a number; return whether there is one."""
    cursor = ItemCursor(state.session)
    if not 0 < number <= cursor.count:
        state.say(f"There is no {number}: the last one is {cursor.count}.")
        return False
    cursor.go_to(number)
    return True


def _obey(state: LinearState, words: str) -> None:
    """Carry out a command that is given by words, or by its key with something behind it."""
    head, _, rest = words.partition(" ")
    key, direction, commands = next(iter(keys_in(head)), ""), step_in(words), state.commands
    id = state.bindings.get(key, "")
    if _run_with(state, id, rest):
        return
    if direction and not (words.lower() == "back" and _has_way_out(state.session)):
        _step(state, direction)
        return
    found = commands_called(words, commands)
    if len(found) == 1:
        run(state, found[0].id)
        return
    if not found and rest and not key:
        shorter = commands_called(head, commands)
        id = shorter[0].id if len(shorter) == 1 else ""
    if found or not (id or key):
        state.say(f"No one command is called “{words}”; ? lists them all.")
        for each in found:
            state.say(command_line(each, state.keys))
    elif not id:
        state.say(f"{head} does nothing here; ? lists the commands.")
    elif not _run_with(state, id, rest):
        state.say(f"“{rest.strip()}” means nothing behind “{head}”: nothing is done.")


def _has_way_out(session: ReadingSession) -> bool:
    """Whether there is a level to go back to."""
    reader = session.reader
    is_inside = reader is not None and len(reader.trail) > 1 and not session.is_at_agenda
    return is_inside or session.asking is not None or session.places is not None


def _run_with(state: LinearState, id: str, rest: str) -> bool:
    """Carry out a command on the entry of a number, or with what it asks for.

    Returns whether it takes what was typed behind it.
    """
    number = number_in(rest)
    if id in _OF_ENTRY and number is not None:
        if _choose(state, number):
            run(state, id)
    elif id in ASKING and rest.strip():
        run(state, id)
        if state.prompt is not None:
            fill(state, state.prompt, rest)
    else:
        return False
    return True

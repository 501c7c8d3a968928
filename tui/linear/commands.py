"""What a line of the dialogue does where nothing is being typed."""

from collections.abc import Callable
from functools import partial

from tui.app.keyboard.key import Key
from tui.linear.command_runner import CommandRunner
from tui.linear.overlays import told_of
from tui.linear.parsing import commands_called, is_back, keys_in, number_in, step_in
from tui.linear.prompts import ASKING, fill
from tui.reading.asking import Asking
from tui.reading.reply import Reply
from tui.terminal.keyboard import Pressed

_ONWARD = ("agenda.step", "answer.choose", "list.item")
"""What an empty line does, or `next` and `previous`: the first of these that there is."""

_OF_ENTRY = frozenset(
    {
        "answer.go",
        "evidence.open",
        "library.open",
        "listed.go",
        "outline.fold",
        "source.claims",
    }
)
"""Commands that open the entry under the cursor; a number behind one says which entry."""


def obey(dialogue: CommandRunner, line: str) -> Reply:
    """Press the key that a line is, or carry out the command that it calls by its words."""
    session = dialogue.session
    keys = keys_in(line)
    if session.is_blank:
        return session.press(*(keys or [Pressed("enter", None)])[0])
    if not line.strip() and not keys:
        return _step(dialogue, 1)
    if keys and _bound(dialogue, keys[0]):
        return [dialogue.press(key) for key in keys][-1]
    number = number_in(line)
    if number is not None and not _bound(dialogue, Pressed("1", "1")):
        _choose(dialogue, number)
        return Reply.DRAW
    if keys:
        return _tell_unbound(dialogue, line.strip())
    return _command(dialogue, line.strip())


def _step(dialogue: CommandRunner, direction: int) -> Reply:
    """The next item (1) of whatever one goes through, or the one before (-1)."""
    offered = {key.id: key for key in _runnable(dialogue)}
    onward = [offered[id] for id in _ONWARD if id in offered]
    return dialogue.run(onward[0], is_back=direction < 0) if onward else Reply.DRAW


def _choose(dialogue: CommandRunner, number: int) -> bool:
    """The item of that number in the list; whether there is one, else it says so."""
    session, mode = dialogue.session, dialogue.session.mode
    items = session.shown.active.items
    count = mode.count if isinstance(mode, Asking) else len(items)
    if not 0 < number <= count:
        dialogue.say(f"There is no {number}: the last one is {count}.")
        return False
    if isinstance(mode, Asking):
        mode.choose(number - mode.number)
    else:
        session.move(lambda view: view.reveal(items[number - 1]))
    return True


def _command(dialogue: CommandRunner, words: str) -> Reply:
    """A key or a command by its words, with what it asks for behind it.

    What stands behind it and means nothing there is said, and nothing is done.
    """
    head, _, rest = words.partition(" ")
    rest = rest.strip()
    keys = keys_in(head)
    key = _bound(dialogue, keys[0]) if keys else None
    if key is not None and _takes(key, rest):
        return _with(dialogue, key, rest, partial(dialogue.press, keys[0]))
    direction = step_in(words)
    if direction and not (words.lower() == "back" and _has_way_out(dialogue)):
        return _step(dialogue, direction)
    found = commands_called(words, dialogue.session)
    if len(found) == 1:
        return dialogue.run(found[0], is_back=is_back(found[0], words))
    if not found and keys and key is None:
        return _tell_unbound(dialogue, head)
    if not found and key is None and rest:
        shorter = commands_called(head, dialogue.session)
        key = shorter[0] if len(shorter) == 1 else None
        if key is not None and _takes(key, rest):
            run = partial(dialogue.run, key, is_back=is_back(key, head))
            return _with(dialogue, key, rest, run)
    if not found and key is not None:
        dialogue.say(f"“{rest}” means nothing behind “{head}”: nothing is done.")
        return Reply.DRAW
    dialogue.say(f"No one command is called “{words}”; ? lists them all.")
    for each in found:
        dialogue.say(told_of(each))
    return Reply.DRAW


def _takes(key: Key, rest: str) -> bool:
    """What stands behind a command means something there."""
    return key.id in ASKING or (key.id in _OF_ENTRY and number_in(rest) is not None)


def _with(dialogue: CommandRunner, key: Key, rest: str, do: Callable[[], Reply]) -> Reply:
    """Carry out a command on the entry of that number, or with what it asks for."""
    number = number_in(rest)
    if key.id in _OF_ENTRY and number is not None:
        return do() if _choose(dialogue, number) else Reply.DRAW
    reply = do()
    mode = dialogue.session.mode
    if mode is not None and mode.prompt is not None:
        return fill(dialogue, rest)
    dialogue.say(f"“{rest}” is left out: nothing is asked for there.")
    return reply


def _tell_unbound(dialogue: CommandRunner, key: str) -> Reply:
    dialogue.say(f"{key} does nothing here; ? lists the commands.")
    return Reply.DRAW


def _runnable(dialogue: CommandRunner) -> list[Key]:
    session = dialogue.session
    return [*session.bindings.runnable(session.scopes, session.is_restricted)]


def _has_way_out(dialogue: CommandRunner) -> bool:
    """There is a level to go back to."""
    return any(key.id == "place.leave" for key in _runnable(dialogue))


def _bound(dialogue: CommandRunner, pressed: Pressed) -> Key | None:
    """The command that a key gives here."""
    session = dialogue.session
    return session.bindings.given(pressed.name, session.scopes)

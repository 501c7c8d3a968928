"""What a line of the dialogue does where nothing is being typed."""

from typing import TYPE_CHECKING

from tui.terminal.keyboard import Pressed
from tui.ui.asking import Asking
from tui.ui.linear_line import commands_called, keys_in, number_in
from tui.ui.linear_over import told_of
from tui.ui.linear_typing import fill
from tui.ui.reply import Reply

if TYPE_CHECKING:
    from tui.ui.linear_dialogue import Dialogue

_ONWARD = ("agenda.step", "answer.choose", "list.item")
"""What an empty line does: the first of these that there is, forwards."""


def obey(dialogue: "Dialogue", line: str) -> Reply:
    """Press the key that a line is, or carry out the command that it calls by its words."""
    desk = dialogue.desk
    keys = keys_in(line)
    if desk.is_blank:
        return desk.press(*(keys or [Pressed("enter", None)])[0])
    if not line.strip() and not keys:
        return _go_on(dialogue)
    if keys and _is_bound(dialogue, keys[0]):
        return [dialogue.press(key) for key in keys][-1]
    number = number_in(line)
    if number is not None and not _is_bound(dialogue, Pressed("1", "1")):
        return _choose(dialogue, number)
    if keys:
        dialogue.say(f"{line.strip()} does nothing here; ? lists the commands.")
        return Reply.DRAW
    return _command(dialogue, line.strip())


def _go_on(dialogue: "Dialogue") -> Reply:
    desk = dialogue.desk
    offered = {key.id: key for key in desk.bindings.runnable(desk.scopes, desk.is_walled)}
    onward = [offered[id] for id in _ONWARD if id in offered]
    return dialogue.run(onward[0]) if onward else Reply.DRAW


def _choose(dialogue: "Dialogue", number: int) -> Reply:
    """The item of that number, in a list where numbers are nothing else."""
    desk, mode = dialogue.desk, dialogue.desk.mode
    items = desk.shown.active.items
    count = mode.count if isinstance(mode, Asking) else len(items)
    if not 0 < number <= count:
        dialogue.say(f"There is no {number}: the last one is {count}.")
    elif isinstance(mode, Asking):
        mode.choose(number - mode.number)
    else:
        desk.move(lambda view: view.reveal(items[number - 1]))
    return Reply.DRAW


def _command(dialogue: "Dialogue", words: str) -> Reply:
    """A key or a command by its words, with what it asks for behind it."""
    head, _, rest = words.partition(" ")
    keys = keys_in(head)
    if keys and _is_bound(dialogue, keys[0]):
        return _with(dialogue, rest.strip(), dialogue.press(keys[0]))
    found = commands_called(words, dialogue.desk)
    if len(found) == 1:
        return dialogue.run(found[0])
    shorter = commands_called(head, dialogue.desk) if rest and not found else []
    if len(shorter) == 1:
        return _with(dialogue, rest.strip(), dialogue.run(shorter[0]))
    dialogue.say(f"No one command is called “{words}”; ? lists them all.")
    for key in found:
        dialogue.say(told_of(key))
    return Reply.DRAW


def _with(dialogue: "Dialogue", rest: str, reply: Reply) -> Reply:
    """Type what stands behind a command, if it asks for something."""
    if not rest:
        return reply
    mode = dialogue.desk.mode
    if mode is not None and mode.prompt is not None:
        return fill(dialogue, rest)
    dialogue.say(f"“{rest}” is left out: nothing is asked for there.")
    return reply


def _is_bound(dialogue: "Dialogue", pressed: Pressed) -> bool:
    desk = dialogue.desk
    return desk.bindings.given(pressed.name, desk.scopes) is not None

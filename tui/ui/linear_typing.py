"""What is typed in the dialogue where a command asks for something."""

from typing import TYPE_CHECKING

from tui.terminal.keyboard import Pressed
from tui.ui.asking import Asking
from tui.ui.linear_line import keys_in, number_in
from tui.ui.modes import Finding, Mode, Palette
from tui.ui.reply import Reply

if TYPE_CHECKING:
    from tui.ui.linear_dialogue import Dialogue

ASKING = frozenset(
    {
        "library.ask",
        "library.filter",
        "find.open",
        "find.ask",
        "answer.ask",
        "own.mark",
        "own.return",
        "own.note",
        "program.palette",
    }
)
"""Commands that ask for something, which may be typed behind them."""

_ENTER, _ESCAPE, _CLEAR = Pressed("enter", None), Pressed("escape", None), Pressed("ctrl+u", None)


def fill(dialogue: "Dialogue", line: str) -> Reply:
    """Type a line and give it; an empty one closes what asks for it, and changes nothing."""
    desk = dialogue.desk
    mode = desk.mode
    if mode is None or mode.prompt is None:
        return Reply.DRAW
    keys = keys_in(line)
    if keys and (keys[0] == _ESCAPE or desk.bindings.while_typing(keys[0].name)):
        return dialogue.press(keys[0])
    text = line.strip()
    if not text:
        dialogue.say("Nothing is typed.")
        return dialogue.press(_ESCAPE)
    number = number_in(text)
    if isinstance(mode, Palette) and mode.prompt.text and number is not None:
        return _choose(dialogue, mode, number)
    if mode.prompt.text:
        dialogue.press(_CLEAR)
    if keys[:1] != [_CLEAR]:
        _type(dialogue, text)
    if isinstance(mode, Palette):
        return _narrow(dialogue, mode)
    return _give(dialogue, mode, text)


def _type(dialogue: "Dialogue", text: str) -> None:
    """Type a text: a single character as a key, since that may be all that is asked for."""
    if len(text) == 1:
        dialogue.press(Pressed(text, text))
    else:
        dialogue.desk.paste(text)


def _give(dialogue: "Dialogue", mode: Mode, text: str) -> Reply:
    """Press `enter`, and say if nothing was found."""
    desk = dialogue.desk
    reply = Reply.DRAW
    if isinstance(mode, Finding) and desk.seeker is not None and not desk.seeker.find.hits:
        dialogue.say(f"Not found: {text}.")
    if desk.mode is mode:
        reply = dialogue.press(_ENTER)
    if isinstance(mode, Asking):
        if desk.mode is mode and mode.prompt is not None:
            reply = dialogue.press(_ENTER)  # the first one only had the rest of it taken in
        if desk.mode is not mode:
            dialogue.say("Nothing here answers that.")
    return reply


def _narrow(dialogue: "Dialogue", palette: Palette) -> Reply:
    """Run the one command that has the words, or list those that do."""
    fitting = palette.view.items
    if not fitting:
        dialogue.say("No command has these words.")
    if len(fitting) < 2:
        return dialogue.press(_ENTER)
    dialogue.say("Which of these, by its number?")
    named = {key.id: key for key in dialogue.desk.bindings.keys}
    for number, at in enumerate(fitting, 1):
        dialogue.say(f"{number}: {named[palette.view.blocks[at].item].words}.")
    return Reply.DRAW


def _choose(dialogue: "Dialogue", palette: Palette, number: int) -> Reply:
    """Run the command of that number."""
    count = len(palette.view.items)
    if not 0 < number <= count:
        dialogue.say(f"There is no {number}: the last one is {count}.")
        return Reply.DRAW
    palette.view.reveal(palette.view.items[number - 1])
    return dialogue.press(_ENTER)

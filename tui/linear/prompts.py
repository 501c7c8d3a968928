"""What is typed in the dialogue where a command asks for something."""

from tui.linear.command_runner import CommandRunner
from tui.linear.parsing import keys_in, number_in
from tui.reading.asking import Asking
from tui.reading.overlays import FindPrompt, Overlay, Palette
from tui.reading.reply import Reply
from tui.terminal.keyboard import Pressed

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


def fill(dialogue: CommandRunner, line: str) -> Reply:
    """Type a line and give it; an empty one closes what asks for it, and changes nothing."""
    session = dialogue.session
    mode = session.mode
    if mode is None or mode.prompt is None:
        return Reply.DRAW
    keys = keys_in(line)
    if keys and (keys[0] == _ESCAPE or session.bindings.while_typing(keys[0].name)):
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


def _type(dialogue: CommandRunner, text: str) -> None:
    """Type a text: a single character as a key, since that may be all that is asked for."""
    if len(text) == 1:
        dialogue.press(Pressed(text, text))
    else:
        dialogue.session.paste(text)


def _give(dialogue: CommandRunner, mode: Overlay, text: str) -> Reply:
    """Press `enter`, and say if nothing was found."""
    session = dialogue.session
    reply = Reply.DRAW
    if isinstance(mode, FindPrompt) and session.finder is not None and not session.finder.find.hits:
        dialogue.say(f"Not found: {text}.")
    if session.mode is mode:
        reply = dialogue.press(_ENTER)
    if isinstance(mode, Asking):
        if session.mode is mode and mode.prompt is not None:
            reply = dialogue.press(_ENTER)  # the first one only had the rest of it taken in
        if session.mode is not mode:
            dialogue.say("Nothing here answers that.")
    return reply


def _narrow(dialogue: CommandRunner, palette: Palette) -> Reply:
    """Run the one command that has the words, or list those that do."""
    fitting = palette.view.items
    if not fitting:
        dialogue.say("No command has these words.")
    if len(fitting) < 2:
        return dialogue.press(_ENTER)
    dialogue.say("Which of these, by its number?")
    named = {key.id: key for key in dialogue.session.bindings.keys}
    for number, at in enumerate(fitting, 1):
        dialogue.say(f"{number}: {named[palette.view.blocks[at].item].words}.")
    return Reply.DRAW


def _choose(dialogue: CommandRunner, palette: Palette, number: int) -> Reply:
    """Run the command of that number."""
    count = len(palette.view.items)
    if not 0 < number <= count:
        dialogue.say(f"There is no {number}: the last one is {count}.")
        return Reply.DRAW
    palette.view.reveal(palette.view.items[number - 1])
    return dialogue.press(_ENTER)

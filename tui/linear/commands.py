"""The commands in the linear mode: by id, what they do and say."""

from collections.abc import Callable, Mapping
from functools import partial

from tui.app.bindings import ONLY_READING, PRIORITY, Command
from tui.linear.cursor import MOVES, ItemCursor
from tui.linear.help import help_lines
from tui.linear.parsing import has_words, keys_in, number_in
from tui.linear.state import LinearState, Outcome
from tui.reading import leaving
from tui.reading.commands import COMMANDS
from tui.reading.copies import COPIES
from tui.reading.copying import Copied
from tui.reading.prompts import PROMPTS, TextPrompt

_PALETTE = "app.palette"
ASKING = frozenset({*PROMPTS, _PALETTE})
"""Commands that ask for something, which may be typed behind them."""

_CLEAR = "ctrl+u"
"""The key that clears a line."""


def run(state: LinearState, id: str) -> None:
    """Carry out a command, and leave its notice in the session."""
    session, state.command = state.session, id
    session.notice = ""
    if session.is_restricted and id not in ONLY_READING:
        session.notice = f"{state.keys.first(id)} does nothing here: briefings are only read"
    elif id in MOVES:
        MOVES[id](ItemCursor(session))
    elif id in PROMPTS:
        prompt = PROMPTS[id](session)
        if isinstance(prompt, TextPrompt):
            state.ask_for(prompt)
        else:
            session.notice = prompt
    elif id in COPIES:
        copied = COPIES[id](session)
        session.notice = copied if isinstance(copied, str) else _copy(state, copied)
    elif id in COMMANDS:
        session.notice = COMMANDS[id](session)
    else:
        session.notice = _COMMANDS[id](state) or ""


def fill(state: LinearState, prompt: TextPrompt, line: str) -> None:
    """Give a line to what asks for it; an empty one closes that and changes nothing."""
    text, key = line.strip(), next(iter(keys_in(line)), "")
    command = state.bindings.get(key, "")
    if command in PRIORITY:
        run(state, command)
        return
    state.ask_for(None)
    if key == _CLEAR and prompt.text:
        text = ""
    elif key in ("escape", _CLEAR) or not text:
        if key != "escape":
            state.say("Nothing is typed.")
        prompt.cancel()
        return
    prompt.change(text)
    if prompt.submit(text):
        return
    asking = state.session.asking
    if prompt.sign == "ask" and asking is not None:
        nothing = ("Nothing here answers that", asking.scope.progress)
        state.say(f"{', '.join(filter(None, nothing))}.")
        prompt.cancel()
    else:
        state.ask_for(prompt)


def _copy(state: LinearState, copied: Copied) -> str:
    """Say a text, and what became of it."""
    session = state.session
    for line in copied.text.split("\n"):
        state.say(line)
    saved = "" if session.is_restricted else session.memory.save(copied.text, copied.markings)
    sent = state.send(copied.text)
    state.say(f"{'; '.join(filter(None, ('End of the text', saved, sent)))}.")
    return ""


def _find_command(state: LinearState) -> None:
    """Ask for a command by its words; of several that have them, by its number."""
    offered, listed = state.commands, list[Command]()

    def submit(text: str) -> bool:
        number = number_in(text) if listed else None
        if number is not None and not 0 < number <= len(listed):
            state.say(f"There is no {number}: the last one is {len(listed)}.")
            return False
        words = text.lower().split()
        found = [each for each in offered if has_words(each, words)]
        listed[:] = listed[number - 1 : number] if number else found
        if len(listed) == 1:
            run(state, listed[0].id)
        else:
            state.say("Which of these, by its number?" if listed else _NO_COMMAND)
            for at, command in enumerate(listed, 1):
                state.say(f"{at}: {command.description}.")
        return len(listed) < 2

    state.ask_for(TextPrompt("commands", submit))


_NO_COMMAND = "No command has these words."


def _leave(state: LinearState) -> str:
    if leaving.leave(state.session):
        state.outcome = Outcome.LEAVE
    return state.session.notice


def _cancel(state: LinearState) -> str:
    prompt = state.prompt
    if prompt is None:
        return leaving.cancel(state.session)
    state.ask_for(None)
    prompt.cancel()
    return ""


def _quit(state: LinearState) -> None:
    state.outcome = Outcome.LEAVE


def _suspend(state: LinearState) -> str:
    if state.session.is_held:
        return state.session.how_to_leave()
    state.outcome = Outcome.SUSPEND
    return ""


def _blank(state: LinearState) -> None:
    state.session.is_blank, state.outcome = True, Outcome.BLANK


def _repeat(state: LinearState) -> None:
    state.is_forgotten = True


def _help(state: LinearState) -> None:
    for line in help_lines(state.commands, state.keys):
        state.say(line)


def _side_pane(state: LinearState) -> str:
    key = state.keys.first("evidence.open")
    return f"in lines no evidence stands beside the list{f'; {key} opens it' if key else ''}"


def _end_meeting(state: LinearState) -> str:
    return state.session.end_meeting(is_repeated=state.previous == "meeting.end")


def _turn_agenda(direction: int, state: LinearState) -> str:
    meeting = state.session.meeting
    return meeting.turn(direction) if meeting else state.session.no_meeting()


_COMMANDS: Mapping[str, Callable[[LinearState], str | None]] = {
    "evidence.side": _side_pane,
    "outline.close": _leave,
    "agenda.next": partial(_turn_agenda, 1),
    "agenda.previous": partial(_turn_agenda, -1),
    "agenda.blank": _blank,
    "meeting.blank": _blank,
    "meeting.end": _end_meeting,
    "screen.blank": _blank,
    "screen.repaint": _repeat,
    "screen.mouse": lambda _: "here the mouse is always the terminal's own",
    "screen.theme": lambda _: "this terminal has no other colours",
    "app.help": _help,
    _PALETTE: _find_command,
    "app.leave": _leave,
    "app.cancel": _cancel,
    "app.suspend": _suspend,
    "app.quit": _quit,
}
"""Those that only the linear mode has; each may return a notice."""

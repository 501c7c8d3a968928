"""The prompts of the session as they are shown: with a label, and with arrows that step."""

from collections.abc import Callable

from tui.app.widgets.prompt_line import Prompt
from tui.reading.prompts import PROMPTS
from tui.reading.session import ReadingSession

_LABELS = {
    "library.filter": "keep",
    "find.open": "stay here",
    "answer.ask": "hold",
    "mark.set": "no mark",
    "mark.go": "no mark",
    "annotations.note": "save",
}
"""What `enter` does, in a word or two."""


def screen_prompt(
    session: ReadingSession, id: str, step_list: Callable[[int], None]
) -> Prompt | str:
    """Return the prompt of a command, or a notice if there is nothing to ask.

    Args:
        session: The session.
        id: The id of the command.
        step_list: Moves the cursor of the list on the screen.
    """
    made = PROMPTS[id](session)
    if isinstance(made, str):
        return made
    return Prompt(
        sign=made.sign,
        submit_label=_LABELS[id],
        submit=made.submit,
        change=made.change,
        step=_step(session, id, step_list),
        cancel=made.cancel,
        text=made.text,
        max_length=1 if id.startswith("mark.") else 0,
    )


def _step(
    session: ReadingSession, id: str, step_list: Callable[[int], None]
) -> Callable[[int], object]:
    if id == "find.open" and session.finder is not None:
        return session.finder.step
    if id == "answer.ask" and session.asking is not None:
        return session.asking.choose
    return step_list

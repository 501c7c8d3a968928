"""Bindings from the table of commands."""

from tui.app.bindings import COMMANDS
from tui.app.textual_bindings import COPIED, PROMPTED, action_of, command_of
from tui.reading.copies import COPIES
from tui.reading.prompts import PROMPTS

ASKED = {"library.ask", "find.ask"}
"""Questions, which begin with a screen of their own."""


def test_the_commands_that_copy_or_prompt_are_those_of_the_session() -> None:
    assert set(COPIES) == COPIED
    assert set(PROMPTS) - ASKED == PROMPTED


def test_every_action_leads_back_to_its_command() -> None:
    for id in COMMANDS:
        action, _, rest = action_of(id).removeprefix("app.").partition("(")
        parameters = (rest.rstrip("')").lstrip("'"),) if rest else ()
        assert command_of(action, parameters) == id

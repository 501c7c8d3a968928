"""Every command has a function, and every function a command."""

import inspect

from tui.app.keyboard.actions import ACTIONS, DIRECTED_ACTIONS, KEY_ACTIONS
from tui.app.keyboard.table import KEYS
from tui.reading import (
    annotation_commands,
    commands,
    library_commands,
    meeting_commands,
    peer_commands,
)

MODULES = (annotation_commands, commands, library_commands, meeting_commands, peer_commands)


def test_every_command_has_an_action_that_takes_what_its_keys_tell_it() -> None:
    directed = {key.id for key in KEYS if key.opposite}
    told = {key.id for key in KEYS if key.told}
    assert set(DIRECTED_ACTIONS) == directed
    assert set(KEY_ACTIONS) == told
    assert set(ACTIONS) == {key.id for key in KEYS} - directed - told


def test_every_function_of_the_command_modules_is_an_action() -> None:
    actions: set[object] = {*ACTIONS.values(), *DIRECTED_ACTIONS.values(), *KEY_ACTIONS.values()}
    functions: set[object] = {
        function
        for module in MODULES
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }
    assert functions == actions

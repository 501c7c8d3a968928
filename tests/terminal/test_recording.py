"""Recorded sessions look the same on real terminals after rendering."""

import subprocess
from codecs import getincrementaldecoder
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Button, Checkbox, Input, Label, ListItem, ListView, Static

from tests.pseudoterminal import Terminal
from tests.terminal.emulator import Emulator
from tests.terminal.recording import SIZE, record
from tests.terminal.sessions import session
from tests.terminal.test_diff_renderer import CAPABILITIES, FULL, Pair
from tui.terminal.capabilities import Capabilities


@pytest.fixture(scope="module")
def written() -> list[str]:
    return session()


@pytest.mark.parametrize("capabilities", CAPABILITIES, ids=repr)
def test_a_recorded_session_looks_the_same_after_every_write(
    capabilities: Capabilities, written: list[str]
) -> None:
    pair = Pair(capabilities, (120, 40))
    for data in written:
        pair.write(data)
    assert pair.is_equal()
    pair = Pair(capabilities, (120, 40))
    pair.write("".join(written[:-1]), is_shown=False)
    pair.write(written[-1])
    assert pair.is_equal()


@pytest.mark.parametrize("theme", ["dark", "ansi"])
def test_tmux_shows_the_same(theme: str, tmp_path: Path) -> None:
    written = [*session(theme), f"\x1b[40;119H\x1b[m{END}"]
    pair = Pair(FULL, (120, 40))
    lean = ""
    for data in written:
        pair.write(data)
        lean += pair.sent
    stock = "".join(written)
    assert len(lean) < len(stock) * 0.6
    shown, expected = in_tmux(lean, tmp_path / "lean"), in_tmux(stock, tmp_path / "stock")
    for row, cells in enumerate(expected.cells()):
        assert shown.cells()[row] == cells, row


END = "ж"
"""Drawn last, in the last row: tmux draws from the top."""


def in_tmux(stream: str, folder: Path) -> Emulator:
    """Return what a terminal shows that is attached to a tmux in which a stream was shown."""
    folder.mkdir()
    (folder / "stream").write_text(stream, "utf-8", newline="")
    (folder / "settings").write_text("set -g status off\nset -g escape-time 0\n", "utf-8")
    server = ["tmux", "-u", "-S", str(folder / "socket"), "-f", str(folder / "settings")]
    inside = f"cat {folder}/stream; {' '.join(server)} wait-for -S shown; exec cat"
    size = ["-x", "120", "-y", "40"]
    try:
        subprocess.run([*server, "new-session", "-d", *size, inside], check=True)
        subprocess.run([*server, "wait-for", "shown"], check=True)
        with Terminal([*server, "-T", "256,RGB", "attach"], columns=120, rows=40) as terminal:
            terminal.wait_for(END)
            shown = Emulator(120, 40)
            # What was read may end within a character: tmux draws again what it has drawn.
            shown.feed(getincrementaldecoder("utf-8")().decode(terminal.output))
            return shown
    finally:
        subprocess.run([*server, "kill-server"], check=False, capture_output=True)


WIDGETS = ["static", "label", "button", "checkbox", "input", "list"]
WORDS = st.text("ab é—한國 [", max_size=30)


class Small(App[None]):
    """A stock app of a few widgets."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, driver: Any, parts: list[tuple[str, str]], ansi: bool) -> None:
        super().__init__(driver_class=driver, ansi_color=ansi)
        self._parts = parts

    def compose(self) -> ComposeResult:
        for kind, text in self._parts:
            yield widget(kind, text)


def widget(kind: str, text: str) -> Widget:
    match kind:
        case "static":
            return Static(text * 5, markup=False)
        case "label":
            return Label(text, markup=False)
        case "button":
            return Button("go", variant="success")
        case "checkbox":
            return Checkbox("on")
        case "input":
            return Input(text)
        case _:
            return ListView(*(ListItem(Label(f"{n} {text}", markup=False)) for n in range(9)))


@given(
    st.lists(st.tuples(st.sampled_from(WIDGETS), WORDS), min_size=1, max_size=5),
    st.lists(st.sampled_from(["tab", "down", "space", "x", "pagedown", "up"]), max_size=5),
    st.booleans(),
)
@settings(max_examples=8, deadline=None)
def test_small_apps_look_the_same(
    parts: list[tuple[str, str]], keys: list[str], ansi: bool
) -> None:
    async def drive(pilot: Pilot[Any]) -> None:
        for key in keys:
            await pilot.press(key)

    pair = Pair(FULL, SIZE)
    for data in record(lambda driver: Small(driver, parts, ansi), drive):
        pair.write(data)
        assert pair.is_equal()

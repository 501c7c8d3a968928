"""How the program acquires a terminal, draws on it, and releases it."""

import os
import re
import signal
import sys
from pathlib import Path
from typing import Any

import pytest
from textual import constants
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver as TextualDriver

from tests.pseudoterminal import ANSWERS, Terminal
from tests.reading.sessions import SEED
from tui.terminal.diff_renderer import CLEAR
from tui.terminal.probe import BACKGROUND_COLOUR

ENTER = "\x1b[?1049h"
TEXTUAL_BEGINS = "\x1b[?2026$p"
"""The first query that the driver sends."""

COMMAND = [sys.executable, "-m", "tui", str(SEED)]
FOOT = "? help"


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """A home without any state."""
    return {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")}


@pytest.mark.parametrize(
    ("owner", "names"),
    [
        (App, ["_build_driver", "_post_message", "exit"]),
        (TextualDriver, ["send_message", "process_message", "SignalResume", "can_suspend"]),
        (TextualDriver, ["start_application_mode", "stop_application_mode", "disable_input"]),
        (TextualDriver, ["suspend_application_mode", "resume_application_mode", "close", "flush"]),
        (XTermParser, ["feed", "tick"]),
        (constants, ["ESCAPE_DELAY", "COLOR_SYSTEM"]),
    ],
)
def test_textual_has_what_the_driver_relies_on(owner: Any, names: list[str]) -> None:
    gone = [name for name in names if not hasattr(owner, name)]
    assert not gone, f"this Textual has no {gone}: tui/terminal/driver.py has to be looked at"


async def test_a_driver_still_has_what_ours_uses_of_it() -> None:
    class Bare(TextualDriver):
        def write(self, data: str) -> None: ...
        def start_application_mode(self) -> None: ...
        def stop_application_mode(self) -> None: ...
        def disable_input(self) -> None: ...

    used = {"_app", "_loop", "_mouse", "_size"}
    gone = used - {*vars(Bare(App[None](), mouse=True, size=(80, 24)))}
    assert not gone, f"Textual's Driver has no {gone}: tui/terminal/driver.py has to be looked at"


def test_the_first_frame_comes_before_textual_and_the_alternate_screen_is_entered_once(
    home: dict[str, str],
) -> None:
    with Terminal(COMMAND, environment=home) as terminal:
        terminal.wait_for_output(TEXTUAL_BEGINS)
        terminal.press("q")
        terminal.wait_for_end()
        sent = terminal.output.decode(errors="replace")
        assert sent.count(ENTER) == 1
        assert sent.index("OUR JUDGMENTS") < sent.index(TEXTUAL_BEGINS)


def test_keys_pressed_before_textual_starts_are_handled_and_not_echoed(
    home: dict[str, str],
) -> None:
    with Terminal(COMMAND, environment=home) as terminal:
        terminal.wait_for("OUR JUDGMENTS")
        terminal.press("6j\r")
        terminal.wait_for("QUOTABLE?")
        assert "6j" not in terminal.output.decode(errors="replace")


def test_terminal_attributes_are_restored(home: dict[str, str]) -> None:
    script = 'stty -g > "$HOME/before"; "$@"; stty -g > "$HOME/after"; echo done'
    with Terminal(["sh", "-c", script, "sh", *COMMAND], environment=home) as terminal:
        terminal.wait_for(FOOT)
        terminal.press("q")
        terminal.wait_for("done")
        before, after = (Path(home["HOME"], name).read_text() for name in ("before", "after"))
        assert before == after


def test_a_lone_esc_is_the_key(home: dict[str, str]) -> None:
    with Terminal(COMMAND, environment=home) as terminal:
        terminal.wait_for(FOOT)
        terminal.press("\r")
        terminal.wait_for("› evidence")
        terminal.press("\x1b")
        terminal.wait_for("Summary  1 of")


def test_a_blank_screen_is_blank_at_once_and_comes_back(home: dict[str, str]) -> None:
    with Terminal(COMMAND, environment=home) as terminal:
        terminal.wait_for(FOOT)
        terminal.press("6jj\x18")
        terminal.wait_for_output(CLEAR)
        terminal.press("?")  # brings it back, and does nothing else
        terminal.press("1")
        terminal.wait_for("[1 Summary]")
        blank = terminal.output.decode(errors="replace").split(CLEAR)[-1]
        until_back, _, _ = blank.partition("TLP:CLEAR")
        unseen = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b\][^\x1b]*\x1b\\")
        assert unseen.sub("", until_back).strip() == ""


def test_after_a_suspension_the_whole_screen_is_shown(home: dict[str, str]) -> None:
    script = 'set -m; "$@"; echo stopped; read go; fg > /dev/null; echo over'
    with Terminal(["bash", "-c", script, "bash", *COMMAND], environment=home) as terminal:
        terminal.wait_for(FOOT)
        terminal.press("6\x1a")
        terminal.wait_for("stopped")
        terminal.press("\n")
        terminal.wait_until_gone("stopped")
        terminal.press("1")
        terminal.wait_for("[1 Summary]")
        terminal.press("q")
        terminal.wait_for("over")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_ends_the_program_in_order_and_the_place_is_kept(
    name: str, home: dict[str, str]
) -> None:
    number = getattr(signal, name)
    with Terminal(COMMAND, environment=home) as terminal:
        terminal.wait_for(FOOT)
        terminal.press("6")
        terminal.wait_for("[6 ")
        os.kill(terminal.pid, number)
        assert terminal.wait_for_end() >= 0
        assert terminal.output.decode(errors="replace").rindex(
            "\x1b[?1049l"
        ) > terminal.output.rindex(b"[6 ")
    with Terminal(COMMAND, environment=home) as terminal:
        terminal.wait_for("[6 ")


@pytest.mark.parametrize(
    "more", [{"NO_COLOR": "1"}, {"TERM": "vt100", "COLORTERM": ""}], ids=["NO_COLOR", "vt100"]
)
def test_without_colours_none_are_sent_and_the_screen_is_readable(
    more: dict[str, str], home: dict[str, str]
) -> None:
    with Terminal([*COMMAND, "--theme", "dark"], environment={**home, **more}) as terminal:
        terminal.wait_for(FOOT)
        terminal.press("6j")
        terminal.wait_for("2 of 6")
        sent = terminal.output.decode(errors="replace")
    looks = re.findall(r"\x1b\[([0-9;]*)m", sent)
    assert {code for look in looks for code in look.split(";")} <= {
        "",
        "22",
        "23",
        "24",
        "27",
        *"0123479",
    }
    assert "[6 China]" in terminal.text()
    assert re.search(r"^ > \[-\] CRITICAL", terminal.text(), re.MULTILINE)


@pytest.mark.parametrize("term", ["linux", "screen", "xterm"])
def test_old_terminals_get_only_the_colours_that_they_have(term: str, home: dict[str, str]) -> None:
    environment = {**home, "TERM": term, "COLORTERM": ""}
    with Terminal(COMMAND, environment=environment) as terminal:
        terminal.wait_for(FOOT)
        terminal.press("6j")
        terminal.wait_for("2 of 6")
        assert "38;2;" not in terminal.output.decode(errors="replace")


LIGHT = {**ANSWERS, BACKGROUND_COLOUR.request.encode(): b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\"}


def test_on_a_light_background_the_light_theme_comes_first(home: dict[str, str]) -> None:
    with Terminal(COMMAND, environment=home, answers=LIGHT) as terminal:
        terminal.wait_for_output(BACKGROUND_COLOUR.request)
        terminal.press("6j")
        terminal.wait_for("2 of 6")  # by then the answer, which came before, has been read
        terminal.press("T")
        terminal.wait_for("colours: light")
        assert terminal.output.decode(errors="replace").count(BACKGROUND_COLOUR.request) == 1
        assert "rgb:" not in terminal.text()


def test_a_terminal_that_does_not_reply_is_not_waited_for(home: dict[str, str]) -> None:
    with Terminal(COMMAND, environment=home, answers={}) as terminal:
        terminal.wait_for(FOOT)
        terminal.press("\r")
        terminal.wait_for("SUPPORTED BY")
        terminal.press("\x1b")
        terminal.wait_until_gone("SUPPORTED BY")
        terminal.press("T")
        terminal.wait_for("colours: dark")


@pytest.mark.parametrize("term", ["linux", "vt100", "screen"])
def test_a_terminal_that_might_print_the_query_is_not_queried(
    term: str, home: dict[str, str]
) -> None:
    environment = {**home, "TERM": term, "COLORTERM": ""}
    with Terminal(COMMAND, environment=environment) as terminal:
        terminal.wait_for(FOOT)
        terminal.press("6")
        terminal.wait_for("[6 ")
        assert "\x1b]11;" not in terminal.output.decode(errors="replace")


def test_an_ascii_terminal_is_sent_only_ascii(home: dict[str, str]) -> None:
    environment = {**home, "TERM": "vt100", "COLORTERM": "", "LANG": "C", "LC_ALL": ""}
    with Terminal(COMMAND, environment=environment) as terminal:
        terminal.wait_for(FOOT)
        terminal.press("6j")
        terminal.wait_for("2 of 6")
        assert terminal.output.isascii()
        assert "+ verbatim - " in terminal.text()
        assert "-" * 80 in terminal.text()


def test_keys_come_from_the_terminal_if_the_briefing_comes_from_standard_input(
    home: dict[str, str],
) -> None:
    script = '"$@" < "$BRIEFING" 2> "$HOME/errors"; echo status $?'
    command = ["sh", "-c", script, "sh", sys.executable, "-m", "tui", "-"]
    with Terminal(command, environment={**home, "BRIEFING": str(SEED)}) as terminal:
        terminal.wait_for(FOOT)
        terminal.press("6")
        terminal.wait_for("[6 ")
        terminal.press("q")
        terminal.wait_for("status 0")
    assert Path(home["HOME"], "errors").read_text() == ""


def test_unneeded_terminal_modes_are_not_set(home: dict[str, str]) -> None:
    with Terminal(COMMAND, environment=home) as terminal:
        terminal.wait_for_output(TEXTUAL_BEGINS)
        terminal.press("q")
        terminal.wait_for_end()
        sent = terminal.output.decode(errors="replace")
    # Reports of the mouse, of focus, sizes between the keys, another protocol for keys.
    assert not re.search(r"\x1b\[(\?(100[0-6]|101[56]|2048)|[<>=])", sent)


def test_the_program_ends_with_its_terminal(home: dict[str, str]) -> None:
    with Terminal(COMMAND, environment=home) as terminal:
        terminal.wait_for(FOOT)
        terminal.drop()
        assert terminal.wait_for_end() >= 0

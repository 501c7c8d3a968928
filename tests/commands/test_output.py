"""What an output can show, and what becomes of the characters that it cannot."""

import io
import json
import os
import subprocess
import sys

import pytest

from tests import pseudoterminal
from tests.reading.sessions import SEED
from tui.commands.output import JSON_ESCAPES, READABLE, page, write

SHOW = (sys.executable, "-m", "tui", "show", str(SEED))


class Terminal(io.StringIO):
    """An output that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_a_pipe_is_eighty_columns_and_has_no_colours() -> None:
    assert page(io.StringIO(), None, "auto") == (80, False)


@pytest.mark.parametrize(("columns", "width"), [("60", 60), ("200", 80)])
def test_a_terminal_is_as_wide_as_it_is_up_to_the_measure(
    columns: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert page(Terminal(), None, "auto") == (width, True)


def test_a_width_that_is_asked_for_is_used() -> None:
    assert page(Terminal(), 120, "auto").width == 120


@pytest.mark.parametrize(
    ("variables", "color", "colored"),
    [
        ({"NO_COLOR": "1"}, "auto", False),
        ({"NO_COLOR": ""}, "auto", True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, "auto", False),
        ({"NO_COLOR": "1"}, "always", True),
        ({"TERM": "dumb"}, "auto", False),
        ({}, "never", False),
    ],
)
def test_colours_in_a_terminal_follow_the_environment_unless_they_are_asked_for(
    variables: dict[str, str], color: str, colored: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert page(Terminal(), None, color).color is colored


@pytest.mark.parametrize(("value", "colored"), [("1", True), ("0", False), ("", False)])
def test_colours_can_be_forced_into_a_pipe(
    value: str, colored: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", value)
    assert page(io.StringIO(), None, "auto").color is colored


def test_an_output_in_ascii_gets_what_can_be_read() -> None:
    assert written("ascii", READABLE, "“Café” – it’s … 한 ✓") == '"Cafe" - it\'s ... ? [ok]\n'


def test_an_output_that_has_the_characters_gets_them() -> None:
    assert written("utf-8", READABLE, "“한국”") == "“한국”\n"
    assert written("latin-1", READABLE, "Café…") == "Café...\n"


def test_json_in_ascii_is_still_json() -> None:
    text = "“한국” 👍"
    made = written("ascii", JSON_ESCAPES, json.dumps(text, ensure_ascii=False))
    assert made.isascii()
    assert json.loads(made) == text


def written(encoding: str, errors: str, line: str) -> str:
    raw = io.BytesIO()
    output = io.TextIOWrapper(raw, encoding=encoding, newline="")
    write([line], output, errors)
    output.flush()
    return raw.getvalue().decode(encoding)


POOR = {"LANG": "C", "LC_ALL": "C"}


@pytest.mark.parametrize("poor", [POOR, {"BRIEFING_ASCII": "1"}], ids=["locale", "wanted"])
def test_a_terminal_without_utf_8_gets_the_characters_of_the_screen(poor: dict[str, str]) -> None:
    with pseudoterminal.Terminal(SHOW, environment=poor) as terminal:
        assert terminal.wait_for_end() == 0
        assert bytes(terminal.output).isascii()
        assert b"-----" in terminal.output


def test_a_pipe_gets_utf_8_whatever_the_locale() -> None:
    shown = subprocess.run(SHOW, capture_output=True, check=True, env={**os.environ, **POOR})
    assert "─────" in shown.stdout.decode("utf-8")

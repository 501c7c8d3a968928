"""The keys, printed and checked."""

from pathlib import Path

import pytest

from tui import cli
from tui.app.bindings import COMMANDS
from tui.app.key_file import parse_key_file
from tui.commands.exit import Exit

BAD = '[keys]\nview.matrix = ["f2", "pgdwn"]\n'


@pytest.fixture(name="file", autouse=True)
def file_fixture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where keys are looked for; there is no such file."""
    monkeypatch.delenv("BRIEFING_KEYS", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "briefing-tui").mkdir()
    return tmp_path / "briefing-tui" / "keys.toml"


def test_the_usual_keys_are_printed_with_the_names_of_their_commands(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["keys", "--width", "120"]) == Exit.OK
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert any(line.startswith("view.matrix") and " x " in line for line in lines)
    assert all(any(line.startswith(id) for line in lines) for id in COMMANDS)
    assert said.err == ""
    assert cli.main(["keys", "--check"]) == Exit.OK
    assert capsys.readouterr().out == "no keys of your own; the default keys are used\n"


def test_keys_that_are_bound_anew_are_printed_as_they_are(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text("view.matrix = 'f2'\nview.filter = []")
    assert cli.main(["keys"]) == Exit.OK
    words = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert {("view.matrix", "f2"), ("view.filter", "none")} <= {tuple(each[:2]) for each in words}
    assert cli.main(["keys", "--check"]) == Exit.OK
    assert capsys.readouterr().out == f"{file}: 2 commands with keys of your own\n"


def test_all_that_is_wrong_is_said_with_its_place(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(BAD)
    assert cli.main(["keys", "--check"]) == Exit.INVALID
    assert capsys.readouterr().out == (
        f"{file}: view.matrix: no key is called “pgdwn”; did you mean “pgdn”?\n"
        "1 error; the default keys are used\n"
    )
    assert cli.main(["keys"]) == Exit.INVALID
    said = capsys.readouterr()
    assert said.err == (f"{file}: view.matrix: no key is called “pgdwn”; did you mean “pgdn”?\n")
    assert "f2" not in said.out


def test_a_key_that_is_taken_from_somebody_is_told_of_and_taken(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text("view.matrix = 'v'")
    assert cli.main(["keys", "--check"]) == Exit.OK
    assert "view.filter has no key now; ctrl+p still finds it." in capsys.readouterr().out


def test_a_file_that_is_named_and_is_not_there_is_an_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BRIEFING_KEYS", "/no/such/keys.toml")
    assert cli.main(["keys", "--check"]) == Exit.INVALID
    assert "there is no such file" in capsys.readouterr().out


def test_a_file_of_all_keys_is_printed_to_begin_with(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["keys", "--format", "toml"]) == Exit.OK
    found = parse_key_file("keys.toml", capsys.readouterr().out.encode())
    assert found.problems == ()
    assert all(found.keys.of(id) == command.keys for id, command in COMMANDS.items())

"""The README says what is so."""

import re
import shlex
from pathlib import Path

import pytest
import yaml

from tests.goldens import FOLDER
from tui import cli
from tui.app.bindings import keys_table
from tui.app.key_file import parse_key_file
from tui.commands import COMMANDS
from tui.commands.exit import Exit
from tui.diagnostics import Severity
from tui.load import load_text

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PEERS = {"minimal", "stock"}
"""What the benchmarks measure beside."""


def part(name: str) -> str:
    """What stands between two markers."""
    found = re.search(rf"<!-- {name} -->\n(.*?)\n<!-- /{name} -->", README, re.DOTALL)
    assert found, f"the README has no part {name}"
    return found[1]


def test_the_table_of_keys_is_the_programs() -> None:
    assert part("keys") == keys_table().strip()


def test_the_table_of_commands_is_the_programs() -> None:
    rows = [f"| `briefing {name}` | {help} |" for name, help in COMMANDS.items()]
    assert part("commands") == "\n".join(["| command | what it does |", "| --- | --- |", *rows])


def test_the_example_of_keys_binds_them_without_a_complaint() -> None:
    text = part("own keys").removeprefix("```toml\n").removesuffix("```")
    found = parse_key_file("keys.toml", text.encode())
    assert found.problems == ()
    assert found.keys.of("view.matrix") == ("f2",)


def test_every_benchmark_that_it_names_is_there_and_every_one_is_named() -> None:
    speed = README[README.index("## Speed") : README.index("## Changes")]
    benches = {
        path.stem
        for path in (ROOT / "tests" / "bench").glob("*.py")
        if 'if __name__ == "__main__":' in path.read_text("utf-8")
    }
    assert {name for name in re.findall(r"`(\w+)`", speed) if name != "sshd"} == benches - PEERS


def test_the_picture_is_the_real_screen() -> None:
    screen = (FOLDER / "screens" / "reactions-120x40.txt").read_text("utf-8")
    assert part("screen") == f"```text\n{screen.rstrip()}\n```"


def test_the_example_of_the_format_has_ten_lines_and_opens() -> None:
    assert len(example().splitlines()) == 10
    assert found_wrong(ROOT) == ["source-missing"]


def test_the_command_that_it_names_prints_the_excerpt_of_the_example(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (shown,) = yaml.safe_load(example())["excerpts"]
    monkeypatch.chdir(tmp_path)
    Path("minutes.txt").write_text(f"Minutes\n\n{shown['exact']} They dined.\n", "utf-8")
    found = re.search(r"`briefing (quote minutes\.txt[^`]*)`", README)
    assert found
    assert cli.main(shlex.split(found[1])) == Exit.OK
    (printed,) = yaml.safe_load(capsys.readouterr().out)
    assert (printed["source"], printed["exact"]) == (shown["source"], shown["exact"])
    assert found_wrong(tmp_path) == []


def found_wrong(folder: Path) -> list[str]:
    """The errors and warnings of the example, with its sources looked for in a folder."""
    problems = load_text(example().encode(), "example", folder=folder).problems
    return [each.code for each in problems if each.severity is not Severity.INFORMATION]


def example() -> str:
    """The briefing that the README shows."""
    found = re.search(r"```yaml\n(format: briefing/1.*?)```", README, re.DOTALL)
    assert found
    return found[1]

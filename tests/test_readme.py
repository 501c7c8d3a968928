"""The README says what is so."""

import re
from pathlib import Path

from tests.goldens import FOLDER
from tui.commands import COMMANDS
from tui.load import load_text
from tui.ui.keys import table_markdown

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def part(name: str) -> str:
    """What stands between two markers."""
    found = re.search(rf"<!-- {name} -->\n(.*?)\n<!-- /{name} -->", README, re.DOTALL)
    assert found, f"the README has no part {name}"
    return found[1]


def test_the_table_of_keys_is_the_programs() -> None:
    assert part("keys") == table_markdown().strip()


def test_the_table_of_commands_is_the_programs() -> None:
    rows = [f"| `briefing {name}` | {help} |" for name, help in COMMANDS.items()]
    assert part("commands") == "\n".join(["| command | what it does |", "| --- | --- |", *rows])


def test_the_picture_is_the_real_screen() -> None:
    screen = (FOLDER / "screens" / "reactions-120x40.txt").read_text("utf-8")
    assert part("screen") == f"```text\n{screen.rstrip()}\n```"


def test_the_example_of_the_format_opens() -> None:
    example = re.search(r"```yaml\n(format: briefing/1.*?)```", README, re.DOTALL)
    assert example
    (problem,) = load_text(example[1].encode(), "example", folder=ROOT).problems
    assert problem.code == "source-missing"

"""The house stands as it is drawn: who may import whom, and how long a file may be."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "tui").rglob("*.py"))
LONGEST = 400
HEAVY = {"textual", "rich"}
SCREENS = ("tui.app", "tui.linear", "tui.reading")


BASE = {"diagnostics", "frozen", "places", "text", ""}
CONTENT = BASE | {"blocks", "model"}
SCREENLESS = CONTENT | {"search", "panes", "render", "library", "meeting", "terminal", "reading"}
MAY_IMPORT = {
    "": set[str](),
    "frozen": set[str](),
    "text": {"frozen"},
    "diagnostics": {"frozen"},
    "places": {"frozen"},
    "terminal": {"frozen", "text"},
    "model": BASE,
    "checks": BASE | {"model"},
    "load": BASE | {"model", "checks"},
    "blocks": BASE,
    "panes": CONTENT,
    "render": CONTENT | {"checks"},
    "search": CONTENT | {"panes"},
    "library": CONTENT | {"search", "load", "meeting", "panes"},
    "meeting": BASE | {"model"},
    "reading": SCREENLESS | {"app"},
    "app": SCREENLESS,
    "linear": SCREENLESS | {"app"},
    "commands": SCREENLESS | {"load", "checks", "app", "linear"},
    "cli": {"", "commands", "text"},
    "__main__": {"cli"},
}
"""The packages and top-level modules, and which others each may import."""


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_rooms_below_its_own(module: Path) -> None:
    room = room_of(module)
    assert {used for used in rooms_used(module) if used != room} <= MAY_IMPORT[room]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_the_screen_knows_textual_and_rich(module: Path) -> None:
    if room_of(module) not in {"app", "terminal"}:
        assert not {name.split(".")[0] for name in imported(module)} & HEAVY


def test_commands_know_the_screen_only_inside_a_function() -> None:
    for module in MODULES:
        if room_of(module) in {"commands", "cli"}:
            tree = ast.parse(module.read_text("utf-8"))
            top = {name for node in tree.body for name in names_in(node)}
            assert not {name for name in top if name.startswith(SCREENS)}, module


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_is_short_enough_to_be_read_at_one_sitting(module: Path) -> None:
    assert len(module.read_text("utf-8").splitlines()) <= LONGEST


def test_the_commands_load_neither_textual_nor_rich() -> None:
    script = (
        "import importlib, sys, tui.cli\n"
        "from tui.commands import COMMANDS\n"
        "for name in COMMANDS: importlib.import_module(f'tui.commands.{name}')\n"
        "print(sorted({'textual', 'rich'} & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert ran.stdout == "[]\n"


def test_the_top_level_holds_what_it_should_and_nothing_else() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], capture_output=True, text=True, check=False, cwd=ROOT
    )
    names = {path.split("/")[0] for path in listed.stdout.split("\n") if path}
    seen = {name for name in names if not name.startswith(".")}
    assert seen <= {"pyproject.toml", "README.md", "seeds", "tui", "briefings", "tests"}


def room_of(module: Path) -> str:
    parts = module.relative_to(ROOT / "tui").with_suffix("").parts
    return "" if parts == ("__init__",) else parts[0]


def rooms_used(module: Path) -> set[str]:
    found = set()
    for name in imported(module):
        parts = name.split(".")
        if parts[0] == "tui":
            found.add(parts[1] if len(parts) > 1 else "")
    return found


def imported(module: Path) -> set[str]:
    tree = ast.parse(module.read_text("utf-8"))
    return {name for node in ast.walk(tree) for name in names_in(node)}


def names_in(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Import(names=names):
            yield from (alias.name for alias in names)
        case ast.ImportFrom(module=str(name), names=names):
            # `from tui import cli` names a room, `from tui import __version__` does not.
            if name == "tui":
                yield from (f"tui.{alias.name}".removesuffix(".__version__") for alias in names)
            else:
                yield name

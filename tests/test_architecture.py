"""Which module may import which, how it may do so, and how long a file may be."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "tui").rglob("*.py"))
LONGEST = 400
HEAVY = {"textual", "rich"}
SCREENS = ("tui.app", "tui.linear", "tui.reading")


BASE = {"diagnostics", "frozen", "places", "text", ""}
CONTENT = BASE | {"blocks", "model"}
READING = CONTENT | {"search", "panes", "render", "library", "meeting"}
SCREEN = READING | {"reading", "terminal"}
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
    "search": CONTENT | {"load", "panes"},
    "library": CONTENT | {"search", "load", "meeting", "panes"},
    "meeting": BASE | {"model"},
    "reading": READING,
    "app": SCREEN,
    "linear": SCREEN | {"app"},
    "commands": SCREEN | {"load", "checks", "app", "linear"},
    "cli": {"", "commands", "diagnostics", "text"},
    "__main__": {"cli"},
}
"""The packages and top-level modules, and which others each may import."""

IMPORTS_BY_NAME = ("tui/cli.py", "tui/checks/")
"""Files that may import a module whose name is made while the program runs: subcommands, rules."""

STILL_IMPORT_BY_NAME = ("tui/load/libyaml.py",)
"""Files that do it too. To be emptied and removed: nothing may be added."""

IMPORT_FUNCTIONS = ("import_module", "__import__")

each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))


@each_file
def test_a_module_imports_only_packages_below_its_own(file: Path) -> None:
    package = package_of(module_of(file))
    used = {package_of(name) for name in imports(file) if name.split(".")[0] == "tui"}
    assert used - {package} <= MAY_IMPORT[package]


def test_no_modules_import_each_other_in_a_cycle() -> None:
    graph = {module_of(file): imports(file) & MODULES for file in FILES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        imported_first: list[str] = error.args[1]
        pytest.fail(" imports ".join(reversed(imported_first)), pytrace=False)


@each_file
def test_a_module_is_imported_by_a_name_that_a_type_checker_can_follow(file: Path) -> None:
    if not str(file.relative_to(ROOT)).startswith(IMPORTS_BY_NAME + STILL_IMPORT_BY_NAME):
        assert not [*computed_imports(tree_of(file))]


@each_file
def test_only_the_screen_knows_textual_and_rich(file: Path) -> None:
    if package_of(module_of(file)) not in {"app", "terminal"}:
        assert not {name.split(".")[0] for name in imports(file)} & HEAVY


def test_commands_know_the_screen_only_inside_a_function() -> None:
    for file in FILES:
        if package_of(module_of(file)) in {"commands", "cli"}:
            top = {name for node in tree_of(file).body for name in imports_of(node)}
            assert not {name for name in top if name.startswith(SCREENS)}, file


@each_file
def test_a_file_is_short(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= LONGEST


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


@pytest.mark.parametrize(
    "source",
    [
        "import tui.app.status",
        "from tui.app import status",
        "from tui.app.status import status_line",
        "def draw():\n    from tui.app import status",
        "if TYPE_CHECKING:\n    from tui.app.status import status_line",
        "importlib.import_module('tui.app.status')",
        "__import__('tui.app.status')",
    ],
)
def test_every_way_to_import_a_module_is_seen(source: str) -> None:
    assert imports_in(ast.parse(source)) == {"tui.app.status"}


@pytest.mark.parametrize(
    "source",
    [
        "import_module(f'tui.app.{name}')",
        "importlib.import_module(name)",
        "__import__(names[0])",
        "importlib.import_module(name='tui.app')",
    ],
)
def test_an_import_by_a_computed_name_is_seen(source: str) -> None:
    assert [*computed_imports(ast.parse(source))] == [source]


def module_of(file: Path) -> str:
    """The full name of the module in a file: `tui.app` for `tui/app/__init__.py`."""
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def package_of(module: str) -> str:
    """The package of a module below `tui`, or its own name there; empty for `tui` itself."""
    return module.split(".")[1] if "." in module else ""


def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def imports(file: Path) -> set[str]:
    return imports_in(tree_of(file))


def imports_in(tree: ast.AST) -> set[str]:
    """The modules imported anywhere in a tree: in functions and for type checkers, too."""
    return {name for node in ast.walk(tree) for name in imports_of(node)}


def imports_of(node: ast.AST) -> Iterator[str]:
    """The modules that a single statement or call imports, by their full names."""
    match node:
        case ast.Import(names=names):
            yield from (alias.name for alias in names)
        case ast.ImportFrom(module=str(base), names=names):
            for alias in names:
                inner = f"{base}.{alias.name}"
                yield inner if inner in MODULES else base
        case ast.Call(args=[ast.Constant(value=str(name)), *_]) if imports_by_name(node):
            yield name


def computed_imports(tree: ast.AST) -> Iterator[str]:
    """The calls that import a module whose name is not written there as a string."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and imports_by_name(node) and not [*imports_of(node)]:
            yield ast.unparse(node)


def imports_by_name(call: ast.Call) -> bool:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in IMPORT_FUNCTIONS
    return False


MODULES = {module_of(file) for file in FILES}

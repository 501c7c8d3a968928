"""Every rule has a manual entry, and its examples behave as the manual says."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import tui
from tests.checks.briefings import ARTICLE, LEFT_OUT, whole
from tui.checks import copying, reuse, statements
from tui.checks.manual import manual_entries
from tui.checks.registry import RULES, diagnose
from tui.checks.rule import Rule
from tui.diagnostics import Diagnostic, Severity, Span
from tui.load import load_text

COOKIES = "This website uses cookies to improve your experience.\n"
OPENING = "South Korea is a NATO global partner. It cooperates in many areas.\n"
FILES = {
    "article.txt": ARTICLE.encode(),
    "page.txt": f"{ARTICLE}\n{COOKIES}".encode(),
    "no-break-space.txt": ARTICLE.replace("June 29", "June\u00a029").encode(),
    "opening.txt": OPENING.encode(),
    "excerpted.txt": ARTICLE[-2000:].encode(),
    "photograph.jpg": b"\xff\xd8\xff\xe0",
}
"""The local copies that the examples name."""

TOO_MUCH = {
    "too-large": "prepared_by: " + "x " * 2**24,
    "too-many-nodes": "topics: [" + "a," * 2_000_001 + "a]",
    "long-scalar": "prepared_by: " + "x" * (2**20 + 1),
}
"""The real text of examples that only describe it."""


@pytest.fixture(name="folder", scope="module")
def folder_fixture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("examples")
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    return folder


def test_each_rule_has_a_manual_entry_and_each_entry_a_rule() -> None:
    assert list(manual_entries()) == list(RULES)


@pytest.mark.parametrize(
    ("rule", "number"),
    [
        ("long-bottom-line", statements.BOTTOM_LINE_WORDS),
        ("unmarked-copy", copying.LENGTH),
        ("shared-passage", reuse.LENGTH),
    ],
)
def test_the_manual_gives_the_number_of_words_that_the_check_uses(rule: str, number: int) -> None:
    assert f"{number} " in manual_entries()[rule].manual


def test_the_manual_is_not_read_at_the_start() -> None:
    program = "import tui.load\nfrom tui.checks.manual import manual_entries\n"
    counted = "print(manual_entries.cache_info().currsize)"
    result = subprocess.run(
        [sys.executable, "-c", program + counted], capture_output=True, text=True, check=True
    )
    assert result.stdout == "0\n"


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_the_wrong_example_of_a_rule_is_reported_by_it_alone(rule: Rule, folder: Path) -> None:
    codes = {problem.code for problem in examine(rule, manual_entries()[rule.id].wrong, folder)}
    assert codes == {rule.id}


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_the_right_example_of_a_rule_is_clean(rule: Rule, folder: Path) -> None:
    assert examine(rule, manual_entries()[rule.id].right, folder, fixed=True) == []


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_manual_entry_has_a_text_and_two_examples(rule: Rule) -> None:
    entry = manual_entries()[rule.id]
    assert entry.manual.endswith(".")
    assert len(entry.manual.split()) >= 10
    assert entry.wrong != entry.right
    assert rule.id == rule.id.lower().replace("_", "-").replace(" ", "-")


def test_every_code_in_the_program_has_a_rule() -> None:
    named = {
        node.args[0].value
        for module in Path(tui.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", "")) in REPORTING
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }
    codes = {name for name in named if "-" in name and not name.startswith("-")}
    assert codes
    assert codes <= RULES.keys()


REPORTING = {"diagnose", "report", "add", "Finding"}
"""Functions whose first argument is a code."""


def test_a_rule_can_have_another_severity_in_a_draft() -> None:
    span = Span(1, 1)
    assert diagnose("no-bottom-line", span, "").severity is Severity.ERROR
    assert diagnose("no-bottom-line", span, "", draft=True).severity is Severity.WARNING
    assert diagnose("yaml-syntax", span, "", draft=True).severity is Severity.ERROR


def examine(rule: Rule, example: str, folder: Path, *, fixed: bool = False) -> list[Diagnostic]:
    """The problems in an example, without information unless the rule itself is information."""
    fragment = example if fixed else TOO_MUCH.get(rule.id, example)
    without = ("bottom_line",) if "no-bottom-line" in fragment else ()
    text = whole(fragment, without=without)
    data = text.encode().replace(b"\\xe9", b"\xe9")
    found = load_text(data, "example.yaml", folder=folder).problems
    kept = {Severity.ERROR, Severity.WARNING, rule.severity}
    return [
        problem
        for problem in found
        if problem.severity in kept and (problem.code not in LEFT_OUT or problem.code == rule.id)
    ]

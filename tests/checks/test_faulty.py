"""Small faulty briefings with one mistake each: only that mistake is reported, in its place.

A file in `faulty/` is named after its rule and its case. It begins with comments that give the
expected problems, `# LINE:COLUMN SEVERITY RULE`. A file that would be too large to keep contains
`{fill}`, and the comment `# fill: TIMES TEXT` says what to put there.
"""

import re
from pathlib import Path

import pytest

from tui.checks.registry import RULES
from tui.diagnostics import Severity
from tui.load import load_text

FAULTY = Path(__file__).parent / "faulty"
FILES = sorted(FAULTY.glob("*.yaml"))
EXPECTED = re.compile(r"^\ufeff?# (\d+):(\d+) (\w+) ([a-z0-9-]+)$", re.MULTILINE)
FILL = re.compile(rb"^# fill: (\d+) (\S+)$", re.MULTILINE)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_only_the_mistake_is_reported_and_in_its_place(file: Path) -> None:
    rule = file.stem.partition(".")[0]
    data = file.read_bytes()
    expected = [
        (int(line), int(column), severity, code)
        for line, column, severity, code in EXPECTED.findall(data.decode("utf-8", "replace"))
    ]
    assert rule in {code for *_, code in expected}
    filling = FILL.search(data)
    if filling:
        data = data.replace(b"{fill}", filling[2] * int(filling[1]))
    problems = load_text(data, file.name, folder=FAULTY).problems
    assert expected == [
        (*problem.span[:2], str(problem.severity), problem.code)
        for problem in problems
        if problem.severity is not Severity.INFORMATION or problem.code == rule
    ]


UNREAD = {"yaml-syntax", "not-utf8", "too-large", "too-many-nodes", "long-scalar"}
"""Rules that end the loading of a file, or whose files are too large to be loaded twice."""
FINAL = {
    rule.id
    for rule in RULES.values()
    if (rule.family == "quotes" and rule.severity is Severity.ERROR) or "allow" in rule.id
}
"""Rules that cannot be allowed."""


@pytest.mark.parametrize(
    "file",
    [file for file in FILES if file.stem.partition(".")[0] not in UNREAD | FINAL],
    ids=lambda file: file.stem,
)
def test_every_finding_except_errors_in_quotations_can_be_allowed(file: Path) -> None:
    rule = file.stem.partition(".")[0]
    allow = f"allow: [{{rule: {rule}, reason: The minister asked for it.}}]\n"
    data = file.read_bytes() + allow.encode()
    codes = {problem.code for problem in load_text(data, file.name, folder=FAULTY).problems}
    assert not codes & {rule, "unused-allow"}


def test_every_rule_has_a_faulty_briefing() -> None:
    assert {file.stem.partition(".")[0] for file in FILES} == RULES.keys()
    assert len(FILES) >= 120

"""Reports of problems: in full, in one line each, as JSON, and as GitHub annotations."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.goldens import assert_golden
from tests.render.drawn import HOSTILE
from tui.diagnostics import Diagnostic, Severity, Span
from tui.load import load_text
from tui.model.briefing import Briefing
from tui.model.document import Document
from tui.render.report import FORMATS, WIDEST, Tally
from tui.text.cells import width
from tui.text.clean import clean


def document(text: str, *problems: Diagnostic, name: str = "b.yaml") -> Document:
    return Document(
        name=name,
        text=text,
        briefing=Briefing(),
        problems=problems,
        copies={},
        verifications={},
        items={},
        kinds={},
        homes={},
        cited_by={},
        notes_on={},
    )


def full(*documents: Document) -> str:
    return "\n".join(FORMATS["full"](documents))


def concise(*documents: Document) -> str:
    return "\n".join(FORMATS["concise"](documents))


def as_json(*documents: Document) -> str:
    return "\n".join(FORMATS["json"](documents))


def problem(
    line: int,
    column: int,
    length: int = 1,
    *,
    severity: Severity = Severity.ERROR,
    message: str = "it is wrong.",
    help: str = "",
) -> Diagnostic:
    return Diagnostic("bad-thing", severity, message, Span(line, column, length), help, "c1")


def test_a_problem_is_shown_with_its_line_a_caret_and_help() -> None:
    shown = full(document("id: a\ntitle: wrong\n", problem(2, 8, 5, help="Write right.")))
    assert shown == (
        "b.yaml:2:8: error bad-thing: it is wrong.\n"
        " 2 | title: wrong\n"
        "   |        ^^^^^\n"
        "   = help: Write right.\n"
    )


def test_the_caret_moves_two_cells_for_each_wide_character_before_it() -> None:
    shown = full(document("title: 한국과 나토\n", problem(1, 12, 2))).split("\n")
    assert shown[1] == " 1 | title: 한국과 나토"
    assert shown[2] == f"   | {' ' * width('title: 한국과 ')}^^^^"


def test_the_caret_fits_the_cleaned_line() -> None:
    shown = full(document("a\x1b\tb: wrong\n", problem(1, 7, 5))).split("\n")
    assert shown[1] == " 1 | a␛    b: wrong"
    assert shown[2].index("^") == shown[1].index("wrong")


def test_the_gutter_is_as_wide_as_the_line_number() -> None:
    shown = full(document("\n" * 99 + "wrong\n", problem(100, 1, help="No."))).split("\n")
    assert [line.index(mark) for line, mark in zip(shown[1:4], "||=", strict=True)] == [5, 5, 5]


@pytest.mark.parametrize("before", [0, 20, 90, 500])
def test_a_long_line_is_shown_around_the_problem(before: int) -> None:
    line = "x" * before + "WRONG" + "y" * 500
    shown = full(document(line, problem(1, before + 1, 5))).split("\n")
    assert width(shown[1]) <= WIDEST + len(" 1 | ")
    assert shown[1][shown[2].index("^") :].startswith("WRONG")
    assert shown[1].endswith("…")


def test_a_long_problem_is_marked_up_to_the_end_of_the_shown_line() -> None:
    shown = full(document("x" * 500, problem(1, 1, 400))).split("\n")
    assert shown[2].count("^") == WIDEST


def test_a_place_outside_the_file_is_accepted() -> None:
    assert "bad-thing" in full(document("", problem(1, 1), problem(7, 9, 3)))


def test_all_problems_are_counted() -> None:
    found = [problem(1, 1, severity=severity) for severity in Severity]
    tally = Tally()
    for number in range(1200):
        tally.add(document("a\n", *found if number < 2 else []))
    assert tally.summary() == "1,200 briefings checked: 2 errors, 2 warnings, 2 for information"


def test_the_summary_of_one_briefing_without_problems_is_in_the_singular() -> None:
    tally = Tally()
    tally.add(document("a\n"))
    assert tally.summary() == "1 briefing checked: no errors, no warnings"


@pytest.mark.parametrize("form", FORMATS)
def test_a_briefing_is_reported_before_the_next_is_loaded(form: str) -> None:
    loaded = []

    def documents() -> Iterator[Document]:
        for number in range(3):
            loaded.append(number)
            yield document("a\n", problem(1, 1), problem(1, 1))

    next(iter(FORMATS[form](documents())))
    assert loaded == [0]


def test_a_concise_problem_is_one_line_with_its_help() -> None:
    found = problem(2, 8, message="it\nis wrong.", help="Write right.")
    assert concise(document("", found)) == "b.yaml:2:8 bad-thing: it is wrong. Write right."
    assert concise(document("")) == ""


def test_json_is_an_array_of_objects() -> None:
    found = problem(2, 8, message="“\x7f\x1b”", help="한국")
    assert json.loads(as_json(document("", found))) == [
        {
            "file": "b.yaml",
            "line": 2,
            "column": 8,
            "code": "bad-thing",
            "severity": "error",
            "message": "“\x7f\x1b”",
            "help": "한국",
            "item": "c1",
        }
    ]
    assert json.loads(as_json()) == []


def test_json_of_several_briefings_is_one_array() -> None:
    found = [document("", problem(1, 1), problem(2, 1)), document(""), document("", problem(3, 1))]
    assert [each["line"] for each in json.loads(as_json(*found))] == [1, 2, 3]


def test_an_annotation_names_file_place_and_rule_with_values_escaped() -> None:
    found = problem(2, 8, 5, message="50 % of a:b,c\nis wrong.", help="Write right.")
    (line,) = FORMATS["github"]([document("", found, name="a,b:c%.yaml")])
    assert line == (
        "::error file=a%2Cb%3Ac%25.yaml,line=2,col=8,endColumn=13,title=bad-thing"
        "::50 %25 of a:b,c%0Ais wrong. Write right."
    )


@pytest.mark.parametrize(
    ("severity", "level"),
    [
        (Severity.ERROR, "error"),
        (Severity.WARNING, "warning"),
        (Severity.INFORMATION, "notice"),
    ],
)
def test_severities_are_levels_of_github(severity: Severity, level: str) -> None:
    (line,) = FORMATS["github"]([document("", problem(1, 1, severity=severity))])
    assert line.startswith(f"::{level} file=")


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_matches_its_golden_file(form: str) -> None:
    shown = document(
        "title: 한국과 나토\nmarking: TLP:WHITE\n",
        problem(1, 12, 2, message="100 %, “나토”: wrong.", help="Write right."),
        problem(2, 10, 9, severity=Severity.WARNING),
        problem(3, 1, severity=Severity.INFORMATION),
    )
    written = "".join(f"{line}\n" for line in FORMATS[form]([shown]))
    assert_golden(f"report-{form}.txt", written)


@pytest.mark.parametrize("form", ["full", "concise"])
@pytest.mark.parametrize("severity", Severity)
def test_color_does_not_change_the_text(form: str, severity: Severity) -> None:
    shown = [document("a: b\n", problem(1, 4, severity=severity))]
    plain = "\n".join(FORMATS[form](shown))
    colored = "\n".join(FORMATS[form](shown, color=True))
    assert "\x1b[" in colored
    for code in ("1;31", "1;33", "1;36", "0"):
        colored = colored.replace(f"\x1b[{code}m", "")
    assert colored == plain


@given(HOSTILE, HOSTILE, st.integers(1, 12), st.integers(1, 12))
@settings(max_examples=150, deadline=None)
def test_no_text_of_a_file_acts_on_the_terminal(
    text: str, message: str, column: int, length: int
) -> None:
    found = problem(1, column, length, message=message, help=message)
    shown = document(text, found, name=message)
    for report in FORMATS.values():
        written = "\n".join(report([shown, shown]))
        assert clean(written) == written


def test_problems_of_a_loaded_briefing_are_shown_at_their_places(tmp_path: Path) -> None:
    found = load_text(b"format: briefing/1\nlang: en_GB\n", "b.yaml", folder=tmp_path)
    assert "\n 2 | lang: en_GB\n   |       ^^^^^\n" in full(found)

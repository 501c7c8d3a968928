"""Undeclared boilerplate and invisible characters in local copies are reported."""

from pathlib import Path

import pytest

from tests.checks.briefings import load, marked, messages


def examine(text: str, folder: Path, rest: str = "") -> list[tuple[int, int, str]]:
    (folder / "s.txt").write_text(text, "utf-8")
    document = load(SOURCE.format(rest=rest), folder)
    return [(*problem.span[:2], problem.code) for problem in document.problems]


SOURCE = "sources: [{{id: s, file: §s.txt{rest}}}]"
FOUND = SOURCE.format(rest="")


@pytest.mark.parametrize(
    "line",
    [
        "This website uses cookies to improve your experience. Accept",
        "We use cookies.",
        "© 2022 The Paper. All rights reserved.",
        "Subscribe to our newsletter",
        "By continuing to browse this site, you agree",
        "Advertisement",
        "Diese Website verwendet Cookies.",
    ],
)
def test_boilerplate_is_reported(line: str, tmp_path: Path) -> None:
    text = f"NATO met in Madrid.\n\n{line}\n"
    assert examine(text, tmp_path) == marked(FOUND, "undeclared-boilerplate")


@pytest.mark.parametrize(
    "line",
    [
        "The EU will limit how sites use cookies and other trackers.",
        "The newsletter of the ministry says so.",
        "All rights of passage are reserved to members.",
        "The advertisement was withdrawn.",
    ],
)
def test_an_article_about_such_things_is_accepted(line: str, tmp_path: Path) -> None:
    assert examine(f"NATO met.\n{line}\n", tmp_path) == []


@pytest.mark.parametrize("declared", ["We use cookies. Accept", "We use cookies"])
def test_declared_boilerplate_is_accepted(declared: str, tmp_path: Path) -> None:
    rest = f", not_content: {declared}"
    assert examine("NATO met.\nWe use cookies. Accept\n", tmp_path, rest) == []


def test_boilerplate_is_reported_once_for_a_source(tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text("Advertisement\nNATO met.\nWe use cookies.\n", "utf-8")
    assert messages(load(FOUND, tmp_path)) == [
        "line 1 of s looks like boilerplate: “Advertisement”. So does line 3. "
        "Write the text under `not_content` of the source."
    ]


def test_invisible_characters_are_counted_once_for_a_source(tmp_path: Path) -> None:
    text = "One.\nNATO\u00a0met in\u00a0Ma\u00addrid.\n\ufeff"
    assert examine(text, tmp_path) == marked(FOUND, "invisible-characters")
    assert messages(load(FOUND, tmp_path))[0].startswith(
        "s holds characters that cannot be seen: 2 × no-break space (U+00A0), "
        "1 × soft hyphen (U+00AD), 1 × zero width no-break space (U+FEFF); first in line 2."
    )


@pytest.mark.parametrize("text", ["NATO met.", "NATO’s “meeting” – held", "می‌خواهم", "한국"])
def test_visible_characters_and_joiners_are_accepted(text: str, tmp_path: Path) -> None:
    assert examine(text, tmp_path) == []

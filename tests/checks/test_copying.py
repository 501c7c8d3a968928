"""Words of a source that own prose copies without quotation marks are reported."""

from pathlib import Path

import pytest

from tests.checks.briefings import found, load, marked, messages

COPIED = "deals with the cybersecurity issues of the countries of the Alliance"


def block(text: str, rest: str = "") -> str:
    return (
        "panes:\n  - role: issue\n    sections:\n      - claims:\n"
        f"          - text: §|-\n              {text}\n{rest}"
    )


@pytest.mark.parametrize(
    "text",
    [
        f"The centre {COPIED}.",
        f"THE CENTRE {COPIED.upper()}!",
        "It deals, with the cybersecurity issues (of the countries), it says.",
        "In short: the Alliance’s; deals with the cybersecurity issues of the countries of it.",
        "South Korea's security and national defence is to neutralize North Korean missiles.",
    ],
)
def test_eight_consecutive_words_are_reported(text: str, tmp_path: Path) -> None:
    whole = block(text)
    assert found(load(whole, tmp_path)) == marked(whole, "unmarked-copy")


@pytest.mark.parametrize(
    "text",
    [
        "It deals with the cybersecurity issues of the members.",
        "The countries of the Alliance have issues of cybersecurity.",
        "한국은 나토의 글로벌 파트너이다.",
        "",
    ],
)
def test_fewer_words_are_accepted(text: str, tmp_path: Path) -> None:
    assert found(load(block(text or "Nothing.").replace("§", ""), tmp_path)) == []


def test_the_message_quotes_the_words_and_names_the_source(tmp_path: Path) -> None:
    (message,) = messages(load(block(f"It {COPIED}."), tmp_path))
    assert message == (
        "“deals with the cybersecurity issues of … of the alliance” are 11 consecutive "
        "words of article. Say it in own words, or quote it."
    )


def test_quoted_words_are_accepted(tmp_path: Path) -> None:
    text = block(
        f"It “{COPIED}”, says the article.",
        f"            cites: [x1]\nexcerpts: [{{id: x1, exact: {COPIED}}}]\n",
    )
    assert found(load(text.replace("§", ""), tmp_path)) == []


def test_declared_names_do_not_count(tmp_path: Path) -> None:
    name = "Institute of Northeast Asian Studies at Heilongjiang Provincial Academy"
    text = block(f"He is director of the {name} of Social Sciences.")
    assert found(load(text, tmp_path)) == marked(text, "unmarked-copy")
    actors = f"actors: [{{id: inst, name: {name}, kind: organization}}]\n"
    panes = text.replace("§", "").replace("panes:", "panes:\n  - {role: actors}")
    assert found(load(actors + panes, tmp_path)) == []


def test_a_name_within_a_copy_does_not_excuse_it(tmp_path: Path) -> None:
    actors = "actors: [{id: nato, name: the Alliance, kind: organization}]\n"
    text = actors + block(f"It {COPIED}.").replace("panes:", "panes:\n  - {role: actors}")
    assert found(load(text, tmp_path)) == marked(text, "unmarked-copy")


def test_without_a_local_copy_nothing_is_reported(tmp_path: Path) -> None:
    text = block(f"It {COPIED}.", "sources: [{id: article}]\n").replace("§", "")
    assert found(load(text, tmp_path)) == []


def test_a_copy_of_one_repeated_word_is_compared(tmp_path: Path) -> None:
    (tmp_path / "source.txt").write_text("a " * 50_000, "utf-8")
    text = block("a " * 20_000, "sources: [{id: source, file: source.txt}]\n")
    assert found(load(text, tmp_path)) == marked(text, "unmarked-copy")

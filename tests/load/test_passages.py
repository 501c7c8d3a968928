"""A local copy with its lines, paragraphs and sentences."""

import pytest

from tui.load.passages import Context, Passages

TEXT = "Heading\n\n  • One two. Three four.\nNext line.\n \n\nLast “words”\n"


def passage(words: str) -> tuple[int, int, int]:
    """The line, paragraph and sentence of some words."""
    start = TEXT.index(words)
    found = Passages(TEXT).passage(start, start + len(words))
    assert found.text == words
    return found.line, found.paragraph, found.sentence


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Heading", (1, 1, 1)),
        ("One", (3, 2, 1)),
        ("•", (3, 2, 1)),
        ("four", (3, 2, 2)),
        ("two. Three", (3, 2, 1)),
        ("line", (4, 2, 1)),
        ("Last", (7, 3, 1)),
    ],
)
def test_a_passage_has_a_line_a_paragraph_and_a_sentence_of_its_line(
    words: str, expected: tuple[int, int, int]
) -> None:
    assert passage(words) == expected


def context(words: str) -> Context:
    start = TEXT.index(words)
    return Passages(TEXT).context(start, start + len(words))


def test_the_context_is_of_whole_sentences() -> None:
    assert context("two") == ("Heading", "One two.", "Three four.")
    assert context("two. Three") == ("Heading", "One two. Three four.", "Next line.")
    assert context("Heading") == ("", "Heading", "One two.")
    assert context("Last") == ("Next line.", "Last “words”", "")


def test_what_lies_between_sentences_touches_none() -> None:
    assert context("  •") == ("Heading", "", "One two.")


def test_a_passage_grows_to_its_sentences() -> None:
    passages = Passages(TEXT)
    start, end = passages.whole(TEXT.index("two"), TEXT.index("Three") + 2)
    assert TEXT[start:end] == "One two. Three four."
    bullet = TEXT.index("•")
    assert passages.whole(bullet, bullet + 1) == (bullet, bullet + 1)
    assert passages.whole(bullet, TEXT.index("two")) == (bullet, TEXT.index("two") + 4)


def test_part_of_a_text_is_found_that_differs_in_typography_alone() -> None:
    passages = Passages(TEXT)
    sought = 'line. Last "words"'
    [(start, end)] = passages.alike(sought, 6, len(sought))
    assert TEXT[start:end] == "Last “words”"
    assert passages.alike("line. First", 0, 4) == []


def test_an_empty_text_has_no_passages_but_answers() -> None:
    assert Passages("").context(0, 0) == ("", "", "")
    assert Passages("").alike("a", 0, 1) == []

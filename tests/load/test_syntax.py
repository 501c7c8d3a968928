"""A file that is not YAML is told so in an author's words, at a place that is in the file."""

import pytest

from tests.load.trees import tree


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: NATO: what", "a colon followed by a space stands in a text without quotes."),
        ('title: "NATO', 'the quotation mark “"” is never closed.'),
        ("topics: [a\nlang: en", "the bracket “[” is never closed, or a comma is missing in it."),
        ("topics: {a: b", "the brace “{” is never closed, or a comma is missing in it."),
        ("topics: [", "a bracket or brace is never closed."),
        ("topics: [a, , b]", "something is missing before “,”."),
        ("title: @home", "nothing can begin with “@”."),
        ("a:\n\tb: c", "a tab indents this line."),
        ('title: "\\q"', "the backslash begins no escape that YAML has."),
        ("title: 'a' b", "“b” does not fit here."),
        ("title: - a", "a list (“- ”) cannot begin here."),
        ("a: b\nc\nd: e", "this line is neither a key with a colon nor part of a text."),
        ("title: |x\n  a", "after “|” or “>” the text begins on the next line."),
        ("title: **bold**", "“&” or “*” begins this."),
    ],
)
def test_the_message_says_what_is_wrong(text: str, message: str) -> None:
    (problem,) = tree(f"x: y\n{text}\n")[1].found()
    assert problem.code == "yaml-syntax"
    assert problem.message == message


@pytest.mark.parametrize("text", ["a: [b", 'a: "b', "a: {b", "a: &", "a: |2x", "- [- a"])
def test_the_place_is_not_behind_what_is_written(text: str) -> None:
    (problem,) = tree(f"{text}\n\n\n")[1].found()
    assert problem.span.line == 1
    assert problem.span.column <= len(text)

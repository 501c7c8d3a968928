"""The nearest known word."""

import pytest

from tui.text.nearest import nearest

COMMANDS = ("open", "show", "check", "quote", "schema")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("chek", "check"), ("chekc", "check"), ("shwo", "show"), ("qoute", "quote"), ("opne", "open")],
)
def test_a_slip_is_forgiven(typed: str, meant: str) -> None:
    assert nearest(typed, COMMANDS) == meant


@pytest.mark.parametrize("typed", ["", "minutes", "print", "한국"])
def test_another_word_is_no_slip(typed: str) -> None:
    assert nearest(typed, COMMANDS) == ""

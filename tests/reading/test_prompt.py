"""The editor of one line."""

import pytest

from tui.reading.prompt import Prompt


def typed(*keys: str, text: str = "one two three") -> Prompt:
    prompt = Prompt(text)
    for key in keys:
        assert prompt.press(key, key if len(key) == 1 else None)
    return prompt


@pytest.mark.parametrize(
    ("keys", "text", "cursor"),
    [
        (("x",), "one two threex", 14),
        (("left", "left", "x"), "one two thrxee", 12),
        (("home", "x"), "xone two three", 1),
        (("ctrl+a", "delete"), "ne two three", 0),
        (("home", "left", "backspace"), "one two three", 0),
        (("home", "end", "right", "backspace"), "one two thre", 12),
        (("ctrl+a", "ctrl+e", "ctrl+h"), "one two thre", 12),
        (("ctrl+w",), "one two ", 8),
        (("ctrl+w", "ctrl+w"), "one ", 4),
        (("left", "ctrl+u"), "e", 0),
        (("home", "right", "ctrl+k"), "o", 1),
    ],
)
def test_keys_edit_the_line(keys: tuple[str, ...], text: str, cursor: int) -> None:
    prompt = typed(*keys)
    assert (prompt.text, prompt.cursor) == (text, cursor)


def test_text_of_an_input_method_comes_several_characters_at_once() -> None:
    prompt = Prompt("a")
    assert prompt.press("한국", "한국")
    assert (prompt.text, prompt.cursor) == ("a한국", 3)


def test_what_is_pasted_becomes_one_harmless_line() -> None:
    prompt = Prompt()
    prompt.insert("a\nb\x1b[2J")
    assert prompt.text == "a b␛[2J"


def test_keys_that_type_nothing_are_not_taken() -> None:
    prompt = Prompt("a")
    assert not prompt.press("f5", None)
    assert not prompt.press("tab", "\t")
    assert prompt.text == "a"

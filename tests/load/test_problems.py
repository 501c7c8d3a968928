"""Problems are told with words of the file that are harmless, short and on one line."""

from tui.load.problems import LONGEST, quoted


def test_text_of_the_file_is_quoted_in_a_message() -> None:
    assert quoted("NATO HQ") == "“NATO HQ”"


def test_what_acts_on_a_terminal_is_made_visible() -> None:
    assert quoted("a\x1b[2Jb\u202ec") == "“a␛[2Jb<U+202E>c”"


def test_lines_are_joined_and_long_text_is_cut() -> None:
    assert quoted("one\n\n  two") == "“one two”"
    assert quoted("x" * 1000) == f"“{'x' * (LONGEST - 1)}…”"
    assert quoted("x" * LONGEST) == f"“{'x' * LONGEST}”"

"""What is told of a failure: where it was, and not a word of what was being read."""

from tui.app.failure import message, report

SECRET = "the words of a briefing"
ENVIRON = {"TERM": "xterm", "TMUX": "/tmp/secret-socket", "HOME": "/home/somebody"}


def failed(error: BaseException) -> BaseException:
    """An exception that has been raised within another."""
    text = SECRET
    try:
        try:
            raise KeyError(text)
        except KeyError as first:
            raise error from first
    except type(error) as second:
        return second


def test_a_report_says_where_it_failed_and_on_what_terminal() -> None:
    told = report(failed(ValueError(SECRET)), ENVIRON, (80, 24))
    assert "tests/app/test_failure.py:" in told
    assert " in failed: raise KeyError(text)\nKeyError\nwhich led to:\n" in told
    assert told.endswith("ValueError\n")
    assert "terminal 80x24 TERM=xterm TMUX\n" in told
    for private in (SECRET, "secret-socket", "somebody"):
        assert private not in told


def test_a_recursion_without_end_is_not_reported_in_full() -> None:
    def again() -> None:
        again()

    try:
        again()
    except RecursionError as error:
        assert report(error, {}, (80, 24)).count("\n") < 70


def test_the_reason_of_the_system_is_told_without_its_file() -> None:
    said = message(failed(OSError(28, SECRET, SECRET)), "saved in a file", is_kept=True)
    assert said.startswith(
        "briefing: the program failed (OSError ENOSPC, tests/app/test_failure.py:"
    )
    assert said.endswith("your place is kept; a report of it is saved in a file: please send it")
    assert SECRET not in said
    assert "\n" not in said


def test_nobody_is_asked_to_send_what_is_not_saved() -> None:
    said = message(failed(ValueError()), "not saved, since it is TLP:RED", is_kept=False)
    assert said.endswith("your place is not kept; a report of it is not saved, since it is TLP:RED")

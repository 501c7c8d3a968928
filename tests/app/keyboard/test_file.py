"""What a file of keys says."""

import pytest

from tui.app.keyboard.file import KeyFileEntry, read, written
from tui.app.keyboard.rebinding import bound
from tui.app.keyboard.table import KEYS
from tui.diagnostics import Report

FORMS = (
    '"view.matrix" = "f2"',
    'view.matrix = ["f2"]',
    '[view]\nmatrix = "F2"',
    '[keys]\n"view.matrix" = "f2"',
    '[keys]\nview.matrix = "f2"',
    '[keys.view]\nmatrix = "f2"',
    'keys = {view = {matrix = "f2"}}',
)


def lines(text: str) -> dict[str, KeyFileEntry]:
    report = Report()
    found = read(text, report)
    assert not len(report), [*report]
    return found


def problems(text: str) -> list[tuple[str, int, int, str, str]]:
    report = Report()
    read(text, report)
    return [
        (each.code, each.span.line, each.span.column, each.message, each.help) for each in report
    ]


@pytest.mark.parametrize("text", FORMS)
def test_a_command_is_written_in_any_way_that_toml_has(text: str) -> None:
    found = lines(text)["view.matrix"]
    assert [each.key for each in found.given] == ["f2"]
    assert found.previous is None


def test_a_command_with_two_ways_is_given_both_or_one() -> None:
    both = lines('list.item = {next = ["n", "down"], previous = "p"}')["list.item"]
    assert [each.key for each in both.next or ()] == ["n", "down"]
    assert [each.key for each in both.previous or ()] == ["p"]
    back = lines("[list.item]\nprevious = ['p']")["list.item"]
    assert back.next is None
    there = lines("list.item = ['n']")["list.item"]
    assert there.previous is None


def test_an_empty_list_leaves_a_command_no_key_either_way() -> None:
    assert lines("list.item = []")["list.item"][2:] == ((), ())
    assert lines("view.matrix = []")["view.matrix"].next == ()


def test_all_that_is_wrong_is_told_at_once_each_at_its_place() -> None:
    text = """[keys]
"list.itm" = "n"
view.matrix = ["f2", 3, "pgdwn"]
view.filter = {next = "x"}
list.item = {nxt = "n"}
pane.open = ["a"]
own.list = "a"
own.note = ["b", "b"]
own.lnk = "c"
[wall]
item = "n"
"""
    assert problems(text) == [
        ("unknown-command", 2, 1, "no command is called “list.itm”.", "Did you mean “list.item”?"),
        (
            "wrong-value",
            3,
            22,
            "a key is a text.",
            'Write it in quotation marks, as "n", and several in square brackets.',
        ),
        ("unknown-key", 3, 25, "no key is called “pgdwn”.", "Did you mean “pgdn”?"),
        (
            "wrong-value",
            4,
            1,
            "view.filter has one way only.",
            "Write its keys in square brackets, without “next” and “previous”.",
        ),
        ("wrong-value", 5, 14, "a command has no way “nxt”.", "Did you mean “next”?"),
        (
            "wrong-value",
            6,
            1,
            "pane.open has 11 keys, and here is one.",
            "Write one for each of 1 2 3 4 5 6 7 8 9 0 !, in this order, or [] for none.",
        ),
        ("bound-twice", 8, 18, "own.note has this key already.", "Write it once."),
        ("unknown-command", 9, 1, "no command is called “own.lnk”.", "Did you mean “own.link”?"),
        (
            "unknown-command",
            11,
            1,
            "no command is called “wall.item”.",
            "`briefing keys` names the commands.",
        ),
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[keys\n", ("key-syntax", 1, 6)),
        ('\n\n  view.matrix = "f2', ("key-syntax", 3, 20)),
        ("view.matrix = f2", ("key-syntax", 1, 15)),
        ("x = " + "[" * 5000, ("key-syntax", 1, 1)),
        ("x = " + "1" * 5000, ("key-syntax", 1, 1)),
        ("keys = 1", ("wrong-value", 1, 1)),
        ("list = 'n'", ("unknown-command", 1, 1)),
        ("[[list]]\nitem = 'n'", ("unknown-command", 1, 3)),
        ("[[list.item]]\nnext = 'n'", ("wrong-value", 1, 3)),
        ("[nothing]", ("unknown-command", 1, 2)),
        ("view.matrix = 'a'\n[keys]\nview.matrix = 'b'", ("bound-twice", 3, 1)),
    ],
)
def test_what_cannot_be_meant_has_a_place(text: str, problem: tuple[str, int, int]) -> None:
    assert [each[:3] for each in problems(text)] == [problem]


def test_a_file_that_is_written_out_is_read_as_it_was_meant() -> None:
    text = "\n".join(written(KEYS))
    assert bound("keys.toml", text).bindings.keys == KEYS
    changed = bound("keys.toml", 'view.matrix = "\\""\nlist.item.next = ["\\\\", "n"]').bindings
    assert changed.said == ""
    assert bound("keys.toml", "\n".join(written(changed.keys))).bindings.keys == changed.keys

"""The tree of a file: text, mappings and lists with their places, and what is left out of it."""

import gc
import weakref
from pathlib import Path

import pytest
import yaml

from tests.load.trees import mapping, tree
from tui.load import nodes
from tui.load.refusals import LONGEST
from tui.load.yaml_tree import UNREAD, List, Map

SEED = Path(__file__).parents[2] / "briefings" / "nato-rok-china-2022.yaml"


def test_every_scalar_stays_the_text_that_is_written() -> None:
    found = mapping("a: NO\nb: 1.10\nc: 0o17\nd: 2022-06\ne: 12:30:45\nf: ~\ng:\nh: .inf\n")
    assert list(found.values()) == ["NO", "1.10", "0o17", "2022-06", "12:30:45", "~", "", ".inf"]


def test_values_have_places_of_one_based_code_points() -> None:
    found = mapping("한국: 평화\nb:\n  - x\n  - {c: [y, 'z']}\n")
    assert found.span()[:2] == (1, 1)
    assert found.span("한국") == (1, 5, 2)
    assert found.span("b", 0)[:2] == (3, 5)
    assert found.span("b", 1, "c", 1) == (4, 13, 3)


def test_a_place_that_does_not_exist_is_that_of_the_nearest_that_does() -> None:
    found = mapping("a: x\nb: [y, {c: z}]\n")
    assert found.span("nothing") == found.span()
    assert found.span("a", "deeper", 3) == found.span("a")
    assert found.span("b", 7) == found.span("b")
    assert found.span("b", "c") == found.span("b")
    assert found.span("b", 1, "d", 0) == found.span("b", 1)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("a: x\nkey: y", (2, 1, 3)),
        ("a: key\n'key': y", (2, 1, 5)),
        ('a: x\n"key"  :   y', (2, 1, 5)),
        ("a: x\nkey: # the key\n  - y", (2, 1, 3)),
        ("a: x\nkey:", (2, 1, 3)),
        ("a: x\n? key\n: y", (2, 3, 3)),
        ("{a: x, key: y}", (1, 8, 3)),
        ("{a: x, key}", (1, 8, 3)),
        ("a: {key: 1}\nkey: {key: y}", (2, 1, 3)),
    ],
)
def test_a_key_has_its_place_too(text: str, span: tuple[int, int, int]) -> None:
    assert mapping(text).key_span("key") == span


def test_the_length_of_a_span_is_that_of_the_text_on_its_first_line() -> None:
    found = mapping("a: \"x\\\"y\" # z\nb: |-\n  block\nc: one\n  two\nd: x, y\ne: 'it''s'\n")
    assert [found.span(name).length for name in "abcde"] == [6, 1, 3, 4, 7]


def test_how_a_text_is_written_can_be_told_from_its_place() -> None:
    found = mapping("a: x\nb: 'x'\nc: >-\n  x\nd: |-\n  x\n")
    page, starts = found.page, found.values_at
    assert [page.is_plain(start) for start in starts] == [True, False, False, False]
    assert [page.is_folded(start) for start in starts] == [False, False, True, False]


def test_all_that_stands_before_a_syntax_error_is_kept_and_marked_as_cut() -> None:
    parsed, problems = tree("a: x\nb:\n  - c: y\n    d: [1, 2, @]\n  - e: z\n")
    assert parsed.root == {"a": "x", "b": [{"c": "y", "d": ["1", "2"]}]}
    assert not parsed.whole
    assert isinstance(parsed.root, Map)
    inner = parsed.root["b"]
    assert isinstance(inner, List)
    assert (parsed.root.cut, inner.cut) == (True, True)
    assert [problem.code for problem in problems.found()] == ["yaml-syntax"]


def test_what_is_refused_is_left_out_and_the_rest_is_read() -> None:
    parsed, _ = tree("a: !t x\nb: &n [y]\nc: *n\n<<: {d: e}\n? [f]\n: g\na: h\nz: end\n")
    assert parsed.root == {"a": "x", "b": ["y"], "c": UNREAD, "z": "end"}
    assert parsed.whole


def test_a_value_behind_an_anchor_or_tag_has_a_place_of_its_own() -> None:
    parsed, _ = tree("a: &x !y 'z'\n")
    assert isinstance(parsed.root, Map)
    assert parsed.root.span("a") == (1, 10, 3)


def test_nesting_is_read_to_thirty_two_levels_and_skipped_below() -> None:
    deepest = "[" * 31 + "]" * 31
    assert tree(f"a: {deepest}\nb: x\n")[1].found() == ()
    parsed, problems = tree(f"a: [{deepest}]\nb: x\n")
    assert [problem.code for problem in problems.found()] == ["too-deep"]
    assert isinstance(parsed.root, Map)
    assert parsed.root["b"] == "x"


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_endless_nesting_ends_the_reading(opening: str) -> None:
    parsed, problems = tree(f"title: x\nrest: \n {opening * 100_000}")
    assert not parsed.whole
    assert "too-deep" in {problem.code for problem in problems.found()} or opening == "? "


def test_a_text_of_one_mebibyte_is_read_and_a_longer_one_is_not() -> None:
    longest = "가" * (LONGEST // 3)
    assert mapping(f"a: {longest}")["a"] == longest
    parsed, _ = tree(f"a: {longest}가\nb: x")
    assert parsed.root == {"a": UNREAD, "b": "x"}


def test_the_limit_of_nodes_counts_keys_texts_mappings_and_lists(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(nodes, "MOST_NODES", 10)
    assert tree("a: [b, c, {d: e}]\nf: g\n")[1].found() == ()
    parsed, problems = tree("a: [b, c, {d: e}]\nf: g\nh: i\n")
    assert [problem.code for problem in problems.found()] == ["too-many-nodes"]
    assert not parsed.whole


def test_control_characters_are_kept_in_the_values_that_have_them() -> None:
    parsed, _ = tree("a: x\x0cy\nb: [x\x85y, z\u2028]\nc: 'x\ry'\n")
    assert parsed.root == {"a": "x\x0cy", "b": ["x\x85y", "z\u2028"], "c": "x\ry"}


def test_crlf_is_read_as_lf_and_a_byte_order_mark_is_not_text() -> None:
    parsed, _ = tree("\ufeffa: |\r\n  x\r\n  y\r\n")
    assert parsed.root == {"a": "x\ny\n"}


@pytest.mark.parametrize("text", ["", "\n\n", "# a remark\n", "---\n", "%YAML 1.1\n---\n"])
def test_an_empty_file_has_no_mapping(text: str) -> None:
    parsed, _ = tree(text)
    assert parsed.root in (None, "")


def test_without_libyaml_the_tree_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = SEED.read_text("utf-8") + "\nfoo: {a: *b}\nbar: [\n"
    fast = tree(text)
    monkeypatch.delattr(yaml, "CSafeLoader")
    slow = tree(text)
    assert slow[0].root == fast[0].root
    assert [each.span for each in slow[1].found()] == [each.span for each in fast[1].found()]


def test_a_tree_is_freed_without_the_garbage_collector() -> None:
    gc.disable()
    try:
        page = weakref.ref(mapping("a: [x, {b: c}]").page)
        assert page() is None
    finally:
        gc.enable()

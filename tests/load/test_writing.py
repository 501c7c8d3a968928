"""Scalars that are written anew: in their own style, and read back as what was meant."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.load.writing import rewrite, scalars

TEXT = st.one_of(
    st.text(st.sampled_from("ab #:'\"\\-|>%@&*!?{}[],’“\n\t\u00a0\x85\u2028\x1b中é"), min_size=1),
    st.sampled_from(["null", "~", "- a", "a: b", "a #b", "true", "key:", "? a", "’tis", " a "]),
)
FILES = {
    "literal": "k:\n  - exact: |-  # remark\n      old\n      text\n\n    after: 1\n",
    "kept": "k:\n  - exact: |+\n      old\n\n\n    after: 1\n",
    "indented": "k:\n  - exact: |2-\n        old\n      text\n    after: 1\n",
    "folded": "k:\n  - exact: >\n      old\n      text\n\n    after: 1\n",
    "single": "k:\n  - exact: 'it''s\n      old'  # remark\n    after: 1\n",
    "double": 'k:\n  - exact: "old\\\n      \\n text"  # remark\n    after: 1\n',
    "plain": "k:\n  - exact: old\n      text  # remark\n    after: 1\n",
    "flow": "k: [{exact: old text, after: '1'}]\n",
    "quoted in flow": "k: [{exact: 'old text', after: '1'}]\n",
    "last": "k:\n- after: 1\n  exact: |\n   old",
}


def rewritten(file: str, text: str) -> str:
    """The file with another text of `exact`."""
    start = next(
        start for start in scalars(file) if file[:start].rstrip().endswith("exact:") and start
    )
    low, high, written = rewrite(file, scalars(file)[start], text, flow="{" in file)
    return file[:low] + written + file[high:]


@pytest.mark.parametrize("style", FILES)
@given(text=TEXT)
@settings(max_examples=40, deadline=None)
def test_any_text_is_read_back_in_any_style_and_nothing_else_changes(style: str, text: str) -> None:
    changed = rewritten(FILES[style], text)
    [read] = yaml.load(changed, yaml.CBaseLoader)["k"]
    assert read == {"exact": text, "after": "1"}
    assert changed.count("# remark") == FILES[style].count("# remark") + text.count("# remark")


@pytest.mark.parametrize(
    ("style", "written"),
    [
        ("literal", "exact: |-  # remark\n      It’s\n      so.\n\n    after"),
        ("kept", "exact: |-\n      It’s\n      so.\n\n\n    after"),
        ("indented", "exact: |2-\n      It’s\n      so.\n    after"),
        ("folded", "exact: |-\n      It’s\n      so.\n\n    after"),
        ("single", 'exact: "It’s\\nso."  # remark\n    after'),
        ("flow", '{exact: "It’s\\nso.", after'),
        ("last", "exact: |-\n   It’s\n   so."),
    ],
)
def test_lines_are_written_as_lines_where_the_style_has_them(style: str, written: str) -> None:
    assert written in rewritten(FILES[style], "It’s\nso.")


@pytest.mark.parametrize(
    ("style", "written"),
    [
        ("single", "exact: 'It''s “so”, and: so'  # remark\n"),
        ("double", 'exact: "It\'s “so”, and: so"  # remark\n'),
        ("plain", 'exact: "It\'s “so”, and: so"  # remark\n'),
        ("quoted in flow", "{exact: 'It''s “so”, and: so', "),
    ],
)
def test_one_line_keeps_its_quotation_marks_or_gets_them_where_it_needs_them(
    style: str, written: str
) -> None:
    assert written in rewritten(FILES[style], "It's “so”, and: so")


def test_a_plain_text_stays_plain_where_it_can_be() -> None:
    assert "exact: It’s “so”, too  # remark\n" in rewritten(FILES["plain"], "It’s “so”, too")
    assert '{exact: "It’s “so”, too", ' in rewritten(FILES["flow"], "It’s “so”, too")
    assert "{exact: It’s “so”, after" in rewritten(FILES["flow"], "It’s “so”")


def test_what_cannot_be_seen_is_escaped() -> None:
    assert 'exact: "a\\u202eb\\x1b"  # remark\n' in rewritten(FILES["literal"], "a\u202eb\x1b")

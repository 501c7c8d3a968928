"""From a file to a document: everything in it, and whatever is in the file nothing is raised."""

import gc
import hashlib
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.load import load_document, load_text
from tui.model.briefing import Briefing
from tui.model.document import Document, VerificationState
from tui.model.fields import fields_of

SEED = Path(__file__).parents[2] / "briefings" / "nato-rok-china-2022.yaml"
TEXT = SEED.read_text("utf-8")
LINES = TEXT.split("\n")
KEYS = [each.name for each in fields_of(Briefing)]

BRIEFING = b"""\
format: briefing/1
id: example
title: Example
bottom_line: Nothing has changed.
panes:
  - role: background
    sections:
      - claims: [{id: c1, text: It is so., cites: [x1, x2]}]
sources: [{id: s1, file: source.txt, short: a source}]
excerpts:
  - {id: x1, exact: It is so, voice: narrator}
  - {id: x2, exact: It is otherwise, voice: narrator}
"""


def test_a_file_becomes_a_document_with_its_copies_and_proofs(tmp_path: Path) -> None:
    (tmp_path / "source.txt").write_text("They say: It is so.\n")
    file = tmp_path / "briefing.yaml"
    file.write_bytes(BRIEFING)
    document = load_document(file)
    assert document.name == str(file)
    assert document.text == BRIEFING.decode()
    assert document.sha256 == hashlib.sha256(BRIEFING).hexdigest()
    assert document.copies["s1"].text == "They say: It is so.\n"
    states = {id: found.state for id, found in document.verifications.items()}
    assert states == {"x1": VerificationState.VERBATIM, "x2": VerificationState.MISMATCH}
    assert [each.id for each in document.cited("c1")] == ["x1", "x2"]
    assert "quote-not-found" in {problem.code for problem in document.problems}


def test_bytes_without_a_folder_have_the_folders_that_are_given(tmp_path: Path) -> None:
    (tmp_path / "source.txt").write_text("It is so.\n")
    alone = load_text(BRIEFING, "standard input", folder=None)
    assert "source-outside" in {problem.code for problem in alone.problems}
    rooted = load_text(BRIEFING, "standard input", folder=None, roots=[tmp_path])
    assert rooted.verifications["x1"].state is VerificationState.VERBATIM


def test_the_briefing_that_comes_with_the_program_is_clean() -> None:
    document = load_document(SEED)
    assert {problem.severity.value for problem in document.problems} <= {"information"}
    assert {found.state for found in document.verifications.values()} == {
        VerificationState.VERBATIM
    }


@pytest.mark.parametrize("name", ["absent.yaml", "."])
def test_only_a_file_that_cannot_be_opened_raises(tmp_path: Path, name: str) -> None:
    with pytest.raises(OSError, match=r".+"):
        load_document(tmp_path / name)


def test_problems_of_all_steps_stand_in_the_order_of_the_file() -> None:
    text = BRIEFING.replace(b"title", b"titel").replace(b"It is otherwise", b"a\x07")
    spans = [problem.span for problem in load_text(text, "x", folder=None).problems]
    assert len(spans) > 2
    assert spans == sorted(spans)


def test_the_garbage_collector_is_left_as_it_was() -> None:
    assert gc.isenabled()
    load_text(BRIEFING, "x", folder=None)
    assert gc.isenabled()
    gc.disable()
    try:
        load_text(BRIEFING, "x", folder=None)
        assert not gc.isenabled()
    finally:
        gc.enable()


# laws

Values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from([*KEYS, "text", "cites", "role", "x"]), inner, max_size=5)
    ),
    max_leaves=25,
)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
@example(b"\xff\xfea")
@example(b"\xef\xbb\xbf")
@example(b"- \xed\xa0\x80")
def test_no_bytes_are_too_odd(data: bytes) -> None:
    assert_whole(load_text(data, "x", folder=None))


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        st.sampled_from("ab:- \n\t[]{},&*!|>'\"#%@?\\~\r\0\x85\u2028\u202e\ufeff1"), max_size=80
    )
)
@example("? ? ? a")
@example("a: &b\n")
@example("- !!x\n- ")
@example("&a\n\n#\n")
@example('"a" : "\\')
def test_no_text_is_too_odd(text: str) -> None:
    assert_whole(load_text(text.encode(), "x", folder=None))
    assert_whole(load_text(f"title: x\npanes:\n  - {text}".encode(), "x", folder=None))


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), Values, max_size=8), st.booleans())
def test_no_structure_is_too_odd(value: Any, flow: bool) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow)
    assert_whole(load_text(text.encode(), "x", folder=None))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_change_of_a_real_briefing_is_too_odd(data: st.DataObject) -> None:
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(["delete", "repeat", "move", "type", "cut"])):
            case "delete":
                del lines[at]
            case "repeat":
                lines.insert(at, lines[at])
            case "move":
                lines.insert(data.draw(st.integers(0, len(lines))), lines[at])
            case "type":
                column = data.draw(st.integers(0, len(lines[at])))
                typed = data.draw(
                    st.text(max_size=3) | st.sampled_from([": ", "[", "- ", '"', "#"])
                )
                lines[at] = lines[at][:column] + typed + lines[at][column:]
            case "cut":
                lines[at] = lines[at][data.draw(st.integers(0, 6)) :]
        lines = lines or [""]
    assert_whole(load_text("\n".join(lines).encode("utf-8", "replace"), "x", folder=SEED.parent))


def assert_whole(document: Document) -> None:
    """A document is complete, and its problems are in the file."""
    lines = document.text.split("\n")
    for problem in document.problems:
        assert 1 <= problem.span.line <= len(lines), problem
        assert 1 <= problem.span.column <= len(lines[problem.span.line - 1]) + 1, problem
        assert problem.span.length >= 1
    assert {each.id for each in document.briefing.excerpts} == document.verifications.keys()
    assert {pane.id for pane in document.briefing.panes} <= document.items.keys()

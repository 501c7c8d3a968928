"""Voices that a source does not name are called so."""

from pathlib import Path

import pytest

from tests.checks.briefings import found, load, messages

EXCERPT = """\
panes: [{role: actors}]
actors:
  - {id: paper, name: The paper, kind: media}
  - {id: hale, name: Tom Hale, kind: person}
sources: [{id: s}]
excerpts:
  - §id: x1
    voice: indirect
    exact: %s
"""


@pytest.mark.parametrize(
    ("exact", "words"),
    [
        ("But analysts believe that it is so.", "analysts believe"),
        ("Observers in the capital warn of it.", "Observers in the capital warn"),
        ("Many argue that it is so.", "Many argue"),
        ("Diplomatic sources said so.", "Diplomatic sources said"),
        ("It is so, according to local experts.", "according to local experts"),
        ("It was widely believed that it is so.", "It was widely believed"),
        ("Later it became known that it is so.", "it became known"),
        ("Some claim it, as it is often said, and experts believe it.", "Some claim"),
        ("It is often said, and experts believe it, as some claim.", "It is often said"),
    ],
)
def test_who_is_not_named_is_told_in_the_words_of_the_source(
    exact: str, words: str, tmp_path: Path
) -> None:
    (told,) = messages(load(EXCERPT % exact, tmp_path))
    assert told == (
        f"excerpt x1 is the word of somebody unnamed, “{words}”. "
        f"Add `{{unnamed: true, cue: {words}}}` to its `chain`."
    )


@pytest.mark.parametrize(
    ("chain", "expected"),
    [
        ("{unnamed: true, cue: critics say}", []),
        ("{agent: paper, cue: critics say}", ["unnamed-agent"]),
        ("{agent: hale, cue: Hale told us}", []),
        ("{agent: paper, inferred: true, basis: They are its own critics.}", []),
    ],
)
def test_a_chain_may_settle_who_it_is(chain: str, expected: list[str], tmp_path: Path) -> None:
    text = EXCERPT.replace("    exact", f"    chain: [{chain}]\n    exact")
    codes = [code for *_, code in found(load(text % "Hale told us that critics say so.", tmp_path))]
    assert codes == expected


def test_other_languages_are_left_alone(tmp_path: Path) -> None:
    text = EXCERPT.replace("{id: s}", "{id: s, lang: de}")
    assert found(load(text % "It is noted that analysts believe so.", tmp_path)) == []

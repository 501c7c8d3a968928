"""Attributions are supported by the source, and unnamed speakers are marked as such."""

from pathlib import Path

import pytest

from tests.checks.briefings import found, load, marked, messages

EXACT = "Earlier, Chinese Foreign Minister Wang Yi has also stated that China is ready"


def excerpt(voice: str, hop: str, exact: str = EXACT, rest: str = "") -> str:
    return (
        "panes: [{role: actors}]\n"
        "actors: [{id: wang-yi, name: Wang Yi, kind: person}]\n"
        f"excerpts:\n  - id: x1\n    voice: {voice}\n"
        f"    chain: [{hop}]\n    exact: {exact}\n{rest}"
    )


def test_a_cue_that_is_not_in_the_sentence_is_reported(tmp_path: Path) -> None:
    text = excerpt("indirect", "{agent: wang-yi, cue: §shouted at}")
    document = load(text, tmp_path)
    assert found(document) == marked(text, "cue-not-in-source")
    assert messages(document)[0].startswith("“shouted at” is not in the sentence of excerpt x1")


@pytest.mark.parametrize("cue", ["Wang Yi has also stated that", "on peninsular affairs"])
def test_a_cue_can_be_anywhere_in_the_sentence(cue: str, tmp_path: Path) -> None:
    text = excerpt("indirect", f"{{agent: wang-yi, cue: {cue}}}")
    assert found(load(text, tmp_path)) == []


def test_a_cue_can_be_on_another_line_of_a_wrapped_copy(tmp_path: Path) -> None:
    (tmp_path / "w.txt").write_text("It rains. Wang Yi said on 15. May\nthat it is so.\n", "utf-8")
    rest = "sources: [{id: article, file: w.txt}]\n"
    text = excerpt("indirect", "{agent: wang-yi, cue: Wang Yi said}", "that it is so.", rest)
    assert found(load(text, tmp_path)) == []
    text = excerpt("indirect", "{agent: wang-yi, cue: It rains}", "that it is so.", rest)
    assert [code for _, _, code in found(load(text, tmp_path))] == ["cue-not-in-source"]


def test_a_sentence_that_ends_in_a_number_ends_there(tmp_path: Path) -> None:
    (tmp_path / "w.txt").write_text("Wang Yi came on May 5. So it is.\n", "utf-8")
    rest = "sources: [{id: article, file: w.txt}]\n"
    text = excerpt("indirect", "{agent: wang-yi, cue: §Wang Yi came}", "So it is.", rest)
    assert found(load(text, tmp_path)) == marked(text, "cue-not-in-source")


def test_cues_of_an_unlocated_excerpt_are_not_checked(tmp_path: Path) -> None:
    text = excerpt("indirect", "{agent: wang-yi, cue: shouted}", "§China is never ready to talk")
    assert found(load(text, tmp_path)) == marked(text, "quote-not-found")


@pytest.mark.parametrize("hop", ["", "{unnamed: true, cue: Wang Yi has}"])
def test_direct_speech_needs_a_named_speaker(hop: str, tmp_path: Path) -> None:
    rest = "    quotation_marks: {opening: missing, closing: missing}\n"
    text = excerpt("§direct", hop, rest=rest)
    assert found(load(text, tmp_path)) == marked(text, "direct-voice-without-speaker")


def test_direct_speech_without_quotation_marks_is_reported(tmp_path: Path) -> None:
    text = excerpt("§direct", "{agent: wang-yi, cue: Wang Yi has}")
    assert found(load(text, tmp_path)) == marked(text, "direct-without-quotation-marks")


@pytest.mark.parametrize(
    "copy",
    [
        "“It is so,” said Wang Yi.",
        "‘It is so,’ said Wang Yi.",
        "'It is so,' said Wang Yi.",
        "«It is so», said Wang Yi.",
        "「It is so」 said Wang Yi.",
        "『It is so』 said Wang Yi.",
        "Wang Yi: “One thing first. It is so. That is all.”",
        "— It is so, said Wang Yi.",
    ],
)
def test_quotation_marks_of_all_kinds_are_recognised(copy: str, tmp_path: Path) -> None:
    (tmp_path / "w.txt").write_text(f"It rains.\n\n{copy}\n", "utf-8")
    rest = "sources: [{id: article, file: w.txt}]\n"
    hop = "{agent: wang-yi, inferred: true, basis: He is named.}"
    assert found(load(excerpt("direct", hop, "It is so", rest), tmp_path)) == []


def test_apostrophes_and_closed_quotations_do_not_mark_direct_speech(tmp_path: Path) -> None:
    copy = "“No,” it said. Wang Yi’s word is the ministers’ word and it's so.\n"
    (tmp_path / "w.txt").write_text(copy, "utf-8")
    rest = "sources: [{id: article, file: w.txt}]\n"
    hop = "{agent: wang-yi, cue: Wang Yi’s word}"
    codes = [code for _, _, code in found(load(excerpt("direct", hop, "it's so", rest), tmp_path))]
    assert codes == ["direct-without-quotation-marks"]


@pytest.mark.parametrize("hop", ["{agent: wang-yi}", "{agent: wang-yi, inferred: true}"])
def test_the_last_hop_needs_a_cue_or_an_inference_with_a_basis(hop: str, tmp_path: Path) -> None:
    text = excerpt("indirect", f"§{hop}")
    assert found(load(text, tmp_path)) == marked(text, "hop-without-cue")
    text = excerpt("indirect", "{agent: wang-yi, inferred: true, basis: He is named.}")
    assert found(load(text, tmp_path)) == []


UNNAMED = """\
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
def test_an_unnamed_speaker_is_reported_in_the_words_of_the_source(
    exact: str, words: str, tmp_path: Path
) -> None:
    (message,) = messages(load(UNNAMED % exact, tmp_path))
    assert message == (
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
def test_a_chain_can_resolve_an_unnamed_speaker(
    chain: str, expected: list[str], tmp_path: Path
) -> None:
    text = UNNAMED.replace("    exact", f"    chain: [{chain}]\n    exact")
    codes = [code for *_, code in found(load(text % "Hale told us that critics say so.", tmp_path))]
    assert codes == expected


def test_unnamed_speakers_are_checked_only_in_english(tmp_path: Path) -> None:
    text = UNNAMED.replace("{id: s}", "{id: s, lang: de}")
    assert found(load(text % "It is noted that analysts believe so.", tmp_path)) == []

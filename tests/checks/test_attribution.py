"""Who is said to have said it follows from what the source has there."""

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


def test_a_cue_that_the_sentence_does_not_have_is_found(tmp_path: Path) -> None:
    text = excerpt("indirect", "{agent: wang-yi, cue: §shouted at}")
    document = load(text, tmp_path)
    assert found(document) == marked(text, "cue-not-in-source")
    assert messages(document)[0].startswith("“shouted at” is not in the sentence of excerpt x1")


@pytest.mark.parametrize("cue", ["Wang Yi has also stated that", "on peninsular affairs"])
def test_a_cue_stands_anywhere_in_the_sentence(cue: str, tmp_path: Path) -> None:
    text = excerpt("indirect", f"{{agent: wang-yi, cue: {cue}}}")
    assert found(load(text, tmp_path)) == []


def test_a_cue_may_stand_on_another_line_of_a_wrapped_copy(tmp_path: Path) -> None:
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


def test_of_an_excerpt_that_is_not_located_no_cue_is_judged(tmp_path: Path) -> None:
    text = excerpt("indirect", "{agent: wang-yi, cue: shouted}", "§China is never ready to talk")
    assert found(load(text, tmp_path)) == marked(text, "quote-not-found")


@pytest.mark.parametrize("hop", ["", "{unnamed: true, cue: Wang Yi has}"])
def test_direct_speech_has_a_named_speaker(hop: str, tmp_path: Path) -> None:
    rest = "    quotation_marks: {opening: missing, closing: missing}\n"
    text = excerpt("§direct", hop, rest=rest)
    assert found(load(text, tmp_path)) == marked(text, "direct-voice-without-speaker")


def test_direct_speech_without_marks_may_be_a_paraphrase(tmp_path: Path) -> None:
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
def test_marks_of_all_kinds_are_known(copy: str, tmp_path: Path) -> None:
    (tmp_path / "w.txt").write_text(f"It rains.\n\n{copy}\n", "utf-8")
    rest = "sources: [{id: article, file: w.txt}]\n"
    hop = "{agent: wang-yi, inferred: true, basis: He is named.}"
    assert found(load(excerpt("direct", hop, "It is so", rest), tmp_path)) == []


def test_an_apostrophe_and_a_quotation_that_is_closed_are_no_marks(tmp_path: Path) -> None:
    copy = "“No,” it said. Wang Yi’s word is the ministers’ word and it's so.\n"
    (tmp_path / "w.txt").write_text(copy, "utf-8")
    rest = "sources: [{id: article, file: w.txt}]\n"
    hop = "{agent: wang-yi, cue: Wang Yi’s word}"
    codes = [code for _, _, code in found(load(excerpt("direct", hop, "it's so", rest), tmp_path))]
    assert codes == ["direct-without-quotation-marks"]


@pytest.mark.parametrize("hop", ["{agent: wang-yi}", "{agent: wang-yi, inferred: true}"])
def test_the_last_hop_has_a_cue_or_is_inferred_with_a_basis(hop: str, tmp_path: Path) -> None:
    text = excerpt("indirect", f"§{hop}")
    assert found(load(text, tmp_path)) == marked(text, "hop-without-cue")
    text = excerpt("indirect", "{agent: wang-yi, inferred: true, basis: He is named.}")
    assert found(load(text, tmp_path)) == []

"""Excerpts that split a word, cut off a condition or omit an attribution are reported."""

from pathlib import Path

import pytest

from tests.checks.briefings import found, load, marked, messages


def examine(source: str, exact: str, folder: Path, rest: str = "") -> list[str]:
    (folder / "source.txt").write_text(source, "utf-8")
    text = (
        f"excerpts:\n  - id: x1\n    exact: |-\n      {exact}\n{rest}\n"
        "sources: [{id: s, file: source.txt}]\n"
    )
    return [code for _, _, code in found(load(text, folder))]


@pytest.mark.parametrize(
    ("source", "exact"),
    [
        ("It is unlikely to rain.", "likely to rain"),
        ("It is unlikely to rain.", "It is un"),
        ("The non-proliferation talks failed.", "proliferation talks failed"),
        ("They meet on June 29-30 in Spain.", "They meet on June 29"),
        ("They don’t agree.", "They don"),
        ("They don’t agree.", "t agree"),
        ("Die Straße ist gesperrt.", "Die Stra"),
        ("В Москве обсуждают встречу.", "Москве обсуж"),
    ],
)
def test_a_split_word_is_reported(source: str, exact: str, tmp_path: Path) -> None:
    assert examine(source, exact, tmp_path) == ["quote-splits-word"]


@pytest.mark.parametrize(
    ("source", "exact"),
    [
        ("South Korea’s Yoon agreed.", "South Korea"),
        ("The ministers’ meeting ended.", "The ministers"),
        ("They met—and agreed.", "They met"),
        ("From 2005–2010 it grew.", "From 2005"),
        ("He said “yes” to it.", "He said “yes”"),
        ("中国外交部长王毅表示支持。", "外交部长王毅"),
        ("윤석열 대통령은 회의에 참석한다.", "윤석열 대통령"),
        ("การประชุมสุดยอดนาโต้", "ประชุมสุดยอด"),
    ],
)
def test_whole_words_are_accepted(source: str, exact: str, tmp_path: Path) -> None:
    assert examine(source, exact, tmp_path) == []


@pytest.mark.parametrize(
    "rest",
    [
        " if enacted.",
        ", if enacted.",
        " unless Congress objects.",
        ", but only in part.",
        ", although not soon.",
        " (except Japan).",
        ", reportedly.",
        " and only then.",
        " as long as it pays.",
        " — but not all.",
    ],
)
def test_a_clipped_qualifier_is_reported(rest: str, tmp_path: Path) -> None:
    exact = "The bill includes South Korea"
    assert examine(exact + rest, exact, tmp_path) == ["quote-clips-qualifier"]


@pytest.mark.parametrize(
    "rest",
    [
        ". But it failed.",
        " and three others.",
        ", which is new.",
        ", butter and guns.",
        "\n\nOnly then did it fail.",
        ", ifs and buts aside.",
    ],
)
def test_other_continuations_are_accepted(rest: str, tmp_path: Path) -> None:
    exact = "The bill includes South Korea"
    assert examine(exact + rest, exact, tmp_path) == []


def two_excerpts(cites: str) -> str:
    return (
        "    source: s\n  - {id: x2, source: s, exact: but not Japan}\n"
        f"panes: [{{role: issue, sections: [{{claims: [{{text: So it says., {cites}}}]}}]}}]"
    )


def test_a_qualifier_cited_in_another_excerpt_is_not_clipped(tmp_path: Path) -> None:
    source, exact = "It includes Korea, but not Japan.", "It includes Korea"
    together, apart = two_excerpts("cites: [x1, x2]"), two_excerpts("cites: [x1]")
    assert examine(source, exact, tmp_path, together) == []
    assert examine(source, exact, tmp_path, apart) == ["quote-clips-qualifier"]


@pytest.mark.parametrize(
    "lead",
    [
        "But analysts believe that ",
        "It is noted that ",
        "Recently it also became known that ",
        "NATO’s official website states that ",
        "The Service also stated that ",
        "Analysts at the Korean Times say ",
        "Da Zhigang, director of the Institute of Asian Studies, told the newspaper that ",
        "The minister said on Monday that ",
        "According to Xinhua, ",
        "In the view of the ministry, ",
        "Reportedly ",
        "Perhaps ",
        "It seems that ",
        "If the bill passes, ",
        "But analysts believe that to do this, ",
    ],
)
def test_an_omitted_attribution_or_hedge_is_reported(lead: str, tmp_path: Path) -> None:
    exact = "South Korea will join the centre"
    assert examine(f"{lead}{exact} soon.", exact, tmp_path) == ["attribution-left-out"]


@pytest.mark.parametrize(
    "lead",
    [
        "In early May of this year, ",
        "Thus, on May 5, ",
        "Therefore, it is worth noting that ",
        "It should be noted that ",
        "It is one of the states that fear that day; ",
        "The treaty makes it the first member state that ",
        "The minister said that all is well, and ",
        "So great were the gains that ",
        "For the first time, in December 2020, ",
        "Last year, the bill already required that ",
    ],
)
def test_other_beginnings_can_be_omitted(lead: str, tmp_path: Path) -> None:
    exact = "South Korea will join the centre"
    assert examine(f"{lead}{exact} soon.", exact, tmp_path) == []


def test_an_attribution_in_the_previous_sentence_is_not_required(tmp_path: Path) -> None:
    source = "Analysts believe that it will. South Korea will join soon."
    assert examine(source, "South Korea will join", tmp_path) == []


@pytest.mark.parametrize(
    ("cue", "codes"),
    [("analysts believe", []), ("analysts", ["attribution-left-out"])],
)
def test_a_cue_can_contain_the_attribution(cue: str, codes: list[str], tmp_path: Path) -> None:
    source, exact = "But analysts believe that it will fail.", "it will fail"
    chain = f"    chain: [{{unnamed: true, cue: {cue}}}]"
    assert examine(source, exact, tmp_path, chain) == codes


def test_the_message_quotes_the_omitted_attribution(tmp_path: Path) -> None:
    text = "excerpts: [{id: x-seoul, exact: §to do this}]"
    document = load(text, tmp_path)
    assert found(document) == marked(text, "attribution-left-out")
    assert messages(document) == [
        "excerpt x-seoul begins after “But analysts believe that”. Include it, or make it a cue."
    ]

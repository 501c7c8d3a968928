"""Marks are paired in excerpts; in own prose they enclose only quotations."""

from pathlib import Path

import pytest

from tests.checks.briefings import found, load, marked, messages

EXCERPTS = (
    "excerpts:\n"
    "  - {id: x-partner, exact: South Korea is a NATO global partner}\n"
    "  - {id: x-globe, exact: often referred to as “partners across the globe”}\n"
    "sources:\n  - {id: article, file: article.txt, short: an undated article,\n"
    "     derived_from: [{text: “Global Times” article}]}\n"
)


def claim(text: str, cites: str = "x-partner") -> str:
    return (
        "panes:\n  - role: issue\n    sections:\n      - claims:\n"
        f"          - text: §{text}\n            cites: [{cites}]\n{EXCERPTS}"
    )


@pytest.mark.parametrize(
    "text",
    [
        "It is a “close ally” of NATO.",
        'It is a "close ally" of NATO.',
        "It is a ‘close ally’ of NATO.",
        "It is a 'close ally' of NATO.",
        "It is a «close ally» of NATO.",
        "It is a “NATO global part” of it.",
        "It is a “NATO … ally” of it.",
        "It is a “partner global” of it.",
    ],
)
def test_words_in_no_cited_excerpt_are_reported(text: str, tmp_path: Path) -> None:
    whole = claim(text)
    assert found(load(whole, tmp_path)) == marked(whole, "unverified-quotation-marks")


@pytest.mark.parametrize(
    "text",
    [
        "It is a “global partner” of NATO.",
        'It is a "global partner" of NATO.',
        "It is a ‘Global partner’ of NATO.",
        "It is a “NATO … partner.”",
        "It is a “NATO [...] partner” now.",
        "“[It] is a NATO global partner”, it says.",
        "It is the ministers’ and the states' own.",
        "It was 5' 10\" tall.",
    ],
)
def test_words_of_a_cited_excerpt_can_be_quoted(text: str, tmp_path: Path) -> None:
    assert found(load(claim(text).replace("§", ""), tmp_path)) == []


def test_an_uncited_excerpt_with_the_words_is_suggested(tmp_path: Path) -> None:
    text = claim("Such are “partners across the globe”.")
    document = load(text, tmp_path)
    assert found(document) == marked(text, "unverified-quotation-marks")
    assert "it stands in x-globe. Cite x-globe" in messages(document)[0]
    both = claim("Such are “partners across the globe”.", "x-partner, x-globe").replace("§", "")
    assert found(load(both, tmp_path)) == []


def test_declared_names_can_be_in_quotation_marks(tmp_path: Path) -> None:
    text = claim("The “Five Eyes” and the “Global Times” article.").replace("§", "")
    five = "  - {id: eyes, name: The Group, also: Five Eyes, kind: group, cites: [x-globe]}\n"
    named = text.replace("“Global Times” article.", "“The Group”.")
    panes = named.replace("panes:", "panes:\n  - {role: actors}")
    assert found(load(f"actors:\n{five}{panes}", tmp_path)) == []


@pytest.mark.parametrize(
    "fragment",
    [
        "bottom_line: §It is a “close ally”.",
        "source_summary: §It is a “close ally”.",
        "key_judgments: [{id: j1, text: §It is a “close ally”.}]",
        "key_judgments: [{id: j1, text: It is so., basis: §It is a “close ally”.}]",
        "key_judgments: [{id: j1, text: It is so., gaps: [§It is a “close ally”.]}]",
        "panes: [{role: issue, sections: [{heading: §The “close ally”, claims: []}]}]",
        "panes: [{role: issue, timeline: [{title: §The “close ally”}]}]",
        "panes: [{role: issue, timeline: [{title: It is so, text: §The “close ally”}]}]",
        "panes: [{role: outlook, watch: [§The “close ally”.]}]",
    ],
)
def test_all_own_prose_is_checked(fragment: str, tmp_path: Path) -> None:
    text = f"{fragment}\n{EXCERPTS}"
    assert found(load(text, tmp_path)) == marked(text, "unverified-quotation-marks")


@pytest.mark.parametrize(
    "fragment",
    [
        "bottom_line: It is a “global partner”.",
        "source_summary: It is a “global partner”.",
        "notes: [{on: x-partner, text: One would say “close ally”.}]",
        "key_judgments: [{id: j1, text: It is a “global partner”., supported_by: [c1]}]\n"
        "panes: [{role: issue, sections: [{heading: The “global partner”, claims: [\n"
        "  {id: c1, text: It is so., cites: [x-partner]}]}]}]",
        "panes: [{role: issue, timeline: [{title: It is so, when: {undated: true,\n"
        "  basis: It says “soon”.}}]}]",
    ],
)
def test_indirect_evidence_and_notes_allow_quotation_marks(fragment: str, tmp_path: Path) -> None:
    assert found(load(f"{fragment}\n{EXCERPTS}", tmp_path)) == []


def test_an_unpaired_mark_in_an_excerpt_is_reported(tmp_path: Path) -> None:
    text = "excerpts: [{id: x1, exact: §'the scope of joint training,”'}]"
    document = load(text, tmp_path)
    assert found(document) == marked(text, "quote-unbalanced-marks")
    assert "`quotation_marks: {opening: missing}`" in messages(document)[0]


@pytest.mark.parametrize(
    ("declared", "codes"),
    [("opening", []), ("closing", ["quote-unbalanced-marks"])],
)
def test_a_mark_missing_in_the_source_can_be_declared(
    declared: str, codes: list[str], tmp_path: Path
) -> None:
    text = (
        "excerpts: [{id: x1, exact: 'the scope of joint training,”',\n"
        f"  quotation_marks: {{{declared}: missing}}}}]"
    )
    assert [code for _, _, code in found(load(text, tmp_path))] == codes


WROTE = "the Chinese Communist Party media apparatus Global Times wrote that"
PARAPHRASE = f"{WROTE} US-led NATO is trying to turn South Korea into a chess piece"


def paraphrase(
    text: str, *, voice: str = "indirect", exact: str = PARAPHRASE, agent: str = ""
) -> str:
    hop = agent or "{agent: global-times, cue: Global Times wrote that}"
    return (
        f"panes:\n  - role: actors\n  - role: reactions\n    reactions:\n{text}\n"
        "actors:\n  - {id: global-times, name: Global Times, kind: media, also: GT}\n"
        "  - {id: china, name: China, kind: state}\n"
        "excerpts:\n  - id: x1\n"
        f"    voice: {voice}\n    chain: [{hop}]\n    exact: {exact}\n"
        "sources: [{id: article, file: article.txt, short: an undated article}]\n"
    )


def reaction(text: str, actor: str = "global-times") -> str:
    fields = f"actor: {actor}, form: commentary, about: reactions, cites: [x1]".split(", ")
    return "\n        ".join(["      - id: r1", *fields, f"text: §{text}"])


@pytest.mark.parametrize("voice", ["indirect", "mixed", "unclear"])
@pytest.mark.parametrize(
    "text",
    [
        reaction("NATO makes Seoul a “chess piece”."),
        reaction("The Global Times calls Seoul a “chess piece”.", "china"),
        reaction("The GT calls Seoul a “chess piece”.", "china"),
        reaction("According to the article, it is a “chess piece”."),
    ],
)
def test_paraphrased_words_are_not_the_speakers(text: str, voice: str, tmp_path: Path) -> None:
    whole = paraphrase(text, voice=voice)
    document = load(whole, tmp_path)
    assert found(document) == marked(whole, "indirect-words-in-quotation-marks")
    assert messages(document) == [
        "these are the article's words about Global Times, not Global Times's. Remove the marks."
    ]


@pytest.mark.parametrize(
    "text",
    [
        reaction("In the article’s words, NATO makes Seoul a “chess piece”."),
        reaction("NATO makes Seoul, as the article puts it, a “chess piece”."),
        reaction("The Global Times sees what the article calls a “chess piece”."),
        reaction("NATO is said to make Seoul a “chess piece”.", "china"),
    ],
)
def test_paraphrased_words_can_be_quoted_as_the_sources(text: str, tmp_path: Path) -> None:
    assert found(load(paraphrase(text.replace("§", "")), tmp_path)) == []


@pytest.mark.parametrize("voice", ["direct", "narrator", "heading"])
def test_words_in_another_voice_can_be_quoted(voice: str, tmp_path: Path) -> None:
    text = reaction("NATO makes Seoul a “chess piece”.").replace("§", "")
    codes = {code for _, _, code in found(load(paraphrase(text, voice=voice), tmp_path))}
    assert codes <= {"direct-without-quotation-marks"}


def test_words_that_the_source_quotes_can_be_quoted(tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text("GT wrote of “a chess piece” of NATO.\n", "utf-8")
    text = reaction("NATO makes Seoul a “chess piece”.").replace("§", "")
    whole = paraphrase(text, voice="mixed", exact="GT wrote of “a chess piece” of NATO")
    whole = whole.replace("article.txt", "s.txt").replace("cue: Global Times wrote that", "cue: GT")
    assert found(load(whole, tmp_path)) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Analysts want Seoul to “cooperate with China”.", ["indirect-words-in-quotation-marks"]),
        ("Seoul should “cooperate with China”.", []),
    ],
)
def test_paraphrased_words_are_not_those_of_an_unnamed_group(
    text: str, codes: list[str], tmp_path: Path
) -> None:
    exact = "But analysts believe that to do this, Seoul must not only forge an alliance with the"
    exact += " United States but also cooperate with China"
    hop = "{unnamed: true, cue: analysts believe that}"
    whole = paraphrase(reaction(text, "china").replace("§", ""), exact=exact, agent=hop)
    assert [code for _, _, code in found(load(whole, tmp_path))] == codes

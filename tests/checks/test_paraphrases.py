"""A paraphrase between quotation marks is the source's, and not the speaker's."""

from pathlib import Path

import pytest

from tests.checks.briefings import found, load, marked, messages

WROTE = "the Chinese Communist Party media apparatus Global Times wrote that"
EXACT = f"{WROTE} US-led NATO is trying to turn South Korea into a chess piece"


def briefing(text: str, *, voice: str = "indirect", exact: str = EXACT, agent: str = "") -> str:
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
def test_words_of_a_paraphrase_are_not_the_speakers(text: str, voice: str, tmp_path: Path) -> None:
    whole = briefing(text, voice=voice)
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
def test_the_sources_own_words_may_be_quoted_as_such(text: str, tmp_path: Path) -> None:
    assert found(load(briefing(text.replace("§", "")), tmp_path)) == []


@pytest.mark.parametrize("voice", ["direct", "narrator", "heading"])
def test_words_in_another_voice_may_be_quoted(voice: str, tmp_path: Path) -> None:
    text = reaction("NATO makes Seoul a “chess piece”.").replace("§", "")
    codes = {code for _, _, code in found(load(briefing(text, voice=voice), tmp_path))}
    assert codes <= {"direct-without-quotation-marks"}


def test_what_the_source_itself_quotes_may_be_quoted(tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text("GT wrote of “a chess piece” of NATO.\n", "utf-8")
    text = reaction("NATO makes Seoul a “chess piece”.").replace("§", "")
    whole = briefing(text, voice="mixed", exact="GT wrote of “a chess piece” of NATO")
    whole = whole.replace("article.txt", "s.txt").replace("cue: Global Times wrote that", "cue: GT")
    assert found(load(whole, tmp_path)) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Analysts want Seoul to “cooperate with China”.", ["indirect-words-in-quotation-marks"]),
        ("Seoul should “cooperate with China”.", []),
    ],
)
def test_those_who_are_not_named_have_no_words_either(
    text: str, codes: list[str], tmp_path: Path
) -> None:
    exact = "But analysts believe that to do this, Seoul must not only forge an alliance with the"
    exact += " United States but also cooperate with China"
    hop = "{unnamed: true, cue: analysts believe that}"
    whole = briefing(reaction(text, "china").replace("§", ""), exact=exact, agent=hop)
    assert [code for _, _, code in found(load(whole, tmp_path))] == codes

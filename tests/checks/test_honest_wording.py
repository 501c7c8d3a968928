"""Honest wordings that resemble faulty ones, on which no rule may report anything."""

from pathlib import Path

import pytest

from tests.checks.briefings import found, load
from tui.load import load_text

JUDGMENTS = [
    ("likely", "By 5 May the toll will likely be settled."),
    ("likely", "In May, Oret will likely return to the table."),
    ("likely", "Since May 2021 nothing has moved, and that is likely to last."),
    ("likely", "May Day is likely to pass without a deal."),
    ("likely", "Oret will likely keep its military might at home."),
    ("likely", "The might of the fleet is likely to keep others away."),
    ("likely", "The ministry could not be reached and will likely stay silent."),
    ("likely", "Consumer confidence will likely fall."),
    ("unlikely", "A vote of no confidence is unlikely."),
    ("likely", "Confidence-building measures are likely to go on."),
    ("likely", "Low confidence in the government is likely to last."),
    ("unlikely", "A rise of more than 5 per cent is unlikely."),
    ("likely", "A 5% rise is likely before the summer, and 3 percent at once."),
    ("almost certain", "The treaty will almost certainly be signed."),
    ("roughly even chance", "There is a roughly even chance that the toll stays."),
    ("very likely", "It is very\nlikely that the route stays."),
    ("likely", "A deal is likely; that it fails is unlikely."),
    ("", "Nothing will change."),
    (
        "likely",
        "The probability of a deal is, in the terms of this file, likely enough to plan for.",
    ),
]


@pytest.mark.parametrize(("likelihood", "text"), JUDGMENTS)
def test_an_honest_judgment_is_accepted(likelihood: str, text: str, tmp_path: Path) -> None:
    term = f"\n    likelihood: {likelihood}" if likelihood else ""
    written = text.replace("\n", "\\n")
    fragment = f'key_judgments:\n  - id: j1\n    text: "{written}"{term}\n    contradicted_by: []'
    assert found(load(fragment, tmp_path)) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Il est vraisemblable que le péage reste ouvert en mai, à 70 % de probabilité."),
        ("ko", "통행료 문제는 5월까지 해결되지 않을 가능성이 크다."),
        ("de", "Die Einigung ist wahrscheinlich; may oder might sagt hier niemand."),
    ],
)
def test_rules_about_english_words_ignore_other_languages(
    lang: str, text: str, tmp_path: Path
) -> None:
    fragment = (
        f"lang: {lang}\nkey_judgments:\n  - id: j1\n    likelihood: likely\n"
        f"    contradicted_by: []\n    text: {text}"
    )
    assert found(load(fragment, tmp_path)) == []


def test_terms_of_one_row_of_phia_are_accepted(tmp_path: Path) -> None:
    fragment = (
        "estimative_language: phia\nkey_judgments:\n"
        "  - {id: j1, text: A deal is likely., likelihood: likely, contradicted_by: []}\n"
        "  - {id: j2, text: A toll is probable., likelihood: probable, contradicted_by: []}"
    )
    assert found(load(fragment, tmp_path)) == []


def test_a_hedge_within_a_name_is_accepted(tmp_path: Path) -> None:
    fragment = (
        "panes: [{role: actors}]\nactors: [{id: could, name: Simone Might could, kind: person}]\n"
        "key_judgments:\n"
        "  - {id: j1, text: Simone Might could is likely to resign., likelihood: likely,"
        " contradicted_by: []}"
    )
    assert found(load(fragment, tmp_path)) == []


@pytest.mark.parametrize(
    "exact",
    [
        "It is noted in the report that the toll is high.",
        "It was reported by the port that the ferry stops.",
        "It is worth noting that the toll is high.",
        "Analyst Tom Hale says that the toll is high.",
        "Experts such as Tom Hale say that the toll is high.",
        "Many ships were waiting; the port said so.",
        "The observers left. The port said nothing.",
        "Some 40 states that argued for a toll have left, and many countries said the same.",
        "The critics that he had invited said nothing.",
        "Some 40 ships are still waiting at anchor.",
        "The sources of the river are in the hills, said the guide.",
        "It is said by the law itself.",
        "His part in it is well known.",
    ],
)
def test_text_with_a_named_speaker_or_none_is_accepted(exact: str, tmp_path: Path) -> None:
    fragment = (
        "sources: [{id: s}]\nexcerpts:\n  - id: x1\n    voice: narrator\n"
        f"    exact: |-\n      {exact}"
    )
    assert found(load(fragment, tmp_path)) == []


SPEAKERS = """\
panes: [{role: actors}]
actors: [{id: hale, name: Tom Hale, kind: person}]
sources: [{id: s}]
excerpts:
  - id: x1
    voice: direct
    chain: [{agent: hale, cue: said Hale}]
    exact: “Analysts say a lot,” said Hale
  - {id: x2, voice: heading, exact: Analysts warn of a toll}
  - id: x3
    voice: indirect
    chain: [{agent: hale, cue: Hale told us that}]
    exact: Hale told us that critics say a lot.
"""


def test_speakers_and_headings_can_mention_analysts(tmp_path: Path) -> None:
    assert found(load(SPEAKERS, tmp_path)) == []


NEWS = """\
The foreign ministry of Oret protested on Monday, Reuters reported. Oret Radio, the state
broadcaster, called the toll a robbery. “Our reporter must be freed,” Oret Radio said.
The Oret News Agency was authorised to state that Oret will not pay.
"""
REACTIONS = """\
panes:
  - role: actors
  - role: reactions
    reactions:
      - {id: r1, actor: oret, form: official-statement, about: reactions, text: It protests.,
         cites: [x1]}
      - {id: r2, actor: radio, form: state-media, about: reactions, text: It finds the toll bad.,
         cites: [x2]}
      - {id: r3, actor: radio, form: official-statement, about: reactions,
         text: It asks for its man., cites: [x3]}
      - {id: r4, actor: oret, form: official-statement, about: reactions, text: It will not pay.,
         cites: [x4]}
      - {id: r5, actor: oret, form: no-statement, about: reactions, text: It said nothing else.,
         cites: [x1]}
actors:
  - {id: oret, name: Oret, kind: state}
  - {id: radio, name: Oret Radio, kind: media, of: oret}
  - {id: agency, name: Oret News Agency, kind: media, of: oret}
  - {id: reuters, name: Reuters, kind: media}
sources: [{id: news, file: news.txt, descriptor: A digest of news.}]
excerpts:
  - id: x1
    voice: indirect
    chain: [{agent: reuters, cue: Reuters reported}]
    exact: The foreign ministry of Oret protested on Monday, Reuters reported.
  - id: x2
    voice: indirect
    chain: [{agent: radio, cue: called}]
    exact: |-
      Oret Radio, the state
      broadcaster, called the toll a robbery.
  - id: x3
    voice: direct
    chain: [{agent: radio, cue: Oret Radio said}]
    exact: “Our reporter must be freed,” Oret Radio said.
  - id: x4
    voice: indirect
    chain:
      - {agent: agency, cue: The Oret News Agency}
      - {agent: oret, cue: was authorised to state that}
    exact: The Oret News Agency was authorised to state that Oret will not pay.
"""


def test_state_media_can_speak_for_themselves_and_report_the_state(
    tmp_path: Path,
) -> None:
    (tmp_path / "news.txt").write_text(NEWS, "utf-8")
    assert found(load(REACTIONS, tmp_path)) == []


def test_a_claim_can_repeat_percentages_and_hedges_of_its_source(tmp_path: Path) -> None:
    fragment = (
        "panes:\n  - role: issue\n    sections:\n      - claims:\n"
        "          - text: The forecaster sees a 70 per cent chance of rain, and it may hail.\n"
        "            cites: [x1]\n"
        "sources: [{id: s}]\nexcerpts:\n"
        "  - {id: x1, voice: narrator, exact: Rain has a chance of 70 per cent; it may hail.}"
    )
    assert found(load(fragment, tmp_path)) == []


def test_a_first_draft_has_one_line_for_each_kind_of_missing_text() -> None:
    claims = "\n".join(f"          - Claim number {number}." for number in range(20))
    text = (
        "format: briefing/1\nid: first\ntitle: First\npanes:\n  - role: background\n"
        f"    sections:\n      - claims:\n{claims}\n"
    )
    problems = load_text(text.encode(), "first.yaml", folder=None).problems
    assert [problem.code for problem in problems] == ["no-bottom-line", "uncited-claim"]
    assert "17 more" in problems[1].message

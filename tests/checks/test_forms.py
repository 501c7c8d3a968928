"""The form of a reaction is supported by the source or by a note."""

from pathlib import Path

import pytest

from tests.checks.briefings import found, load

REACTION = """\
panes:
  - role: actors
  - role: reactions
    reactions:
      - {id: r1, actor: %s, form: %s, about: reactions, text: It was said., cites: [x1]}
actors:
  - {id: global-times, name: Global Times, kind: media}
  - {id: xinhua, name: Xinhua, kind: media}
  - {id: da-zhigang, name: Da Zhigang, kind: person}
  - {id: wang-yi, name: Wang Yi, kind: person}
  - {id: yoon, name: Yoon Seok-yeol, kind: person}
excerpts:
  - {id: x1, voice: indirect, exact: "%s"}
"""
CHESS = "Global Times wrote that US-led NATO is trying to turn South Korea into a chess piece"
XINHUA = "Xinhua news agency, in turn, noted that allowing NATO to expand its influence"
DA = "told the newspaper that South Korea joining NATO’s cyber defence cooperation offers room"
WANG = "Wang Yi has also stated that China is ready to strengthen communication"
FIRST = "Attending the NATO summit will be Yoon Seok-yeol’s first trip as the President."


@pytest.mark.parametrize(
    ("actor", "form", "exact"),
    [
        ("global-times", "state-media", CHESS),
        ("da-zhigang", "expert-comment", DA),
        ("wang-yi", "official-statement", WANG),
        ("yoon", "official-statement", FIRST),
        ("xinhua", "commentary", XINHUA),
    ],
)
def test_a_form_named_by_the_source_is_accepted(
    actor: str, form: str, exact: str, tmp_path: Path
) -> None:
    text = REACTION % (actor, form, exact)
    assert "form-without-basis" not in {code for *_, code in found(load(text, tmp_path))}


def test_a_form_not_named_by_the_source_is_reported(tmp_path: Path) -> None:
    text = REACTION % ("xinhua", "state-media", XINHUA)
    assert (5, 39, "form-without-basis") in found(load(text, tmp_path))


@pytest.mark.parametrize(
    "change",
    [
        (
            "excerpts:",
            "notes: [{on: r1, text: It is the state's.}]\nexcerpts:",
        ),
        ("voice: indirect", "voice: indirect, lang: ko"),
        ("excerpts:", "sources: [{id: article}]\nexcerpts:"),
    ],
)
def test_a_note_another_language_or_a_missing_copy_prevents_the_report(
    change: tuple[str, str], tmp_path: Path
) -> None:
    text = (REACTION % ("xinhua", "state-media", XINHUA)).replace(*change)
    assert "form-without-basis" not in {code for *_, code in found(load(text, tmp_path))}

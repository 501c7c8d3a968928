"""Attribution: the speaker of an excerpt, and whether it may be quoted."""

from pathlib import Path
from typing import Any

import pytest

from tests.panes.reading import changed, load, text
from tests.panes.small import ARTICLE
from tui.model.document import Document
from tui.model.sources import Excerpt
from tui.panes import attribution

GLOBE = {"agent": "globe", "cue": "wrote that"}
MINISTRY = {"agent": "ministry", "inferred": True, "basis": "It stands before."}
UNNAMED = {"unnamed": True, "cue": "wrote that"}


@pytest.mark.parametrize(
    ("voice", "chain", "said"),
    [
        ("narrator", [], "According to an article:"),
        ("indirect", [GLOBE], "According to an article, citing Globe:"),
        ("direct", [GLOBE], "According to an article, quoting Globe:"),
        (
            "indirect",
            [GLOBE, MINISTRY],
            "According to an article, citing Ministry (inferred) by way of Globe:",
        ),
        ("indirect", [UNNAMED], "According to an article, citing somebody unnamed:"),
        ("unclear", [], "According to an article, whose words these are is unclear:"),
    ],
)
def test_a_statement_is_said_with_the_authority_it_has(
    voice: str, chain: list[Any], said: str, tmp_path: Path
) -> None:
    assert attribution.say(*made(tmp_path, voice, chain)) == said


@pytest.mark.parametrize(
    ("voice", "chain", "answer"),
    [
        ("narrator", [], "Yes, as the words of an article."),
        ("heading", [], "Yes, as a heading of an article."),
        (
            "direct",
            [GLOBE],
            "Not before it is checked: the source has no quotation marks here.",
        ),
        ("direct", [UNNAMED], "No. They are quoted by an article, which names no speaker."),
        ("indirect", [GLOBE], "No. These are the words of an article, not of Globe."),
        (
            "indirect",
            [UNNAMED],
            "No. These are the words of an article, which does not name whom it cites.",
        ),
        ("mixed", [GLOBE], "No. The words of an article and of Globe are mixed in it."),
        ("unclear", [], "No. They stand in an article; whose words these are is unclear."),
    ],
)
def test_whether_words_may_be_quoted_follows_from_the_voice(
    voice: str, chain: list[Any], answer: str, tmp_path: Path
) -> None:
    assert text([*attribution.quotable(*made(tmp_path, voice, chain))]) == answer


def test_words_that_are_not_in_the_copy_are_never_quotable(tmp_path: Path) -> None:
    document, excerpt = made(tmp_path, "narrator", [], exact="It is not a trap.")
    answer = text([*attribution.quotable(document, excerpt)])
    assert answer == "No. These words do not stand in our copy."


def test_unchecked_words_are_not_quotable(tmp_path: Path) -> None:
    document, excerpt = made(tmp_path, "narrator", [], copy=None)
    answer = text([*attribution.quotable(document, excerpt)])
    assert answer.startswith("Not before it is checked: ")


def test_a_translation_is_never_quotable(tmp_path: Path) -> None:
    translation = {"lang": "ko", "text": "함정", "by": "us", "method": "human"}
    document, excerpt = made(tmp_path, "narrator", [], translation=translation)
    answer = text([*attribution.quotable(document, excerpt)])
    assert answer.endswith("The translation: no, never as the speaker’s words.")


def test_the_chain_begins_with_the_source_itself(tmp_path: Path) -> None:
    document, excerpt = made(tmp_path, "indirect", [GLOBE, MINISTRY])
    assert text([*attribution.who(document, excerpt)]).split("\n") == [
        "1 an article, author unknown",
        "2 Globe, newspaper “wrote that”",
        "3 Ministry (inferred: It stands before.)",
    ]


def test_a_cue_that_the_source_does_not_have_is_not_quoted_as_its_words(tmp_path: Path) -> None:
    document, excerpt = made(tmp_path, "indirect", [{"agent": "globe", "cue": "shouted at"}])
    said = text([*attribution.who(document, excerpt)])
    assert said.endswith("cue “shouted at” is NOT in the passage of our copy")


def test_direct_speech_that_the_source_marks_is_quotable(tmp_path: Path) -> None:
    hop = {"agent": "ministry", "cue": "the ministry said"}
    document, excerpt = made(tmp_path, "direct", [hop], exact="We are glad")
    answer = text([*attribution.quotable(document, excerpt)])
    assert answer == "Yes, as the words of Ministry, quoted by an article."


def test_a_source_that_cites_nobody_has_a_remark(tmp_path: Path) -> None:
    document, excerpt = made(tmp_path, "narrator", [])
    assert text([*attribution.who(document, excerpt)]).endswith("nobody is cited for it")


def test_the_reason_for_an_unclear_voice_is_shown(tmp_path: Path) -> None:
    document, excerpt = made(tmp_path, "unclear", [], basis="Nothing marks it.")
    said = text([*attribution.who(document, excerpt)])
    assert said.endswith("whose words these are is unclear: Nothing marks it.")


def test_a_source_that_does_not_exist_is_named_by_its_id(tmp_path: Path) -> None:
    document, excerpt = made(tmp_path, "narrator", [], source="elsewhere")
    assert attribution.say(document, excerpt) == "According to an unknown source, “elsewhere”:"


def made(
    folder: Path, voice: str, chain: list[Any], copy: str | None = ARTICLE, **fields: Any
) -> tuple[Document, Excerpt]:
    """A document with one excerpt, and the excerpt."""
    written = {"id": "x-1", "source": "article", "voice": voice, "chain": chain, **fields}
    excerpt = {"exact": "The Globe wrote that it is a trap.", **written}
    document = load(changed(excerpts=[excerpt]), folder, copy)
    found = document.excerpt("x-1")
    assert found is not None
    return document, found

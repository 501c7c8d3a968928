"""Thirty questions on the briefing of the seed, as they are asked in a meeting."""

import pytest

from tests.reading.sessions import SEED
from tui.blocks import Block, Card, Entry, Heading, TimelineRow, plain
from tui.load import load_document
from tui.model.document import Document
from tui.panes import answer
from tui.places import Options
from tui.search.entries import aliases, entries
from tui.search.ranking import answers
from tui.search.word_index import WordIndex

LONGEST = 6
"""Letters of a question that is answered while one still types."""

QUESTIONS = {
    "da z": ("Da Zhigang", "room for South Korea", "told the newspaper"),
    "xin": ("COMMENTARY  Xinhua", "provoke confrontation", "not of Xinhua"),
    "wang": ("OFFICIAL STATEMENT  Wang Yi", "stands ready", "not of Wang Yi", "“Earlier”"),
    "王毅": ("OFFICIAL STATEMENT  Wang Yi", "peninsular affairs"),
    "wnag": ("OFFICIAL STATEMENT  Wang Yi",),
    "five e": ("House bill raises a wider Five Eyes", "National Defense Authorization"),
    "madrid": ("PENDING  NATO summit in Madrid", "June 29–30", "Spain"),
    "madird": ("PENDING  NATO summit in Madrid",),
    "2019": ("programme is renewed", "November 2019"),
    "trying": ("starts trying to join the CCDCOE", "since 2019"),
    "estoni": ("Estonia", "headquarter"),
    "cold w": ("new Cold War", "Korean Times"),
    "silen": ("NO OFFICIAL STATEMENT  China", "has not made an official announcement"),
    "中国": ("NO OFFICIAL STATEMENT  China",),
    "PRC": ("NO OFFICIAL STATEMENT  China",),
    "DPRK": ("North Korea's nuclear missiles", "line 28"),
    "북한": ("North Korea's nuclear missiles",),
    "chess": ("STATE MEDIA  Global Times", "chess piece", "not of Global Times"),
    "biden": ("international coalition", "President Biden"),
    "2005": ("Dialogue and cooperation begin", "since 2005"),
    "may 5": ("South Korea joins the CCDCOE", "May 5"),
    "2020": ("foreign ministers' meeting", "December 2020"),
    "bruss": ("NATO agrees in Brussels", "June 2021"),
    "train": ("joint training on a larger scale", "National Intelligence Service"),
    "strat": ("new strategic concept", "likely"),
    "spain": ("will take part in the summit in Spain",),
    "EU": ("foreign ministers' meeting", "HR/VP"),
    "japan": ("foreign ministers' meeting", "Japan"),
    "russia": ("Global Times", "China and Russia"),
    "turnin": ("turning point", "somebody unnamed"),
    "expert": ("EXPERT COMMENT  Da Zhigang",),
    "globe": ("partners across the globe",),
    "bill": ("OCCURRED  A US House bill", "Last year"),
    "dialog": ("Dialogue and cooperation begin",),
}
"""What is asked, and what the card must show."""

SPOKEN = {
    "summit date": ("PENDING  NATO summit in Madrid", "June 29–30"),
    "when is the summit": ("PENDING  NATO summit in Madrid",),
    "when did sk join": ("OCCURRED  South Korea joins the CCDCOE", "May 5"),
    "rok joined": ("OCCURRED  South Korea joins the CCDCOE",),
    "what is ccdcoe": ("ACTOR  NATO Cooperative Cyber Defense Center", "cyber security"),
    "who is yoon": ("ACTOR  Yoon Suk-yeol",),
    "korea times": ("new Cold War", "Korean Times"),
    "nis": ("joint training", "National Intelligence Service"),
    "국정원": ("joint training",),
    "quote": ("joint training",),
    "what does china think": ("NO OFFICIAL STATEMENT  China",),
    "headquarters center": ("Estonia",),
    "north korea": ("North Korea's nuclear missiles",),
    "staff": ("JUDGMENT", "will likely send more staff"),
    "how many": ("OPEN (J3)", "How many people"),
    "risk": ("serious test of its diplomacy",),
    "reliable": ("SOURCE", "cannot be judged"),
}
"""Questions as they are spoken, of any length."""

UNANSWERED = ("taiwan", "budget", "kim", "ap4", "how much", "wang cyber")
"""What the briefing does not tell, though it has words that are like these."""


@pytest.fixture(scope="module")
def briefing() -> tuple[Document, WordIndex]:
    document = load_document(SEED)
    return document, WordIndex([*entries(document)], aliases(document))


@pytest.mark.parametrize(("question", "shown"), [*QUESTIONS.items(), *SPOKEN.items()])
def test_the_card_answers(
    question: str, shown: tuple[str, ...], briefing: tuple[Document, WordIndex]
) -> None:
    document, index = briefing
    first = answers(index, question).all[0]
    card = "\n".join(map(text_of, answer.card(document, first.id, Options())))
    assert [words for words in shown if words not in card] == [], card


@pytest.mark.parametrize("question", UNANSWERED)
def test_what_is_not_told_is_not_answered_with_something_else(
    question: str, briefing: tuple[Document, WordIndex]
) -> None:
    assert answers(briefing[1], question).all == ()


def test_no_question_takes_more_than_a_few_letters() -> None:
    assert len(QUESTIONS) >= 30
    assert max(map(len, QUESTIONS)) <= LONGEST


def text_of(block: Block) -> str:
    match block:
        case Heading():
            return plain(block.text)
        case Card():
            return "\n".join(
                f"{field.label} {plain(line)}" for field in block.fields for line in field.lines
            )
        case Entry():
            return "\n".join(map(plain, (block.label, block.name, block.text, *block.details)))
        case TimelineRow():
            return "\n".join(map(plain, (block.when, block.title, block.text, *block.details)))
    return ""

"""The passages that are most like words that are not in a text."""

from pathlib import Path

import pytest

from tui.load import nearest as module
from tui.load.nearest import NearestPassages
from tui.text.fold import fold

ARTICLE = (
    Path(__file__).parents[2] / "seeds" / "nato-south-korea-relations-and-china.txt"
).read_text("utf-8")
CHINESE = (
    "外交部发言人在例行记者会上表示，中方注意到有关报道。北约不断突破传统防区和领域，"
    "强化军事安全联系，加剧地区紧张局势。亚太国家和人民坚决反对军事集团。"
)
KOREAN = "외교부는 한국이 사이버방위센터의 정회원이 되었다고 밝혔다. 국가정보원도 환영했다."


def nearest(text: str, sought: str, most: int = 1) -> list[str]:
    spans = NearestPassages(fold(text)).spans(fold(sought).text, most)
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("a chess pawn to contain China", "a chess piece to contain China"),
        ("The Service stated that", "The Service also stated that"),
        ("Yoon's plan to visit the NATO summit", "Yoon’s plan to attend the NATO summit"),
        ("first trip as President.", "first trip as the President."),
        ("“partners around the globe”", "“partners across the globe”"),
        ("institute of Northeast Asia studies", "Institute of Northeast Asian Studies"),
        ("Xinhau", "Xinhua"),
        ("Xinhua news agancy", "Xinhua news agency"),
        ("SERIOUS DIPLOMATIC TEST", "serious diplomatic test"),
    ],
)
def test_the_nearest_passage_has_the_wrong_word_in_it(sought: str, found: str) -> None:
    assert nearest(ARTICLE, sought) == [found]


def test_a_wrong_word_in_a_long_passage_is_found() -> None:
    start = ARTICLE.index("The main goal")
    end = ARTICLE.index("NATO summit offers")
    passage = ARTICLE[start:end].strip()
    assert nearest(ARTICLE, passage.replace("forge", "make")) == [passage]


def test_a_passage_over_several_lines_is_found() -> None:
    [found] = nearest(ARTICLE, "over rapprochement with NATO. This site uses cookies")
    assert found == "over rapprochement with NATO.\n\n\nThis website uses cookies"


@pytest.mark.parametrize(
    ("text", "sought", "found"),
    [
        (CHINESE, "北约不断突破传统边界和领域", "北约不断突破传统防区和领域"),
        (CHINESE, "亚太国家和人民强烈反对军事集团。", "亚太国家和人民坚决反对军事集团。"),
        (
            KOREAN,
            "한국이 사이버방위센터의 준회원이 되었다고",
            "한국이 사이버방위센터의 정회원이 되었다고",
        ),
    ],
)
def test_east_asian_text_is_compared_as_it_is_written(text: str, sought: str, found: str) -> None:
    assert nearest(text, sought) == [found]


def test_several_passages_are_told_the_nearest_first() -> None:
    found = nearest(ARTICLE, "NATO summit in Madrid on June 29-30", 3)
    assert found[0] == "NATO summit in Spain on June 29-30"
    assert len(found) == len(set(found))


@pytest.mark.parametrize("sought", ["", "…", "wholly unrelated banana recipe", "香蕉食谱"])
def test_what_is_like_nothing_has_no_nearest_passage(sought: str) -> None:
    assert nearest(ARTICLE, sought) == []


def test_in_a_text_without_words_nothing_is_near() -> None:
    assert nearest("… — !", "chess piece") == []


def test_the_work_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_COMPARISONS", 1_100)
    text = NearestPassages(fold(ARTICLE))
    assert text.spans("a chess pawn to contain") != []
    assert text.spans("a chess pawn to contain") == []

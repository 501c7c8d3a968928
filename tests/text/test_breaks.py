"""Where a line may end."""

import pytest

from tui.text.breaks import last_break


def broken(text: str) -> str:
    """A text with a stroke wherever a line may end."""
    return "".join(
        ("|" if at and last_break(text, at - 1, at) else "") + character
        for at, character in enumerate(text)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a bc", "a| |bc"),
        ("中国和韩国", "中|国|和|韩|国"),
        ("说：“好。”他", "说：|“好。”|他"),
        ("（中）", "（中）"),
        ("コーヒーを", "コー|ヒー|を"),
        ("ちょっと", "ちょっ|と"),
        ("等……了", "等……|了"),
        ("한국의", "한국의"),
        ("美國의", "美|國의"),
        ("NATO와", "NATO와"),
        ("加入NATO后", "加|入|NATO|后"),
        ("ก\u200bข", "ก\u200b|ข"),
        ("don’t-stop", "don’t-stop"),
    ],
)
def test_lines_end_at_spaces_and_between_ideographs(text: str, expected: str) -> None:
    assert broken(text) == expected

"""Where a line may end: at spaces, and between Han and Kana.

After the line breaking classes of Unicode Standard Annex 14 and the prohibitions of JIS X 4051
(kinsoku): no line begins with closing punctuation, a small kana or an iteration mark, and none
ends with opening punctuation. Hangul breaks at spaces, as Korean is printed.
"""

import re
from functools import cache

SPACES = " \u3000"
"""The spaces at which a line may end; those that join, such as U+00A0, are not among them."""

_OPENING = "(\\[{¡¿«‹‘‚“„（［｛〈《「『【〔〖〘〝｢￡￥＄"
_CLOSING = (
    ")\\]}»›’”!?.,:;%…‥—–·）］｝〉》」』】〕〗〙〟｣、。，．！？：；％｡､・･ー～〜"
    "々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ"
)
_IDEOGRAPHIC = (
    "\u2e80-\u2fdf\u3001-\u303e\u3041-\u30ff\u3105-\u312f\u3190-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff01-\uff9f\uffe0-\uffe6\U0001f000-\U0001faff\U00020000-\U0003fffd"
)
"""Han, Kana, Bopomofo, their punctuation and full-width forms, and emoji."""

_HANGUL = "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3"


def last_break(text: str, start: int, end: int) -> int | None:
    """The last offset after `start`, at most `end`, at which a line may end."""
    breaks = _breaks()
    for offset in range(end, start, -1):
        if breaks.match(text, offset):
            return offset
    return None


@cache
def _breaks() -> re.Pattern[str]:
    """Where a line may end; between Han and a Hangul ending it may not: 美는 is one word."""
    return re.compile(
        f"(?=[{SPACES}])|(?<=[{SPACES}\u200b])"
        f"|(?<![{_OPENING}])(?![{_CLOSING}])"
        f"(?:(?=[{_IDEOGRAPHIC}])|(?<=[{_IDEOGRAPHIC}])(?![{_HANGUL}]))"
    )

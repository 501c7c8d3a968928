"""Sentences and words of prose, as spans of it: in scripts that space their words, and in CJK.

The rules are those a reader applies without thinking: a stop ends a sentence unless it belongs
to an abbreviation or an initial, or the text goes on in lower case; marks that close belong to
the sentence before; a line ends one in any case, so that a heading is a sentence too.
"""

import re
from bisect import bisect_right

Span = tuple[int, int]

_CLOSERS = "\"'”’»›)\\]}）」』】》〉"
_OPENERS = "\"'“‘„«‹(\\[{（「『【《〈¿¡—–-"
_HAN_KANA = "\u2e80-\u2fdf\u3005-\u3007\u3041-\u30ff\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"

_STOP = re.compile(
    rf"(?:[.!?…؟۔।॥။።։]+[{_CLOSERS}]*(?:\[\d+\])*(?=[^\S\n])"
    rf"|[!?]+[{_CLOSERS}]*(?=[{_HAN_KANA}])"
    rf"|[。！？｡][。！？｡!?…]*[{_CLOSERS}]*)"
    r"|\n"
)
"""Where a sentence may end: after a stop and all that closes with it, or with its line."""

_NEXT = re.compile(rf"[\s{_OPENERS}]*")
_BULLET = re.compile(r"[^\S\n]*(?:[•‣⁃◦·▪▫●○■□*–—-][^\S\n]+)?[^\S\n]*")
_ITEM_NUMBER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\.\s*")
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)*[^\W_]+\Z")

"""Highlighting words in a line."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui.app.lines import Tint, Tinted
from tui.blocks import Style
from tui.text.fold import search_key


def highlighted(line: Tinted, words: Sequence[str]) -> Tinted:
    """Return a line with some words highlighted, without regard to case and diacritics."""
    text = "".join(part for part, _ in line)
    spans = list(_spans(text, words))
    if not spans:
        return line
    made: list[tuple[str, Tint]] = []
    offset = 0
    for part, style in line:
        cuts = {0, len(part)}
        cuts.update(min(max(at - offset, 0), len(part)) for span in spans for at in span)
        ordered = sorted(cuts)
        for start, end in pairwise(ordered):
            within = any(left <= offset + start < right for left, right in spans)
            made.append((part[start:end], Style.MATCH if within else style))
        offset += len(part)
    return tuple(made)


def _spans(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    key = search_key(text)
    for word in words:
        for match in re.finditer(re.escape(word), key.text):
            yield key.offsets[match.start()], key.offsets[match.end()]

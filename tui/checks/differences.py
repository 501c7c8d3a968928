"""Messages about how an excerpt differs from the local copy of its source."""

import re
import unicodedata
from itertools import groupby
from typing import NamedTuple

from tui.checks.messages import excerpt_label, in_quotes
from tui.model.document import DiffKind, Verification
from tui.model.sources import Excerpt

RESOLVED = 4
"""Number of matches of an ambiguous excerpt for which a prefix or suffix is suggested."""
FEWEST_WORDS = 3
"""Fewest words of a suggested prefix or suffix; a reader cannot tell the passage by fewer."""


def mismatch(excerpt: Excerpt, verification: Verification) -> tuple[str, str]:
    """Describe how an excerpt differs from the nearest passage.

    Returns:
        The message and the help of the diagnostic.
    """
    label = excerpt_label(excerpt)
    changes = _changes(verification)
    if verification.passage is None or not changes:
        message = f"{label} is not in our copy of {excerpt.source}, nor anything like it."
        return message, "Look for a word of it."
    if not any(_has_word(change.yours) or _has_word(change.theirs) for change in changes):
        extent = "in its marks alone"
    else:
        count = sum(change.words for change in changes)
        extent = f"in {count} words" if count > 1 else "in one word"
        if len(changes) > 1:
            extent += f" at {len(changes)} places, first here"
    yours, theirs = changes[0].shown()
    line = verification.passage.line
    message = f"{label} differs {extent}. Yours: {yours}. Source, line {line}: {theirs}."
    return message, "Take the words of the source shown."


def normalisation(excerpt: Excerpt, verification: Verification) -> tuple[str, str]:
    """Describe the first difference in marks, dashes, spaces or composition.

    Returns:
        The message and the help of the diagnostic.
    """
    kinds = " and ".join(verification.folded) or "signs"
    general = f"{excerpt_label(excerpt)} is in our copy but for {kinds}."
    if verification.passage is None:
        return general, ""
    yours, theirs = excerpt.exact, verification.passage.text
    help = f"Write {in_quotes(theirs)}."
    for at, (typed, original) in enumerate(zip(yours, theirs, strict=False)):
        if typed != original:
            place = in_quotes(_words_at(theirs, at))
            message = f"you typed {_sign(typed)} where the source has {_sign(original)} in {place}."
            return message, help
    return general, help


def ambiguity(excerpt: Excerpt, verification: Verification, copy: str) -> tuple[str, str]:
    """Describe where an ambiguous excerpt is found, and how to choose one of the places.

    Args:
        copy: The text of the local copy.

    Returns:
        The message and the help of the diagnostic.
    """
    lines = list(dict.fromkeys(verification.lines))
    if len(lines) > RESOLVED:
        listed = f"{', '.join(map(str, lines[:RESOLVED]))} and {len(lines) - RESOLVED} more"
    else:
        listed = " and ".join(map(str, lines))
    times = "twice" if len(verification.lines) == 2 else f"{len(verification.lines)} times"
    where = f"lines {listed}" if len(lines) > 1 else f"line {listed}, {times}"
    message = f"{in_quotes(excerpt.exact)} stands in {where}."
    places = _occurrences(copy, excerpt, verification)
    if len(places) > RESOLVED or len(places) < 2:
        return message, "Add the text before or after it as `prefix` or `suffix`."
    selectors = (_selector(copy, place, places, len(excerpt.exact)) for place in places)
    hints = [
        f"for line {line} add {selector}"
        for line, selector in zip(verification.lines, selectors, strict=False)
        if selector
    ]
    joined = "; ".join(hints)
    return message, f"{joined[:1].upper()}{joined[1:]}." if joined else ""


class _Change(NamedTuple):
    """One stretch of a word diff in which an excerpt and its source differ."""

    yours: str
    theirs: str
    before: str
    """The text before it that both have."""
    after: str
    """The text after it that both have."""

    @property
    def words(self) -> int:
        """The number of words that differ, at least 1."""
        return max(len(self.yours.split()), len(self.theirs.split()), 1)

    def shown(self) -> tuple[str, str]:
        """Both sides in quotes, each with the word before it, or else the word after it.

        Where only marks differ, both words are shown so that the place can be found.
        """
        before = re.search(r"\S+\s*$", self.before)
        after = re.match(r"\s*\S+", self.after)
        head = before[0] if before else ""
        tail = after[0] if after and not (head and _has_word(self.yours + self.theirs)) else ""
        return in_quotes(f"{head}{self.yours}{tail}"), in_quotes(f"{head}{self.theirs}{tail}")


def _changes(verification: Verification) -> list[_Change]:
    """The stretches in which the word diff of a verification differs."""
    pieces = verification.difference
    groups = [
        list(group) for _, group in groupby(pieces, key=lambda piece: piece[0] is DiffKind.SAME)
    ]
    changes = []
    for at, group in enumerate(groups):
        if group[0][0] is not DiffKind.SAME:
            before = _text(groups[at - 1], DiffKind.SAME) if at else ""
            after = _text(groups[at + 1], DiffKind.SAME) if at + 1 < len(groups) else ""
            yours, theirs = _text(group, DiffKind.YOURS), _text(group, DiffKind.THEIRS)
            changes.append(_Change(yours, theirs, before, after))
    return changes


def _text(pieces: list[tuple[DiffKind, str]], kind: DiffKind) -> str:
    return "".join(text for each, text in pieces if each is kind)


def _has_word(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _sign(character: str) -> str:
    """A character itself, or its name where it is invisible or easily confused."""
    if character.isspace() or not character.isprintable() or unicodedata.combining(character):
        name = unicodedata.name(character, "a control character").lower()
        return f"{name} (U+{ord(character):04X})"
    return character


def _words_at(text: str, at: int) -> str:
    """The word around an offset, and the next word."""
    start = text.rfind(" ", 0, at) + 1
    end = text.find(" ", at + 1)
    following = text.find(" ", end + 1) if end >= 0 else -1
    return text[start : following if following >= 0 else len(text)]


def _occurrences(copy: str, excerpt: Excerpt, verification: Verification) -> list[int]:
    """The offsets at which an excerpt occurs between its prefix and suffix, one beyond RESOLVED."""
    selected = excerpt.prefix + excerpt.exact + excerpt.suffix
    passage = verification.passage
    at = passage.start - len(excerpt.prefix) if passage else copy.find(selected)
    places: list[int] = []
    while at >= 0 and len(places) <= RESOLVED:
        places.append(at + len(excerpt.prefix))
        at = copy.find(selected, at + 1)
    return places


def _selector(copy: str, place: int, places: list[int], length: int) -> str:
    """A `suffix`, or else a `prefix`, that only one of the places has, as YAML."""
    others = [other for other in places if other != place]
    after = copy[place + length : place + length + 200].split("\n", maxsplit=1)[0]
    for words in _beginnings(after):
        suffix = words.rstrip(".,;:!?") or words
        if not any(copy.startswith(suffix, other + length) for other in others):
            return f"suffix: {_yaml_quoted(suffix)}"
    before = copy[max(place - 200, 0) : place].rsplit("\n", 1)[-1]
    for words in _beginnings(before[::-1]):
        prefix = words[::-1]
        if not any(copy.endswith(prefix, 0, other) for other in others):
            return f"prefix: {_yaml_quoted(prefix)}"
    return ""


def _beginnings(line: str) -> list[str]:
    """The beginnings of a line, each a word longer than the one before, from a few words on."""
    ends = [at for at in range(1, len(line)) if line[at] == " "] + [len(line)]
    return [line[:end] for end in ends[FEWEST_WORDS - 1 :] or ends[-1:] if end]


def _yaml_quoted(text: str) -> str:
    """A text as a double-quoted scalar of YAML."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return f'"{escaped}"'

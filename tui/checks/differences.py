"""In words: what an excerpt and the local copy of its source differ in."""

import re
import unicodedata
from itertools import chain, groupby

from tui.model.document import DiffKind, Verification
from tui.model.sources import Excerpt

SHOWN = 60
"""Code points of a text that a message shows."""
SETTLED = 4
"""So many passages of an ambiguous excerpt are given the words that would settle it."""
WORDS = 3
"""So many words beside a passage are given at least: one would not say which is meant."""


def named(excerpt: Excerpt) -> str:
    """What to call an excerpt; one that is written in place has a name only in the program."""
    return "this excerpt" if "/" in excerpt.id else f"excerpt {excerpt.id}"


def shown(text: str) -> str:
    """A text between quotation marks, in one line, its middle left out where it is long."""
    line = " ".join(text.split())
    if len(line) > SHOWN:
        head, tail = line[: SHOWN * 2 // 3], line[-SHOWN // 3 :]
        line = f"{head.rpartition(' ')[0] or head} … {tail.partition(' ')[2] or tail}"
    return f"“{line}”"


def mismatch(excerpt: Excerpt, found: Verification) -> str:
    """How an excerpt differs from the nearest passage."""
    if found.passage is None or not found.difference:
        return f"{named(excerpt)} is not in our copy of {excerpt.source}, nor anything like it."
    places = _places(found)
    yours, theirs = places[0]
    if not any(map(_has_word, chain.from_iterable(_changes(found)))):
        line = f"Source, line {found.passage.line}"
        return f"{named(excerpt)} differs in its marks alone. Yours: {yours}. {line}: {theirs}."
    count = sum(max(len(ours.split()), len(other.split()), 1) for ours, other in _changes(found))
    if count == 1:
        extent = "in one word"
    elif len(places) == 1:
        extent = f"in {count} words"
    else:
        extent = f"in {count} words at {len(places)} places, first here"
    where = f"Source, line {found.passage.line}"
    return f"{named(excerpt)} differs {extent}. Yours: {yours}. {where}: {theirs}."


def normalisation(excerpt: Excerpt, found: Verification) -> tuple[str, str]:
    """How an excerpt differs from the passage in marks, dashes, spaces or composition; the help."""
    kinds = " and ".join(found.folded) or "signs"
    if found.passage is None:
        return f"{named(excerpt)} is in our copy but for {kinds}.", ""
    yours, theirs = excerpt.exact, found.passage.text
    help = f"Write {shown(theirs)}."
    at = next((at for at, (a, b) in enumerate(zip(yours, theirs, strict=False)) if a != b), None)
    if at is None:
        return f"{named(excerpt)} is in our copy but for {kinds}.", help
    typed, reads = _sign(yours[at]), _sign(theirs[at])
    context = shown(_word_at(theirs, at))
    return f"you typed {typed} where the source has {reads} in {context}.", help


def ambiguity(excerpt: Excerpt, found: Verification, copy: str) -> tuple[str, str]:
    """Where the passages of an ambiguous excerpt are, and what would settle which is meant."""
    lines = list(dict.fromkeys(found.lines))
    if len(lines) > SETTLED:
        named_lines = f"{', '.join(map(str, lines[:SETTLED]))} and {len(lines) - SETTLED} more"
    else:
        named_lines = " and ".join(map(str, lines))
    times = "twice" if len(found.lines) == 2 else f"{len(found.lines)} times"
    where = f"lines {named_lines}" if len(lines) > 1 else f"line {named_lines}, {times}"
    message = f"{shown(excerpt.exact)} stands in {where}."
    places = _occurrences(copy, excerpt, found)
    if len(places) > SETTLED or len(places) < 2:
        return message, "Add the text before or after it as `prefix` or `suffix`."
    settled = (_settle(copy, place, places, len(excerpt.exact)) for place in places)
    hints = [
        f"for line {line} add {hint}"
        for line, hint in zip(found.lines, settled, strict=False)
        if hint
    ]
    joined = "; ".join(hints)
    return message, f"{joined[:1].upper()}{joined[1:]}." if joined else ""


def _changes(found: Verification) -> list[tuple[str, str]]:
    """The stretches of a word diff that differ: yours and the source's."""
    changes = []
    for same, pieces in groupby(found.difference, key=lambda piece: piece[0] is DiffKind.SAME):
        if not same:
            both = list(pieces)
            changes.append((_side(both, DiffKind.YOURS), _side(both, DiffKind.THEIRS)))
    return changes


def _places(found: Verification) -> list[tuple[str, str]]:
    """The stretches that differ, each with the word before it, or the one after it.

    Of marks alone both are shown, so that it is seen where they stand.
    """
    places = []
    pieces = found.difference
    groups = [
        list(group) for _, group in groupby(pieces, key=lambda piece: piece[0] is DiffKind.SAME)
    ]
    for at, group in enumerate(groups):
        if group[0][0] is DiffKind.SAME:
            continue
        before = _side(groups[at - 1], DiffKind.SAME) if at else ""
        after = _side(groups[at + 1], DiffKind.SAME) if at + 1 < len(groups) else ""
        changed = _side(group, DiffKind.YOURS) + _side(group, DiffKind.THEIRS)
        head = _tail(before)
        rest = "" if head and _has_word(changed) else _head(after)
        yours, theirs = _side(group, DiffKind.YOURS), _side(group, DiffKind.THEIRS)
        places.append((shown(f"{head}{yours}{rest}"), shown(f"{head}{theirs}{rest}")))
    return places


def _side(pieces: list[tuple[DiffKind, str]], change: DiffKind) -> str:
    return "".join(text for which, text in pieces if which is change)


def _tail(text: str) -> str:
    """The last word of a text, with the space after it."""
    found = re.search(r"\S+\s*$", text)
    return found[0] if found else ""


def _head(text: str) -> str:
    """The first word of a text, with the space before it."""
    found = re.match(r"\s*\S+", text)
    return found[0] if found else ""


def _has_word(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _sign(character: str) -> str:
    """A character as itself, or by its name where it cannot be seen or told apart."""
    if character.isspace() or not character.isprintable() or unicodedata.combining(character):
        name = unicodedata.name(character, "a control character").lower()
        return f"{name} (U+{ord(character):04X})"
    return character


def _word_at(text: str, at: int) -> str:
    """The word round an offset, and the next one."""
    start = text.rfind(" ", 0, at) + 1
    end = text.find(" ", at + 1)
    following = text.find(" ", end + 1) if end >= 0 else -1
    return text[start : following if following >= 0 else len(text)]


def _occurrences(copy: str, excerpt: Excerpt, found: Verification) -> list[int]:
    """Where the excerpt, prefix and suffix round it, stands; at most one more than is settled."""
    sought = excerpt.prefix + excerpt.exact + excerpt.suffix
    at = found.passage.start - len(excerpt.prefix) if found.passage else copy.find(sought)
    places: list[int] = []
    while at >= 0 and len(places) <= SETTLED:
        places.append(at + len(excerpt.prefix))
        at = copy.find(sought, at + 1)
    return places


def _settle(copy: str, place: int, places: list[int], length: int) -> str:
    """A suffix, or else a prefix, that only one of the places has, as YAML."""
    others = [other for other in places if other != place]
    after = copy[place + length : place + length + 200].split("\n", maxsplit=1)[0]
    for words in _beside(after):
        suffix = words.rstrip(".,;:!?") or words
        if not any(copy.startswith(suffix, other + length) for other in others):
            return f"suffix: {_quoted(suffix)}"
    before = copy[max(place - 200, 0) : place].rsplit("\n", 1)[-1]
    for reversed_prefix in _beside(before[::-1]):
        prefix = reversed_prefix[::-1]
        if not any(copy.endswith(prefix, 0, other) for other in others):
            return f"prefix: {_quoted(prefix)}"
    return ""


def _beside(line: str) -> list[str]:
    """Ever longer beginnings of a line, by words, from a few words on."""
    ends = [at for at in range(1, len(line)) if line[at] == " "] + [len(line)]
    return [line[:end] for end in ends[WORDS - 1 :] or ends[-1:] if end]


def _quoted(text: str) -> str:
    """A text as a double-quoted scalar of YAML."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return f'"{escaped}"'

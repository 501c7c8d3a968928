"""Keys that a reader has bound anew, from a file of their own: see `key_file` for what it says.

A key that the file gives to a command is taken from another command that had it from the table
and holds in the same place. In a special place, such as a source or an answer, the nearest command
has it, as in the table.

Where anything is wrong, all keys are those of the table: half of what somebody wanted is worse than
what they can look up.
"""

import errno
import os
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tui.app.keyboard.bindings import USUAL, Bindings, is_typed
from tui.app.keyboard.contexts import CONTEXTS, MAIN_CONTEXTS
from tui.app.keyboard.file import Given, KeyFileEntry, add, read
from tui.app.keyboard.key import Key
from tui.app.keyboard.names import shown
from tui.app.keyboard.table import KEYS
from tui.diagnostics import Diagnostic, Report, Severity, Span, reason
from tui.frozen import replace
from tui.text.clean import clean

LONGEST = 65_536
"""Bytes of a file: all commands have their keys in a fifteenth of that."""

_ESSENTIAL = ("program.quit", "screen.blank")
"""Commands that must be there at any time: out, and away from the eyes of others."""

_BACK = ("place.leave", "program.leave", "program.cancel")
"""Commands one of which must be there wherever something can be left."""


class Rebound(NamedTuple):
    """What came of a file."""

    name: str
    """The path of the file."""
    text: str
    """What is in it; empty where it cannot be read."""
    problems: tuple[Diagnostic, ...]
    changed: frozenset[str]
    """The ids of the commands of which it speaks."""
    bindings: Bindings


def rebound(path: str) -> Rebound:
    """The keys as a file would have them, with whatever is wrong with it."""
    try:
        text = _text(path)
    except OSError as error:
        message = f"the file cannot be read: {reason(error)}."
        return _refused(
            path, "", [Diagnostic("key-unreadable", Severity.ERROR, message, Span(1, 1))]
        )
    return bound(path, text)


def bound(name: str, text: str) -> Rebound:
    """The keys as the text of a file of that name would have them."""
    report = Report()
    lines = read(text, report)
    rebinding = _Rebinding(lines, report)
    rebinding.check_claims()
    bindings = USUAL if _has_errors(report) else rebinding.bindings()
    if _has_errors(report):
        return _refused(name, text, [*report])
    return Rebound(name, text, tuple(report), frozenset(lines), bindings)


def _refused(name: str, text: str, problems: list[Diagnostic]) -> Rebound:
    first = next(each for each in problems if each.severity is Severity.ERROR)
    said = clean(f"{os.path.basename(name)}:{first.span.line}: {first.message.removesuffix('.')}")  # noqa: PTH119
    bindings = Bindings(KEYS, f"the usual keys hold: {said}")
    return Rebound(name, text, tuple(problems), frozenset(), bindings)


def _text(path: str) -> str:
    """The text of a file; raises `OSError`. What is no file, such as a pipe, is not waited for."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with open(handle, "rb") as file:  # noqa: PTH123 - of a handle
        data = file.read(LONGEST + 1) or b""
    if len(data) > LONGEST:
        raise OSError(errno.EFBIG, f"it is longer than {LONGEST:,} bytes")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise OSError(errno.EILSEQ, f"line {line} is not UTF-8") from None


def _has_errors(report: Report) -> bool:
    return any(problem.severity is Severity.ERROR for problem in report)


class _Rebinding:
    """The keys of the table, changed by the lines of a file."""

    def __init__(self, lines: Mapping[str, KeyFileEntry], report: Report) -> None:
        self._lines = lines
        self._report = report
        self._givers: dict[str, list[tuple[Key, Given]]] = {}
        """By key, the commands to which the file gives it."""
        for line in sorted(lines.values(), key=lambda line: line.span):
            for given in line.given:
                self._givers.setdefault(given.key, []).append((USUAL.of(line.id), given))

    def bindings(self) -> Bindings:
        """The keys that there are by the file; what must be there and is missing is reported."""
        made = Bindings(tuple(map(self._changed, KEYS)))
        self._check_reach(made)
        return made

    def _changed(self, key: Key) -> Key:
        if key.id not in self._lines and not any(each in self._givers for each in key.pressed):
            return key
        line = self._lines.get(key.id, KeyFileEntry(key.id, Span(1, 1), None, None))
        ways = (
            tuple(each for each in usual if not self._is_taken(each, key))
            if given is None
            else tuple(each.key for each in given)
            for usual, given in ((key.keys, line.next), (key.opposite, line.previous))
        )
        keys, opposite = ways
        return replace(key, keys=keys, opposite=opposite)

    def _is_taken(self, pressed: str, key: Key) -> bool:
        """Whether the file gives a key of the table to another command or the other way."""
        return any(
            giver is key or (pressed not in giver.pressed and _displaces(giver, key))
            for giver, _ in self._givers.get(pressed, ())
        )

    def check_claims(self) -> None:
        """No key has two meanings where both hold, nor that of a command whose keys are told."""
        for pressed, givers in self._givers.items():
            for number, (giver, given) in enumerate(givers):
                before = (each for each, _ in givers[:number] if each is not giver)
                other = next((each for each in before if _clash(each, giver)), None)
                if other is not None:
                    line = self._lines[other.id].span.line
                    message = f"“{shown(pressed)}” is given to {other.id} too, in line {line}"
                    help = "Both work in the same place: keep one."
                    add(self._report, "key-claimed", message, given.span, help)
                told = next((key for key in KEYS if self._keeps(key, giver, pressed)), None)
                if told is not None:
                    message = f"“{shown(pressed)}” is one of the {len(told.keys)} of {told.id}"
                    help = f"Take another, or give {told.id} other keys."
                    add(self._report, "key-claimed", message, given.span, help)

    def _keeps(self, key: Key, giver: Key, pressed: str) -> bool:
        """Whether a command keeps a key of the table because each of its keys means something."""
        is_ordered = key.told and len(key.keys) > 1 and key.id not in self._lines
        return is_ordered and pressed in key.keys and _clash(key, giver)

    def _check_reach(self, bindings: Bindings) -> None:
        """Nobody loses a command by mistake, and nobody those that must be there."""
        for id in _ESSENTIAL:
            self._check_essential(id, bindings)
        if not all(_has_way_back(bindings, scopes) for scopes in CONTEXTS.values()):
            message = "no key is left that goes back from everywhere"
            help = f"Leave {', '.join(_BACK[:-1])} or {_BACK[-1]} a key."
            add(self._report, "key-needed", message, self._first_of(_BACK), help)
        lost: dict[Given, list[str]] = {}
        for before, key in zip(KEYS, bindings.keys, strict=True):
            taken = () if key.id in _ESSENTIAL else self._lost(before, key, bindings)
            for pressed in taken:
                lost.setdefault(self._givers[pressed][0][1], []).append(key.id)
        for given, ids in lost.items():
            message = f"“{shown(given.key)}” was the only key of {', '.join(dict.fromkeys(ids))}"
            help = "Give it another, or [] to do without."
            add(self._report, "key-lost", message, given.span, help, severity=Severity.WARNING)

    def _check_essential(self, id: str, bindings: Bindings) -> None:
        if any(_is_everywhere(pressed, id, bindings) for pressed in bindings.of(id).keys):
            return
        message = f"{id} needs a key that works everywhere, also while something is typed"
        usual = " or ".join(map(shown, USUAL.of(id).keys))
        help = f"Leave it {usual}, or give it another that is no text."
        add(self._report, "key-needed", message, self._first_of((id,)), help)

    def _first_of(self, ids: Sequence[str]) -> Span:
        """Where the file first takes a key from some commands."""
        lines = [line.span for id, line in self._lines.items() if id in ids]
        usual = (pressed for id in ids for pressed in USUAL.of(id).pressed)
        takers = [given.span for key in usual for _, given in self._givers.get(key, ())]
        return min(lines + takers)

    def _lost(self, before: Key, key: Key, bindings: Bindings) -> Iterator[str]:
        """Keys of the table that other commands have been given, with them the last of a way."""
        line = self._lines.get(key.id)
        ways = (
            (before.keys, key.keys, line.next if line else None),
            (before.opposite, key.opposite, line.previous if line else None),
        )
        for usual, left, given in ways:
            for scopes in CONTEXTS.values():
                had = [each for each in usual if USUAL.lookup(each, scopes) is before]
                taken = [each for each in had if each in self._givers]
                has = any(bindings.lookup(each, scopes) is key for each in left)
                if taken and not has and given != ():
                    yield taken[0]
                    break


def _clash(one: Key, other: Key) -> bool:
    """Whether a key of both would have two meanings."""
    scopes = {one.scope, other.scope}
    return len(scopes) == 1 or any(scopes <= {*CONTEXTS[each]} for each in MAIN_CONTEXTS)


def _displaces(giver: Key, key: Key) -> bool:
    """Whether a command with a key of another takes it away.

    Where it is nearer wherever both hold, the other keeps the key for elsewhere, if it is anywhere.
    """
    if not _clash(giver, key):
        return False
    shared = [CONTEXTS[each] for each in MAIN_CONTEXTS if giver.scope in CONTEXTS[each]]
    is_nearer = all(
        key.scope not in scopes or scopes.index(giver.scope) < scopes.index(key.scope)
        for scopes in shared
    )
    alone = any(
        key.scope in CONTEXTS[each] and giver.scope not in CONTEXTS[each] for each in MAIN_CONTEXTS
    )
    return giver.scope == key.scope or not (is_nearer and alone)


def _is_everywhere(pressed: str, id: str, bindings: Bindings) -> bool:
    """Whether a key gives a command wherever one is, and while something is typed."""
    key = bindings.of(id)
    contexts = CONTEXTS.values()
    return not is_typed(pressed) and all(bindings.lookup(pressed, each) is key for each in contexts)


def _has_way_back(bindings: Bindings, scopes: Sequence[str]) -> bool:
    if "place" not in scopes:
        return True
    keys = map(bindings.of, _BACK)
    return any(bindings.lookup(each, scopes) is key for key in keys for each in key.keys)

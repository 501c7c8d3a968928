"""The line of tabs: the panes with their keys, and as much of their titles as fits."""

from collections.abc import Sequence

from tui.app.lines import ScreenPart, Tinted, cut, width
from tui.panes import Tab
from tui.text import cells

_SHORTEST = 3
"""Cells of a title that can still be understood."""

_PRESSED = "1234567890!"
"""The keys of panes."""


def tab_line(tabs: Sequence[Tab], current: str, room: int) -> Tinted:
    """Return the tabs in one line; the current one is in brackets, to stand out without colours."""
    # No more code points than the line has cells can be shown, however long a title is.
    long, short = [tab.title[: room + 1] for tab in tabs], [tab.short[: room + 1] for tab in tabs]
    for titles, apart in ((long, 3), (long, 2), (short, 3), (short, 2), (short, 1)):
        line = _line(tabs, titles, current, apart)
        if width(line) <= room:
            return line
    for longest in range(min(max(map(cells.width, short)), room), _SHORTEST - 1, -1):
        titles = [
            title if tab.id == current else _abbreviated(title, longest)
            for tab, title in zip(tabs, short, strict=True)
        ]
        line = _line(tabs, titles, current, 1)
        if width(line) <= room:
            return line
    titles = [title if tab.id == current else "" for tab, title in zip(tabs, short, strict=True)]
    return _window(tabs, titles, current, room)


def tab_at(line: Tinted, column: int) -> str:
    """Return the key of the tab at a column; empty if there is none."""
    for text, _ in line:
        column -= cells.width(text)
        if column < 0:
            key, _, _ = text.strip("[]").partition(" ")
            return key if len(key) == 1 and key in _PRESSED else ""
    return ""


def _line(tabs: Sequence[Tab], titles: Sequence[str], current: str, apart: int) -> Tinted:
    """The tabs with `apart` cells between them; a bracket takes one of two or more."""
    line: list[tuple[str, ScreenPart]] = []
    beside_bracket = max(apart - 1, 1)
    between = 1
    for tab, title in zip(tabs, titles, strict=True):
        words = f"{tab.key} {title}".strip() or "…"
        is_current = tab.id == current
        before = min(between, beside_bracket) if is_current and line else between - is_current
        line.append((" " * before, ScreenPart.TAB))
        line.append(
            (f"[{words}]", ScreenPart.CURRENT_TAB) if is_current else (words, ScreenPart.TAB)
        )
        between = beside_bracket if is_current else apart
    return tuple(line)


def _window(tabs: Sequence[Tab], titles: Sequence[str], current: str, room: int) -> Tinted:
    """As many tabs as fit, the current one among them."""
    at = next((number for number, tab in enumerate(tabs) if tab.id == current), 0)
    for first in range(at + 1):
        line = _line(tabs[first:], titles[first:], current, 1)
        through = next(end for end, part in enumerate(line, 1) if part[1] is ScreenPart.CURRENT_TAB)
        if width(line[:through]) <= room:
            return cut(line, room)
    return cut(_line(tabs[at:], titles[at:], current, 1), room)


def _abbreviated(title: str, longest: int) -> str:
    if cells.width(title) <= longest:
        return title
    return cells.truncate(title, longest).replace("…", "").rstrip() + "."

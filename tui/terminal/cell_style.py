"""How a cell looks, and the shortest way from one look to another (SGR, ECMA-48 8.3.117)."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tui.terminal.capabilities import Depth
from tui.terminal.colours import codes


class CellStyle(NamedTuple):
    """How a cell looks: for each aspect the parameters that set it, or nothing."""

    weight: str = ""
    """Bold (1), dim (2), or both."""
    slant: str = ""
    underline: str = ""
    blink: str = ""
    reverse: str = ""
    conceal: str = ""
    strike: str = ""
    overline: str = ""
    foreground: str = ""
    background: str = ""
    underline_colour: str = ""
    link: str = ""
    """What stands in OSC 8 between its number and its end: parameters and address."""


PLAIN = CellStyle()

_UNSET = CellStyle("22", "23", "24", "25", "27", "28", "29", "55", "39", "49", "59")
"""What takes each aspect away."""

_SETS = {
    3: "slant",
    4: "underline",
    5: "blink",
    6: "blink",
    7: "reverse",
    8: "conceal",
    9: "strike",
    20: "slant",
    21: "underline",
    53: "overline",
}
_UNSETS = {
    int(code): [aspect] for aspect, code in zip(CellStyle._fields, _UNSET, strict=True) if code
}
_FOREGROUND, _BACKGROUND, _UNDERLINE = 38, 48, 58
_COLOURED = {_FOREGROUND: "foreground", _BACKGROUND: "background", _UNDERLINE: "underline_colour"}
_PALETTE = dict.fromkeys([*range(30, 38), *range(90, 98)], "foreground")
_PALETTE |= dict.fromkeys([*range(40, 48), *range(100, 108)], "background")


@lru_cache(4096)
def restyled(style: CellStyle, parameters: str, depth: Depth) -> CellStyle:
    """A style after SGR with these parameters, in colours that the terminal has.

    Colons between the parts of a parameter are taken too (ITU-T T.416); what is not known is
    left out.
    """
    words = iter(parameters.split(";"))
    for word in words:
        number, *parts = [_int(part) for part in word.split(":")]
        if number == 0:
            style = PLAIN._replace(link=style.link)
        elif number in (1, 2):
            both = sorted({*filter(None, style.weight.split(";")), str(number)})
            style = style._replace(weight=";".join(both))
        elif number == 4 and parts:
            style = style._replace(underline=f"4:{parts[0]}" if parts[0] else "")
        elif number in _SETS:
            style = style._replace(**{_SETS[number]: str(number)})
        elif number in _UNSETS:
            style = style._replace(**dict.fromkeys(_UNSETS[number], ""))
        elif number in _COLOURED:
            colour = _colour(parts) if parts else _colour_in(words)
            if colour:
                style = _coloured(style, number, colour, depth)
        elif number in _PALETTE:
            style = style._replace(**{_PALETTE[number]: str(number) if depth else ""})
    return style


@lru_cache(4096)
def ground(style: CellStyle) -> CellStyle | None:
    """A space in this style as what is seen of it: its background; none if more is seen."""
    if style.underline or style.reverse or style.strike or style.overline or style.link:
        return None
    return CellStyle(background=style.background)


@lru_cache(8192)
def transition(before: CellStyle, after: CellStyle, can_undo: bool = True) -> str:
    """The shortest sequence that changes a terminal's style from one to another.

    `can_undo` says that single aspects can be taken away again, which a VT100 cannot.
    """
    if before == after:
        return ""
    link = "" if before.link == after.link else f"\x1b]8;{after.link or ';'}\x1b\\"
    if before[:-1] == after[:-1]:
        return link
    afresh = ";".join(("", *filter(None, after[:-1]))) if any(after[:-1]) else ""
    changes = [*_changes(before, after)]
    if can_undo or not any(code.partition(";")[0] in _UNSET for code in changes):
        afresh = min(";".join(changes), afresh, key=len)
    return f"\x1b[{afresh}m{link}"


def _changes(before: CellStyle, after: CellStyle) -> Iterator[str]:
    if "" != before.weight != after.weight in {"1", "2"}:
        before = before._replace(weight="")  # bold and dim do not replace one another
        yield _UNSET.weight
    for was, is_, unset in zip(before[:-1], after[:-1], _UNSET, strict=False):
        if was != is_:
            yield is_ or unset


def _coloured(style: CellStyle, number: int, colour: tuple[int, ...], depth: Depth) -> CellStyle:
    code = codes(colour, number == _BACKGROUND, depth)
    if number == _UNDERLINE:
        code = f"58;{code[3:]}" if code.startswith("38;") else ""
    return style._replace(**{_COLOURED[number]: code})


def _colour_in(words: Iterator[str]) -> tuple[int, ...]:
    """The colour of 38, 48 or 58 from the parameters that follow."""
    kind = _int(next(words, ""))
    count = {2: 3, 5: 1}.get(kind, 0)
    return tuple(_int(next(words, "")) & 255 for _ in range(count))


def _colour(parts: list[int]) -> tuple[int, ...]:
    """The colour of a parameter with colons; an identifier of the colour space may be there."""
    if parts[0] == 5:
        return tuple(parts[1:2])
    if parts[0] == 2:
        return tuple(part & 255 for part in (parts[2:5] if len(parts) > 4 else parts[1:4]))
    return ()


def _int(digits: str) -> int:
    return int(digits) if digits else 0

"""What a terminal can show, as far as the environment tells it.

What is said of a terminal is what its entry in terminfo says: that of ncurses 6.4, or the one that
the terminal's own sources have. `csr` is to scroll a part of the rows, `indn` and `rin` to scroll
by a number, `hpa` and `vpa` to move in a row or a column, `ech` to empty cells, `bce` to erase in
colour, `rep` to repeat, `Tc` to have 24-bit colours.

Whether frames can be marked (mode 2026) and the state of the line told (DSR 5) is not believed of a
name: the terminal is asked.
"""

import re
import sys
from collections.abc import Mapping
from enum import IntEnum
from typing import NamedTuple

from tui.frozen import frozen, replace


class Depth(IntEnum):
    """How many colours."""

    NONE = 0
    ANSI = 16
    """The terminal's own palette."""
    EXTENDED = 256
    TRUE = 1 << 24


@frozen
class Capabilities:
    """What may be sent to a terminal, and what it would garble."""

    depth: Depth = Depth.ANSI
    unicode: bool = True
    """Characters beyond ASCII come out as what they are."""
    can_scroll: bool = True
    """A part of the rows can be scrolled (DECSTBM)."""
    can_repeat: bool = False
    """The last character can be repeated (REP, ECMA-48 8.3.103), if it is of ASCII; for others
    tmux does not do it (tmux issue 3687)."""
    can_scroll_by_number: bool = True
    """Rows can be scrolled wherever the cursor is (SU, SD)."""
    can_empty: bool = True
    """Cells can be emptied without moving the cursor (ECH)."""
    is_modern: bool = True
    """It knows more than a VT100: how to take a single attribute away (SGR 22–29), and to move in
    a row or a column (CHA, VPA)."""
    erases_in_colour: bool = True
    """What is erased takes the background that is set."""
    has_links: bool = False
    """Hyperlinks (OSC 8) are understood, or ignored without a trace."""


class DetectedDepth(NamedTuple):
    """A depth, and what tells it."""

    depth: Depth
    why: str
    """In words that go on after “because”: `COLORTERM is truecolor`."""


COLORS = {
    "none": Depth.NONE,
    "16": Depth.ANSI,
    "256": Depth.EXTENDED,
    "true": Depth.TRUE,
}
"""What `--colors` and BRIEFING_COLORS may be, beside `auto`."""

AUTO = "auto"
COLORS_VARIABLE = "BRIEFING_COLORS"
ASCII_VARIABLE = "BRIEFING_ASCII"


def detect(environ: Mapping[str, str], *, colors: str = AUTO) -> Capabilities:
    """What the terminal can do by its name (TERM) and what its variables add.

    `colors` is a key of `COLORS` or `auto`, and goes before all variables. Take `environ` from
    `environment()`.
    """
    known = _terminal(environ)
    depth = colour_depth(environ, colors=colors).depth
    return replace(known, depth=depth, unicode=has_unicode(environ))


def colour_depth(environ: Mapping[str, str], *, colors: str = AUTO) -> DetectedDepth:
    """How many colours there are, and why.

    The order is that of intent: the option, our variable, NO_COLOR (https://no-color.org),
    FORCE_COLOR (https://force-color.org; the numbers 0 to 3 as Node has them), the terminal.
    """
    if colors in COLORS:
        return DetectedDepth(COLORS[colors], f"--colors is {colors}")
    own = environ.get(COLORS_VARIABLE, "")
    if own in COLORS:
        return DetectedDepth(COLORS[own], f"{COLORS_VARIABLE} is {own}")
    if environ.get("NO_COLOR"):
        return DetectedDepth(Depth.NONE, "NO_COLOR is set")
    forced = environ.get("FORCE_COLOR", "")
    if forced in _FORCED:
        return DetectedDepth(_FORCED[forced], f"FORCE_COLOR is {forced}")
    told = _terminal_depth(environ)
    if forced and told.depth is Depth.NONE:
        return DetectedDepth(Depth.ANSI, "FORCE_COLOR is set")
    return told


def has_unicode(environ: Mapping[str, str]) -> bool:
    """Whether the locale is one of UTF-8: LC_ALL, LC_CTYPE, LANG, of which the first that is set
    counts (POSIX.1-2024, 8.2)."""
    if environ.get(ASCII_VARIABLE, "0") not in {"", "0"}:
        return False
    return bool(re.search(r"utf-?8\b", locale(environ)[1], re.IGNORECASE))


def locale(environ: Mapping[str, str]) -> tuple[str, str]:
    """The variable that says which characters there are, and what it says."""
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        if environ.get(name):
            return name, environ[name]
    return "LANG", "C"


def environment(environ: Mapping[str, str], *, coerced: bool | None = None) -> dict[str, str]:
    """The environment as the program was given it.

    In the locale C Python sets LC_CTYPE to one of UTF-8 (PEP 538), as if the terminal had other
    characters then; `coerced` says that it may have, which the UTF-8 mode (PEP 540) tells.
    """
    given = dict(environ)
    coerced = bool(sys.flags.utf8_mode) if coerced is None else coerced
    if coerced and given.get("LC_CTYPE") in {"C.UTF-8", "C.utf8", "UTF-8"}:
        del given["LC_CTYPE"]
    return given


def is_tmux(environ: Mapping[str, str]) -> bool:
    """Whether the terminal is tmux, which calls itself `screen` by default.

    TMUX is inherited by a terminal that is opened from tmux, so the name must fit; STY is GNU
    screen's, which is the nearer one where it runs in tmux.
    """
    family = _family(environ.get("TERM", ""))
    return family == "tmux" or (family == "screen" and "TMUX" in environ and "STY" not in environ)


_FORCED = {"0": Depth.NONE, "1": Depth.ANSI, "2": Depth.EXTENDED, "3": Depth.TRUE}

_NOTHING = Capabilities(
    depth=Depth.NONE,
    can_scroll=False,
    can_scroll_by_number=False,
    can_empty=False,
    erases_in_colour=False,
    is_modern=False,
)
"""terminfo: dumb."""

_UNKNOWN = replace(_NOTHING, depth=Depth.ANSI)
"""Hardly any terminal of today has fewer colours; all else would be a guess."""

_VT100 = replace(_NOTHING, can_scroll=True)
"""terminfo: vt100, vt102, vt220, vt320, vt420, vt520 (csr, no colors, no bce)."""

_XTERM = Capabilities(has_links=True)
"""terminfo: xterm (all but Tc). It says `rep` too, but who calls itself so need not have it: mosh
does not (mosh issue 1064). Links (OSC 8) are ignored by who has none."""

_APPLE = replace(_XTERM, can_scroll_by_number=False, can_empty=False)
"""terminfo: nsterm (csr, bce, hpa, vpa), which is macOS Terminal."""

_SCREEN = Capabilities(erases_in_colour=False, can_empty=False)
"""terminfo: screen (csr, indn, hpa, vpa); GNU screen knows no links."""

_TMUX = Capabilities(has_links=True)
"""terminfo: tmux (csr, indn, hpa, vpa); it was seen to empty cells, erases in colour since 2.4
(2017), and had no links before 3.4."""

_PLAIN = Capabilities(can_scroll_by_number=False)
"""Entries with csr, bce and ech, but without indn."""

_MODERN = Capabilities(depth=Depth.TRUE, can_repeat=True, has_links=True)
"""Terminals of a name of their own, whose entry has all of this, and with links by their manual.
COLORTERM is not waited for: ssh forwards TERM alone."""

_FAMILIES = {
    "dumb": _NOTHING,
    "unknown": _NOTHING,
    "sun": _NOTHING,  # none of these
    "vt52": _NOTHING,
    "cygwin": _UNKNOWN,  # no csr, no bce
    "ansi": _UNKNOWN,  # no csr, no bce
    "xterm": _XTERM,
    "linux": _PLAIN,  # the manual, console_codes(4), lists no SU and SD either, and no OSC 8
    "wsvt25": replace(_PLAIN, is_modern=False),  # csr, bce, ech
    "rxvt": replace(_PLAIN, can_empty=False),  # csr, bce, hpa, vpa
    "rxvt-unicode": Capabilities(),  # all but rep
    "Eterm": _PLAIN,
    "eterm": replace(_VT100, depth=Depth.ANSI),  # of Emacs: csr
    "putty": Capabilities(can_repeat=True),  # all
    "screen": _SCREEN,
    "tmux": _TMUX,
    "gnome": replace(_XTERM, can_scroll_by_number=False),  # csr, bce, ech
    "vte": _XTERM,  # all
    "konsole": _XTERM,  # all but rep
    "nsterm": _APPLE,
    "st": _XTERM,  # all but rep
    "iTerm": replace(_XTERM, can_empty=False),  # all but rep and ech; OSC 8 by its manual
    "iTerm2": replace(_XTERM, can_empty=False),
    "iterm2": replace(_XTERM, can_empty=False),
    "ms-terminal": replace(_XTERM, can_repeat=True),  # all; OSC 8 since microsoft/terminal 204
    "alacritty": _MODERN,  # extra/alacritty.info; OSC 8 since 0.11
    "contour": _MODERN,  # vtbackend/Capabilities.cpp, with Tc; OSC 8 by its README
    "foot": _MODERN,  # foot.info, with Tc; OSC 8 by foot-ctlseqs(7)
    "mintty": _MODERN,  # ncurses; OSC 8 since mintty issue 823
    "wezterm": _MODERN,  # termwiz/data/wezterm.terminfo, with Tc; OSC 8 by its manual
    "ghostty": _MODERN,  # src/terminfo/ghostty.zig, with Tc
    "kitty": replace(
        _MODERN, erases_in_colour=False
    ),  # kitty/terminfo.py: bce is left out on purpose
}
"""By the first word of a name, or the first two; entries of terminfo have the same name."""

_DEPTHS = {
    "direct": Depth.TRUE,
    "256color": Depth.EXTENDED,
    "mono": Depth.NONE,
    "m": Depth.NONE,
}
"""By the last word of a name, as terminfo uses it."""

_TRUE_COLOURS = {"truecolor", "24bit"}


def _family(name: str) -> str:
    """The first word of a terminal's name, or two; `xterm-kitty` is a kitty."""
    words = re.split(r"[-.]", name)
    if words[0] == "xterm" and words[-1] in {"kitty", "ghostty"}:
        return words[-1]
    two = "-".join(words[:2])
    return two if two in _FAMILIES else words[0]


def _terminal(environ: Mapping[str, str]) -> Capabilities:
    """What the terminal of that name has, but for colours that its variables tell."""
    name = environ.get("TERM", "") or "dumb"
    if is_tmux(environ):
        # tmux names itself since 3.2; that one repeats, as 3.3 was seen to.
        return replace(_TMUX, can_repeat=environ.get("TERM_PROGRAM") == "tmux")
    if re.fullmatch(r"vt\d{3}.*", name):
        return _VT100
    known = _FAMILIES.get(_family(name), _UNKNOWN)
    if known is _XTERM and environ.get("TERM_PROGRAM") == "Apple_Terminal":
        known = _APPLE  # which calls itself xterm-256color
    return replace(known, erases_in_colour=True) if name.endswith("-bce") else known


def _terminal_depth(environ: Mapping[str, str]) -> DetectedDepth:
    name = environ.get("TERM", "")
    if not name:
        return DetectedDepth(Depth.NONE, "TERM is not set")
    known = _terminal(environ).depth
    colorterm = environ.get("COLORTERM", "")
    if colorterm in _TRUE_COLOURS and _believes_colorterm(environ, known):
        return DetectedDepth(Depth.TRUE, f"COLORTERM is {colorterm}")
    named = next((depth for word, depth in _DEPTHS.items() if name.endswith(f"-{word}")), known)
    depth = named if named is Depth.NONE else max(named, known)
    return DetectedDepth(depth, f"TERM is {name}")


def _believes_colorterm(environ: Mapping[str, str], known: Depth) -> bool:
    """Whether the variable can be about this terminal.

    A program that plays another terminal inherits the variable of the one that it runs in: GNU
    screen before 5 garbles 24-bit colours, and Linux's console and the VT100s have none.
    """
    family = _family(environ["TERM"])
    return known is not Depth.NONE and (
        is_tmux(environ) or family not in {"linux", "screen", "cygwin", "ansi", "eterm"}
    )

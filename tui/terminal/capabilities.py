"""What a terminal can show, according to its environment.

The table follows terminfo: the entries of ncurses 6.4, or those in a terminal's own sources. It
is a table because terminfo itself is a poor guide here: `curses.setupterm` works once in a
process, recent terminals have no entry on many hosts that are reached by ssh, and entries lie
about what calls itself `xterm` or `screen`. It would also delay the first frame by 1.3–2 ms.

The comments name terminfo capabilities: `csr` (scroll a part of the rows), `indn` and `rin`
(scroll by a number), `hpa` and `vpa` (move in a row or a column), `ech` (erase cells), `bce`
(erase in the background colour), `rep` (repeat), `Tc` (24-bit colours).

Synchronized output (mode 2026) and status reports (DSR 5) are not in the table: the terminal is
queried.
"""

import re
import sys
from collections.abc import Mapping
from enum import IntEnum
from typing import NamedTuple

from tui.frozen import frozen, replace


class Depth(IntEnum):
    """The number of colours."""

    NONE = 0
    ANSI = 16
    """The terminal's own palette."""
    EXTENDED = 256
    TRUE = 1 << 24


@frozen
class Capabilities:
    """What may be sent to a terminal."""

    depth: Depth = Depth.ANSI
    unicode: bool = True
    """Characters beyond ASCII are shown correctly."""
    can_scroll: bool = True
    """A range of rows can be scrolled (DECSTBM)."""
    can_repeat: bool = False
    """The last character can be repeated if it is ASCII (REP, ECMA-48 8.3.103; tmux issue 3687)."""
    can_scroll_by_number: bool = True
    """Rows can be scrolled by a number, wherever the cursor is (SU, SD)."""
    can_erase_cells: bool = True
    """Cells can be erased without moving the cursor (ECH)."""
    is_modern: bool = True
    """Single attributes can be reset (SGR 22–29), and the cursor moved in its row or column (CHA,
    VPA), unlike on a VT100."""
    erases_in_colour: bool = True
    """Erased cells take the current background colour (BCE)."""
    has_links: bool = False
    """Hyperlinks (OSC 8) are shown, or ignored silently."""


class DetectedDepth(NamedTuple):
    """A colour depth, and the setting that determines it."""

    depth: Depth
    why: str
    """A clause that can follow “because”: `COLORTERM is truecolor`."""


COLORS = {
    "none": Depth.NONE,
    "16": Depth.ANSI,
    "256": Depth.EXTENDED,
    "true": Depth.TRUE,
}
"""The values of `--colors` and BRIEFING_COLORS besides `auto`."""

AUTO = "auto"
COLORS_VARIABLE = "BRIEFING_COLORS"
ASCII_VARIABLE = "BRIEFING_ASCII"


def detect(environ: Mapping[str, str], *, colors: str = AUTO) -> Capabilities:
    """Detect the capabilities from TERM and other variables.

    Args:
        environ: The result of `environment()`.
        colors: A key of `COLORS`, which overrides all variables, or `auto`.
    """
    depth = colour_depth(environ, colors=colors).depth
    return replace(_terminal(environ), depth=depth, unicode=has_unicode(environ))


def colour_depth(environ: Mapping[str, str], *, colors: str = AUTO) -> DetectedDepth:
    """Detect the number of colours.

    In order of precedence: the option, BRIEFING_COLORS, NO_COLOR (https://no-color.org),
    FORCE_COLOR (https://force-color.org; numbers 0 to 3 as in Node.js), the terminal.
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
    detected = _terminal_depth(environ)
    if forced and detected.depth is Depth.NONE:
        return DetectedDepth(Depth.ANSI, "FORCE_COLOR is set")
    return detected


def has_unicode(environ: Mapping[str, str]) -> bool:
    """Return whether the locale's encoding is UTF-8 and BRIEFING_ASCII is not set."""
    if environ.get(ASCII_VARIABLE, "0") not in {"", "0"}:
        return False
    return bool(re.search(r"utf-?8\b", locale(environ)[1], re.IGNORECASE))


def locale(environ: Mapping[str, str]) -> tuple[str, str]:
    """Return the variable that determines the encoding, and its value (POSIX.1-2024, 8.2)."""
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        if environ.get(name):
            return name, environ[name]
    return "LANG", "C"


def environment(environ: Mapping[str, str], *, coerced: bool | None = None) -> dict[str, str]:
    """Return the environment as it was before Python changed it.

    In the C locale Python may set LC_CTYPE to UTF-8 (PEP 538), whatever the terminal shows.

    Args:
        environ: The environment of the process.
        coerced: Whether Python may have done that; by default, whether UTF-8 mode is on (PEP 540).
    """
    original = dict(environ)
    coerced = bool(sys.flags.utf8_mode) if coerced is None else coerced
    if coerced and original.get("LC_CTYPE") in {"C.UTF-8", "C.utf8", "UTF-8"}:
        del original["LC_CTYPE"]
    return original


def is_tmux(environ: Mapping[str, str]) -> bool:
    """Return whether the terminal is tmux, which calls itself `screen` by default.

    A terminal that is opened from tmux inherits TMUX, so TERM must fit too. STY means that GNU
    screen runs inside tmux.
    """
    family = _family(environ.get("TERM", ""))
    return family == "tmux" or (family == "screen" and "TMUX" in environ and "STY" not in environ)


_FORCED = {"0": Depth.NONE, "1": Depth.ANSI, "2": Depth.EXTENDED, "3": Depth.TRUE}

_NOTHING = Capabilities(
    depth=Depth.NONE,
    can_scroll=False,
    can_scroll_by_number=False,
    can_erase_cells=False,
    erases_in_colour=False,
    is_modern=False,
)
"""dumb"""

_UNKNOWN = replace(_NOTHING, depth=Depth.ANSI)
"""Nearly all terminals have 16 colours; anything more would be a guess."""

_VT100 = replace(_NOTHING, can_scroll=True)
"""vt100, vt102, vt220, vt320, vt420, vt520: csr, no colours, no bce."""

_XTERM = Capabilities(has_links=True)
"""xterm: all but Tc; but other terminals of that name lack rep, such as mosh (mosh issue 1064).
Those without links ignore OSC 8."""

_APPLE = replace(_XTERM, can_scroll_by_number=False, can_erase_cells=False)
"""nsterm, which is macOS Terminal: csr, bce, hpa, vpa."""

_SCREEN = Capabilities(erases_in_colour=False, can_erase_cells=False)
"""screen: csr, indn, hpa, vpa; no links."""

_TMUX = Capabilities(has_links=True)
"""tmux: csr, indn, hpa, vpa; in fact ech too, bce since 2.4 (2017), and links since 3.4."""

_PLAIN = Capabilities(can_scroll_by_number=False)
"""csr, bce, ech; no indn."""

_MODERN = Capabilities(depth=Depth.TRUE, can_repeat=True, has_links=True)
"""Terminals with a name of their own whose entry has all of this, and links by their manual.
COLORTERM is not needed: ssh forwards TERM alone."""

_FAMILIES = {
    "dumb": _NOTHING,
    "unknown": _NOTHING,
    "sun": _NOTHING,  # none
    "vt52": _NOTHING,
    "cygwin": _UNKNOWN,  # no csr, no bce
    "ansi": _UNKNOWN,  # no csr, no bce
    "xterm": _XTERM,
    "linux": _PLAIN,  # console_codes(4) lists no SU, SD or OSC 8
    "wsvt25": replace(_PLAIN, is_modern=False),  # csr, bce, ech
    "rxvt": replace(_PLAIN, can_erase_cells=False),  # csr, bce, hpa, vpa
    "rxvt-unicode": Capabilities(),  # all but rep
    "Eterm": _PLAIN,
    "eterm": replace(_VT100, depth=Depth.ANSI),  # Emacs: csr
    "putty": Capabilities(can_repeat=True),  # all
    "screen": _SCREEN,
    "tmux": _TMUX,
    "gnome": replace(_XTERM, can_scroll_by_number=False),  # csr, bce, ech
    "vte": _XTERM,  # all
    "konsole": _XTERM,  # all but rep
    "nsterm": _APPLE,
    "st": _XTERM,  # all but rep
    "iTerm": replace(_XTERM, can_erase_cells=False),  # all but rep and ech; OSC 8 by its manual
    "iTerm2": replace(_XTERM, can_erase_cells=False),
    "iterm2": replace(_XTERM, can_erase_cells=False),
    "ms-terminal": replace(_XTERM, can_repeat=True),  # all; OSC 8 since microsoft/terminal 204
    "alacritty": _MODERN,  # extra/alacritty.info; OSC 8 since 0.11
    "contour": _MODERN,  # vtbackend/Capabilities.cpp, with Tc; OSC 8 by its README
    "foot": _MODERN,  # foot.info, with Tc; OSC 8 by foot-ctlseqs(7)
    "mintty": _MODERN,  # ncurses; OSC 8 since mintty issue 823
    "wezterm": _MODERN,  # termwiz/data/wezterm.terminfo, with Tc; OSC 8 by its manual
    "ghostty": _MODERN,  # src/terminfo/ghostty.zig, with Tc
    "kitty": replace(_MODERN, erases_in_colour=False),  # kitty/terminfo.py: no bce, on purpose
}
"""By the first word of TERM, or the first two; terminfo has entries of the same names."""

_DEPTHS = {
    "direct": Depth.TRUE,
    "256color": Depth.EXTENDED,
    "mono": Depth.NONE,
    "m": Depth.NONE,
}
"""By the last word of TERM, as in terminfo."""

_TRUE_COLOURS = {"truecolor", "24bit"}


def _family(name: str) -> str:
    """Return the first word of TERM, or the first two; `xterm-kitty` is a kitty."""
    words = re.split(r"[-.]", name)
    if words[0] == "xterm" and words[-1] in {"kitty", "ghostty"}:
        return words[-1]
    two = "-".join(words[:2])
    return two if two in _FAMILIES else words[0]


def _terminal(environ: Mapping[str, str]) -> Capabilities:
    """Return the capabilities of the terminal that TERM names."""
    name = environ.get("TERM", "") or "dumb"
    if is_tmux(environ):
        # tmux sets TERM_PROGRAM since 3.2, and has REP then.
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
    """Return whether COLORTERM can describe this terminal.

    A terminal that runs inside another inherits its COLORTERM. GNU screen before 5 garbles
    24-bit colours; the Linux console and VT100s have none.
    """
    family = _family(environ["TERM"])
    return known is not Depth.NONE and (
        is_tmux(environ) or family not in {"linux", "screen", "cygwin", "ansi", "eterm"}
    )

"""What a terminal can show, according to its environment."""

import subprocess

import pytest

from tui.terminal.capabilities import (
    AUTO,
    COLORS,
    Depth,
    colour_depth,
    detect,
    environment,
    has_unicode,
)

NONE, ANSI, EXTENDED, TRUE = Depth


@pytest.mark.parametrize(
    ("environ", "depth"),
    [
        ({}, NONE),
        ({"TERM": ""}, NONE),
        ({"TERM": "dumb"}, NONE),
        ({"TERM": "dumb", "COLORTERM": "truecolor"}, NONE),
        ({"TERM": "xterm"}, ANSI),
        ({"TERM": "xterm-256color"}, EXTENDED),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, TRUE),
        ({"TERM": "xterm-256color", "COLORTERM": "24bit"}, TRUE),
        ({"TERM": "xterm-256color", "COLORTERM": "gnome-terminal"}, EXTENDED),
        ({"TERM": "xterm-direct"}, TRUE),
        ({"TERM": "xterm-mono"}, NONE),
        ({"TERM": "linux"}, ANSI),
        ({"TERM": "linux", "COLORTERM": "truecolor"}, ANSI),
        ({"TERM": "vt100"}, NONE),
        ({"TERM": "vt102", "COLORTERM": "truecolor"}, NONE),
        ({"TERM": "vt220"}, NONE),
        ({"TERM": "screen"}, ANSI),
        ({"TERM": "screen-256color"}, EXTENDED),
        ({"TERM": "screen-256color", "COLORTERM": "truecolor"}, EXTENDED),
        ({"TERM": "screen-256color", "COLORTERM": "truecolor", "TMUX": "/t,1,0"}, TRUE),
        ({"TERM": "screen", "COLORTERM": "truecolor", "TMUX": "/t,1,0", "STY": "1.x"}, ANSI),
        ({"TERM": "screen.xterm-256color"}, EXTENDED),
        ({"TERM": "tmux"}, ANSI),
        ({"TERM": "tmux-256color"}, EXTENDED),
        ({"TERM": "tmux-256color", "COLORTERM": "truecolor"}, TRUE),
        ({"TERM": "rxvt"}, ANSI),
        ({"TERM": "rxvt-unicode-256color"}, EXTENDED),
        ({"TERM": "foot"}, TRUE),
        ({"TERM": "xterm-kitty"}, TRUE),
        ({"TERM": "alacritty"}, TRUE),
        ({"TERM": "never-heard-of"}, ANSI),
        ({"TERM": "never-heard-of-256color"}, EXTENDED),
        ({"TERM": "xterm-256color", "NO_COLOR": "1", "COLORTERM": "truecolor"}, NONE),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, EXTENDED),
        ({"TERM": "xterm", "NO_COLOR": "1", "FORCE_COLOR": "3"}, NONE),
        ({"TERM": "xterm-256color", "FORCE_COLOR": "0"}, NONE),
        ({"TERM": "xterm-256color", "FORCE_COLOR": "1"}, ANSI),
        ({"TERM": "xterm", "FORCE_COLOR": "2"}, EXTENDED),
        ({"TERM": "xterm", "FORCE_COLOR": "3"}, TRUE),
        ({"TERM": "vt100", "FORCE_COLOR": "true"}, ANSI),
        ({"TERM": "xterm-256color", "FORCE_COLOR": "true"}, EXTENDED),
        ({"TERM": "xterm-256color", "BRIEFING_COLORS": "true"}, TRUE),
        ({"TERM": "xterm-256color", "BRIEFING_COLORS": "16", "NO_COLOR": "1"}, ANSI),
        ({"TERM": "xterm-256color", "BRIEFING_COLORS": "none"}, NONE),
        ({"TERM": "xterm-256color", "BRIEFING_COLORS": "auto"}, EXTENDED),
        ({"TERM": "xterm-256color", "BRIEFING_COLORS": "lots"}, EXTENDED),
    ],
)
def test_the_colours_follow_the_environment(environ: dict[str, str], depth: Depth) -> None:
    assert detect(environ).depth == depth


@pytest.mark.parametrize(("colors", "depth"), COLORS.items())
def test_the_option_overrides_every_variable(colors: str, depth: Depth) -> None:
    environ = {"TERM": "xterm", "NO_COLOR": "1", "BRIEFING_COLORS": "256", "FORCE_COLOR": "1"}
    assert detect(environ, colors=colors).depth == depth
    assert colour_depth(environ, colors=colors).why == f"--colors is {colors}"


def test_the_option_auto_overrides_nothing() -> None:
    assert detect({"TERM": "xterm", "BRIEFING_COLORS": "256"}, colors=AUTO).depth == EXTENDED


@pytest.mark.parametrize(
    ("environ", "why"),
    [
        ({"TERM": "xterm"}, "TERM is xterm"),
        ({}, "TERM is not set"),
        ({"TERM": "xterm", "COLORTERM": "24bit"}, "COLORTERM is 24bit"),
        ({"TERM": "xterm", "NO_COLOR": "1"}, "NO_COLOR is set"),
        ({"TERM": "xterm", "FORCE_COLOR": "3"}, "FORCE_COLOR is 3"),
        ({"TERM": "xterm", "BRIEFING_COLORS": "16"}, "BRIEFING_COLORS is 16"),
    ],
)
def test_the_reason_for_the_colours_is_given(environ: dict[str, str], why: str) -> None:
    assert colour_depth(environ).why == why


TMUX = {"TMUX": "/tmp/x,1,0", "TERM_PROGRAM": "tmux"}


@pytest.mark.parametrize(
    ("environ", "scrolls", "repeats", "erases", "links"),
    [
        ({}, False, False, False, False),
        ({"TERM": "dumb"}, False, False, False, False),
        ({"TERM": "ansi"}, False, False, False, False),
        ({"TERM": "vt52"}, False, False, False, False),
        ({"TERM": "vt100"}, True, False, False, False),
        ({"TERM": "vt220"}, True, False, False, False),
        ({"TERM": "linux"}, True, False, True, False),
        ({"TERM": "xterm"}, True, False, True, True),
        ({"TERM": "xterm-256color"}, True, False, True, True),
        ({"TERM": "screen"}, True, False, False, False),
        ({"TERM": "screen-256color-bce"}, True, False, True, False),
        ({"TERM": "screen-256color", **TMUX}, True, True, True, True),
        ({"TERM": "tmux-256color"}, True, False, True, True),
        ({"TERM": "tmux-256color", **TMUX}, True, True, True, True),
        ({"TERM": "xterm-256color", **TMUX}, True, False, True, True),
        ({"TERM": "putty-256color"}, True, True, True, False),
        ({"TERM": "foot"}, True, True, True, True),
        ({"TERM": "wezterm"}, True, True, True, True),
        ({"TERM": "xterm-ghostty"}, True, True, True, True),
        ({"TERM": "mintty"}, True, True, True, True),
        ({"TERM": "alacritty"}, True, True, True, True),
        ({"TERM": "xterm-kitty"}, True, True, False, True),
        ({"TERM": "never-heard-of"}, False, False, False, False),
    ],
)
def test_capabilities_follow_the_name_of_the_terminal(
    environ: dict[str, str], scrolls: bool, repeats: bool, erases: bool, links: bool
) -> None:
    found = detect(environ)
    shown = (found.can_scroll, found.can_repeat, found.erases_in_colour, found.has_links)
    assert shown == (scrolls, repeats, erases, links)


NAMES = ["dumb", "vt52", "vt100", "ansi", "cygwin", "linux", "rxvt", "screen", "tmux", "xterm"]
NAMES += ["xterm-256color", "screen-256color", "tmux-256color", "screen-256color-bce"]
FIELDS = {
    "csr": "can_scroll",
    "indn": "can_scroll_by_number",
    "rin": "can_scroll_by_number",
    "ech": "can_erase_cells",
    "bce": "erases_in_colour",
    "rep": "can_repeat",
    "hpa": "is_modern",
    "vpa": "is_modern",
}
TMUX_ADDITIONS = {
    ("tmux", "ech"),
    ("tmux", "bce"),
    ("tmux-256color", "ech"),
    ("tmux-256color", "bce"),
}
"""What tmux supports without an entry in terminfo."""


@pytest.mark.parametrize("name", NAMES)
def test_the_table_claims_nothing_beyond_terminfo(name: str) -> None:
    infocmp = subprocess.run(["infocmp", "-1", name], capture_output=True, text=True, check=True)
    listed = {line.strip().partition("=")[0].rstrip(",") for line in infocmp.stdout.splitlines()}
    found = detect({"TERM": name})
    for code, field in FIELDS.items():
        assert code in listed or not getattr(found, field) or (name, code) in TMUX_ADDITIONS, code


@pytest.mark.parametrize(
    ("environ", "by_number", "empties"),
    [
        ({"TERM": "linux"}, False, True),
        ({"TERM": "screen"}, True, False),
        ({"TERM": "xterm-256color"}, True, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False, False),
        ({"TERM": "rxvt"}, False, False),
        ({"TERM": "rxvt-unicode-256color"}, True, True),
        ({"TERM": "iTerm2.app"}, True, False),
        ({"TERM": "ms-terminal"}, True, True),
        ({"TERM": "contour"}, True, True),
    ],
)
def test_su_and_ech_are_used_where_they_are_known(
    environ: dict[str, str], by_number: bool, empties: bool
) -> None:
    found = detect(environ)
    assert (found.can_scroll_by_number, found.can_erase_cells) == (by_number, empties)


@pytest.mark.parametrize(
    ("environ", "unicode"),
    [
        ({}, False),
        ({"LANG": "C"}, False),
        ({"LANG": "POSIX"}, False),
        ({"LANG": "en_US"}, False),
        ({"LANG": "ko_KR.eucKR"}, False),
        ({"LANG": "C.UTF-8"}, True),
        ({"LANG": "de_DE.utf8"}, True),
        ({"LANG": "de_DE.UTF-8@euro"}, True),
        ({"LC_CTYPE": "UTF-8"}, True),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "C"}, False),
        ({"LANG": "C", "LC_CTYPE": "en_US.UTF-8"}, True),
        ({"LANG": "en_US.UTF-8", "LC_ALL": ""}, True),
        ({"LANG": "en_US.UTF-8", "BRIEFING_ASCII": "1"}, False),
        ({"LANG": "en_US.UTF-8", "BRIEFING_ASCII": "0"}, True),
    ],
)
def test_unicode_follows_the_locale(environ: dict[str, str], unicode: bool) -> None:
    assert has_unicode(environ) is unicode
    assert detect(environ).unicode is unicode


def test_a_locale_set_by_python_is_ignored() -> None:
    given = {"LANG": "C", "LC_CTYPE": "C.UTF-8", "TERM": "xterm"}
    assert environment(given, coerced=True) == {"LANG": "C", "TERM": "xterm"}
    assert environment(given, coerced=False) == given
    german = {"LC_CTYPE": "de_DE.UTF-8"}
    assert environment(german, coerced=True) == german

"""What is known of the terminal and the connection, in plain words, and what to change."""

from collections.abc import Iterator
from typing import NamedTuple

from tui.terminal.background import Background, background_of
from tui.terminal.capabilities import (
    AUTO,
    COLORS,
    COLORS_VARIABLE,
    Capabilities,
    Depth,
    DetectedDepth,
)
from tui.terminal.clipboard import Route
from tui.terminal.multiplexer import Multiplexer
from tui.terminal.probe import BACKGROUND_COLOUR, NAME, SYNCHRONIZED, Probe, ProbeResult


class UserKeys(NamedTuple):
    """The user's own key bindings."""

    file: str
    """The file; empty if there is none."""
    commands: int
    """The number of commands that it binds."""
    error: str
    """What is wrong with the file, in one line; empty if nothing is."""


class Examination(NamedTuple):
    """What was found out."""

    ssh: str
    """The address that the session comes from; empty for a local one."""
    multiplexer: Multiplexer
    term: str
    size: tuple[int, int] | None
    """Columns and rows; `None` without a terminal."""
    capabilities: Capabilities
    colours: DetectedDepth
    asked_colours: str
    """The value of BRIEFING_COLORS."""
    locale: tuple[str, str]
    """The variable that decides the character set, and its value."""
    hint: Background | None
    """The background by COLORFGBG."""
    probe: ProbeResult | None
    """The terminal's answers; `None` without a terminal."""
    route: Route | None
    """The way to the clipboard."""
    state: str
    """The folder of what is remembered for the reader."""
    state_problem: str
    """Why nothing can be written there; empty if it can."""
    keys: UserKeys

    def answer(self, query: Probe) -> str:
        """What the terminal answered; empty if it did not."""
        return self.probe.replies.get(query, "") if self.probe else ""


class Remedy(NamedTuple):
    """Something to change."""

    why: str
    line: str
    """A line to copy into a shell or a configuration file."""


def findings(found: Examination) -> Iterator[tuple[str, str]]:
    """What the terminal and the connection can do, and why the program thinks so, by heading."""
    yield "Terminal", "; ".join(_terminal(found))
    yield "Colours", f"{_DEPTHS[found.colours.depth]}, because {found.colours.why}"
    yield "Background", _background(found)
    name, value = found.locale
    characters = "UTF-8" if found.capabilities.unicode else "ASCII, everything else is spelled"
    yield "Characters", f"{characters}, because {name} is {value}"
    yield "Copying", _COPYING[found.route]
    yield "Connection", "; ".join(_connection(found))
    problem = found.state_problem
    yield "State", f"not kept, since {problem}" if problem else f"kept in {found.state}"
    yield "Keys", _keys(found.keys)


def remedies(found: Examination) -> Iterator[Remedy]:
    """What to change."""
    if found.asked_colours not in {"", AUTO, *COLORS}:
        yield Remedy(
            f"{COLORS_VARIABLE} is {found.asked_colours}, not one of {', '.join(COLORS)}.",
            f"unset {COLORS_VARIABLE}",
        )
    if found.term in {"", "dumb"} and found.size:
        yield Remedy(
            "A terminal without a name gets no full screen; most are compatible with xterm.",
            "export TERM=xterm-256color",
        )
    elif _may_have_more_colours(found):
        silent = "ssh does not pass that on" if found.ssh else "nothing here says so"
        yield Remedy(
            f"Most terminals have 24-bit colours, but {silent}. If yours has:",
            f"export {COLORS_VARIABLE}=true",
        )
    if found.size and not found.capabilities.unicode:
        yield Remedy(
            "Characters beyond ASCII are spelled or lost. If your terminal has UTF-8:",
            "export LC_ALL=C.UTF-8",
        )
    yield from _tmux_remedies(found)
    if found.state_problem:
        yield Remedy(
            "Your place in a briefing is forgotten. To keep it in a folder that you can write:",
            "export XDG_STATE_HOME=~/state",
        )
    if found.keys.error:
        yield Remedy(
            "Your own keys are not used while their file has an error. To see which:",
            "briefing keys --check",
        )


_SYNCHRONIZES = {"1", "2", "3"}
"""Answers to DECRQM of mode 2026 by a terminal that knows it: set, reset, permanently set."""

_DEPTHS = {
    Depth.NONE: "none, only bold, underlined and reversed",
    Depth.ANSI: "the 16 of the terminal's palette",
    Depth.EXTENDED: "256",
    Depth.TRUE: "24-bit",
}

_COPYING = {
    Route.TMUX: "through tmux (load-buffer -w)",
    Route.SCREEN: "by OSC 52, wrapped for GNU screen; the terminal does not confirm it",
    Route.TERMINAL: "by OSC 52; the terminal does not confirm it",
    None: "not possible from here; the text is shown plain, to be selected, and saved",
}


def _terminal(found: Examination) -> Iterator[str]:
    yield f"TERM is {found.term}" if found.term else "TERM is not set"
    if found.answer(NAME):
        yield f"it calls itself {found.answer(NAME)}"
    yield "{}×{}".format(*found.size) if found.size else "there is no terminal"
    if found.ssh:
        yield f"over ssh from {found.ssh}"
    if found.multiplexer.name:
        version = found.multiplexer.reported.get("version", "")
        yield f"in {found.multiplexer.name} {version}".rstrip()


def _background(found: Examination) -> str:
    if answered := background_of(found.answer(BACKGROUND_COLOUR)):
        return f"{answered.value}, as the terminal answers"
    return f"{found.hint.value}, as COLORFGBG says" if found.hint else "not known"


def _connection(found: Examination) -> Iterator[str]:
    trip = found.probe.round_trip if found.probe else None
    if trip is None:
        yield "round trip not known"
    else:
        yield f"round trip {trip * 1000:.0f} ms" if trip >= 0.001 else "round trip below 1 ms"
    has = "with" if found.answer(SYNCHRONIZED) in _SYNCHRONIZES else "without"
    yield f"{has} synchronized output"


def _keys(keys: UserKeys) -> str:
    if keys.error:
        return f"{keys.error}; see {keys.file}"
    if keys.file:
        return f"{keys.commands} command{'' if keys.commands == 1 else 's'} bound in {keys.file}"
    return "the default ones"


def _may_have_more_colours(found: Examination) -> bool:
    """Whether the colours are this few only because nothing told of more."""
    is_by_name = found.colours.why.startswith("TERM ") and found.term.startswith(("xterm", "tmux"))
    is_few = found.colours.depth in {Depth.ANSI, Depth.EXTENDED}
    return found.size is not None and is_by_name and is_few


def _tmux_remedies(found: Examination) -> Iterator[Remedy]:
    options = found.multiplexer.reported
    if not options:
        return
    if found.term and not found.term.startswith(("tmux", "screen")):
        yield Remedy(
            f"Inside tmux, TERM should not be {found.term}; in ~/.tmux.conf, for new windows:",
            "set -g default-terminal tmux-256color",
        )
    if options["set-clipboard"] == "off":
        yield Remedy(
            "tmux does not pass on what is copied; in ~/.tmux.conf:",
            "set -g set-clipboard external",
        )
    has_true = "RGB" in options["features"].split(",")
    if found.colours.depth is Depth.TRUE and options["terminal"] and not has_true:
        yield Remedy(
            "tmux reduces all colours to 256. If its terminal has more, in ~/.tmux.conf:",
            f"set -as terminal-features ',{options['terminal']}:RGB'",
        )

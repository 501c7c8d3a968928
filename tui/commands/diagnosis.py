"""What is known of the line to the reader, in plain words, and what to change about it."""

from collections.abc import Iterator, Mapping
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
from tui.terminal.probe import BACKGROUND_COLOUR, NAME, SYNCHRONIZED, ProbeResult


class OwnKeys(NamedTuple):
    """Keys that are bound anew."""

    file: str
    """Where; empty where there is no such file."""
    commands: int
    """How many have other keys."""
    error: str
    """What is wrong with the file, in a line; empty where nothing is."""
    turning: str
    """The key that turns the colours; empty where there is none."""


class Examination(NamedTuple):
    """All that was found out."""

    ssh: str
    """The address that the session comes from; empty where it is a local one."""
    multiplexer: Multiplexer
    term: str
    size: tuple[int, int] | None
    """Columns and rows; `None` where there is no terminal."""
    capabilities: Capabilities
    colours: DetectedDepth
    asked_colours: str
    """What BRIEFING_COLORS says."""
    locale: tuple[str, str]
    """The variable that tells the characters, and what it says."""
    hint: Background | None
    """What COLORFGBG says of the ground."""
    interview: ProbeResult | None
    """`None` where there is no terminal, or none that may be asked."""
    route: Route | None
    """The way to the clipboard."""
    sent: Mapping[str, int]
    """Bytes, by what a key does; empty where nothing could be measured."""
    measured_at: tuple[int, int]
    """The size of the screen for that."""
    state: str
    """The folder of what is remembered."""
    state_problem: str
    """Why nothing can be written there; empty where it can."""
    keys: OwnKeys
    versions: Mapping[str, str]

    @property
    def ground(self) -> Background | None:
        """The ground as the terminal told it, or else its variable."""
        told = (
            background_of(self.interview.replies.get(BACKGROUND_COLOUR, ""))
            if self.interview
            else None
        )
        return told or self.hint


class Remedy(NamedTuple):
    """Something to change."""

    why: str
    lines: tuple[str, ...]
    """To be copied."""


def told(of: Examination) -> Iterator[tuple[str, str]]:
    """What there is to say, each with its heading."""
    yield "Session", f"ssh, from {of.ssh}" if of.ssh else "local"
    yield "Between", _between(of.multiplexer)
    yield "Terminal", _terminal(of)
    columns, rows = of.size or (0, 0)
    yield "Size", f"{columns}×{rows}" if of.size else _NO_TERMINAL
    yield "Colours", f"{_DEPTHS[of.colours.depth]}, because {of.colours.why}"
    yield "Ground", _ground(of)
    name, value = of.locale
    shown = "UTF-8" if of.capabilities.unicode else "ASCII, all else is spelled"
    yield "Characters", f"{shown}, because {name} is {value}"
    yield "Links", "sent (OSC 8)" if of.capabilities.has_links else "not sent; none known here"
    yield "Copying", _COPYING[of.route]
    yield "Updates", _updates(of.interview)
    yield "Round trip", _round_trip(of)
    yield "Bytes", _bytes(of)
    state = f"not kept: {of.state}: {of.state_problem}" if of.state_problem else of.state
    yield "Place kept", state if of.state_problem else f"in {state}"
    yield "Keys", _keys(of.keys)
    yield "Versions", ", ".join(f"{name} {version}" for name, version in of.versions.items())


def remedies(of: Examination) -> Iterator[Remedy]:
    """What is to be changed, of that which can be."""
    if of.asked_colours not in {"", AUTO, *COLORS}:
        yield Remedy(
            f"{COLORS_VARIABLE} is {of.asked_colours}, which is none of {', '.join(COLORS)}.",
            (f"unset {COLORS_VARIABLE}",),
        )
    if of.term in {"", "dumb"} and of.size:
        yield Remedy(
            "A terminal without a name is sent no screen; most are like this one.",
            ("export TERM=xterm-256color",),
        )
    elif _may_have_more_colours(of):
        silent = "ssh does not tell" if of.ssh else "nothing here tells"
        yield Remedy(
            f"Most terminals have 24-bit colours, but {silent}. If yours has:",
            (f"export {COLORS_VARIABLE}=true",),
        )
    if of.size and not of.capabilities.unicode:
        yield Remedy(
            "What is not ASCII is spelled or lost. If your terminal has UTF-8:",
            ("export LC_ALL=C.UTF-8",),
        )
    yield from _tmux_remedies(of)
    if of.state_problem:
        yield Remedy(
            "Where you were in a briefing is forgotten. In a folder that you can write:",
            ("export XDG_STATE_HOME=~/state",),
        )
    if of.keys.error:
        yield Remedy(
            "Your own keys are not used while anything is wrong with their file. To see what:",
            ("briefing keys --check",),
        )


def as_json(of: Examination) -> dict[str, object]:
    """The same for programs; what is not known is null."""
    answers = of.interview.replies if of.interview else {}
    trip = of.interview.round_trip if of.interview else None
    synchronized = answers.get(SYNCHRONIZED)
    return {
        "ssh": of.ssh or None,
        "multiplexer": {"name": of.multiplexer.name or None, **of.multiplexer.reported},
        "terminal": {"TERM": of.term or None, "name": answers.get(NAME)},
        "size": list(of.size) if of.size else None,
        "colours": {"depth": of.colours.depth.value, "because": of.colours.why},
        "ground": of.ground,
        "utf8": of.capabilities.unicode,
        "links": of.capabilities.has_links,
        "scrolls": of.capabilities.can_scroll,
        "repeats": of.capabilities.can_repeat,
        "erases_in_colour": of.capabilities.erases_in_colour,
        "clipboard": of.route.name.lower() if of.route else None,
        "synchronized_output": None if synchronized is None else synchronized in _SYNCHRONIZES,
        "round_trip_seconds": trip and round(trip, 6),
        "bytes": {"size": list(of.measured_at), **of.sent} if of.sent else None,
        "state": {"folder": of.state, "problem": of.state_problem or None},
        "keys": {
            "file": of.keys.file or None,
            "bound": of.keys.commands,
            "problem": of.keys.error or None,
        },
        "versions": dict(of.versions),
        "change": [{"why": each.why, "lines": list(each.lines)} for each in remedies(of)],
    }


_NO_TERMINAL = "not known: there is no terminal"
_SILENT = "not known: the terminal does not answer"
_NOT_ASKED = "not asked: this terminal might print the question"

_SYNCHRONIZES = {"1", "2", "3"}
"""Answers to DECRQM: set, reset, and permanently set."""

_SWITCHES = {"0": "off", "1": "on", "": "not known to it"}
"""As tmux writes options that are on or off, or that it does not have."""

_DEPTHS = {
    Depth.NONE: "none, only bold, underlined and reversed",
    Depth.ANSI: "the 16 of the terminal's palette",
    Depth.EXTENDED: "256",
    Depth.TRUE: "24-bit",
}

_COPYING = {
    Route.TMUX: "through tmux (load-buffer -w)",
    Route.SCREEN: "OSC 52, wrapped for GNU screen; nothing says whether it arrives",
    Route.TERMINAL: "OSC 52, to the terminal; nothing says whether it arrives",
    None: "no way from here; the text is shown plain, to be selected, and saved",
}


def _between(multiplexer: Multiplexer) -> str:
    if multiplexer.name != "tmux":
        return "GNU screen" if multiplexer.name else "nothing: neither tmux nor GNU screen"
    said = multiplexer.reported
    if not said:
        return "tmux, which cannot be asked from here"
    options = (
        f"{name} {_SWITCHES.get(said[name], said[name])}"
        for name in ("set-clipboard", "allow-passthrough")
    )
    return f"tmux {said['version']}: {', '.join(options)}"


def _terminal(of: Examination) -> str:
    named = f"TERM is {of.term}" if of.term else "TERM is not set"
    name = of.interview.replies.get(NAME) if of.interview else None
    return f"{named}; it calls itself {name}" if name else named


def _ground(of: Examination) -> str:
    if of.ground is None:
        return _unanswered(of, BACKGROUND_COLOUR.request)
    is_told = of.interview is not None and BACKGROUND_COLOUR in of.interview.replies
    because = "as the terminal answers" if is_told else "as COLORFGBG says"
    turning = f"; {of.keys.turning} turns the colours" if of.keys.turning else ""
    return f"{of.ground.value}, {because}{turning}"


def _updates(interview: ProbeResult | None) -> str:
    if interview is None:
        return _NO_TERMINAL
    if interview.replies.get(SYNCHRONIZED) in _SYNCHRONIZES:
        return "all at once (synchronized output)"
    return "as they come; no synchronized output"


def _round_trip(of: Examination) -> str:
    trip = of.interview.round_trip if of.interview else None
    if trip is None and of.interview:
        return _NOT_ASKED if of.term in {"", "dumb"} else _SILENT
    if trip is None:
        return _NO_TERMINAL
    return f"{trip * 1000:.0f} ms" if trip >= 0.001 else "less than 1 ms"


def _unanswered(of: Examination, asked: str) -> str:
    if of.interview is None:
        return _NO_TERMINAL
    return _SILENT if of.capabilities.has_links else _NOT_ASKED


def _keys(keys: OwnKeys) -> str:
    if keys.error:
        return f"{keys.error}; see {keys.file}"
    if keys.file:
        return f"{keys.commands} command{'' if keys.commands == 1 else 's'} bound in {keys.file}"
    return "the usual ones"


def _bytes(of: Examination) -> str:
    if not of.sent:
        return "not measured: there is no briefing to measure with"
    columns, rows = of.measured_at
    listed = ", ".join(f"{done} {count:,}" for done, count in of.sent.items())
    return f"{listed}; at {columns}×{rows}"


def _may_have_more_colours(of: Examination) -> bool:
    """Whether the colours are so many only because nothing told of more."""
    is_by_name = of.colours.why.startswith("TERM ") and of.term.startswith(("xterm", "tmux"))
    return of.size is not None and is_by_name and of.colours.depth in {Depth.ANSI, Depth.EXTENDED}


def _tmux_remedies(of: Examination) -> Iterator[Remedy]:
    said = of.multiplexer.reported
    if not said:
        return
    if of.term and not of.term.startswith(("tmux", "screen")):
        yield Remedy(
            f"tmux is no {of.term}; for ~/.tmux.conf, and new windows:",
            ("set -g default-terminal tmux-256color",),
        )
    if said["set-clipboard"] == "off":
        yield Remedy(
            "tmux keeps to itself what is copied; for ~/.tmux.conf:",
            ("set -g set-clipboard external",),
        )
    features = said["features"].split(",")
    if of.colours.depth is Depth.TRUE and said["terminal"] and "RGB" not in features:
        yield Remedy(
            "tmux makes 256 colours of all; if the terminal round it has more, for ~/.tmux.conf:",
            (f"set -as terminal-features ',{said['terminal']}:RGB'",),
        )

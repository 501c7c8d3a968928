"""Options that several commands share.

The first frame imports this module, so `argparse` is imported only where a value is refused.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.commands.exit import CommandError, Exit
from tui.model.vocabularies import MARKINGS
from tui.terminal.capabilities import AUTO, COLORS

if TYPE_CHECKING:
    import argparse

MAX_MARKING_VARIABLE = "BRIEFING_MAX_MARKING"
"""The environment variable that stands in for `--max-marking`."""

THEMES = (AUTO, "dark", "light", "ansi")
WIDEST = 1000
"""The greatest `--width`, in columns."""

_PREFIX = "TLP:"


class ScreenOptions(NamedTuple):
    """The default values of the options that `add_screen_options` declares."""

    theme: str = AUTO
    colors: str = AUTO
    max_marking: str | None = None
    linear: bool = False
    meeting: bool = False
    keep: bool = False


def add_screen_options(parser: "argparse.ArgumentParser") -> None:
    """Declare how a briefing is read: colours, markings, screen or lines, meeting."""
    default = ScreenOptions()
    add = parser.add_argument
    add("--theme", choices=THEMES, default=default.theme, help="colours (default: auto)")
    add_colors(parser)
    add_clearance(parser)
    add("--linear", action="store_true", help="read line by line, without a full screen")
    add("--meeting", action="store_true", help="begin a meeting, or resume one")
    add("--keep", action="store_true", help="record the meeting even above TLP:GREEN")


def add_print_options(parser: "argparse.ArgumentParser") -> None:
    """Declare the options of commands that print briefings."""
    add_clearance(parser)
    add_page(parser)
    add_root(parser)


def add_colors(parser: "argparse.ArgumentParser") -> None:
    """Declare `--colors`, the number of colours of the terminal."""
    parser.add_argument(
        "--colors",
        choices=(AUTO, *COLORS),
        default=AUTO,
        help="how many colours the terminal has (default: auto)",
    )


def add_color(parser: "argparse.ArgumentParser") -> None:
    """Declare `--color`, whether colours are printed."""
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="print in colour (default: auto)",
    )


def add_page(parser: "argparse.ArgumentParser") -> None:
    """Declare `--width` and `--color`."""
    parser.add_argument(
        "--width", metavar="N", type=_width, help="columns (default: the terminal's, at most 80)"
    )
    add_color(parser)


def add_root(parser: "argparse.ArgumentParser") -> None:
    """Declare `--root`, further folders that hold copies of sources."""
    parser.add_argument(
        "--root",
        metavar="DIR",
        action="append",
        type=Path,
        default=[],
        help="a further folder to look for sources in; may be repeated",
    )


def add_clearance(parser: "argparse.ArgumentParser") -> None:
    """Declare `--max-marking`, which `clearance` reads."""
    parser.add_argument(
        "--max-marking",
        metavar="TLP",
        type=_marking,
        help=f"withhold items above this marking, such as GREEN (default: ${MAX_MARKING_VARIABLE})",
    )


def clearance(arguments: "argparse.Namespace | ScreenOptions") -> str:
    """The strictest marking to show; empty if everything is shown.

    Raises:
        CommandError: The environment variable holds no marking, so nothing may be shown.
    """
    word = os.environ.get(MAX_MARKING_VARIABLE, "")
    if arguments.max_marking is not None or not word:
        return arguments.max_marking or ""
    marking = _marking_named(word)
    if not marking:
        raise CommandError(f"{MAX_MARKING_VARIABLE}: {_expected(word)}", Exit.USAGE)
    return marking


def _marking(word: str) -> str:
    import argparse  # noqa: PLC0415 - imported by whoever parses the option

    marking = _marking_named(word)
    if not marking:
        raise argparse.ArgumentTypeError(_expected(word))
    return marking


def _marking_named(word: str) -> str:
    """The marking of that name, in either case and with or without `TLP:`; empty if none is."""
    label = f"{_PREFIX}{word.upper().removeprefix(_PREFIX)}"
    return label if label in MARKINGS else ""


def _expected(word: str) -> str:
    return f"one of {', '.join(MARKINGS)}, not {word!r}"


def _width(word: str) -> int:
    import argparse  # noqa: PLC0415 - likewise

    from tui.render.styled import NARROWEST  # noqa: PLC0415 - only for print

    if not (word.isdecimal() and NARROWEST <= int(word) <= WIDEST):
        raise argparse.ArgumentTypeError(f"a number from {NARROWEST} to {WIDEST}, not {word!r}")
    return int(word)

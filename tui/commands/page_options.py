"""How wide and in which colours a command prints: what is declared for all that print blocks."""

import argparse

from tui.commands import output
from tui.render.styled import NARROWEST

WIDEST = 1000
"""Columns."""


def add_page(parser: argparse.ArgumentParser) -> None:
    """Declare `--width` and `--color`, which `output.page` takes."""
    parser.add_argument(
        "--width", metavar="N", type=_width, help="columns (default: the terminal's, at most 80)"
    )
    output.add_color(parser)


def _width(word: str) -> int:
    if not (word.isdecimal() and NARROWEST <= int(word) <= WIDEST):
        raise argparse.ArgumentTypeError(f"a number from {NARROWEST} to {WIDEST}, not {word!r}")
    return int(word)

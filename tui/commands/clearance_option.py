"""Up to which marking a command shows: what is declared for all that show briefings.

A clearance says what is displayed, and to whom is for whoever displays it; who may read a file
at all is for the permissions of the file.
"""

import os
import sys
from typing import TYPE_CHECKING

from tui.commands.exit import Exit
from tui.model.vocabularies import MARKINGS

if TYPE_CHECKING:
    import argparse

VARIABLE = "BRIEFING_MAX_MARKING"
"""What counts where no `--max-marking` is given."""

_PREFIX = "TLP:"


def add_clearance(parser: "argparse.ArgumentParser") -> None:
    """Declare `--max-marking`, which `clearance` takes."""
    parser.add_argument(
        "--max-marking",
        metavar="TLP",
        type=_marking,
        help=f"withhold what is marked more strictly, such as TLP:GREEN (default: ${VARIABLE})",
    )


def clearance(arguments: "argparse.Namespace") -> str:
    """The strictest marking that is to be shown; empty where all is.

    Ends the program where the environment says what is no marking: nothing must be shown then.
    """
    given: str | None = getattr(arguments, "max_marking", None)
    word = os.environ.get(VARIABLE, "")
    if given is not None or not word:
        return given or ""
    meant = _meant(word)
    if not meant:
        from tui.commands import output  # noqa: PLC0415 - not for the screen

        output.say(f"{VARIABLE}: {_wrong(word)}")
        sys.exit(Exit.USAGE)
    return meant


def _marking(word: str) -> str:
    import argparse  # noqa: PLC0415 - loaded, where a word is read

    meant = _meant(word)
    if not meant:
        raise argparse.ArgumentTypeError(_wrong(word))
    return meant


def _meant(word: str) -> str:
    """The marking, which may be written in small letters and without its prefix."""
    label = f"{_PREFIX}{word.upper().removeprefix(_PREFIX)}"
    return label if label in MARKINGS else ""


def _wrong(word: str) -> str:
    return f"one of {', '.join(MARKINGS)}, not {word!r}"

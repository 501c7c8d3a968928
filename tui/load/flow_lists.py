"""Lists in brackets whose commas have split a sentence."""

from collections.abc import Iterator

from tui.load.reading import Reading
from tui.load.tree import List

_NUMBERS = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SENTENCE_ENDS = (".", "!", "?", "…")


def warn_of_split(node: List, name: str, reading: Reading) -> None:
    """Report a list of prose in brackets in which an entry goes on where another stops.

    An entry without quotes that begins with a small letter or a digit, after one without quotes
    that does not end as a sentence does, is taken for its continuation.
    """
    if len(node) < 2 or not reading.page.flow(node.start):
        return
    pieces = max(_pieces(node, reading), default=1)
    if pieces > 1:
        many = _NUMBERS[pieces] if pieces < len(_NUMBERS) else str(pieces)
        comma = "comma" if pieces == 2 else "commas"
        plural = name if name.endswith("s") else "entries"
        message = f"the {comma} made {many} {plural} of one"
        reading.report("prose-in-flow-list", node.start, message, "Write one “- ” line each.")


def _pieces(node: List, reading: Reading) -> Iterator[int]:
    """For each run of entries that seem to be one: how many they are."""
    run, before = 1, ""
    for each, start in zip(node, node.values_at, strict=True):
        plain = (isinstance(each, str) and reading.page.plain(start) and each) or ""
        goes_on = before and plain and not before.endswith(_SENTENCE_ENDS)
        run = run + 1 if goes_on and (plain[0].islower() or plain[0].isdigit()) else 1
        yield run
        before = plain

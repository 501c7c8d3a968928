"""Detection of flow lists whose commas have split a sentence."""

from collections.abc import Iterator

from tui.load.read_context import ReadContext
from tui.load.yaml_tree import List

_NUMBERS = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_CONJUNCTIONS = ("and ", "or ", "but ")
_SENTENCE_ENDS = (".", "!", "?", "…")


def warn_of_split(node: List, name: str, reading: ReadContext) -> None:
    """Report a list in brackets in which an entry continues the one before it.

    An unquoted entry continues an unquoted one that does not end a sentence if it begins with a
    conjunction, or with a lower-case letter or a digit while the run began with a capital.
    Lower-case keywords are therefore not taken for a sentence.
    """
    if len(node) < 2 or not reading.page.is_flow(node.start):
        return
    pieces = max(_pieces(node, reading), default=1)
    if pieces > 1:
        many = _NUMBERS[pieces] if pieces < len(_NUMBERS) else str(pieces)
        comma = "comma" if pieces == 2 else "commas"
        plural = name if name.endswith("s") else "entries"
        message = f"the {comma} made {many} {plural} of one"
        reading.report("prose-in-flow-list", node.start, message, "Write one “- ” line each.")


def _pieces(node: List, reading: ReadContext) -> Iterator[int]:
    """The length so far of the run of continued entries, for each entry."""
    run, capital, before = 1, False, ""
    for each, start in zip(node, node.values_at, strict=True):
        entry = each if isinstance(each, str) and reading.page.is_plain(start) else ""
        begins_small = entry[:1].islower() or entry[:1].isdigit()
        goes_on = (begins_small and capital) or entry.startswith(_CONJUNCTIONS)
        if before and entry and goes_on and not before.endswith(_SENTENCE_ENDS):
            run += 1
        else:
            run, capital = 1, entry[:1].isupper()
        yield run
        before = entry

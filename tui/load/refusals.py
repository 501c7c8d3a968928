"""Reports of YAML features that the format excludes, and of exceeded limits."""

from tui.load.problems import Problems, quoted
from tui.load.yaml_tree import Map, SourceText

DEEPEST = 32
"""The deepest nesting of mappings and lists."""
MOST_NODES = 2_000_000
"""The number of keys, texts, mappings and lists of a file, at most."""
LONGEST = 1024 * 1024
"""The bytes of one text, at most."""


class Refusals:
    """Reports refused constructs of one file; each `start` is an offset of its text."""

    def __init__(self, page: SourceText, problems: Problems) -> None:
        self._page = page
        self._add = problems.add
        self._is_full = problems.is_full

    def tag(self, start: int) -> None:
        """Report a tag."""
        message = "a tag (“!”) is written here, and is not read"
        self._add("tag", start, message, "Delete it, or quote a text that begins with “!”.")

    def anchor(self, start: int, name: str) -> None:
        """Report an anchor."""
        message = f"the anchor {quoted(f'&{name}')} is written here, and is not read"
        self._add("alias", start, message, "Delete it, or quote a text that begins with “&”.")

    def alias(self, start: int, name: str) -> None:
        """Report an alias."""
        message = f"{quoted(f'*{name}')} repeats something written elsewhere"
        self._add("alias", start, message, "Write it out, or quote a text that begins with “*”.")

    def merge_key(self, start: int) -> None:
        """Report a merge key."""
        self._add("merge-key", start, "a merge key (“<<”) is written here", "Write the keys out.")

    def duplicate_key(self, start: int, node: Map, key: str) -> None:
        """Report a key that occurs twice."""
        if self._is_full("duplicate-key"):
            return
        message = f"the key {quoted(key)} stands in line {node.key_span(key).line} too"
        place = self._page.scalar(start, key)
        self._add("duplicate-key", place, message, "Only the first is read.")

    def complex_key(self, start: int) -> None:
        """Report a key that is not a text."""
        message = "a list or a mapping is written where a key is meant"
        self._add("wrong-type", start, message, "Quote a text that begins with “[” or “{”.")

    def second_document(self, start: int) -> None:
        """Report a second document."""
        message = "a second document begins here, and is not read"
        help = "One file is one briefing: delete the line “---”."
        self._add("yaml-syntax", start, message, help)

    def long_scalar(self, start: int) -> None:
        """Report a text longer than `LONGEST`."""
        message = f"this text is longer than {LONGEST:,} bytes, and is not read"
        self._add("long-scalar", start, message, "Is a quotation mark not closed?")

    def too_deep(self, start: int, *, stopped: bool = False) -> None:
        """Report nesting deeper than `DEEPEST`; `stopped` if it ended the reading."""
        rest = "the rest of the file" if stopped else "what it holds"
        self._add("too-deep", start, f"this is nested more than {DEEPEST} deep; {rest} is not read")

    def too_many_nodes(self, start: int) -> None:
        """Report that the file exceeds `MOST_NODES`."""
        message = f"the file has more than {MOST_NODES:,} keys and values; the rest is not read"
        self._add("too-many-nodes", start, message)

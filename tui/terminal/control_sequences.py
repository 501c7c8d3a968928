"""Divides terminal output into text and control sequences (ECMA-48; xterm's ctlseqs)."""

import re

Token = tuple[str, str, str, str]
"""Text; parameters and function of a control sequence (CSI); or anything else, unparsed.

The last is a control character, another escape sequence, or a broken one. The other members are
empty. A plain tuple, because there are thousands in a frame.
"""

_TOKEN = re.compile(
    r"([^\x00-\x1f\x7f]+)"
    r"|\x1b\[([0-?]*)([ -/]*[@-~])"
    r"|(\x1b[\]PX^_][^\x07\x18\x1a\x1b]*(?:\x07|\x1b\\|[\x18\x1a])?"  # OSC, DCS, SOS, PM, APC
    r"|\x1b\[[0-?]*[ -/]*"  # broken: what follows is not part of a sequence
    r"|\x1b[ -/]*[0-~]?"
    r"|[\x00-\x1f\x7f])"
)
_UNFINISHED = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[\]PX^_][^\x07\x18\x1a\x1b]*\x1b?|[ -/]*)\Z")
_C1 = re.compile(r"[\x80-\x9f]")


class SequenceReader:
    """Divides output into tokens; a sequence may be divided between several writes."""

    def __init__(self) -> None:
        self._unfinished = ""

    def feed(self, data: str) -> list[Token]:
        """Return the complete tokens; 8-bit controls (C1) become the equal escape sequences."""
        if not data.isascii():
            data = _C1.sub(lambda found: f"\x1b{chr(ord(found[0]) - 64)}", data)
        data = self._unfinished + data
        # An unfinished string may end with the first half of its terminator.
        last = data.rfind("\x1b")
        cut = _UNFINISHED.search(data, max(data.rfind("\x1b", 0, max(last, 0)), 0))
        end = cut.start() if cut and last >= 0 else len(data)
        self._unfinished = data[end:]
        return _TOKEN.findall(data[:end] if self._unfinished else data)

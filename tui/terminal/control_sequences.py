"""What is written for a terminal, in its parts: ECMA-48, and xterm's control sequences."""

import re

Token = tuple[str, str, str, str]
"""Text to be shown; or the parameters and the function of a control sequence (`ESC [ …`); or
whatever else, whole: a control character, another escape sequence, or a broken one. The rest of
the four is empty. Plain, since there are thousands in a frame.
"""

_TOKEN = re.compile(
    r"([^\x00-\x1f\x7f]+)"
    r"|\x1b\[([0-?]*)([ -/]*[@-~])"
    r"|(\x1b[\]PX^_][^\x07\x18\x1a\x1b]*(?:\x07|\x1b\\|[\x18\x1a])?"  # OSC, DCS, SOS, PM, APC
    r"|\x1b\[[0-?]*[ -/]*"  # broken: what follows is no part of a sequence
    r"|\x1b[ -/]*[0-~]?"
    r"|[\x00-\x1f\x7f])"
)
_UNFINISHED = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[\]PX^_][^\x07\x18\x1a\x1b]*\x1b?|[ -/]*)\Z")
_EIGHT_BIT = re.compile(r"[\x80-\x9f]")


class SequenceReader:
    """Cuts what is written into tokens; a sequence may come in several writes."""

    def __init__(self) -> None:
        self._unfinished = ""

    def feed(self, data: str) -> list[Token]:
        """The tokens that are complete.

        The controls of eight bits (C1) come as the escape sequences that mean the same.
        """
        if not data.isascii():
            data = _EIGHT_BIT.sub(lambda found: f"\x1b{chr(ord(found[0]) - 64)}", data)
        data = self._unfinished + data
        # An unfinished string may end with the first half of its terminator.
        last = data.rfind("\x1b")
        cut = _UNFINISHED.search(data, max(data.rfind("\x1b", 0, max(last, 0)), 0))
        end = cut.start() if cut and last >= 0 else len(data)
        self._unfinished = data[end:]
        return _TOKEN.findall(data[:end] if self._unfinished else data)

"""Regular expressions that are compiled when they are first used.

To compile those that a clean briefing never asks for would take a twentieth of the time until
the first frame.
"""

import re
from typing import Any, cast


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` makes, later: by its methods it cannot be told from that."""
    return cast("re.Pattern[str]", _Uncompiled(pattern, flags))


class _Uncompiled:
    """Stands for a pattern, and keeps those of its methods that have been asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._written = (pattern, flags)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as of a pattern
        found = self.__dict__[name] = getattr(re.compile(*self._written), name)
        return found

"""How often something may happen."""


class Rate:
    """Lets so many happen at once, and then so many a second."""

    def __init__(self, burst: int, each_second: float) -> None:
        self._burst = burst
        self._each_second = each_second
        self._left = float(burst)
        self._at: float | None = None

    def admits(self, now: float) -> bool:
        """Whether it may happen at that time, in seconds; if so, it counts as having happened."""
        since = max(now - self._at, 0.0) if self._at is not None else 0.0
        self._left = min(self._left + since * self._each_second, self._burst)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True

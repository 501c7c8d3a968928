"""How the offsets of one text lie in another that was made from it."""

from bisect import bisect_right


class Offsets:
    """By offset in one text, its end included: the offset in the other.

    The texts run in step but at a few places, and only these are stored: a source of
    megabytes is mapped without a number for each of its characters.
    """

    __slots__ = ("_here", "_length", "_then", "_there")

    def __init__(self, length: int = 0) -> None:
        """Texts in step throughout, the first of them `length` code points long."""
        self._here = [0]
        self._there = [0]
        self._length = length
        self._then: Offsets | None = None

    def step(self, here: int, there: int) -> None:
        """From `here` in the first text on, the texts run in step from `there` in the second.

        Steps are given in the order of the texts.
        """
        if here == self._here[-1]:
            self._there[-1] = there
        elif there - here != self._there[-1] - self._here[-1]:
            self._here.append(here)
            self._there.append(there)

    def end(self, here: int, there: int) -> None:
        """Both texts end here."""
        self.step(here, there)
        self._length = here

    def then(self, further: "Offsets") -> "Offsets":
        """The same offsets, looked up in a third text that the second was made from."""
        chained = Offsets(self._length)
        chained._here, chained._there, chained._then = self._here, self._there, further
        return chained

    def __len__(self) -> int:
        return self._length + 1

    def __getitem__(self, offset: int) -> int:
        if not 0 <= offset <= self._length:
            raise IndexError(offset)
        index = bisect_right(self._here, offset) - 1
        there = self._there[index] + offset - self._here[index]
        if index + 1 < len(self._there):
            # one character that became several ends where the next one begins
            there = min(there, self._there[index + 1])
        return there if self._then is None else self._then[there]

"""How the offsets of one text lie in another that was made from it."""

from bisect import bisect_right


class Offsets:
    """By offset in one text, its end included: the offset in the other.

    The texts run in step but at a few places, and only these are stored: a source of
    megabytes is mapped without a number for each of its characters.
    """

    __slots__ = ("_here", "_length", "_there")

    def __init__(self, length: int = 0) -> None:
        """Texts in step throughout, the first of them `length` code points long."""
        self._here = [0]
        self._there = [0]
        self._length = length

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

    def __len__(self) -> int:
        return self._length + 1

    def __getitem__(self, offset: int) -> int:
        if not 0 <= offset <= self._length:
            raise IndexError(offset)
        index = bisect_right(self._here, offset) - 1
        there = self._there[index] + offset - self._here[index]
        if index + 1 < len(self._there):
            # what was lengthened or taken together belongs to the place before the next step
            return min(there, self._there[index + 1])
        return there

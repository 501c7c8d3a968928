"""Entries for the tests of asking, and texts as Hypothesis makes them."""

from hypothesis import strategies as st

from tui.search.entries import EntryPart, SearchEntry

WORDS = st.one_of(
    st.text("abcdefgh", min_size=3, max_size=9),
    st.text("ÄÖéñßøŁ", min_size=3, max_size=6),
    st.text("王毅中国北朝鲜", min_size=2, max_size=5),
    st.text("서울북한미국", min_size=2, max_size=5),
)
TEXTS = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)


def said(*texts: str, kind: str = "claim", part: EntryPart = EntryPart.TEXT) -> list[SearchEntry]:
    """An entry for each text, called by its number."""
    return [SearchEntry(str(number), kind, ((part, text),)) for number, text in enumerate(texts)]

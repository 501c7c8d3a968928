"""Check for passages of a source that the briefing's own prose copies without quoting them."""

from collections.abc import Iterator, Mapping, Sequence

from tui.checks.context import CheckContext
from tui.checks.messages import in_quotes
from tui.checks.own_prose import Prose, declared_names, own_prose
from tui.checks.quoted_text import replace_quotations
from tui.checks.rule import WARNING, Rule
from tui.checks.word_runs import WordRunIndex, split_words
from tui.diagnostics import Diagnostic

LENGTH = 8
"""Number of consecutive words that count as copied rather than shared by chance."""

UNMARKED_COPY = Rule("unmarked-copy", "quotes", WARNING)

RULES = (UNMARKED_COPY,)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Report prose that repeats a source's words without quotation marks."""
    copies = context.document.copies
    if not copies:
        return
    index = WordRunIndex(LENGTH)
    for source, copy in copies.items():
        index.add(source, split_words(copy.text))
    found = [(prose, *_longest_copy(prose.text, index)) for prose in own_prose(context)]
    copied = [each for each in found if len(each[2]) >= LENGTH]
    names = _names_by_first_word(context) if copied else {}
    for prose, source, words in copied:
        if len(words) - _count_in_names(words, names) >= LENGTH:
            yield _copied(prose, source, words)


def _longest_copy(text: str, index: WordRunIndex) -> tuple[str, Sequence[bytes]]:
    """The longest run of words that a text shares with a source, and that source."""
    words = split_words(replace_quotations(text, " \0 "))  # NUL is not a word of any source
    passages = index.shared_passages(words)
    longest = max(passages, key=lambda passage: passage.length, default=None)
    if longest is None:
        return "", ()
    return longest.source, words[longest.here : longest.here + longest.length]


def _copied(prose: Prose, source: str, words: Sequence[bytes]) -> Diagnostic:
    return UNMARKED_COPY.diagnostic(
        prose.record.origin.span(prose.field),
        f"{in_quotes(b' '.join(words).decode())} are {len(words)} consecutive words of {source}.",
        "Say it in own words, or quote it.",
        item=prose.owner,
    )


_Names = Mapping[bytes, Sequence[Sequence[bytes]]]


def _names_by_first_word(context: CheckContext) -> _Names:
    names: dict[bytes, list[Sequence[bytes]]] = {}
    for name in map(split_words, declared_names(context)):
        if name:
            names.setdefault(name[0], []).append(name)
    return names


def _count_in_names(words: Sequence[bytes], names: _Names) -> int:
    """The number of words that are part of a name declared in the file."""
    covered = [False] * len(words)
    for at, word in enumerate(words):
        for name in names.get(word, ()):
            if words[at : at + len(name)] == name:
                covered[at : at + len(name)] = [True] * len(name)
    return sum(covered)

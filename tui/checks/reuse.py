"""Check for passages that two sources share, which may show that one was copied from the other."""

from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.checks.messages import in_quotes
from tui.checks.rule import INFORMATION, Rule
from tui.checks.word_runs import LONGEST, SharedPassage, WordRunIndex, split_words
from tui.diagnostics import Diagnostic
from tui.model.origins import origin_of_each
from tui.model.sources import Source

LENGTH = 12
"""Number of consecutive words that two authors hardly ever write by chance."""
MOST_WORDS = 2_000_000
"""Words of all copies together that are compared, to bound the memory; others are skipped."""

SHARED_PASSAGE = Rule("shared-passage", "sourcing", INFORMATION)

RULES = (SHARED_PASSAGE,)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Report the longest passage that two local copies of different origins share."""
    copies = context.document.copies
    if len(copies) < 2:
        return
    sources = {each.id: each for each in context.briefing.sources if each.id in copies}
    origins = origin_of_each(context.briefing.sources)
    index = WordRunIndex(LENGTH)
    lines: dict[str, list[int]] = {}
    total = 0
    for source in sources.values():
        words, lines[source.id] = _words_with_lines(source, copies[source.id].text)
        if total + len(words) > MOST_WORDS:
            continue
        total += len(words)
        longest: dict[str, SharedPassage] = {}
        for passage in index.shared_passages(words):
            known = longest.setdefault(passage.source, passage)
            if passage.length > known.length:
                longest[passage.source] = passage
        index.add(source.id, words)
        for passage in longest.values():
            if passage.length < LENGTH or origins[passage.source] == origins[source.id]:
                continue
            more = " or more" if passage.length == LONGEST else ""
            shared = b" ".join(words[passage.here : passage.here + passage.length]).decode()
            yield SHARED_PASSAGE.diagnostic(
                source.origin.span("file"),
                f"{passage.length}{more} words in line {lines[source.id][passage.here]} stand in "
                f"line {lines[passage.source][passage.there]} of {passage.source} too: "
                f"{in_quotes(shared)}.",
                "Give both the same `origin_group` if one origin is behind them.",
                item=source.id,
            )


def _words_with_lines(source: Source, text: str) -> tuple[list[bytes], list[int]]:
    """The words of a local copy without its boilerplate, and the line of each word."""
    for boilerplate in source.not_content:
        text = text.replace(boilerplate, "\n" * boilerplate.count("\n"))
    words: list[bytes] = []
    lines: list[int] = []
    for number, line in enumerate(text.split("\n"), 1):
        found = split_words(line)
        words += found
        lines += [number] * len(found)
    return words, lines

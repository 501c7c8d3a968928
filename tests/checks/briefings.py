"""Small briefings for the tests of checks, written as fragments of YAML.

A `§` in a fragment marks the place of an expected problem and is removed before loading. Lines and
columns typed by hand would have to be corrected with every change of the fragment.
"""

from pathlib import Path

from tui.diagnostics import Severity
from tui.frozen import replace
from tui.load import load_text
from tui.model.document import Document

SEEDS = Path(__file__).parents[2] / "seeds"
_SEED = (SEEDS / "nato-south-korea-relations-and-china.txt").read_text("utf-8")
ARTICLE = _SEED.replace("\u00a0", " ").rpartition("\n")[0] + "\n"
"""The article in `seeds/` without its cookie notice and no-break spaces."""

MARK = "§"

_REST = {
    "format": "format: briefing/1",
    "id": "id: example",
    "title": "title: Example",
    "bottom_line": "bottom_line: Nothing has changed.",
    "panes": "panes: [{role: issue, sections: [{claims: [{text: Nothing is claimed.}]}]}]",
    "sources": "sources: [{id: article, file: article.txt, short: an undated article}]",
}


def whole(fragment: str, *, without: tuple[str, ...] = ()) -> str:
    """Complete a fragment to a briefing; the missing keys are added after it."""
    keys = {line.partition(":")[0].lstrip("\ufeff") for line in fragment.split("\n")}
    rest = [text for key, text in _REST.items() if key not in keys and key not in without]
    return "\n".join([fragment.rstrip("\n"), *rest]) + "\n"


LEFT_OUT = frozenset(
    {
        *("uncited-claim", "no-source-summary", "no-source-descriptor", "no-contrary-evidence"),
        *("unused-excerpt", "unused-source", "single-origin"),
        *("uncovered-sentence", "partly-covered-sentence"),
    }
)
"""Rules that nearly every fragment breaks, since it omits what its test does not need."""


def load(
    fragment: str, folder: Path, *, without: tuple[str, ...] = (), also: tuple[str, ...] = ()
) -> Document:
    """Load a fragment, without its marks, in a folder with the article.

    Args:
        without: Keys that are not added to the fragment.
        also: Codes of `LEFT_OUT` whose problems are kept.
    """
    (folder / "article.txt").write_text(ARTICLE, "utf-8")
    text = whole(fragment.replace(MARK, ""), without=without)
    document = load_text(text.encode(), "example.yaml", folder=folder)
    kept = (each for each in document.problems if each.code not in LEFT_OUT or each.code in also)
    return replace(document, problems=tuple(kept))


def marked(fragment: str, *codes: str) -> list[tuple[int, int, str]]:
    """The expected problems: the place of each mark with its code, in file order."""
    places = []
    for number, line in enumerate(fragment.split("\n"), 1):
        before, *others = line.split(MARK)
        column = len(before) + 1
        for each in others:
            places.append((number, column))
            column += len(each)
    return [(*place, code) for place, code in zip(places, codes, strict=True)]


def found(document: Document) -> list[tuple[int, int, str]]:
    """The places and codes of all errors and warnings."""
    return [
        (*problem.span[:2], problem.code)
        for problem in document.problems
        if problem.severity is not Severity.INFORMATION
    ]


def messages(document: Document) -> list[str]:
    """The messages of all problems, with their help."""
    return [f"{problem.message} {problem.advice}".strip() for problem in document.problems]

"""Small briefings for the tests of checks: a fragment of YAML, and the rest round it.

A `§` in a fragment marks the place of a finding and is taken out; a line and column typed by hand
would be wrong as soon as the fragment is.
"""

from pathlib import Path

from tui.diagnostics import Severity
from tui.frozen import replace
from tui.load import load_text
from tui.model.document import Document

SEEDS = Path(__file__).parents[2] / "seeds"
_SEED = (SEEDS / "nato-south-korea-relations-and-china.txt").read_text("utf-8")
ARTICLE = _SEED.replace("\u00a0", " ").rpartition("\n")[0] + "\n"
"""The seed's article without the cookie notice at its end and without a no-break space."""

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
    """A briefing of a fragment and of the keys that it lacks, which come after it."""
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
"""What is said of nearly every fragment, which leaves out what does not matter in its test."""


def load(
    fragment: str, folder: Path, *, without: tuple[str, ...] = (), also: tuple[str, ...] = ()
) -> Document:
    """The document of a fragment, its marks taken out, with the article beside it.

    Its problems are without those that are left out, but for the codes in `also`.
    """
    (folder / "article.txt").write_text(ARTICLE, "utf-8")
    text = whole(fragment.replace(MARK, ""), without=without)
    document = load_text(text.encode(), "example.yaml", folder=folder)
    kept = (each for each in document.problems if each.code not in LEFT_OUT or each.code in also)
    return replace(document, problems=tuple(kept))


def marked(fragment: str, *codes: str) -> list[tuple[int, int, str]]:
    """What is expected: each mark's place with the code that belongs to it, in their order."""
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
    """What is said of all problems, help included."""
    return [f"{problem.message} {problem.advice}".strip() for problem in document.problems]

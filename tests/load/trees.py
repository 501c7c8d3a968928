"""Trees and briefings of short texts, for the tests of reading."""

from tui.diagnostics import Diagnostic
from tui.load import hygiene
from tui.load.nodes import Parsed, parse
from tui.load.problems import Problems
from tui.load.schema import read
from tui.load.yaml_tree import Map, SourceText
from tui.model.briefing import Briefing

HEAD = "format: briefing/1\nid: example\ntitle: Example\npanes: []\n"


def tree(text: str) -> tuple[Parsed, Problems]:
    """The tree of a text, and what is wrong with it."""
    raw = hygiene.read(text.encode())
    page = SourceText(raw.text)
    problems = Problems(page)
    return parse(raw.parsable, page, problems), problems


def mapping(text: str) -> Map:
    """The mapping that a faultless text holds."""
    parsed, problems = tree(text)
    assert problems.found() == ()
    assert isinstance(parsed.root, Map)
    return parsed.root


def briefing(text: str) -> tuple[Briefing, tuple[Diagnostic, ...]]:
    """The briefing of a text and what reading found; keys that it lacks are not missed."""
    parsed, problems = tree(text)
    if isinstance(parsed.root, Map):
        parsed.root.cut = True
    return read(parsed, problems), problems.found()


def faultless(text: str) -> Briefing:
    """The briefing of a text that has no problem but keys that it lacks."""
    made, problems = briefing(text)
    assert problems == ()
    return made

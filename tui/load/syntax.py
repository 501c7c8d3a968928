"""Explanations of YAML syntax errors."""

import re
from typing import NamedTuple


class Trouble(NamedTuple):
    """A syntax error at an offset of the text."""

    start: int
    message: str
    help: str = ""


class _Wording(NamedTuple):
    """The wording for a message of libyaml or of PyYAML's own parser."""

    theirs: str
    """A regular expression that matches its context and problem."""
    message: str
    help: str
    at_context: bool = False
    """Whether the error is placed where the construct begins, not where parsing stopped."""


def explain(error: Exception, text: str) -> Trouble:
    """Explain a `yaml.YAMLError`.

    The parser's position may be after the last line; the one returned is in the text.
    """
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    message = f"{getattr(error, 'context', None) or ''}: {problem}"
    start = _offset(error, "problem_mark", text)
    if start == _last(text):
        message += " at the end"
    elif text[start : start + 1] == "\t":
        message += " at a tab"
    wording = next((each for each in _WORDINGS if re.search(each.theirs, message)), None)
    if wording is None:
        return Trouble(start, str(problem))
    if wording.at_context:
        start = _offset(error, "context_mark", text)
    character = text[start : start + 1]
    name = _NAMES.get(character, f"“{character}”")
    return Trouble(start, wording.message.format(name), wording.help.format(name))


_QUOTE_IT = "Quote the text if this is text."
_NAMES = {"\t": "a tab", "\n": "the end of the line", "": "the end of the file"}
_WORDINGS = (
    _Wording(
        "quoted scalar: found unexpected (end of stream|document)",
        "the quotation mark {} is never closed",
        "",
        at_context=True,
    ),
    _Wording("unknown escape", "the backslash begins no escape that YAML has", "Write “\\\\”."),
    _Wording(
        "mapping values are not allowed",
        "a colon followed by a space stands in a text without quotes",
        "Quote the text.",
    ),
    _Wording("any token at a tab", "a tab indents this line", "Indent with spaces."),
    _Wording("cannot start any token", "nothing can begin with {}", "Quote a text that begins so."),
    _Wording(
        "tab character|indentation spaces?",
        "a tab indents this line",
        "Indent with spaces.",
    ),
    _Wording(
        "could not find expected ':'",
        "this line is neither a key with a colon nor part of a text",
        "Is it indented as the lines around it, and is the quotation closed?",
    ),
    _Wording(
        "sequence entries are not allowed",
        "a list (“- ”) cannot begin here",
        "Begin it on a line of its own under its key; quote a text that begins with “- ”.",
    ),
    _Wording(
        "flow sequence",
        "the bracket {} is never closed, or a comma is missing in it",
        _QUOTE_IT,
        at_context=True,
    ),
    _Wording(
        "flow mapping",
        "the brace {} is never closed, or a comma is missing in it",
        _QUOTE_IT,
        at_context=True,
    ),
    _Wording(
        "block (mapping|collection)|document start",
        "{} does not fit here",
        "Is the line indented as the lines around it, and is a text that goes on after a quotation "
        "quoted as a whole?",
    ),
    _Wording(
        "block scalar|comment or line break",
        "after “|” or “>” the text begins on the next line",
        "",
    ),
    _Wording("anchor|alias", "“&” or “*” begins this", "Quote a text that begins so."),
    _Wording("tag", "“!” begins this", "Quote a text that begins so."),
    _Wording("directive", "“%” begins this line", "Quote a text that begins so."),
    _Wording("node content at the end", "a bracket or brace is never closed", _QUOTE_IT),
    _Wording("node content", "something is missing before {}", _QUOTE_IT),
)


def _offset(error: Exception, name: str, text: str) -> int:
    """The offset of an error, at most that of the last visible character."""
    mark = getattr(error, name, None) or getattr(error, "problem_mark", None)
    index: int = getattr(mark, "index", getattr(error, "position", 0))
    return min(index, _last(text))


def _last(text: str) -> int:
    """The offset of the last visible character."""
    return max(len(text.rstrip()) - 1, 0)

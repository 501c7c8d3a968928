"""A briefing whose file was saved while it is read."""

from collections import Counter

from tui.diagnostics import Severity
from tui.library.watched import Watched, is_broken, with_problems_of
from tui.model.changes import changes
from tui.model.document import Document
from tui.panes.changes import counted
from tui.text.clean import clean
from tui.ui.reader import Reader


def reread(reader: Reader, watched: Watched) -> str:
    """Take the file as it is now; says what has changed, which a room need not know.

    Where it cannot be read, what was read before stays, with what is wrong with the file.
    """
    try:
        document = watched.read()
    except OSError as error:
        return clean(f"the file cannot be read: {error.strerror or error}; this is as it was")
    before = reader.document
    if is_broken(document):
        reader.adopt(with_problems_of(before, document))
        return "" if reader.options.room else "saved with an error (!); this is as it was before"
    reader.adopt(document)
    if reader.options.room:
        return "reloaded"
    told = counted(changes(before, document)) or "nothing changed"
    errors = _errors(document)
    return f"reloaded: {told}{errors}"


def _errors(document: Document) -> str:
    count = Counter(problem.severity for problem in document.problems)[Severity.ERROR]
    return f"; {count} error{'s' if count > 1 else ''} (!)" if count else ""

"""A briefing whose file was saved while it is read."""

from collections import Counter
from typing import TYPE_CHECKING

from tui.diagnostics import Severity
from tui.library.watched import Watched, is_broken, with_problems_of
from tui.model.changes import changes
from tui.panes.changes import counted
from tui.text.clean import clean
from tui.ui.reader import Reader

if TYPE_CHECKING:
    from tui.ui.desk import Desk


def reread(desk: "Desk", reader: Reader, watched: Watched) -> str:
    """Take the file as it is now; says what has changed, which a room need not know.

    Where it cannot be read, what was read before stays, with what is wrong with the file.
    """
    said = _adopted(reader, watched, desk.bindings.hint("pane.open", "!"))
    if desk.personal is not None:
        desk.personal.adopt(reader.whole)
        reader.take(desk.personal.own)
    desk.corpus = None
    if desk.seeker is not None:
        desk.seeker.refresh()
    if desk.meeting is not None:
        desk.meeting.settle(desk)
    return said


def _adopted(reader: Reader, watched: Watched, problems: str) -> str:
    """`problems` is said after errors: the key that shows them, as ` (!)`."""
    try:
        document = watched.read()
    except OSError as error:
        return clean(f"the file cannot be read: {error.strerror or error}; this is as it was")
    before = reader.whole
    if is_broken(document):
        reader.adopt(with_problems_of(before, document))
        said = f"saved with an error{problems}; this is as it was before"
        return "" if reader.options.room else said
    reader.adopt(document)
    if reader.options.room:
        return "reloaded"
    told = counted(changes(before, document)) or "nothing changed"
    count = Counter(problem.severity for problem in document.problems)[Severity.ERROR]
    errors = f"; {count} error{'s' if count > 1 else ''}{problems}" if count else ""
    return f"reloaded: {told}{errors}"

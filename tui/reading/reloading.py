"""A briefing whose file was saved while it is read."""

from collections import Counter

from tui.diagnostics import Severity, reason
from tui.library.watched_file import WatchedFile, is_broken, with_problems_of
from tui.model.changes import changes
from tui.panes.changes import counted
from tui.reading.annotations import BriefingAnnotations
from tui.reading.finder import Finder
from tui.reading.open_briefing import OpenBriefing
from tui.text.clean import clean


def reread(
    reader: OpenBriefing,
    watched: WatchedFile,
    personal: BriefingAnnotations | None,
    finder: Finder | None,
    problems: str,
) -> str:
    """Take the file as it is now; says what has changed, which a room need not know.

    Where it cannot be read, what was read before stays, with what is wrong with the file.
    `problems` is said after errors: the key that shows them, as ` (!)`.
    """
    said = _adopted(reader, watched, problems)
    if personal is not None:
        personal.adopt(reader.whole)
        reader.take(personal.own)
    if finder is not None:
        finder.refresh()
    return said


def _adopted(reader: OpenBriefing, watched: WatchedFile, problems: str) -> str:
    try:
        document = watched.read()
    except OSError as error:
        return clean(f"the file cannot be read: {reason(error)}; this is as it was")
    before = reader.whole
    if is_broken(document):
        reader.adopt(with_problems_of(before, document))
        said = f"saved with an error{problems}; this is as it was before"
        return "" if reader.policy.room else said
    reader.adopt(document)
    if reader.policy.room:
        return "reloaded"
    told = counted(changes(before, document)) or "nothing changed"
    count = Counter(problem.severity for problem in document.problems)[Severity.ERROR]
    errors = f"; {count} error{'s' if count > 1 else ''}{problems}" if count else ""
    return f"reloaded: {told}{errors}"

"""Taking a new version of the open briefing when its file has been saved."""

from collections import Counter

from tui.diagnostics import Severity, reason
from tui.library.watched_file import WatchedFile, is_broken, with_problems_of
from tui.model.changes import changes
from tui.panes.changes import counted
from tui.reading.open_briefing import OpenBriefing
from tui.text.clean import clean


def reload(reader: OpenBriefing, watched: WatchedFile, problems: str) -> str:
    """Take the file as it is now and return a notice of what has changed.

    A file that cannot be read leaves the briefing as it was, with what is wrong with it. In room
    mode the notice says nothing of the content.

    Args:
        reader: The open briefing.
        watched: Its file.
        problems: The key that lists problems, as ` (!)`; it follows errors in the notice.
    """
    try:
        document = watched.read()
    except OSError as error:
        return clean(f"the file cannot be read: {reason(error)}; this is as it was")
    before, is_room = reader.whole, reader.policy.room
    if is_broken(document):
        reader.adopt(with_problems_of(before, document))
        return "" if is_room else f"saved with an error{problems}; this is as it was before"
    reader.adopt(document)
    if is_room:
        return "reloaded"
    summary = counted(changes(before, document)) or "nothing changed"
    count = Counter(problem.severity for problem in document.problems)[Severity.ERROR]
    errors = f"; {count} error{'s' if count > 1 else ''}{problems}" if count else ""
    return f"reloaded: {summary}{errors}"

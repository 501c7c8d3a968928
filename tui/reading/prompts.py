"""What commands ask the reader to type: by command id, functions that the screens share."""

from collections.abc import Callable, Mapping

from tui.frozen import frozen
from tui.reading import annotations, questions
from tui.reading.session import ReadingSession


def _ignore(_: str) -> None:
    """Do nothing."""


@frozen
class TextPrompt:
    """A text that is asked for, and what becomes of it."""

    sign: str
    """What stands before the text."""
    submit: Callable[[str], bool]
    """Takes the text; returns whether to close the prompt."""
    change: Callable[[str], None] = _ignore
    """Takes the text after every change, and before it is submitted."""
    cancel: Callable[[], None] = lambda: None
    """Undoes what `change` did."""
    text: str = ""
    """The text to begin with."""


def _find(session: ReadingSession) -> TextPrompt | str:
    finder = session.finder
    if finder is None:
        return "no briefing is open"

    def submit(text: str) -> bool:
        if not finder.find.matches:
            finder.cancel()
            session.notice = f"not found: {text}"
        return True

    finder.begin()
    return TextPrompt("/", submit, finder.seek, finder.cancel)


def _ask(session: ReadingSession) -> TextPrompt | str:
    if session.asking is None:
        questions.ask(session)
    asking = session.asking
    if asking is None:
        return "there is nothing to ask"

    def cancel() -> None:
        session.asking = None

    asking.ask("")
    return TextPrompt("ask", lambda _: asking.hold(), asking.ask, cancel)


def _filter(session: ReadingSession) -> TextPrompt | str:
    briefings = session.briefings
    if briefings is None:
        return "there is no library"
    before = briefings.copy()

    def cancel() -> None:
        session.briefings = before

    return TextPrompt("/", lambda _: True, briefings.seek, cancel)


def _note(session: ReadingSession) -> TextPrompt | str:
    reader, own = session.reader, session.annotations
    if reader is None or own is None:
        return "no briefing is open"
    draft = annotations.draft_note(reader, own)
    if isinstance(draft, str):
        return draft

    def submit(text: str) -> bool:
        is_saved, session.notice = annotations.write_note(reader, own, draft, text)
        return is_saved

    return TextPrompt("note", submit, text=draft.text)


def _mark(session: ReadingSession) -> TextPrompt | str:
    reader, own = session.reader, session.annotations
    if reader is None or own is None:
        return "no briefing is open"
    return _letter(session, "mark", lambda letter: annotations.mark(reader, own, letter))


def _go_to_mark(session: ReadingSession) -> TextPrompt | str:
    reader, own = session.reader, session.annotations
    if reader is None or own is None:
        return "no briefing is open"
    go = annotations.go_to_mark
    return _letter(session, "go to mark", lambda letter: go(reader, own, letter))


def _letter(session: ReadingSession, sign: str, take: Callable[[str], str]) -> TextPrompt:
    def submit(text: str) -> bool:
        is_letter = len(text) == 1 and text.isalnum()
        session.notice = take(text) if is_letter else "a mark is one letter or digit"
        return True

    return TextPrompt(sign, submit)


PROMPTS: Mapping[str, Callable[[ReadingSession], TextPrompt | str]] = {
    "library.ask": _ask,
    "library.filter": _filter,
    "find.open": _find,
    "find.ask": _ask,
    "answer.ask": _ask,
    "mark.set": _mark,
    "mark.go": _go_to_mark,
    "annotations.note": _note,
}
"""Each returns a prompt, or a notice for the reader if there is nothing to ask."""

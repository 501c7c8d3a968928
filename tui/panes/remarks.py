"""The detail lines of an item: verification, time, and the analyst's notes."""

from collections.abc import Iterable, Iterator

from tui.blocks import Run, Runs, Style, runs
from tui.model.document import Document
from tui.model.fields import Record
from tui.model.items import Actor, Claim, Note, Point, When
from tui.model.passages import cited, noted
from tui.model.vocabularies import CREDIBILITY
from tui.panes import dates, names, verification
from tui.places import Options

SEPARATOR = Run(" · ", Style.MUTED)
_NOTE = Run("Note: ", Style.LABEL)


def joined(parts: Iterable[str | Run]) -> Runs:
    """Join remarks into one line with separators; empty ones are left out."""
    line: list[Run] = []
    for part in parts:
        run = part if isinstance(part, Run) else Run(part, Style.MUTED)
        if run.text:
            line += (SEPARATOR, run) if line else (run,)
    return tuple(line)


def filled(*lines: Runs) -> tuple[Runs, ...]:
    """The lines that are not empty."""
    return tuple(line for line in lines if line)


def status_lines(
    document: Document, cites: tuple[str, ...], when: When | None, *others: str | Run
) -> tuple[Runs, ...]:
    """The verification of an item, the source's words for its time, and the basis of its date."""
    lacking = not_stated(document, cites, when)
    absent = [verification.missing_words("stated", each) for each in lacking]
    parts = [*verification.remark(document, cites), dates.stated(when, lacking), *absent, *others]
    inference = dates.inference(when)
    line = joined(parts)
    return (line, inference) if inference else (line,) if line else ()


def not_stated(document: Document, cites: tuple[str, ...], when: When | None) -> tuple[str, ...]:
    """The words stated for a time that are known not to be in the source."""
    if when is None or not when.stated:
        return ()
    return verification.lacking(cited(document, cites), when.stated)


def reported(document: Document, claim: Claim) -> str | Run:
    """The source's own word for a likelihood; the scale's bands do not apply to it."""
    word = claim.reported_likelihood
    if word and verification.lacking(cited(document, claim.cites), (word,)):
        return verification.missing_words("reported likelihood", word)
    return f"the source’s word: “{word}”" if word else ""


def credibility(claim: Claim) -> Runs:
    """The grade in the Admiralty code, its wording and its basis."""
    if claim.credibility is None:
        return (Run(f"basis: {claim.basis}", Style.MUTED),) if claim.basis else ()
    words = CREDIBILITY.get(claim.credibility, "not in the code")
    basis = f": {claim.basis}" if claim.basis else ""
    return (Run(f"credibility {claim.credibility}, {words}{basis}", Style.MUTED),)


def must_cover(document: Document, item: Record) -> str:
    """The remark that a meeting must cover an item; empty in room mode."""
    is_marked = getattr(item, "must_cover", False) and not document.policy.room
    return "must cover" if is_marked else ""


def notes(document: Document, id: str, options: Options) -> tuple[Runs, ...]:
    """The analyst's notes on an item; only their number if the options say so."""
    if id not in document.notes_on:
        return ()
    found = document.notes_on[id]
    if not options.notes:
        return (runs(Run(names.count(len(found), "note"), Style.MUTED)),)
    return tuple((_NOTE, *note_text(document, each)) for each in found)


def note_text(document: Document, shown: Note) -> Runs:
    """The text of a note, after the place and the wording in the source that it is about."""
    parts: list[Run] = []
    texts = noted(document, shown) if shown.at or shown.reads else None
    for how, words in (("at", shown.at), ("reads", shown.reads)):
        if not words or (how == "reads" and words == shown.at):
            continue
        if verification.lacking(texts, (words,)):
            parts += verification.missing_words(how, words), Run(": ")
        else:
            parts.append(Run(f"{how} “{words}”: ", Style.QUOTE))
    if shown.usual:
        parts.append(Run(f"usually “{shown.usual}”. "))
    return (*parts, Run(shown.text, Style.OURS), *_marking(shown))


def points(
    document: Document, label: str, shown: Iterable[Point], options: Options
) -> Iterator[Runs]:
    """Points within another item's block, a paragraph each, followed by their notes."""
    for point in shown:
        how = verification.states(document, point.cites)
        line = Run(label, Style.LABEL), Run(point.text), *_marking(point)
        yield (*line, *(SEPARATOR, *joined(how))) if how else line
        yield from notes(document, point.id, options)


def cited_by_points(shown: Iterable[Point]) -> Iterator[str]:
    """The ids of the excerpts that points cite."""
    for point in shown:
        yield from point.cites


def cited_by_actor(shown: Actor) -> Iterator[str]:
    """The ids of the excerpts that an actor, its relations and its interests cite."""
    yield from shown.cites
    for relation in shown.relations:
        yield from relation.cites
    yield from cited_by_points(shown.interests)


def _marking(record: Record) -> Runs:
    own = names.marking(record)
    return (own,) if own.text else ()

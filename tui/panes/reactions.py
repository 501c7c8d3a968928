"""Reactions panes: statements of actors by subject, with our reading of the stance."""

from collections.abc import Iterator

from tui.blocks import Block, Entry, Heading, Paragraph, Run, Runs, Style, runs
from tui.model.briefing import ReactionsPane
from tui.model.document import Document
from tui.model.items import Actor, Reaction, Toward
from tui.panes import attribution, dates, headings, names
from tui.panes.remarks import filled, must_cover, not_stated, notes, status_lines
from tui.panes.selection import Selection
from tui.places import WITHHELD, Options, is_placeholder

_GLYPHS = {
    "supportive": "[+]",
    "conciliatory": "[+]",
    "neutral": "[=]",
    "critical": "[-]",
    "hostile": "[!]",
    "unclear": "[?]",
}
SILENCE = "no-statement"
_OUR_READING = "Stance is our reading, not the speaker’s word."


def blocks(document: Document, pane: ReactionsPane, options: Options) -> Iterator[Block]:
    """The reactions, grouped by their first subject, in the order of the file."""
    selection = Selection(document, options)
    groups: dict[str, list[Reaction]] = {}
    for reaction in selection.of(pane.reactions):
        about = WITHHELD if is_placeholder(reaction.id) else subject(document, reaction)
        groups.setdefault(about, []).append(reaction)
    yield from headings.pane(document, pane, selection.aside(), options)
    sections = names.section_headings(document)
    for about, reactions in groups.items():
        if about == WITHHELD:
            yield headings.section("withheld")
        else:
            yield _heading(sections.get(about) or names.title(document, about))
        for reaction in reactions:
            yield entry(document, reaction, options)
    if any(each.stance for reactions in groups.values() for each in reactions):
        yield Paragraph(text=(Run(_OUR_READING, Style.OURS),), kind="remark")


def entry(document: Document, shown: Reaction, options: Options) -> Entry:
    """The entry of a reaction."""
    lacking = not_stated(document, shown.cites, shown.when)
    return Entry(
        item=shown.id,
        refs=shown.cites,
        marking=shown.marking,
        kind="reaction",
        label=label(shown),
        name=runs(Run(names.actor(document, shown.actor), Style.STRONG)),
        aside=runs(Run(dates.short(shown.when, lacking), Style.MUTED)),
        text=(Run(shown.text),),
        details=(
            *filled(
                runs(Run("; ".join(_circumstances(document, shown)), Style.MUTED)),
                runs(Run(_further_subjects(document, shown), Style.MUTED)),
                runs(Run(search(shown), Style.MUTED)),
            ),
            *status_lines(document, shown.cites, shown.when, *_manner(document, shown)),
            *notes(document, shown.id, options),
        ),
    )


def label(shown: Reaction) -> Runs:
    """The stance as a glyph and a word; silence is a fact, not a stance."""
    if shown.form == SILENCE:
        return (Run("[ ] SILENCE", Style.LABEL),)
    if not shown.stance:
        return ()
    return (Run(f"{_GLYPHS.get(shown.stance, '[?]')} {shown.stance.upper()}", Style.OURS),)


def form(shown: Reaction) -> str:
    """The form of the statement, in words."""
    return shown.form.replace("-", " ")


def subject(document: Document, shown: Reaction) -> str:
    """The id of the first subject that exists; else the first id written."""
    about = shown.about
    return next((id for id in about if id in document.items), "".join(about[:1]))


def search(shown: Reaction) -> str:
    """The scope and the end of the search for a statement."""
    scope = f"looked for in {shown.search_scope}" if shown.search_scope else ""
    until = f"looked for until {dates.prose(shown.as_of)}" if shown.as_of else ""
    return f"{scope}, until {dates.prose(shown.as_of)}" if scope and until else scope or until


def toward(document: Document, shown: Reaction) -> str:
    """The addressees, with the stance where it differs from the reaction's own."""
    return ", ".join(_toward(document, shown, each) for each in shown.toward)


def _heading(about: str) -> Heading:
    if not about:
        return headings.section("about nothing that is named")
    return Heading(text=runs(Run("ABOUT: "), about))


def _toward(document: Document, shown: Reaction, each: Toward) -> str:
    name = names.actor(document, each.actor)
    if each.stance in {"", shown.stance}:
        return name
    return f"{name} ({_GLYPHS.get(each.stance, '[?]')} {each.stance})"


def _circumstances(document: Document, shown: Reaction) -> Iterator[str]:
    actor = document.items.get(shown.actor)
    if isinstance(actor, Actor) and actor.role:
        yield actor.role
    yield form(shown)
    if shown.on_behalf_of:
        yield f"on behalf of {names.actor(document, shown.on_behalf_of)}"
    if shown.toward:
        yield f"toward {toward(document, shown)}"
    if shown.form == SILENCE and shown.stance not in {"", "unclear"}:
        yield f"our reading: {shown.stance}"


def _further_subjects(document: Document, shown: Reaction) -> str:
    first = subject(document, shown)
    about = shown.about
    others = [names.title(document, id) for id in about if id != first]
    return f"also about: {'; '.join(others)}" if others else ""


def _manner(document: Document, shown: Reaction) -> Iterator[str | Run]:
    excerpts = list(document.cited(shown.id))
    yield from dict.fromkeys(map(attribution.manner, excerpts))
    through = dict.fromkeys(
        name for excerpt in excerpts for name in attribution.passed_on_by(document, excerpt)
    )
    if through:
        yield f"by way of {', '.join(through)}"
    if not (shown.cites or shown.search_scope or document.policy.is_traceless):
        yield Run("no source cited", Style.CAUTION)
    yield must_cover(document, shown)

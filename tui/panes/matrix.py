"""The matrix of reactions: actors by subject, with form, stance and addressee in the cells."""

from collections.abc import Iterator, Sequence

from tui.blocks import Block, Columns, Heading, Notice, Paragraph, Row, Run, Runs, Style, runs
from tui.model.briefing import ReactionsPane
from tui.model.document import Document
from tui.model.items import Reaction
from tui.panes import names, reactions
from tui.panes.headings import nothing_called
from tui.panes.selection import Selection
from tui.places import Options, Place

TITLE = "Who reacted to what"

_STANCES = (
    "Our reading, not the speaker’s word: [+] supportive or conciliatory, [=] neutral, "
    "[-] critical, [!] hostile, [?] unclear. "
)
_EMPTY = (
    "[ ] silence: no statement. An empty cell: no reaction is reported, "
    "which is not to say that there was none."
)
_NO_SUBJECT = ""
_NOTHING = "nothing that is named"


def blocks(document: Document, place: Place, options: Options) -> Iterator[Block]:
    """A row for each reaction, grouped by actor, and a column for each subject."""
    if place.key != document.briefing.id:
        yield nothing_called(place.key)
        return
    selection = Selection(document, options)
    panes = [each for each in document.briefing.panes if isinstance(each, ReactionsPane)]
    shown = selection.of([each for pane in panes for each in pane.reactions])
    yield Heading(text=runs(TITLE), level=1, aside=selection.aside())
    if not shown:
        yield Notice(text=runs("No reaction is shown here."))
        return
    subjects = [*dict.fromkeys(id for each in shown for id in _about(each))]
    sections = names.section_headings(document)
    titles = (sections.get(id) or names.title(document, id) or _NOTHING for id in subjects)
    columns = Columns((runs("Who"), *map(runs, titles)))
    yield Row(columns=columns, cells=columns.names, is_header=True)
    for reaction in _by_actor(shown):
        yield _row(document, reaction, columns, subjects)
    legend = _STANCES + _EMPTY if any(each.stance for each in shown) else _EMPTY
    yield Paragraph(text=runs(legend), kind="remark")


def _by_actor(shown: Sequence[Reaction]) -> list[Reaction]:
    """The reactions grouped by actor, in the order of each actor's first reaction."""
    order = {actor: at for at, actor in enumerate(dict.fromkeys(each.actor for each in shown))}
    return sorted(shown, key=lambda each: order[each.actor])


def _about(shown: Reaction) -> Sequence[str]:
    """The subjects of a reaction; one unnamed subject if it has none."""
    return shown.about or (_NO_SUBJECT,)


def _row(document: Document, shown: Reaction, columns: Columns, subjects: Sequence[str]) -> Row:
    about = _about(shown)
    cell = _cell(document, shown)
    return Row(
        item=shown.id,
        refs=shown.cites,
        marking=shown.marking,
        columns=columns,
        cells=(
            runs(Run(names.actor(document, shown.actor), Style.STRONG)),
            *(cell if id in about else () for id in subjects),
        ),
    )


def _cell(document: Document, shown: Reaction) -> Runs:
    """Stance, form and addressee, a line each where a printer can break lines."""
    label = tuple(Run(run.text.lower(), run.style) for run in reactions.label(shown))
    form = "" if shown.form == reactions.SILENCE else reactions.form(shown)
    toward = reactions.toward(document, shown)
    parts = [label, runs(form), runs(f"toward {toward}" if toward else "")]
    made: list[Run] = []
    for part in filter(None, parts):
        made += [Run(",\n"), *part] if made else part
    return tuple(made)

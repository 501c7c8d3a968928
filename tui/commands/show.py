"""Print a briefing as text, Markdown, HTML or JSON.

FILE is a briefing file, or - for standard input, whose sources are looked for in --root alone.
A briefing with errors is printed as far as it can be read. The number of errors goes to standard
error; the exit status is 1 only if there is nothing to print.

Colours are used on a terminal unless NO_COLOR is set or TERM is dumb. FORCE_COLOR prints them
into a pipe as well.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from tui.blocks import Block, Heading, Paragraph, Run, Style, runs
from tui.commands import output
from tui.commands.exit import CommandError, Exit
from tui.commands.options import add_print_options, clearance
from tui.commands.reading import read_or_fail
from tui.diagnostics import Severity
from tui.model.document import Document, Policy
from tui.model.projection import project
from tui.panes import PROBLEMS, SOURCES, Tab, blocks, excerpts, tabs
from tui.panes.header import header, restriction
from tui.places import OVERVIEWS, Options, Place, View
from tui.render import FORMATS
from tui.render.printout import Printout
from tui.text.nearest import nearest


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    add = parser.add_argument
    add("file", metavar="FILE", help="a briefing file, or - for standard input")
    add(
        "--pane",
        metavar="ID",
        action="append",
        default=[],
        help="print only this pane; may be repeated",
    )
    add(
        "--view",
        choices=OVERVIEWS,
        action="append",
        default=[],
        help="print only the timeline of all panes, or the matrix of actors and reactions",
    )
    add("--format", choices=FORMATS, default="text", help="output format (default: text)")
    add_print_options(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Print the briefing."""
    document = read_or_fail(arguments.file, arguments.root)
    document = project(document, Policy(clearance(arguments)))
    _refuse_unknown_panes(document, arguments.pane)
    if arguments.format == "json" and (arguments.pane or arguments.view):
        raise CommandError("JSON holds the whole briefing: leave out --pane and --view", Exit.USAGE)
    if not is_readable(document):
        return Exit.INVALID
    printout = compose(document, arguments.pane, arguments.view)
    output.print_briefing(printout, arguments.format, arguments.width, arguments.color)
    return Exit.OK


def print_document(document: Document, *, clearance: str = "", is_restricted: bool = False) -> Exit:
    """Print a briefing as text.

    Args:
        document: The briefing.
        clearance: Items that are marked more strictly are withheld; empty for none.
        is_restricted: The reader has no command line, so no command is named.
    """
    document = project(document, Policy(clearance))
    if not is_readable(document, is_restricted=is_restricted):
        return Exit.INVALID
    output.print_briefing(compose(document), "text", None, "auto")
    return Exit.OK


def is_readable(document: Document, *, is_restricted: bool = False) -> bool:
    """Whether there is anything to print; says on standard error how many errors there are."""
    errors = Counter(problem.severity for problem in document.problems)[Severity.ERROR]
    if errors:
        count = f"{errors} error{'s' if errors > 1 else ''}"
        command = "" if is_restricted else "; `briefing check` lists them"
        output.say(f"{document.name}: {count}{command}")
    return document.has_briefing


def print_item(document: Document, item: str, *, clearance: str = "") -> Exit:
    """Print the evidence for an item of a briefing as text; `clearance` as for a document."""
    marking = Paragraph(kind="marking", text=runs(Run(document.briefing.marking, Style.MARKING)))
    shown = project(document, Policy(clearance))
    place = Place(View.EVIDENCE, shown.projected_id(item))
    output.print_blocks([marking, *blocks(shown, place, Options())])
    return Exit.OK


def compose(document: Document, panes: Sequence[str] = (), views: Sequence[str] = ()) -> Printout:
    """Put a briefing together for print.

    Args:
        document: The briefing, without what is withheld.
        panes: The ids of the panes to print; with neither panes nor views, all but the problems.
        views: The overviews to print, of `OVERVIEWS`.
    """
    every = {tab.id: tab for tab in tabs(document)}
    whole = [id for id in every if id not in {SOURCES.id, PROBLEMS.id}]
    some = panes or views
    shown = [every[id] for id in (panes if some else whole)]
    overviews = [Place(View(view), document.briefing.id) for view in views]
    body = chain(
        (block for tab in shown for block in _pane(document, tab)),
        (block for place in overviews for block in blocks(document, place, Options())),
    )
    sources = () if SOURCES.id in panes else _pane(document, every[SOURCES.id])
    return printout(document, body, sources, whole=not some)


def printout(
    document: Document, body: Iterable[Block], sources: Iterable[Block] = (), *, whole: bool = False
) -> Printout:
    """Blocks under the header of their briefing; for the arguments see `Printout`."""
    return Printout(
        document=document,
        header=(*header(document, Options()), *restriction(document)),
        body=body,
        card=lambda excerpt: excerpts.card(document, excerpt),
        whole=whole,
        sources=sources,
    )


def _pane(document: Document, tab: Tab) -> Iterator[Block]:
    """The blocks of a pane, under its title."""
    made = blocks(document, Place(View.PANE, tab.id), Options())
    match made:
        case [Heading(level=1), *_]:
            pass
        case _:
            yield Heading(text=runs(tab.title), level=1)
    yield from made


def _refuse_unknown_panes(document: Document, asked: Iterable[str]) -> None:
    known = [tab.id for tab in tabs(document)]
    for id in asked:
        if id not in known:
            near = nearest(id, known)
            hint = f" Did you mean “{near}”?" if near else ""
            raise CommandError(
                f"no pane is called “{id}”.{hint} There are: {', '.join(known)}.", Exit.USAGE
            )

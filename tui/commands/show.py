"""Print a briefing as text, Markdown, HTML or JSON.

FILE is a briefing file; - is standard input, and its sources are looked for in --root alone.
A briefing that has errors is printed as far as it could be read; how many there are is said
on standard error, and the exit status is 1 only where there was nothing to print.

Colours are used in a terminal, unless NO_COLOR is set or TERM is dumb; FORCE_COLOR asks for
them in a pipe too.
"""

import argparse
import importlib
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from tui.blocks import Block, Heading, Paragraph, Run, Style, runs
from tui.commands import output
from tui.commands.clearance_option import add_clearance, clearance
from tui.commands.exit import Exit
from tui.commands.page_options import add_page
from tui.commands.reading import add_root, read
from tui.diagnostics import Severity, reason
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
    add("--pane", metavar="ID", action="append", default=[], help="print this pane alone")
    add(
        "--view",
        choices=OVERVIEWS,
        action="append",
        default=[],
        help="print the time line over all panes, or the matrix of who reacted to what",
    )
    add("--format", choices=FORMATS, default="text", help="what to print (default: text)")
    add_clearance(parser)
    add_page(parser)
    add_root(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Print the briefing that is asked for."""
    try:
        document = read(arguments.file, arguments.root)
    except OSError as error:
        output.say(f"{arguments.file}: {reason(error)}")
        return Exit.INVALID
    shown_up_to = clearance(arguments)
    shown = project(document, Policy(shown_up_to))
    problem = _wrong_pane(shown, arguments.pane) or _needless_pane(arguments)
    if problem:
        output.say(problem)
        return Exit.USAGE
    return print_document(
        document,
        format=arguments.format,
        panes=arguments.pane,
        views=arguments.view,
        width=arguments.width,
        color=arguments.color,
        clearance=shown_up_to,
    )


def print_document(
    document: Document,
    *,
    format: str = "text",
    panes: Sequence[str] = (),
    views: Sequence[str] = (),
    width: int | None = None,
    color: str = "auto",
    clearance: str = "",
    is_restricted: bool = False,
) -> Exit:
    """Print a briefing, or some panes and views of it, on standard output.

    What is marked more strictly than a `clearance` is withheld.
    """
    document = project(document, Policy(clearance))
    if not is_readable(document, is_restricted=is_restricted):
        return Exit.INVALID
    render = importlib.import_module(FORMATS[format].module).render
    page = output.page(sys.stdout, width, color)
    lines = render(compose(document, panes, views), page)
    output.write(lines, sys.stdout, FORMATS[format].unencodable)
    return Exit.OK


def is_readable(document: Document, *, is_restricted: bool = False) -> bool:
    """Whether there is anything to print; tells how many errors the briefing has.

    Args:
        document: The briefing.
        is_restricted: The reader has no command line, so no command is named.
    """
    errors = Counter(problem.severity for problem in document.problems)[Severity.ERROR]
    if errors:
        count = f"{errors} error{'s' if errors > 1 else ''}"
        command = "" if is_restricted else "; `briefing check` lists them"
        output.say(f"{document.name}: {count}{command}")
    return document.has_briefing


def print_item(document: Document, item: str, *, clearance: str = "") -> Exit:
    """Print what one item of a briefing rests on, as `print_document` does."""
    marking = Paragraph(kind="marking", text=runs(Run(document.briefing.marking, Style.MARKING)))
    shown = project(document, Policy(clearance))
    place = Place(View.EVIDENCE, shown.projected_id(item))
    return print_blocks([marking, *blocks(shown, place, Options())])


def print_blocks(shown: Iterable[Block]) -> Exit:
    """Print blocks that are no briefing's, as text, on standard output."""
    from tui.render import text  # noqa: PLC0415 - only for what is no briefing

    output.write(text.lines(shown, output.page(sys.stdout, None, "auto")), sys.stdout)
    return Exit.OK


def compose(document: Document, panes: Sequence[str] = (), views: Sequence[str] = ()) -> Printout:
    """A briefing as it is printed: all of it, or those panes, by id, and those of `OVERVIEWS`.

    The problems of the file are printed only where they are asked for by name.
    """
    options = Options()
    every = {tab.id: tab for tab in tabs(document)}
    whole = [id for id in every if id not in {SOURCES.id, PROBLEMS.id}]
    some = panes or views
    shown = [every[id] for id in (panes if some else whole)]
    overviews = [Place(View(view), document.briefing.id) for view in views]
    return Printout(
        document=document,
        header=(*header(document, options), *restriction(document)),
        body=chain(
            (block for tab in shown for block in _pane(document, tab)),
            (block for place in overviews for block in blocks(document, place, options)),
        ),
        card=lambda excerpt: excerpts.card(document, excerpt),
        whole=not some,
        sources=() if SOURCES.id in panes else _pane(document, every[SOURCES.id]),
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


def _wrong_pane(document: Document, asked: Iterable[str]) -> str:
    """What to say of panes that there are not."""
    there = [tab.id for tab in tabs(document)]
    for id in asked:
        if id not in there:
            near = nearest(id, there)
            meant = f" Did you mean “{near}”?" if near else ""
            return f"no pane is called “{id}”.{meant} There are: {', '.join(there)}."
    return ""


def _needless_pane(arguments: argparse.Namespace) -> str:
    if arguments.format == "json":
        given = [name for name in ("pane", "view") if getattr(arguments, name)]
        if given:
            left_out = " and ".join(f"--{name}" for name in given)
            return (
                f"JSON is always the whole briefing; leave out {left_out} and take what you need."
            )
    return ""

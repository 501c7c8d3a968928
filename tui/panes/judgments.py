"""Key judgments, each with its likelihood, its confidence and its support."""

from collections.abc import Collection, Iterator

from tui.blocks import Entry, Run, Runs, Style, runs
from tui.model.document import Document
from tui.model.items import Judgment
from tui.model.sources import Excerpt
from tui.model.vocabularies import SCALES, band
from tui.panes import attribution, dependents, names, verification
from tui.panes.remarks import cited_by_points, joined, must_cover, notes, points
from tui.places import Options, is_placeholder


def entry(document: Document, shown: Judgment, options: Options) -> Entry:
    """A judgment with its band, its confidence, and the number of items for and against it."""
    return Entry(
        item=shown.id,
        refs=tuple(dict.fromkeys(_cited(shown))),
        marking=shown.marking,
        kind="judgment",
        label=runs(Run(shown.id, Style.LABEL)),
        text=runs(Run(shown.text, Style.OURS)),
        details=tuple(line for line in _details(document, shown, options) if line),
    )


def likelihood(document: Document, shown: Judgment) -> str:
    """The term with its band on the file's scale: `likely = 55–80 %`."""
    if not shown.likelihood:
        return ""
    scale = document.briefing.estimative_language
    range_ = band(scale, shown.likelihood)
    if range_ is None:
        name = SCALES[scale].name if scale in SCALES else scale
        return f"{shown.likelihood}: not a term of {name}"
    return f"{shown.likelihood} = {range_}"


def confidence(shown: Judgment) -> str:
    """The level of confidence and its basis."""
    level = f"confidence {shown.confidence.upper()}" if shown.confidence else "confidence"
    return f"{level}: {shown.basis}" if shown.basis else level if shown.confidence else ""


def balance(shown: Judgment) -> str:
    """The number of items that support a judgment and that contradict it."""
    against = shown.contradicted_by
    written = "not stated" if against is None else len(against)
    withheld = sum(map(is_placeholder, (*shown.supported_by, *(against or ()))))
    some = f" · {withheld} of these withheld" if withheld else ""
    return f"for {len(shown.supported_by)} · against {written}{some}"


def _details(document: Document, shown: Judgment, options: Options) -> Iterator[Runs]:
    yield joined([likelihood(document, shown), confidence(shown)])
    yield joined([balance(shown), must_cover(document, shown)])
    yield _foundation(document, shown)
    yield from points(
        document, f"{names.JUDGMENT_LISTS['indicators']}: ", shown.indicators, options
    )
    yield from points(document, f"{names.JUDGMENT_LISTS['gaps']}: ", shown.gaps, options)
    yield from notes(document, shown.id, options)


def _foundation(document: Document, shown: Judgment) -> Runs:
    """The excerpts that support a judgment, and the speakers whose texts are not held."""
    behind = dependents.excerpts_behind(document, shown.id)
    remark = verification.remark(document, [each.id for each in behind] or shown.cites)
    if not remark and any(map(is_placeholder, shown.supported_by)):
        return ()
    said = remark or (Run("no excerpt", Style.CAUTION),)
    return (Run("rests on: ", Style.LABEL), *joined([*said, _not_held(document, behind)]))


def _not_held(document: Document, behind: Collection[Excerpt]) -> str:
    """The speakers whose words are only reported by a source."""
    names = {
        name: None
        for excerpt in behind
        for name in attribution.speakers(document, excerpt)
        if not verification.is_held(document, excerpt, name)
    }
    unnamed = any(not hop.agent for excerpt in behind for hop in excerpt.chain)
    reported = [*names, *([attribution.UNNAMED] if unnamed else [])]
    return f"not held, only reported: words of {', '.join(reported)}" if reported else ""


def _cited(shown: Judgment) -> Iterator[str]:
    yield from shown.cites
    yield from cited_by_points(shown.indicators)
    yield from cited_by_points(shown.gaps)

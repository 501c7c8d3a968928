"""Briefings of one source, made for proving excerpts."""

from tui.load.verifier import verify
from tui.model.briefing import Briefing
from tui.model.document import Copy, DiffKind, Verification
from tui.model.sources import Excerpt, Source


def briefing(*excerpts: Excerpt, sources: tuple[Source, ...]) -> Briefing:
    """A briefing with these excerpts and sources, and nothing else."""
    return Briefing(
        format="briefing/1", id="b", title="B", panes=(), sources=sources, excerpts=excerpts
    )


def verified(
    text: str,
    exact: str,
    *,
    prefix: str = "",
    suffix: str = "",
    pin: str = "",
    not_content: tuple[str, ...] = (),
) -> Verification:
    """How an excerpt stands to a text."""
    excerpt = Excerpt(id="x", source="s", exact=exact, prefix=prefix, suffix=suffix)
    source = Source(id="s", file="s.txt", sha256=pin, not_content=not_content)
    return verify(briefing(excerpt, sources=(source,)), {"s": Copy(text, "ab" * 32)})["x"]


def sides(difference: tuple[tuple[DiffKind, str], ...]) -> tuple[str, str]:
    """Both texts of a word diff."""
    yours = "".join(text for change, text in difference if change is not DiffKind.THEIRS)
    theirs = "".join(text for change, text in difference if change is not DiffKind.YOURS)
    return yours, theirs

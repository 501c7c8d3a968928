"""The layout of blocks: a web address is a link, however it is wrapped."""

from pathlib import Path

import pytest

from tests.panes.reading import changed, load
from tests.panes.small import BRIEFING
from tests.reading import sessions
from tui.app.bindings import Keys
from tui.app.first_frame import first_frame
from tui.app.lines import Link
from tui.app.typeset import typesetter
from tui.blocks import Card, Field, Run, Style, runs

ADDRESS = "https://example.org/a-path-that-is-long/and-goes-on/for-more-than-a-line?of=80#cells"


def laid(address: str, width: int) -> list[tuple[str, object]]:
    """Return the styled texts of a card with an address."""
    card = Card(fields=(Field("ADDRESS", (runs(Run(address, Style.LINK)),)),))
    return [part for line in typesetter([card])(0, width).lines for part in line]


@pytest.mark.parametrize("width", [30, 60, 80])
def test_all_parts_of_a_wrapped_address_link_to_the_whole(width: int) -> None:
    parts = [text for text, tint in laid(ADDRESS, width) if tint == Link(ADDRESS)]
    assert "".join(parts) == ADDRESS
    assert len(parts) > 1


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "javascript:alert(1)", "https://a\x1b]8;;b", "not held"]
)
def test_other_addresses_stay_text(address: str) -> None:
    assert not any(isinstance(tint, Link) for _, tint in laid(address, 60))


def test_the_address_of_a_source_is_a_link_on_the_screen(tmp_path: Path) -> None:
    sources = [{**BRIEFING["sources"][0], "url": ADDRESS}]
    session = sessions.session(load(changed(sources=sources), tmp_path))
    sessions.run(session, "pane.sources")
    lines = [drawn.line for drawn in first_frame(session, Keys(), 60, 40)]
    parts = [text for line in lines for text, tint in line if tint == Link(ADDRESS)]
    assert "".join(parts) == ADDRESS

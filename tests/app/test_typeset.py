"""From blocks to lines: an address of the web is a link, however it is wrapped."""

import pytest

from tests.panes.reading import changed, load
from tests.panes.small import BRIEFING
from tests.reading import sessions
from tui.app.frame import draw
from tui.app.lines import Link
from tui.app.paint import painted
from tui.app.themes import THEMES
from tui.app.typeset import typesetter
from tui.blocks import Card, Field, Run, Style, runs

ADDRESS = "https://example.org/a-path-that-is-long/and-goes-on/for-more-than-a-line?of=80#cells"


def laid(address: str, width: int) -> list[tuple[str, object]]:
    """The stretches of a card with an address."""
    card = Card(fields=(Field("ADDRESS", (runs(Run(address, Style.LINK)),)),))
    return [part for line in typesetter([card])(0, width).lines for part in line]


@pytest.mark.parametrize("width", [30, 60, 80])
def test_all_parts_of_a_wrapped_address_lead_to_all_of_it(width: int) -> None:
    parts = [text for text, tint in laid(ADDRESS, width) if tint == Link(ADDRESS)]
    assert "".join(parts) == ADDRESS
    assert len(parts) > 1


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "javascript:alert(1)", "https://a\x1b]8;;b", "not held"]
)
def test_what_is_no_address_of_the_web_stays_text(address: str) -> None:
    assert not any(isinstance(tint, Link) for _, tint in laid(address, 60))


@pytest.mark.parametrize("theme", THEMES)
def test_the_address_of_a_source_is_a_link_that_ends_where_it_ends(
    theme: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    sources = [{**BRIEFING["sources"][0], "url": ADDRESS}]
    document = load(changed(sources=sources), tmp_path_factory.mktemp("small"))
    session = sessions.session((60, 40), document)
    sessions.press(session, "0")
    sent = painted(draw(session), THEMES[theme])
    assert sent.count(f"\x1b]8;;{ADDRESS}\x1b\\") == sent.count("\x1b]8;;\x1b\\") > 1

"""A desk within walls has no command that leads out of them."""

from tests.ui.desks import desk
from tui.ui.keyboard.bindings import USUAL
from tui.ui.keyboard.table import KEYS, WITHIN_WALLS
from tui.ui.modes import Help, Palette
from tui.ui.reply import Reply


def test_what_leads_out_is_not_among_the_commands() -> None:
    assert {key.id for key in KEYS} - WITHIN_WALLS == {"program.suspend", "follow.return"}
    assert {key.id for key in KEYS} >= WITHIN_WALLS


def test_its_key_says_that_it_does_nothing() -> None:
    walled = desk(is_walled=True)
    assert walled.press("ctrl+z") is Reply.DRAW
    assert walled.notice == "ctrl+z does nothing here: briefings are only read"
    assert desk().press("ctrl+z") is Reply.SUSPEND


def test_neither_help_nor_palette_nor_footer_offer_it() -> None:
    walled = desk(is_walled=True)
    assert "program.suspend" in {key.id for key in USUAL.within(walled.scopes)}
    assert "program.suspend" not in {key.id for key in USUAL.within(walled.scopes, is_walled=True)}
    for key in ("?", "ctrl+p"):
        walled.press(key)
        assert isinstance(walled.mode, Help | Palette)
        assert walled.mode.view is not None
        shown = {block.item for block in walled.mode.view.blocks}
        assert "program.quit" in shown
        assert "program.suspend" not in shown
        walled.press("escape")

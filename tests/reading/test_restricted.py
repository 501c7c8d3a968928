"""A desk within walls has no command that leads out of them."""

from tests.reading.sessions import session
from tui.app.keyboard.bindings import USUAL
from tui.app.keyboard.table import KEYS, RESTRICTED_COMMANDS
from tui.reading.overlays import HelpOverlay, Palette
from tui.reading.reply import Reply


def test_what_leads_out_is_not_among_the_commands() -> None:
    assert {key.id for key in KEYS} - RESTRICTED_COMMANDS == {"program.suspend", "follow.return"}
    assert {key.id for key in KEYS} >= RESTRICTED_COMMANDS


def test_its_key_says_that_it_does_nothing() -> None:
    walled = session(is_restricted=True)
    assert walled.press("ctrl+z") is Reply.DRAW
    assert walled.notice == "ctrl+z does nothing here: briefings are only read"
    assert session().press("ctrl+z") is Reply.SUSPEND


def test_neither_help_nor_palette_nor_footer_offer_it() -> None:
    walled = session(is_restricted=True)
    assert "program.suspend" in {key.id for key in USUAL.within(walled.scopes)}
    assert "program.suspend" not in {
        key.id for key in USUAL.within(walled.scopes, is_restricted=True)
    }
    for key in ("?", "ctrl+p"):
        walled.press(key)
        assert isinstance(walled.mode, HelpOverlay | Palette)
        assert walled.mode.view is not None
        shown = {block.item for block in walled.mode.view.blocks}
        assert "program.quit" in shown
        assert "program.suspend" not in shown
        walled.press("escape")

"""What can lie over the lists."""

from tests.reading.sessions import small
from tui.app.geometry import divide
from tui.app.keyboard.bindings import USUAL
from tui.reading.finder import Finder
from tui.reading.open_briefing import OpenBriefing
from tui.reading.overlays import FindPrompt, HelpOverlay, Palette, listed

SCOPES = ("evidence", "find", "view", "list", "program")


def type_in(mode: FindPrompt | Palette, *keys: str) -> bool:
    for key in keys:
        stays = mode.press(key, key if len(key) == 1 else None)
    return stays


def test_arrows_go_through_what_is_found_and_enter_stays_there() -> None:
    finder = Finder(OpenBriefing(small(), divide(80, 24, beside=True)))
    finding = FindPrompt(finder)
    assert type_in(finding, *"globe")
    at = finder.find.current
    assert type_in(finding, "down")
    assert finder.find.current == at + 1
    type_in(finding, "up", "up")
    assert finder.find.current == (at - 1) % len(finder.find.hits)
    here = finder.reader.here
    assert not type_in(finding, "enter")
    assert finder.reader.here == here
    assert finder.is_active


def test_enter_on_nothing_found_comes_back() -> None:
    finder = Finder(OpenBriefing(small(), divide(80, 24, beside=True)))
    finding = FindPrompt(finder)
    assert not type_in(finding, *"nowhere", "enter")
    assert finder.reader.here.key == "summary"
    assert not finder.is_active


def test_the_help_has_every_command_of_its_scopes_under_headings() -> None:
    view = HelpOverlay(USUAL, SCOPES).view
    assert view is not None
    assert {"evidence.open", "find.next", "view.room", "program.quit"} <= {
        view.blocks[at].item for at in view.items
    }
    assert not view.has("library.open")
    assert not view.has("pane.open")


def test_the_palette_leaves_the_commands_whose_words_are_typed() -> None:
    palette = Palette(USUAL, SCOPES)
    assert len(palette.view.blocks) > 10
    type_in(palette, *"PANES words")
    assert [palette.view.blocks[at].item for at in palette.view.items] == ["find.open"]
    assert not type_in(palette, "enter")
    assert palette.chosen is not None
    assert palette.chosen.id == "find.open"


def test_the_palette_chooses_by_arrows() -> None:
    palette = Palette(USUAL, SCOPES)
    palette.view.resize(76, 17)
    first = palette.view.item
    type_in(palette, "down")
    assert palette.view.item != first
    type_in(palette, "up")
    assert palette.view.item == first


def test_nothing_is_chosen_from_nothing() -> None:
    palette = Palette(USUAL, SCOPES)
    assert not type_in(palette, *"no such command", "enter")
    assert palette.chosen is None


def test_a_list_of_its_own_is_laid_out_like_any_other() -> None:
    view = listed([])
    view.resize(80, 20)
    assert list(view.rows()) == []

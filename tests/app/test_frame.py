"""The whole screen, as text and in its parts."""

from typing import Any

import pytest

from tests.goldens import assert_golden
from tests.panes.reading import load
from tests.panes.small import BRIEFING
from tests.reading.sessions import SIZES, press, screen, seed, session, small
from tui.app.frame import draw
from tui.app.lines import Drawn, ScreenPart
from tui.blocks import Style
from tui.frozen import replace
from tui.model.document import Document
from tui.text import cells

SCREENS = {
    "summary": (),
    "actors": ("3", "j", "j"),
    "reactions": ("6", "j"),
    "reactions-room": ("6", "j", "R"),
    "sources": ("0",),
    "evidence": ("6", "j", "\r"),
    "words": ("6", "j", "o"),
    "source": ("6", "j", "s"),
    "connected": ("6", "j", "r"),
    "coverage": ("0", "s"),
    "sentence": ("0", "s", "r"),
    "fallen": ("0", "r"),
    "timeline": ("5", "c"),
    "matrix": ("6", "j", "x"),
    "find": ("6", "/", *"chess piece"),
    "not-verified": ("2", "v", "v"),
    "help": ("?",),
    "palette": ("ctrl+p", *"room"),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
def test_the_screens_of_the_briefing_that_comes_with_the_program(
    name: str, size: tuple[int, int]
) -> None:
    shown = session(size, seed())
    press(shown, *SCREENS[name])
    shown.follow()
    assert_golden(f"screens/{name}-{size[0]}x{size[1]}.txt", screen(shown))


@pytest.mark.parametrize("size", [*SIZES, (40, 12), (20, 5)])
@pytest.mark.parametrize("name", SCREENS)
def test_no_line_is_wider_than_the_screen(name: str, size: tuple[int, int]) -> None:
    shown = session(size, seed())
    press(shown, *SCREENS[name])
    frame = draw(shown)
    for lines, columns in (
        (frame.head, size[0]),
        (frame.under, frame.geometry.list),
        (frame.beside, frame.geometry.beside or 1),
        (frame.foot, size[0]),
    ):
        assert all(cells.width(line(drawn)) <= columns for drawn in lines)


def line(drawn: Drawn) -> str:
    return "".join(text for text, _ in drawn.line)


def tints(lines: list[Drawn]) -> set[Any]:
    return {tint for drawn in lines for _, tint in drawn.line}


def test_the_list_with_the_keys_has_the_cursor() -> None:
    shown = session((120, 40))
    press(shown, "2")
    frame = draw(shown)
    assert ScreenPart.CURSOR in tints(frame.under)
    assert not {ScreenPart.CURSOR, ScreenPart.OTHER_CURSOR} & tints(frame.beside)
    press(shown, "\r")
    frame = draw(shown)
    assert ScreenPart.OTHER_CURSOR in tints(frame.under)
    assert ScreenPart.CURSOR in tints(frame.beside)


def test_the_first_line_of_the_item_under_the_cursor_is_selected_and_no_other() -> None:
    shown = session((80, 24))
    press(shown, "2", "j")
    frame = draw(shown)
    selected = [line(drawn).strip() for drawn in frame.under if drawn.selected]
    assert selected == ["> • It is in."]


def test_the_terminals_own_cursor_is_at_the_item_or_where_one_types() -> None:
    shown = session((80, 24))
    column, row = draw(shown).cursor
    assert line(draw(shown).under[row - 4])[column] == ">"
    press(shown, "/", *"a한")
    assert draw(shown).cursor == (6, 23)


def test_the_end_of_what_is_typed_is_seen_where_there_is_no_room_for_all() -> None:
    shown = session((60, 20))
    press(shown, "/", *"0123456789" * 12, *"한")
    frame = draw(shown)
    assert line(frame.foot[-1]).rstrip().endswith("789한")
    assert cells.width(line(frame.foot[-1])) <= 60
    assert frame.cursor[0] < 59


def test_the_cursor_is_found_in_the_evidence_beside() -> None:
    shown = session((120, 40))
    press(shown, "2", "\r")
    frame = draw(shown)
    column, row = frame.cursor
    assert column > frame.geometry.list
    assert line(frame.beside[row - 4])[column - frame.geometry.list] == ">"


def test_what_is_sought_is_brought_out_in_list_and_evidence() -> None:
    shown = session((120, 40))
    press(shown, "4", "/", *"trap", "\r")
    frame = draw(shown)
    assert Style.MATCH in tints(frame.under)
    assert Style.MATCH in tints(frame.beside)


def status(status: str, **more: Any) -> Document:
    document = small()
    return replace(document, briefing=replace(document.briefing, status=status, **more))


@pytest.mark.parametrize(
    ("document", "banner", "style"),
    [
        (status("draft"), "! DRAFT", Style.CAUTION),
        (status("recalled"), "! RECALLED", Style.WRONG),
    ],
)
@pytest.mark.parametrize("size", [*SIZES, (40, 12)])
def test_a_draft_and_a_recalled_briefing_are_said_to_be_so(
    document: Document, banner: str, style: Style, size: tuple[int, int]
) -> None:
    frame = draw(session(size, document))
    assert any(line(drawn).strip().startswith(banner) for drawn in frame.head)
    assert style in tints(frame.head)


@pytest.mark.parametrize("size", [*SIZES, (30, 7), (20, 3)])
def test_the_marking_is_always_to_be_seen(size: tuple[int, int]) -> None:
    shown = session(size)
    for keys in ((), ("\r",), ("?",), ("ctrl+p",), ("/", "x")):
        press(shown, *keys)
        assert "TLP:CLEAR" in screen(shown)
        shown.mode = None


HARMFUL = "\x1b[2J\x9b31m\x07\u202e[red]x[/red] [/x]"


def test_nothing_in_a_briefing_reaches_the_screen_that_a_terminal_obeys(tmp_path: Any) -> None:
    poisoned = poison(BRIEFING)
    document = load(poisoned, tmp_path)
    shown = session((120, 40), document)
    for keys in (*SCREENS.values(), ("!",), ("1", "\r"), ("5",)):
        press(shown, "1", *keys)
        shown.follow()
        frame = draw(shown)
        for drawn in (*frame.head, *frame.under, *frame.beside, *frame.foot):
            text = line(drawn)
            assert text.isprintable(), repr(text)
        shown.mode = None


def poison(value: Any) -> Any:
    """The small briefing with something harmful behind each of its longer texts."""
    match value:
        case dict():
            return {key: poison(each) for key, each in value.items()}
        case list():
            return [poison(each) for each in value]
        case str() if " " in value or value[:1].isupper():
            return value + HARMFUL if value.isascii() and "TLP" not in value else value
    return value


def test_rows_move_whole_when_the_list_scrolls_beside_the_evidence() -> None:
    wide = session((120, 30), seed())
    press(wide, "2", *"jjjjjj")
    wide.follow()
    before = screen(wide).split("\n")
    press(wide, "j")
    after = screen(wide).split("\n")
    head, drift = wide.geometry.head, wide.shown.drift
    left = wide.geometry.body - drift
    assert 0 < drift < left
    moved = [row.replace(" > ", "   ") for row in before[head + drift : head + drift + left]]
    assert after[head : head + left] == moved
    assert not any("│" in row for row in after[head + left : head + left + drift])
    wide.follow()
    assert all("│" in row for row in screen(wide).split("\n")[head : head + left + drift])

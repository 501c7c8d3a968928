"""Keys that are bound anew."""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.pseudoterminal import Terminal
from tests.reading import sessions
from tests.reading.sessions import SEED, Memory, SmallLibrary, press, screen, session
from tui.app.keyboard.bindings import USUAL, Bindings, is_typed
from tui.app.keyboard.contexts import CONTEXTS
from tui.app.keyboard.dispatch import dispatch
from tui.app.keyboard.names import shown
from tui.app.keyboard.rebinding import LONGEST, bound, rebound
from tui.app.keyboard.table import KEYS
from tui.app.keyboard.user_bindings import user_bindings
from tui.diagnostics import Severity
from tui.places import View
from tui.reading.overlays import HelpOverlay, Palette
from tui.reading.reply import Reply
from tui.reading.session import ReadingSession

FOOT = "? help"
CONTEXT = CONTEXTS["document"]
NAMED = "f2 f3 f12 space enter esc tab ↓ up PgDn ctrl+q ctrl+x ctrl+c ctrl+p ctrl+f"
CHARACTERS = "abcdefghijklmnopqrstuvwxyzGHLNORTUY1234567890!?/[]*'\"\\é"
PRESSED = st.sampled_from([*CHARACTERS, *NAMED.split()])
WAYS = st.lists(PRESSED, max_size=3, unique=True)


@st.composite
def files(draw: st.DrawFn) -> dict[str, Mapping[str, Sequence[str]]]:
    """Keys for some commands."""
    chosen = draw(st.lists(st.sampled_from(KEYS), max_size=6, unique_by=lambda key: key.id))
    return {
        key.id: {way: draw(WAYS) for way in (("next", "previous") if key.opposite else ("next",))}
        for key in chosen
    }


def text(file: Mapping[str, Mapping[str, Sequence[str]]]) -> str:
    lines = []
    for id, ways in file.items():
        written = {way: json.dumps(keys, ensure_ascii=False) for way, keys in ways.items()}
        two = ", ".join(f"{way} = {keys}" for way, keys in written.items())
        lines.append(f'"{id}" = ' + (f"{{{two}}}" if len(written) > 1 else written["next"]))
    return "\n".join(lines)


def is_free(pressed: str) -> bool:
    return not is_typed(pressed)


def bindings(text: str) -> Bindings:
    found = bound("keys.toml", text)
    assert not found.bindings.said
    return found.bindings


def codes(text: str) -> list[tuple[str, int, int]]:
    return [(each.code, each.span.line, each.span.column) for each in bound("k", text).problems]


def given_by(bindings: Bindings, pressed: str, context: str = "document") -> str:
    key = bindings.lookup(pressed, CONTEXTS[context])
    return key.id if key else ""


def test_a_key_gives_the_command_that_the_file_names_and_the_old_one_none() -> None:
    made = bindings('view.matrix = "f2"')
    assert given_by(made, "f2") == "view.matrix"
    assert given_by(made, "x") == ""
    assert given_by(made, "j") == "list.item"


def test_a_key_is_taken_from_the_command_that_had_it() -> None:
    made = bindings('view.matrix = "o"')
    assert given_by(made, "o") == "view.matrix"
    assert "o" not in made.of("evidence.words").pressed
    assert given_by(made, "o", "answer") == "answer.words"


def test_two_commands_change_their_keys() -> None:
    made = bindings(
        'list.item = {next = ["n", "down"], previous = ["p", "up"]}\n'
        'find.next = {next = "j", previous = "k"}'
    )
    assert [given_by(made, each) for each in "npjk"] == ["list.item"] * 2 + ["find.next"] * 2
    ways = bindings('list.item = {next = "k", previous = "j"}').of("list.item")
    assert (ways.keys, ways.opposite) == (("k",), ("j",))


def test_a_way_that_is_not_named_keeps_its_keys_but_those_of_the_other() -> None:
    assert bindings('list.item = "n"').of("list.item").opposite == ("k", "up")
    assert bindings('list.item = "k"').of("list.item").opposite == ("up",)


def test_where_one_is_nearer_in_part_of_the_places_the_other_keeps_the_rest() -> None:
    made = bindings('library.filter = ["k", "/"]')
    assert given_by(made, "k", "library") == "library.filter"
    assert given_by(made, "k") == "list.item"


def test_in_a_source_the_nearest_has_the_key_as_in_the_table() -> None:
    made = bindings('evidence.open = "enter"')
    assert given_by(made, "enter", "source") == "source.claims"
    both = bindings('source.excerpt.next = "n"\nfind.next.next = "n"')
    assert given_by(both, "n", "source") == "source.excerpt"
    assert given_by(both, "n") == "find.next"


def test_panes_go_by_the_order_of_their_keys() -> None:
    keys = [*"&é\"'(-è_çà", "#"]
    written = ", ".join(f"'{key}'" if key == '"' else f'"{key}"' for key in keys)
    reading = session(bindings=bindings(f"pane.open = [{written}]\nview.matrix = '1'"))
    press(reading, "é")
    assert reading.reader is not None
    assert reading.reader.trail[0].key == reading.reader.tabs[1].id
    press(reading, "#")
    assert reading.reader.trail[0].key == reading.reader.tabs[-1].id
    press(reading, "1")
    assert reading.reader.here.view is View.MATRIX


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('view.matrix = "z"\nview.filter = ["x", "z"]', ("key-claimed", 2, 21)),
        ('list.item = ["z"]\nview.matrix = "z"', ("key-claimed", 2, 15)),
        ('view.matrix = "1"', ("key-claimed", 1, 15)),
        ("program.quit = []", ("key-needed", 1, 1)),
        ('program.quit = "Q"', ("key-needed", 1, 1)),
        ('program.quit = "ctrl+w"', ("key-needed", 1, 1)),
        ('screen.blank = ["Z", "space"]', ("key-needed", 1, 1)),
        ('view.matrix = "ctrl+x"', ("key-needed", 1, 15)),
        ('library.ask = "ctrl+q"', ("key-needed", 1, 15)),
        ("[program]\nleave = []\ncancel = []\n[place]\nleave = []", ("key-needed", 2, 1)),
    ],
)
def test_what_must_not_be_is_refused_where_it_is_written(
    text: str, found: tuple[str, int, int]
) -> None:
    assert codes(text) == [found]
    assert bound("k", text).bindings.keys == KEYS


def test_who_loses_the_last_key_is_told_of_and_the_rest_holds() -> None:
    found = bound("k", 'view.matrix = "n"\nprogram.palette = ["ctrl+p", "enter"]')
    assert [(each.severity, each.message) for each in found.problems] == [
        (Severity.WARNING, "“n” was the only key of find.next."),
        (Severity.WARNING, "“enter” was the only key of library.open."),
    ]
    assert found.bindings.said == ""
    assert not bound("k", "view.matrix = 'n'\nfind.next = []").problems


def test_a_key_that_is_text_does_not_work_while_something_is_typed() -> None:
    reading = session(
        bindings=bindings('program.quit = ["Q", "ctrl+q"]\nscreen.repaint = ["ctrl+w"]')
    )
    press(reading, "/", "Q")
    assert reading.mode is not None
    assert reading.mode.prompt is not None
    assert reading.mode.prompt.text == "Q"
    press(reading, "ctrl+w")
    assert reading.mode.prompt.text == ""
    assert press(reading, "ctrl+q") is Reply.LEAVE
    press(reading, "escape")
    assert press(reading, "Q") is Reply.LEAVE


def test_a_blank_screen_is_left_by_the_key_that_quits() -> None:
    reading = session(bindings=bindings('program.quit = "f10"\nscreen.blank = "f9"'))
    assert press(reading, "f9") is Reply.BLANK
    assert press(reading, "ctrl+q") is Reply.REPAINT
    press(reading, "f9")
    assert press(reading, "f10") is Reply.LEAVE


FOLLOWING = """
find.open = "f3"
evidence.open = "z"
program.help = "f1"
program.leave = "X"
program.quit = "ctrl+g"
own.link = []
"""


def test_the_footer_and_the_help_follow() -> None:
    reading = session((120, 40), bindings=bindings(FOLLOWING))
    foot = screen(reading).splitlines()[-1]
    assert "z evidence" in foot
    assert "f3 find" in foot
    assert "f1 help" in foot
    press(reading, "f1")
    assert isinstance(reading.mode, HelpOverlay)
    assert "f3" in screen(reading)
    press(reading, "G")
    assert "ctrl+g" in screen(reading)
    assert "ctrl+q" not in screen(reading)


def test_what_is_said_names_the_keys_that_hold() -> None:
    reading = session(bindings=bindings(FOLLOWING))
    press(reading, "ctrl+c")
    assert reading.notice == "X leaves, one level at a time; ctrl+g at once"
    press(reading, "e")
    assert reading.notice.endswith("; z opens it")
    press(reading, "R", "X")
    assert reading.notice == "in room mode only ctrl+g leaves"
    quiet = session(bindings=bindings("program.leave = []\nevidence.open = []"))
    press(quiet, "ctrl+c")
    assert quiet.notice == "ctrl+q leaves"
    press(quiet, "e")
    assert "opens" not in quiet.notice


def test_a_command_without_a_key_is_found_in_the_palette_and_not_in_the_help() -> None:
    reading = session(bindings=bindings("view.matrix = []\nlist.item = []"))
    press(reading, "?")
    assert isinstance(reading.mode, HelpOverlay)
    assert reading.mode.view is not None
    assert not reading.mode.view.has("view.matrix")
    press(reading, "escape", "ctrl+p", *"as a matrix")
    assert isinstance(reading.mode, Palette)
    press(reading, "enter")
    assert reading.reader is not None
    assert reading.reader.here.view is View.MATRIX


def test_a_file_with_an_error_changes_nothing_and_is_the_first_thing_said() -> None:
    made = bound("/home/me/keys.toml", 'view.matrix = "f2"\nview.matrx = "f3"').bindings
    assert made.said == "the usual keys hold: keys.toml:2: no command is called “view.matrx”"
    reading = session(bindings=made)
    assert made.said in screen(reading)
    press(reading, "x")
    assert reading.reader is not None
    assert reading.reader.here.view is View.MATRIX
    assert made.said not in screen(reading)
    listing = ReadingSession(
        dispatch=dispatch, document=None, library=SmallLibrary(), memory=Memory(), bindings=made
    )
    assert listing.notice == made.said


def test_what_is_said_of_a_file_is_harmless_and_short() -> None:
    name = "\\u001B[2J" + "x" * 10_000
    found = bound(
        "k\x1b[2J", f'"{name}" = "{name}"\nview.matrix = "{name}"\nlist.item = {{"{name}" = 1}}'
    )
    assert len(found.problems) == 3
    assert all(len(each.message) < 80 for each in found.problems)
    assert "\x1b" not in found.bindings.said


@given(st.text() | st.text("[]{}=\"'.,\\# \nkeys"))
@example("x" + "\n[a]" * 9)
def test_no_text_is_too_much(text: str) -> None:
    found = bound("keys.toml", text)
    lines = text.split("\n")
    assert all(1 <= each.span.line <= len(lines) for each in found.problems)
    assert bool(found.bindings.said) == any(
        each.severity is Severity.ERROR for each in found.problems
    )


@given(files())
def test_what_is_bound_is_found_and_nobody_is_locked_in(
    file: dict[str, Mapping[str, Sequence[str]]],
) -> None:
    found = bound("keys.toml", text(file))
    made = found.bindings
    if made.said:
        assert made.keys == KEYS
    else:
        for id, ways in file.items():
            key = made.of(id)
            assert [*map(shown, key.pressed)] == [
                {"↓": "down"}.get(each, each) for way in ways.values() for each in way
            ]
    for before, key in zip(KEYS, made.keys, strict=True):
        assert (key.id, key.told) == (before.id, before.told)
        assert len(set(key.pressed)) == len(key.pressed)
        assert not key.told or len(before.keys) == 1 or len(key.keys) in {0, len(before.keys)}
    for scopes in CONTEXTS.values():
        for id in ("program.quit", "screen.blank"):
            keys = made.of(id).keys
            assert any(
                made.lookup(each, scopes) is made.of(id) for each in keys if not is_typed(each)
            )
    for context in ("library", "document"):
        for id in file:
            if not made.said and made.of(id).scope in CONTEXTS[context]:
                here = made.of(id)
                assert all(made.lookup(each, CONTEXTS[context]) is here for each in here.pressed)


@given(files())
def test_no_key_has_two_meanings_in_one_place(
    file: dict[str, Mapping[str, Sequence[str]]],
) -> None:
    made = bound("keys.toml", text(file)).bindings
    for scope in {key.scope for key in KEYS}:
        pressed = [each for key in made.keys if key.scope == scope for each in key.pressed]
        assert len(pressed) == len(set(pressed)), scope
    pressed = [each for key in made.keys if key.scope in CONTEXT for each in key.pressed]
    doubled = {each for each in pressed if pressed.count(each) > 1}
    for each in doubled:  # then the one that does not have it here has it in the library
        here = made.lookup(each, CONTEXT)
        others = [key for key in made.keys if each in key.pressed and key.scope in CONTEXT]
        assert all(key is here or key.scope in CONTEXTS["library"] for key in others)


def test_without_a_file_the_keys_are_those_of_the_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("BRIEFING_KEYS", raising=False)
    assert user_bindings() is USUAL
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none" / "at all"))
    assert user_bindings() is USUAL


def test_the_file_lies_among_what_is_configured_or_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("BRIEFING_KEYS", raising=False)
    (tmp_path / "briefing-tui").mkdir()
    (tmp_path / "briefing-tui" / "keys.toml").write_text('view.matrix = "f2"')
    assert user_bindings().of("view.matrix").keys == ("f2",)
    (tmp_path / "other.toml").write_bytes(b'\xef\xbb\xbfview.matrix = "f3"\r\n')
    monkeypatch.setenv("BRIEFING_KEYS", str(tmp_path / "other.toml"))
    assert user_bindings().of("view.matrix").keys == ("f3",)


def test_a_file_that_cannot_be_read_is_told_of(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "long").write_text("#" * (LONGEST + 1))
    (tmp_path / "latin").write_bytes(b"# a\n# \xe9\n")
    said = {
        "none": "No such file or directory",
        "": "Is a directory",
        "long": "it is longer than 65,536 bytes",
        "latin": "line 2 is not UTF-8",
    }
    for name, what in said.items():
        found = rebound(str(tmp_path / name))
        assert [each.message for each in found.problems] == [f"the file cannot be read: {what}."]
        assert found.bindings.said.startswith("the usual keys hold: ")
    assert rebound(str(tmp_path / "pipe")).bindings.keys == KEYS


def test_a_reader_is_let_in_with_a_bad_file_and_told(tmp_path: Path) -> None:
    with reading(tmp_path, '[keys]\n"view.matrx" = "f2"\n') as terminal:
        terminal.wait_for("the usual keys hold: keys.toml:2: no command is called “view.matrx”")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_a_key_that_only_textual_knows_works_from_the_first_frame_on(tmp_path: Path) -> None:
    with reading(tmp_path, '"view.matrix" = "f2"\n"program.leave" = "f12"\n') as terminal:
        terminal.wait_for(FOOT)
        terminal.press("\x1bOQ")
        terminal.wait_for("› matrix")
        terminal.press("\x1b[24~\x1b[24~")
        assert terminal.wait_for_end() == 0


def test_on_a_server_no_file_of_keys_is_read(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (root / "one.yaml").write_text("format: briefing/1\nid: x\ntitle: A title\npanes: []\n")
    words = ("--restricted", str(root), "one.yaml")
    with reading(tmp_path, '"program.help" = "f2"', *words) as terminal:
        terminal.wait_for(FOOT)
        assert "f2" not in terminal.text()


def reading(home: Path, keys: str, *words: str) -> Terminal:
    """The program, with a file of keys where it is looked for."""
    file = home / ".config" / "briefing-tui" / "keys.toml"
    file.parent.mkdir(parents=True)
    file.write_text(keys)
    own = {"HOME": str(home), "XDG_STATE_HOME": "", "XDG_CONFIG_HOME": "", "BRIEFING_KEYS": ""}
    command = [sys.executable, "-m", "tui", *(words or (str(SEED),))]
    return Terminal(command, environment=own, columns=120)


def test_one_key_for_both_ways_of_a_command_is_one_mistake() -> None:
    assert codes('list.item = {next = "n", previous = "n"}') == [("bound-twice", 1, 37)]


def test_a_command_of_which_one_way_has_no_key_still_goes_the_other() -> None:
    made = bound("k", '"list.section" = {next = ["]"], previous = []}').bindings
    session = sessions.session(bindings=made)
    sessions.press(session, "4", "]")
    assert session.reader is not None

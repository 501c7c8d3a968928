"""What is copied: the item with its provenance, or the words alone, as they are seen."""

import base64
import json
import re
import sys
from pathlib import Path

import pytest

from tests.panes.reading import changed, load
from tests.panes.small import BRIEFING
from tests.pseudoterminal import Terminal
from tests.reading import sessions
from tests.reading.sessions import SEED, Clipboard, press
from tui.panes import names
from tui.reading.reply import Reply

COPIED = """\
TLP:CLEAR  A small briefing  final
AS OF JUNE 2022 (month inferred). The summit is still ahead. Written in summer.

SAY: According to an article, citing Globe: It is a trap.
QUOTABLE? No. These are the words of an article, not of Globe.
WORDS: The Globe wrote that it is a trap.
"""
TRAP = "The Globe wrote that it is a trap."
JOINED = "Seoul joined on May 5."


def copied(*keys: str) -> str:
    """What is on the clipboard after these keys."""
    clipboard = Clipboard()
    session = sessions.session((80, 24), clipboard=clipboard)
    assert press(session, *keys) is Reply.SEND
    assert session.outgoing == "<1>"
    assert session.notice == "on its way"
    return clipboard.sent[-1]


@pytest.mark.parametrize(
    "keys",
    [
        ("4", "y"),
        ("4", "enter", "y"),
        ("4", "o", "y"),
        ("/", *"a trap", "enter", "y"),
    ],
    ids=["in the pane", "in the evidence", "in the words", "found"],
)
def test_an_item_is_copied_with_all_that_its_evidence_says(keys: tuple[str, ...]) -> None:
    text = copied(*keys)
    assert text.startswith(COPIED)
    labels = re.findall(r"^([A-Z ]+[?:])", text, re.MULTILINE)
    assert labels[1:] == [
        *("SAY:", "QUOTABLE?", "WORDS:", "WHO:", "WHEN:", "CHECKED:", "NOT CHECKED:"),
        *("ORIGINS:", "SOURCE:"),
    ]
    assert "NOTE" not in text
    assert "CARRIES" not in text


def test_in_the_source_the_excerpt_is_copied() -> None:
    text = copied("4", "s", "y")
    assert f"WORDS: {TRAP}" in text
    assert "SAY: According to an article, citing Globe: what stands below" in text


def test_of_connected_items_that_under_the_cursor_is_copied() -> None:
    session = sessions.session((80, 24), clipboard=Clipboard())
    press(session, "4", "r")
    assert session.reader is not None
    title = names.title(session.reader.document, session.reader.here.item)
    text = copied("4", "r", "y")
    assert title in text
    assert text != copied("4", "y")


def test_several_excerpts_are_told_apart_and_their_source_stands_once() -> None:
    text = copied("2", "j", "y")
    assert "excerpt 1 of 2" in text
    assert "excerpt 2 of 2" in text
    assert text.count("SOURCE:") == 1
    assert text.count("SAY:") == 2


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("4", "Y"), TRAP),
        (("2", "j", "Y"), f"{JOINED}\n\nSeoul joined on May 6."),
        (("2", "j", "enter", "G", "Y"), "Seoul joined on May 6."),
        (("2", "j", "o", "Y"), JOINED),
        (("4", "s", "]", "Y"), "“We are glad,” the ministry said."),
    ],
)
def test_the_words_are_copied_exactly_and_alone(keys: tuple[str, ...], words: str) -> None:
    assert copied(*keys) == words


def test_a_judgment_is_copied_as_ours_and_not_from_a_room() -> None:
    assert "Beijing will likely stay silent." in copied("y")
    for pane in "1234560":
        session = sessions.session((80, 24), clipboard=(clipboard := Clipboard()))
        press(session, "R", pane)
        for _ in range(12):
            press(session, "y", "j", "Y", "j")
        for text in clipboard.sent:
            assert "stay silent" not in text
            assert "A strong word" not in text


def test_where_there_is_nothing_to_copy_that_is_said() -> None:
    clipboard = Clipboard()
    session = sessions.session((80, 24), clipboard=clipboard)
    press(session, "2", "j", "j", "Y")
    assert session.notice == "no words of a source stand behind this"
    assert not clipboard.sent


def test_harmful_characters_are_copied_as_what_they_are_called(tmp_path: Path) -> None:
    words = "Seoul\x1b]52;c;eA==\x07 joined."
    excerpts = [{"id": "x-joined", "source": "article", "voice": "narrator", "exact": words}]
    document = load(changed(excerpts=excerpts), tmp_path)
    clipboard = Clipboard()
    session = sessions.session((80, 24), document, clipboard=clipboard)
    press(session, "2", "y", "j", "Y")
    assert len(clipboard.sent) == 2
    assert all(
        "\x1b" not in text and "Seoul␛]52;c;eA==␇ joined." in text for text in clipboard.sent
    )


@pytest.mark.parametrize("size", sessions.SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_without_a_clipboard_the_text_stands_plainly_from_edge_to_edge(
    size: tuple[int, int],
) -> None:
    session = sessions.session(size)
    assert press(session, "4", "y") is Reply.DRAW
    shown = sessions.screen(session)
    assert shown.startswith("TLP:CLEAR  A small briefing  final\nAS OF JUNE 2022")
    assert "\nSAY: According to an article" in shown
    assert "│" not in shown
    assert "─" not in shown
    last = shown.rstrip("\n").split("\n")[-1]
    assert re.fullmatch(r"saved in a file, TLP:CLEAR +esc back", last)
    press(session, "escape")
    assert "esc back" not in sessions.screen(session)
    assert "QUOTABLE?" not in sessions.screen(session) or size[0] == 120


def test_a_long_text_that_stands_plainly_can_be_scrolled() -> None:
    session = sessions.session((60, 8))
    press(session, "4", "y")
    top = sessions.screen(session)
    press(session, "j", "j")
    assert sessions.screen(session).split("\n")[0] == top.split("\n")[2]
    press(session, "G")
    assert "SOURCE:" in sessions.screen(session)
    press(session, "ctrl+x")
    assert sessions.screen(session).strip() == ""


def test_copied_again_at_once_it_stands_plainly_as_nothing_may_have_come() -> None:
    clipboard = Clipboard()
    session = sessions.session((80, 24), clipboard=clipboard)
    press(session, "4", "y", "y")
    assert sessions.screen(session).startswith("TLP:CLEAR  A small briefing")
    press(session, "escape", "y", "j", "y")
    assert len(clipboard.sent) == 3


def test_on_a_server_nothing_is_saved() -> None:
    session = sessions.session((80, 24), is_restricted=True)
    press(session, "4", "y")
    assert "saved" not in sessions.screen(session)
    assert "SAY:" in sessions.screen(session)


def run(briefing: Path, **environment: str) -> Terminal:
    command = [sys.executable, "-m", "tui", str(briefing)]
    return Terminal(command, environment={"TMUX": "", "STY": "", **environment})


def test_the_terminal_is_sent_what_is_copied(tmp_path: Path) -> None:
    with run(SEED, XDG_STATE_HOME=str(tmp_path)) as terminal:
        terminal.wait_for("? help")
        terminal.press("6jy")
        terminal.wait_for("sent to the terminal's clipboard")
        terminal.press("\x11")
        terminal.wait_for_end()
        (sent,) = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07", terminal.output)
        text = base64.b64decode(sent).decode()
    assert text.startswith("TLP:CLEAR  NATO–South Korea relations and China")
    assert "WORDS: Thus, the Chinese Communist Party media apparatus Global Times wrote" in text
    assert b"copied" not in terminal.output


@pytest.mark.parametrize(
    "marking", ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:RED", "secret", ""]
)
def test_a_text_is_saved_only_if_its_marking_lets_it_be_on_a_disk(
    marking: str, tmp_path: Path
) -> None:
    briefing = tmp_path / "small.yaml"
    briefing.write_text(json.dumps({**BRIEFING, "marking": marking}))
    state = tmp_path / "state"
    with run(briefing, XDG_STATE_HOME=str(state), TERM="vt100") as terminal:
        terminal.wait_for("? help")
        terminal.press("2y")
        terminal.wait_for("esc back")
        may_be = marking in {"TLP:CLEAR", "TLP:GREEN"}
        terminal.wait_for("saved in " if may_be else "not saved, since it is")
        terminal.press("\x11")
        assert terminal.wait_for_end() == 0
    saved = [path for path in state.rglob("*") if path.is_file()]
    assert ("copied.txt" in {path.name for path in saved}) is may_be
    assert bool(saved) is may_be
    for path in saved:
        assert path.stat().st_mode & 0o777 == 0o600

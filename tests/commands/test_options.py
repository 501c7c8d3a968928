"""`--max-marking`: what every command that shows briefings withholds."""

import json
import shutil
from collections.abc import Sequence
from itertools import product
from pathlib import Path

import pytest

from tui import cli
from tui.commands.exit import Exit
from tui.commands.options import MAX_MARKING_VARIABLE
from tui.library.state import ReaderState
from tui.load import load_document
from tui.model.annotations import ReaderNote

MIXED = Path(__file__).parents[1] / "panes/mixed"
UP_TO = ("--max-marking", "TLP:GREEN")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A briefing of mixed markings in a folder of its own, and nothing remembered."""
    for name in ("STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    folder = tmp_path / "library"
    shutil.copytree(MIXED, folder)
    return str(folder / "mixed.yaml")


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What a command prints, which ends well."""
    assert cli.main(words) == Exit.OK
    return capsys.readouterr().out


SHOWN = ("text", "markdown", "html")
"""The formats that can show some views alone; JSON is always the whole briefing."""


@pytest.mark.parametrize(
    ("words", "format"),
    [
        *product([("show",), ("sources",)], (*SHOWN, "json")),
        *product([("show", "--view", "timeline", "--view", "matrix")], SHOWN),
    ],
)
def test_what_is_withheld_is_in_no_format(
    words: Sequence[str], format: str, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = printed(capsys, *words, file, "--format", format)
    assert "secret" in whole.lower()
    shown = printed(capsys, *words, file, "--format", format, *UP_TO)
    assert "secret" not in shown.lower()
    assert "open article" in shown or "The port is glad." in shown


def test_print_says_how_much_is_withheld(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Up to TLP:GREEN: 10 items withheld." in printed(capsys, "show", file, *UP_TO)


def test_json_says_which_clearance_held(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(printed(capsys, "show", file, "--format", "json", *UP_TO))
    assert told["clearance"] == "TLP:GREEN"
    assert told["title"] == "withheld: TLP:RED, above TLP:GREEN"
    assert "clearance" not in json.loads(printed(capsys, "show", file, "--format", "json"))


@pytest.mark.parametrize("word", ["TLP:GREEN", "tlp:green", "green", "GREEN"])
def test_a_marking_may_be_written_short(
    word: str, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = printed(capsys, "show", file, "--max-marking", word)
    assert shown == printed(capsys, "show", file, *UP_TO)


def test_the_environment_says_it_for_all_commands_and_the_command_line_overrules_it(
    file: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = printed(capsys, "show", file, *UP_TO)
    monkeypatch.setenv(MAX_MARKING_VARIABLE, "green")
    assert printed(capsys, "show", file) == shown
    assert "SECRET" in printed(capsys, "show", file, "--max-marking", "red")


@pytest.mark.parametrize("words", [("show",), ("open",), ()])
def test_what_is_no_marking_shows_nothing(
    words: Sequence[str],
    file: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([*words, file, "--max-marking", "greenish"])
    assert ended.value.code == Exit.USAGE
    assert "not 'greenish'" in capsys.readouterr().err
    monkeypatch.setenv(MAX_MARKING_VARIABLE, "greenish")
    assert cli.main([*words, file]) == Exit.USAGE
    out, err = capsys.readouterr()
    assert out == ""
    assert f"{MAX_MARKING_VARIABLE}: one of TLP:CLEAR" in err


def test_an_item_that_is_asked_for_and_withheld_is_said_to_be(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = printed(capsys, "open", f"{file}#secret-offer", *UP_TO)
    assert "withheld: TLP:RED, above TLP:GREEN" in shown
    assert "offer" not in shown


def test_nothing_is_found_by_what_is_withheld(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(Path(file).parent)
    for format in ("text", "json"):
        assert cli.main(["search", "gold", folder, "--format", format, *UP_TO]) == Exit.INVALID
        assert "secret" not in capsys.readouterr().out.lower()
        found = printed(capsys, "search", "ships", folder, "--format", format, *UP_TO)
        assert "Ships have come." in found
        assert "secret" not in found.lower()
        assert "mixed" not in found
    assert "SECRET" in printed(capsys, "search", "gold", folder)


def test_a_list_names_no_briefing_whose_title_is_withheld(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(Path(file).parent)
    for format in ("text", "json"):
        listed = printed(capsys, "list", folder, "--format", format, *UP_TO)
        assert "withheld: TLP:RED, above TLP:GREEN" in listed
        assert "Harbour" not in listed
        assert "mixed" not in listed
    assert "Harbour talks" in printed(capsys, "list", folder)


def test_a_difference_is_told_as_far_as_it_may_be_seen(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = Path(file).read_text("utf-8")
    other = Path(file).with_name("other.yaml")
    other.write_text(text.replace("A SECRET offer was made.", "A SECRET offer is made."), "utf-8")
    words = ["diff", file, str(other), *UP_TO]
    assert cli.main(words) == Exit.INVALID
    out, err = capsys.readouterr()
    assert out == ""
    assert "the only differences are withheld, above TLP:GREEN" in err
    other.write_text(other.read_text("utf-8").replace("is glad", "is happy"), "utf-8")
    for format in ("text", "json"):
        assert cli.main([*words, "--format", format]) == Exit.INVALID
        out = capsys.readouterr().out
        assert "happy" in out
        assert "secret" not in out.lower()


@pytest.mark.parametrize("is_named", [True, False])
def test_a_note_of_ones_own_is_withheld_with_what_it_is_on(
    is_named: bool, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    document = load_document(file)
    for item, marking in (("secret-offer", "TLP:RED"), ("c1", "TLP:CLEAR")):
        note = ReaderNote(
            id=item,
            item=item,
            text=f"note on {item}",
            written="2026-11-24",
            briefing="The SECRET title",
            marking=marking,
            statement="The talks have begun.",
            quotation="a SECRET quotation",
        )
        assert ReaderState().note(document, note).is_saved
    words = ["notes", *([file] if is_named else [])]
    for format in ("text", "markdown", "json"):
        shown = printed(capsys, *words, "--format", format, *UP_TO)
        assert "note on c1" in shown
        assert "secret" not in shown.lower()
        assert ("The talks began on May 5." in shown) is is_named
    assert "note on secret-offer" in printed(capsys, *words)


def test_a_text_that_bears_no_marking_is_not_quoted_from(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    source = str(Path(file).with_name("article.txt"))
    assert cli.main(["quote", source, "gold", *UP_TO]) == Exit.INVALID
    out, err = capsys.readouterr()
    assert out == ""
    assert "has no marking, and so is withheld above TLP:GREEN" in err
    assert "gold" in printed(capsys, "quote", source, "gold", "--max-marking", "red")


@pytest.mark.parametrize("format", ["full", "concise", "json", "github"])
def test_a_problem_quotes_nothing_of_a_file_in_which_something_is_withheld(
    format: str, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["check", file, "--format", format]
    assert "secret" in printed(capsys, *words).lower()
    shown = printed(capsys, *words, *UP_TO)
    assert "secret" not in shown.lower()
    assert "uncovered-sentence" in shown

"""A briefing in print: which parts, in which order, and what is said when there is none."""

import io
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.goldens import assert_golden
from tests.panes.generated import Generator
from tui import cli
from tui.commands.exit import Exit
from tui.commands.show import compose
from tui.load import load_text
from tui.render import FORMATS, Format, render
from tui.render.printout import PageSetup

ROOT = Path(__file__).parents[2]
SEED = "briefings/nato-rok-china-2022.yaml"
ENDINGS = {"text": "txt", "markdown": "md", "html": "html", "json": "json"}

ONLY_ON_SCREEN = "panes.short"
"""What stands in the tab line, where there is one."""

BRIEFING = """\
format: briefing/1
id: small
title: A small briefing
marking: TLP:GREEN
panes:
  - role: background
    sections:
      - heading: Entry
        claims:
          - {id: c1, text: Seoul has joined., cites: [x2]}
  - role: issue
    id: cyber
    title: Cyber defence
    sections:
      - claims: [{id: c2, text: It trains., cites: [x1]}]
sources:
  - {id: s1, short: an article, file: article.txt, url: "https://example.org/article"}
excerpts:
  - {id: x1, source: s1, exact: They train., voice: narrator}
  - {id: x2, source: s1, exact: Seoul joined., voice: narrator}
  - {id: x3, source: s1, exact: It rains., voice: narrator}
"""
ARTICLE = "Seoul joined. They train. It rains.\n"


@pytest.fixture
def file(tmp_path: Path) -> str:
    (tmp_path / "small.yaml").write_text(BRIEFING)
    (tmp_path / "article.txt").write_text(ARTICLE)
    return str(tmp_path / "small.yaml")


@pytest.mark.parametrize("format", FORMATS)
def test_the_seed_briefing_is_printed_as_it_was(
    format: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert cli.main(["show", SEED, "--format", format]) == Exit.OK
    out, err = capsys.readouterr()
    assert err == ""
    assert_golden(f"nato-rok-china-2022.{ENDINGS[format]}", out)


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
def test_the_time_line_and_the_matrix_are_printed_where_they_are_asked_for(
    format: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    views = ["--view", "timeline", "--view", "matrix"]
    assert cli.main(["show", SEED, *views, "--format", format]) == Exit.OK
    assert_golden(f"views.{ENDINGS[format]}", capsys.readouterr().out)


def test_a_view_is_printed_after_the_panes_that_are_asked_for(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["show", file, "--view", "timeline", "--pane", "cyber"]) == Exit.OK
    out = capsys.readouterr().out
    assert 0 < out.index("Cyber defence") < out.index("Time line") < out.index("Excerpts")
    assert "Background" not in out


def test_no_view_is_needed_for_json(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["show", file, "--view", "matrix", "--format", "json"]) == Exit.USAGE
    assert "leave out --pane and --view" in capsys.readouterr().err


@pytest.mark.parametrize("width", ["40", "120"])
def test_the_seed_briefing_fits_narrow_and_wide(
    width: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    cli.main(
        ["show", SEED, "--pane", "chinese-reactions", "--pane", "summit-outlook", "--width", width]
    )
    assert_golden(f"panes-{width}.txt", capsys.readouterr().out)


def test_a_briefing_is_printed_in_order(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["show", file]) == Exit.OK
    out = capsys.readouterr().out
    parts = [
        *("TLP:GREEN", "A small briefing", "Summary", "Background", "Seoul has joined."),
        *("Cyber defence", "It trains.", "Excerpts", "[1] x2", "[2] x1"),
        *("Excerpts that nothing cites", "x3", "Sources", "https://example.org/article"),
    ]
    places = [out.index(part) for part in parts]
    assert places == sorted(places)
    assert out.endswith("TLP:GREEN\n")


@settings(max_examples=25, deadline=None)
@given(st.sampled_from([*FORMATS]), st.randoms(use_true_random=True))
def test_every_text_that_is_written_is_printed_but_the_notes_of_a_speaker(
    format: Format, chance: random.Random
) -> None:
    generator = Generator(chance)
    written = json.dumps(generator.briefing()).encode()
    document = load_text(written, "generated", folder=None)
    printed = "\n".join(render(format, compose(document), PageSetup(80, color=False)))
    texts = generator.texts.items()
    left_out = {path for text, path in texts if text not in printed and path != ONLY_ON_SCREEN}
    notes = {path for _, path in texts if path.endswith("speaker_notes")}
    assert left_out == notes


def test_panes_are_printed_in_the_order_asked_for_with_what_they_cite(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["show", file, "--pane", "cyber", "--pane", "background"]) == Exit.OK
    out = capsys.readouterr().out
    assert out.index("It trains.") < out.index("Seoul has joined.")
    assert "[1] x1" in out
    assert "Summary" not in out
    assert "x3" not in out


def test_the_sources_are_printed_once(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["show", file, "--pane", "sources"]) == Exit.OK
    assert capsys.readouterr().out.count("https://example.org/article") == 1


def test_an_unknown_pane_is_answered_with_the_nearest_and_all(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["show", file, "--pane", "cybre"]) == Exit.USAGE
    out, err = capsys.readouterr()
    assert out == ""
    assert "no pane is called “cybre”. Did you mean “cyber”?" in err
    assert "summary, background, cyber, sources" in err


def test_json_is_not_printed_by_pane(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["show", file, "--pane", "cyber", "--format", "json"]
    assert cli.main(words) == Exit.USAGE
    assert "JSON holds the whole briefing" in capsys.readouterr().err


@pytest.mark.parametrize("width", ["19", "1001", "wide", "-5", "²"])
def test_a_width_is_a_number_within_reason(
    width: str, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["show", file, f"--width={width}"])
    assert ended.value.code == Exit.USAGE
    assert "a number from 20 to 1000" in capsys.readouterr().err


def test_a_file_that_cannot_be_opened_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["show", str(tmp_path / "none.yaml")]) == Exit.INVALID
    assert f"{tmp_path}/none.yaml: No such file" in capsys.readouterr().err


def test_what_could_be_read_is_printed_and_errors_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "wrong.yaml"
    file.write_text(BRIEFING.replace("They train.", "They paint."))
    assert cli.main(["show", str(file)]) == Exit.OK
    out, err = capsys.readouterr()
    assert "Seoul has joined." in out
    assert f"{file}: " in err
    assert "`briefing check` lists them" in err


def test_a_file_in_which_there_is_nothing_is_a_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "no.yaml").write_text("- [\n")
    assert cli.main(["show", str(tmp_path / "no.yaml")]) == Exit.INVALID
    out, err = capsys.readouterr()
    assert out == ""
    assert "1 error" in err


def test_standard_input_finds_its_sources_in_the_folders_given(
    file: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BRIEFING.encode())))
    words = ["show", "-", "--root", str(Path(file).parent), "--format", "json"]
    assert cli.main(words) == Exit.OK
    made = json.loads(capsys.readouterr().out)
    assert [each["state"] for each in made["excerpts"]] == ["verbatim"] * 3


def test_a_reader_who_has_read_enough_is_not_complained_about(file: str) -> None:
    command = [sys.executable, "-c", "import sys, tui.cli; sys.exit(tui.cli.main())", "show"]
    with subprocess.Popen(
        [*command, file, "--format", "html"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == Exit.OK


def test_an_output_in_ascii_is_readable(file: str) -> None:
    script = "import sys; sys.argv[0] = 'briefing'\nfrom tui.cli import main\nsys.exit(main())"
    ran = subprocess.run(
        [sys.executable, "-c", script, "show", file],
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    assert b"[ok] verbatim" in ran.stdout

"""`briefing sources` prints what is held of each source, and what is made of it."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from tests.goldens import assert_golden
from tui import cli
from tui.commands.exit import Exit
from tui.render import FORMATS

ROOT = Path(__file__).parents[2]
SEED = "briefings/nato-rok-china-2022.yaml"
ENDINGS = {"text": "txt", "markdown": "md", "html": "html", "json": "json"}
PIN = sha256(b"It rains. It pours.").hexdigest()
BRIEFING = f"""\
format: briefing/1
id: small
title: A small briefing
marking: TLP:GREEN
panes:
  - role: issue
    sections: [{{claims: [{{text: Seoul joined., cites: [x1, x2, x4]}}]}}]
sources:
  - {{id: s1, short: an article, file: one.txt, sha256: "{"0" * 64}", origin_group: wire}}
  - {{id: s2, title: A page, file: two.txt, reliability: B, basis: It is known.}}
  - {{id: s3, short: a book}}
  - {{id: s4, short: "a \\e[31mletter", file: lost.txt}}
  - {{id: s5, short: a leaflet, file: two.txt, sha256: "{PIN}"}}
excerpts:
  - {{id: x1, source: s1, exact: Seoul joined., voice: narrator}}
  - {{id: x2, source: s2, exact: It rains., voice: narrator}}
  - {{id: x3, source: s2, exact: It pours., voice: narrator}}
  - {{id: x4, source: s3, exact: It trains., voice: narrator}}
coverage:
  s1: {{skipped: [{{exact: They train., reason: It adds nothing.}}]}}
"""


@pytest.fixture
def file(tmp_path: Path) -> str:
    (tmp_path / "small.yaml").write_text(BRIEFING)
    (tmp_path / "one.txt").write_text("Seoul joined. They train.")
    (tmp_path / "two.txt").write_text("It rains. It pours.")
    return str(tmp_path / "small.yaml")


@pytest.mark.parametrize("format", FORMATS)
def test_the_sources_of_the_seed_briefing_are_printed_as_they_were(
    format: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert cli.main(["sources", SEED, "--format", format]) == Exit.OK
    assert_golden(f"sources.{ENDINGS[format]}", capsys.readouterr().out)


def test_each_source_has_a_row(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["sources", file, "--width", "110"]) == Exit.OK
    rows = {
        line.partition(":")[0]: " ".join(line.split())
        for line in capsys.readouterr().out.split("\n")
    }
    assert rows["s1"] == (
        "s1: an article held, CHANGED since it was pinned 1 50 % (+50 %) wire none"
    )
    assert rows["s2"] == "s2: A page held, not pinned 2, 1 not cited 100 % not stated B"
    assert rows["s3"] == "s3: a book not held 1 unknown not stated none"
    assert rows["s4"] == "s4: a ␛[31mletter not readable unused unknown not stated none"
    assert rows["s5"] == "s5: a leaflet held, as pinned unused 0 % not stated none"


def test_json_has_an_object_for_each_source(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["sources", file, "--format", "json"]) == Exit.OK
    first, second, third, *_ = json.loads(capsys.readouterr().out)
    assert first == {
        "id": "s1",
        "name": "an article",
        "file": "one.txt",
        "held": True,
        "pinned": True,
        "changed": True,
        "excerpts": 1,
        "uncited": 0,
        "coverage": 50,
        "accounted_for": 100,
        "origin_group": "wire",
        "reliability": "",
    }
    assert (second["excerpts"], second["uncited"], second["pinned"]) == (2, 1, False)
    assert (third["held"], third["coverage"]) == (False, None)


def test_a_briefing_without_sources_is_said_to_have_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bare = tmp_path / "bare.yaml"
    bare.write_text("format: briefing/1\nid: bare\ntitle: Bare\npanes: []\n")
    assert cli.main(["sources", str(bare)]) == Exit.OK
    assert "The briefing names no source." in capsys.readouterr().out


def test_a_file_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["sources", "no/such.yaml"]) == Exit.INVALID
    assert capsys.readouterr().err == "briefing: no/such.yaml: No such file or directory\n"


def test_a_file_that_is_no_briefing_has_no_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.yaml"
    empty.touch()
    assert cli.main(["sources", str(empty)]) == Exit.INVALID
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == f"briefing: {empty}: 1 error; `briefing check` lists them\n"

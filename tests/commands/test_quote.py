"""`briefing quote` prints an excerpt that is verbatim as it stands."""

import io
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.load.quoting import verified
from tui import cli
from tui.commands.exit import Exit
from tui.commands.quote import excerpt
from tui.diagnostics import Severity
from tui.load import load_text
from tui.load.selector import select
from tui.model.document import VerificationState

VOICE = (
    "    voice:  # whose words they are: direct | indirect | mixed | narrator | heading | unclear"
)
ARTICLE = Path(__file__).parents[2] / "seeds" / "nato-south-korea-relations-and-china.txt"


def quote(capsys: pytest.CaptureFixture[str], *words: str, source: Path = ARTICLE) -> list[str]:
    """The lines that are printed, where the command succeeds."""
    assert cli.main(["quote", str(source), *words]) == Exit.OK
    return capsys.readouterr().out.splitlines()


def test_words_become_an_item_of_a_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert quote(capsys, "South Korea into a chess piece") == [
        "  - id: x-south-korea-into-a",
        "    exact: |-",
        "      South Korea into a chess piece",
        VOICE,
    ]


def test_a_printed_item_may_be_pasted_with_its_voice_still_open(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    printed = quote(capsys, "chess piece", "--source-id", "article")
    (tmp_path / "article.txt").write_bytes(ARTICLE.read_bytes())
    head = [
        "format: briefing/1",
        "id: pasted",
        "title: Pasted",
        "panes: []",
        "sources: [{id: article, file: article.txt}]",
        "excerpts:",
    ]
    pasted = "\n".join([*head, *printed]).encode()
    document = load_text(pasted, "pasted.yaml", folder=tmp_path)
    assert [each.state for each in document.verifications.values()] == [VerificationState.VERBATIM]
    assert Severity.ERROR not in {each.severity for each in document.problems}


def test_several_words_need_no_quotation_marks(capsys: pytest.CaptureFixture[str]) -> None:
    assert quote(capsys, "chess", "piece") == quote(capsys, "chess piece")


def test_the_source_is_named_where_it_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert "    source: article" in quote(capsys, "chess piece", "--source-id", "article")


def test_whole_sentences_are_printed_on_demand(capsys: pytest.CaptureFixture[str]) -> None:
    [_, _, exact, _] = quote(capsys, "Korea’s top security", "--whole")
    assert exact.startswith("      In this regard, a political settlement")
    assert exact.endswith("tallies with China’s position.")


def test_what_is_typed_plainly_is_printed_as_the_source_has_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["quote", str(ARTICLE), "Ministers' meeting"]) == Exit.OK
    printed = capsys.readouterr()
    assert "      Ministers’ meeting\n" in printed.out
    assert "differs from your words in quotes" in printed.err


def test_each_place_is_printed_with_what_settles_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["quote", str(ARTICLE), "NATO summit in Spain"]) == Exit.OK
    printed = capsys.readouterr()
    first, second = yaml.safe_load(printed.out)
    assert (first["suffix"], second["suffix"]) == (".", " on")
    assert first["id"] != second["id"]
    assert "# line 4\n" in printed.out
    assert "# line 32\n" in printed.out
    assert "the words occur 2 times" in printed.err


def test_of_many_places_only_the_first_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["quote", str(ARTICLE), "NATO"]) == Exit.OK
    printed = capsys.readouterr()
    assert len(yaml.safe_load(printed.out)) == 10
    assert "here are the first 10" in printed.err


def test_words_that_are_not_there_fail_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["quote", str(ARTICLE), "chess pawn to contain China"]) == Exit.INVALID
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "line 24: chess piece to contain China" in printed.err


def test_words_like_nothing_fail_without(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["quote", str(ARTICLE), "banana recipe"]) == Exit.INVALID
    assert "nor anything like them" in capsys.readouterr().err


def test_a_source_that_cannot_be_read_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    for name, reason in (("lost.txt", "is not there"), ("latin.txt", "is not UTF-8")):
        assert cli.main(["quote", str(tmp_path / name), "café"]) == Exit.INVALID
        message = capsys.readouterr().err
        assert name in message
        assert reason in message


def test_no_words_are_a_wrong_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["quote", str(ARTICLE), "  "]) == Exit.USAGE
    assert "the words of the source" in capsys.readouterr().err


def test_text_without_latin_letters_is_named_by_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "zh.txt").write_text("标题\n\n中方反对。", "utf-8")
    assert quote(capsys, "中方", source=tmp_path / "zh.txt")[0] == "  - id: x-line-3"


def test_nothing_of_a_source_acts_on_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "evil.txt").write_text("\x1b]0;title\x07 words\u202e and more words", "utf-8")
    printed = "\n".join(quote(capsys, "words\u202e and", source=tmp_path / "evil.txt"))
    assert printed.isascii()
    assert '"words\\u202e and"' in printed
    cli.main(["quote", str(tmp_path / "evil.txt"), "title words and many words"])
    assert "\x1b" not in capsys.readouterr().err


def test_what_the_output_cannot_show_is_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    output = io.TextIOWrapper(io.BytesIO(), "ascii")
    monkeypatch.setattr(sys, "stdout", output)
    assert cli.main(["quote", str(ARTICLE), "Ministers’ meeting"]) == Exit.OK
    output.seek(0)
    assert yaml.safe_load(output.read())[0]["exact"] == "Ministers’ meeting"


AWKWARD = st.text(
    st.one_of(
        st.sampled_from("ab #:'\"\\-|>%@&*!?{}[],’“\n\t\u00a0\x85\u2028\ufeff\x1b中é\U0001f600"),
        st.characters(codec="utf-8"),
    ),
    min_size=1,
    max_size=40,
).map(lambda text: text.replace("\r\n", "\n"))


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_the_yaml_of_any_slice_is_read_back_as_the_slice_and_located_once(
    data: st.DataObject,
) -> None:
    text = data.draw(AWKWARD)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    encoding = data.draw(st.sampled_from(["utf-8", "ascii", "latin-1"]))
    printed = "\n".join(["excerpts:", *excerpt("x", "s", select(text, start, end), encoding)])
    printed.encode(encoding)
    for loader in (yaml.CSafeLoader, yaml.SafeLoader):
        [read] = yaml.load(printed, loader)["excerpts"]
        assert read["exact"] == text[start:end]
        proved = verified(
            text, read["exact"], prefix=read.get("prefix", ""), suffix=read.get("suffix", "")
        )
        if read["exact"].strip():
            assert proved.state is VerificationState.VERBATIM
            assert proved.passage is not None
            assert proved.passage.start == start

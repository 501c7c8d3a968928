"""The items connected with an item."""

from pathlib import Path

import pytest

from tests.panes.reading import changed, entry, headings, in_room, load, see, text
from tests.panes.small import BRIEFING
from tui.blocks import Block, Heading, Notice, plain
from tui.model.document import Document
from tui.places import View


@pytest.mark.parametrize(
    ("key", "connections"),
    [
        (
            "x-joined",
            {
                "REST ON IT": ["c-joined", "c-both", "e-entry"],
                "JUDGMENTS FOR WHICH THESE SPEAK": ["j1"],
                "ITS SOURCE": ["article"],
            },
        ),
        (
            "e-entry",
            {
                "ITS EXCERPTS": ["x-joined"],
                "REACTIONS TO IT": ["r-globe", "r-again"],
                "ON THE SAME EXCERPTS": ["c-joined", "c-both"],
            },
        ),
        (
            "r-globe",
            {
                "ABOUT": ["e-entry", "background"],
                "BY": ["globe"],
                "TOWARD": ["seoul", "ministry"],
                "ITS EXCERPTS": ["x-trap"],
                "JUDGMENTS AGAINST WHICH IT SPEAKS": ["j1"],
                "WHO SAYS SO, AS THE SOURCES REPORT": ["globe"],
                "ON THE SAME EXCERPTS": ["r-again"],
            },
        ),
        (
            "globe",
            {
                "REACTIONS BY IT": ["r-globe", "r-again"],
                "WORDS OF IT, AS THE SOURCES REPORT THEM": ["x-trap"],
            },
        ),
        (
            "seoul",
            {
                "REACTIONS TOWARD IT": ["r-globe"],
                "NAMED IN": ["c-joined", "e-entry", "x-joined", "x-false"],
                "BELONGING TO IT": ["ministry"],
            },
        ),
        (
            "j1",
            {
                "SUPPORTED BY": ["c-joined"],
                "CONTRADICTED BY": ["r-globe"],
                "WHAT WOULD CHANGE IT": ["j1-word"],
                "WHAT IS OPEN": ["j1-gap"],
                "ITS EXCERPTS": ["x-joined"],
            },
        ),
        (
            "article",
            {
                "JUDGMENTS THAT FALL WITH IT: NO OTHER SOURCE SUPPORTS THEM": ["j1"],
                "JUDGMENTS THAT WOULD LOSE WHAT SPEAKS AGAINST THEM": ["j1"],
                "ITS EXCERPTS": ["x-joined", "x-trap", "x-glad", "x-false"],
            },
        ),
        ("n-trap", {"A NOTE ON": ["x-trap"]}),
        (
            "sentence:article:3",
            {
                "REST ON IT": ["r-globe", "r-again"],
                "JUDGMENTS AGAINST WHICH THESE SPEAK": ["j1"],
                "EXCERPTS THAT HOLD WORDS OF IT": ["x-trap"],
                "ITS SOURCE": ["article"],
            },
        ),
        ("sentence:article:4", {"ITS SOURCE": ["article"]}),
    ],
)
def test_connections_are_grouped_by_how(
    key: str, connections: dict[str, list[str]], tmp_path: Path
) -> None:
    assert groups(load(BRIEFING, tmp_path), key) == connections


def test_a_pane_is_connected_with_its_items_and_the_reactions_to_it(tmp_path: Path) -> None:
    found = groups(load(BRIEFING, tmp_path), "background")
    assert found["REACTIONS TO IT"] == ["r-globe"]
    assert {"c-joined", "c-both", "c-guess", "e-entry"} <= {*found["ITS ITEMS"]}


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (1, "Nothing rests on this sentence. No reason for leaving it out is given."),
        (4, "Nothing rests on this sentence. It is left out: It adds nothing."),
        (5, "Excerpts hold words of it, but no item cites them."),
        (6, "Nothing rests on this sentence. It is boilerplate, not what the source says."),
    ],
)
def test_an_uncited_sentence_has_a_notice_with_the_reason(
    sentence: int, said: str, tmp_path: Path
) -> None:
    shown = see(load(BRIEFING, tmp_path), View.CONNECTED, f"sentence:article:{sentence}")
    assert [text(each) for each in shown if isinstance(each, Notice)] == [said]


@pytest.mark.parametrize("key", ["sentence:article:0", "sentence:article:7", "sentence:gone:1"])
def test_there_is_no_sentence_that_the_copy_does_not_have(key: str, tmp_path: Path) -> None:
    for view in (View.CONNECTED, View.EVIDENCE, View.WORDS):
        (notice,) = see(load(BRIEFING, tmp_path), view, key)
        assert "There is nothing called" in text(notice)


def test_of_a_judgment_it_is_said_that_nothing_contradicts_it_or_that_this_is_not_stated(
    tmp_path: Path,
) -> None:
    judgment = BRIEFING["key_judgments"][0]
    unopposed = {**judgment, "contradicted_by": []}
    unstated = {key: value for key, value in judgment.items() if key != "contradicted_by"}
    for written, said in (
        (unopposed, "nothing"),
        (unstated, "not stated"),
    ):
        document = load(changed(key_judgments=[written]), tmp_path)
        shown = see(document, View.CONNECTED, "j1")
        assert text(shown[headings(shown).index("CONTRADICTED BY") :]).count(f"\n{said}\n") == 1


FALL, SHAKEN, WEAK = (
    "JUDGMENTS THAT FALL WITH IT: NO OTHER SOURCE SUPPORTS THEM",
    "JUDGMENTS THAT KEEP NO SUPPORT OF ANOTHER ORIGIN WITHOUT IT",
    "JUDGMENTS THAT ARE WEAKENED WITHOUT IT: OTHER ORIGINS REMAIN",
)


@pytest.mark.parametrize(
    ("origin", "cites", "falls", "title"),
    [
        ("", ["x-joined"], "article", FALL),
        ("wire", ["x-joined", "x-copy"], "article", SHAKEN),
        ("", ["x-joined", "x-copy"], "article", WEAK),
        ("", ["x-copy"], "copy", FALL),
        ("", ["x-copy"], "article", ""),
    ],
)
def test_a_judgment_falls_with_a_source_only_if_no_excerpt_of_another_supports_it(
    origin: str, cites: list[str], falls: str, title: str, tmp_path: Path
) -> None:
    article = {**BRIEFING["sources"][0], "origin_group": origin, "derived_from": []}
    copy = {"id": "copy", "file": "article.txt", "origin_group": origin}
    other = {**BRIEFING["excerpts"][0], "id": "x-copy", "source": "copy"}
    claim = {"id": "c-in", "text": "It is in.", "cites": cites}
    judgment = {**BRIEFING["key_judgments"][0], "supported_by": ["c-in"], "contradicted_by": []}
    briefing = changed(
        sources=[article, copy],
        excerpts=[*BRIEFING["excerpts"], other],
        panes=[{"role": "background", "sections": [{"claims": [claim]}]}],
        key_judgments=[judgment],
    )
    found = groups(load(briefing, tmp_path), falls)
    assert [name for name, ids in found.items() if ids == ["j1"]] == [title] * bool(title)


def test_a_judgment_falls_with_the_judgments_that_support_it(tmp_path: Path) -> None:
    first = BRIEFING["key_judgments"][0]
    second = {**first, "id": "j2", "supported_by": ["j1"], "indicators": [], "gaps": []}
    document = load(changed(key_judgments=[first, second]), tmp_path)
    assert groups(document, "article")[FALL] == ["j1", "j2"]


def test_an_actor_leads_to_what_those_said_that_belong_to_it(tmp_path: Path) -> None:
    actors = [{**each, "of": "seoul"} for each in BRIEFING["actors"] if each["id"] != "seoul"]
    document = load(changed(actors=[BRIEFING["actors"][0], *actors]), tmp_path)
    told = groups(document, "seoul")["REACTIONS BY THOSE THAT BELONG TO IT"]
    assert told == ["r-globe", "r-silence", "r-again"]


def test_items_in_a_list_say_how_what_they_cite_is_verified(tmp_path: Path) -> None:
    shown = see(load(BRIEFING, tmp_path), View.CONNECTED, "x-joined")
    assert text(entry(shown, "c-joined").aside) == "✓ verbatim"
    assert text(entry(shown, "c-both").aside) == "✓ verbatim · ✗ NOT in our copy"


def test_a_room_sees_no_connection_with_judgments_and_notes(tmp_path: Path) -> None:
    document = load(BRIEFING, tmp_path)
    for key in ("x-joined", "x-trap", "c-joined", "article", "r-globe"):
        assert "JUDGMENT" not in text(see(in_room(document), View.CONNECTED, key))
        assert "n-trap" not in str(groups(in_room(document), key))


def test_what_is_connected_with_nothing_says_so(tmp_path: Path) -> None:
    shown = see(load(BRIEFING, tmp_path), View.CONNECTED, "c-guess")
    assert text(shown[-1]) == "Nothing else is connected with it."


def groups(document: Document, key: str) -> dict[str, list[str]]:
    """The items under each heading."""
    found: dict[str, list[str]] = {}
    title = ""
    shown: list[Block] = see(document, View.CONNECTED, key)
    for each in shown[1:]:
        if isinstance(each, Heading):
            title = plain(each.text)
        elif each.item:
            found.setdefault(title, []).append(each.item)
    return found

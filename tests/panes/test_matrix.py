"""The matrix of reactions."""

from pathlib import Path

from tests.panes.reading import ALL, changed, in_room, items, load, see, text
from tests.panes.small import BRIEFING
from tui.blocks import Block, Row, plain
from tui.model.document import Document
from tui.places import Filter, Options, View


def matrix(document: Document, options: Options = ALL) -> list[Block]:
    return see(document, View.MATRIX, document.briefing.id, options)


def rows(document: Document, options: Options = ALL) -> list[list[str]]:
    shown = matrix(document, options)
    return [[plain(cell) for cell in each.cells] for each in shown if isinstance(each, Row)]


def test_each_reaction_is_in_the_columns_of_all_its_subjects(tmp_path: Path) -> None:
    assert rows(load(BRIEFING, tmp_path)) == [
        ["Who", "Seoul joins", "Background", "The summit"],
        [
            "Globe",
            "[-] critical,\nstate media,\ntoward Seoul ([=] neutral), Ministry",
            "[-] critical,\nstate media,\ntoward Seoul ([=] neutral), Ministry",
            "",
        ],
        ["Globe", "[+] conciliatory,\ncommentary", "", ""],
        ["Beijing", "", "", "[ ] silence"],
    ]


def test_the_reactions_of_an_actor_are_consecutive_rows(tmp_path: Path) -> None:
    assert items(matrix(load(BRIEFING, tmp_path))) == ["r-globe", "r-again", "r-silence"]


def test_reactions_without_a_subject_have_a_column(tmp_path: Path) -> None:
    reaction = {"actor": "globe", "form": "commentary", "text": "Hm."}
    panes = [{"role": "reactions", "reactions": [reaction]}]
    assert rows(load(changed(panes=panes), tmp_path)) == [
        ["Who", "nothing that is named"],
        ["Globe", "[?] unclear,\ncommentary"],
    ]


def test_reactions_of_several_panes_are_in_one_matrix(tmp_path: Path) -> None:
    one = {"id": "r-1", "actor": "globe", "form": "commentary", "text": "A.", "about": ["first"]}
    other = {"id": "r-2", "actor": "globe", "form": "commentary", "text": "B.", "about": ["first"]}
    panes = [
        {"role": "reactions", "id": "first", "reactions": [one]},
        {"role": "reactions", "id": "second", "reactions": [other]},
    ]
    assert items(matrix(load(changed(panes=panes), tmp_path))) == ["r-1", "r-2"]


def test_the_legend_explains_stances_and_empty_cells(tmp_path: Path) -> None:
    told = text(matrix(load(BRIEFING, tmp_path))[-1])
    assert told.startswith("Our reading, not the speaker’s word: [+] supportive or conciliatory")
    assert "An empty cell: no reaction is reported" in told


def test_a_room_sees_forms_and_no_stances(tmp_path: Path) -> None:
    document = load(BRIEFING, tmp_path)
    assert rows(in_room(document))[1][1] == "state media,\ntoward Seoul, Ministry"
    told = text(matrix(in_room(document)))
    assert "[-]" not in told
    assert "reading" not in told


def test_the_filter_works_on_the_matrix(tmp_path: Path) -> None:
    document = load(BRIEFING, tmp_path)
    assert items(matrix(document, Options(Filter.VERIFIED))) == ["r-globe", "r-again"]
    assert items(matrix(document, Options(Filter.UNVERIFIED))) == ["r-silence"]


def test_a_briefing_without_reactions_says_so(tmp_path: Path) -> None:
    assert "No reaction is shown here." in text(matrix(load(changed(panes=[]), tmp_path)))

"""From the tree to the records: every field, its short forms, its defaults, and near misses."""

import json
from typing import Any

import pytest

from tests.load.samples import sample
from tests.load.trees import HEAD, briefing, faultless
from tui.load.problems import MOST
from tui.model.briefing import (
    ActorsPane,
    BackgroundPane,
    Briefing,
    IssuePane,
    OutlookPane,
    ReactionsPane,
)
from tui.model.fields import Record, fields_of
from tui.model.items import Claim, When

CLAIMS = f"{HEAD.replace('panes: []', 'panes: [{role: issue, sections: [{claims: CLAIMS}]}]')}"


def test_every_field_that_is_declared_is_read() -> None:
    written = sample(Briefing)
    made = faultless(json.dumps(written))
    assert told(made) == told(written)


def test_a_field_that_is_not_written_has_the_default_of_its_kind() -> None:
    (read,) = claims("[{text: x}]")
    made = Claim(text="x", id=read.id)
    assert all(getattr(read, each.name) == getattr(made, each.name) for each in fields_of(Claim))


@pytest.mark.parametrize("nothing", ["", "~", "null", "NULL"])
def test_nothing_is_as_if_the_key_were_not_written(nothing: str) -> None:
    made = faultless(f"lang: {nothing}\nstatus: {nothing}\ntopics: {nothing}\nmeeting: {nothing}\n")
    assert (made.lang, made.status, made.topics, made.meeting) == ("", "draft", (), None)
    (judgment,) = faultless(
        f"key_judgments: [{{text: x, contradicted_by: {nothing}}}]"
    ).key_judgments
    assert judgment.contradicted_by is None


def test_no_contrary_evidence_is_something_else_than_nothing_written() -> None:
    (judgment,) = faultless("key_judgments: [{text: x, contradicted_by: []}]").key_judgments
    assert judgment.contradicted_by == ()


def test_a_quoted_null_is_a_text() -> None:
    assert faultless("prepared_by: 'null'\nlang: \"\"\n").prepared_by == "null"


def test_numbers_and_dates_are_accepted_for_text_as_they_are_written() -> None:
    made = faultless("title: 2022\nprepared_by: 1.10\nlang: NO\ntopics: [007, 2022-06]\n")
    assert (made.title, made.prepared_by, made.lang) == ("2022", "1.10", "NO")
    assert made.topics == ("007", "2022-06")


def test_one_value_stands_for_a_list_of_it_where_that_is_declared() -> None:
    made = faultless("topics: NATO\nbottom_line: {text: x, judgments: j1}\n")
    assert made.topics == ("NATO",)
    assert made.bottom_line is not None
    assert made.bottom_line.judgments == ("j1",)


def test_a_bare_text_is_short_for_the_field_that_the_record_says() -> None:
    made = faultless("bottom_line: It is so.\ninformation_cutoff: 2022-06\n")
    assert made.bottom_line is not None
    assert made.bottom_line.text == "It is so."
    assert made.bottom_line.origin.span("text") == (1, 14, 9)
    assert made.information_cutoff is not None
    assert made.information_cutoff.date == "2022-06"
    assert claims("[It is so]")[0].text == "It is so"


def test_undated_alone_says_that_the_source_gives_no_date() -> None:
    when = claims("[{text: x, when: undated}]")[0].when
    assert isinstance(when, When)
    assert (when.undated, when.date) == (True, "")


# panes


def test_a_pane_is_read_by_its_role_and_takes_id_and_title_from_it() -> None:
    roles = ("background", "actors", "outlook", "reactions", "issue")
    made = faultless(f"panes: [{', '.join(f'{{role: {role}}}' for role in roles)}]")
    assert [type(pane) for pane in made.panes] == [
        BackgroundPane,
        ActorsPane,
        OutlookPane,
        ReactionsPane,
        IssuePane,
    ]
    assert [(pane.id, pane.title) for pane in made.panes] == [
        (role, role.capitalize()) for role in roles
    ]


def test_derived_ids_of_panes_are_unique_over_the_file() -> None:
    made = faultless(
        "panes: [{role: issue}, {role: issue}, {role: issue, id: issue-3}, {role: issue}]\n"
        'actors: [{"id": "issue", name: x, kind: state}]\n'
    )
    assert [pane.id for pane in made.panes] == ["issue-2", "issue-4", "issue-3", "issue-5"]


def test_a_pane_of_a_misspelt_role_is_read_as_the_nearest() -> None:
    made, (problem,) = briefing("panes: [{role: reaction, by: china}]")
    assert isinstance(made.panes[0], ReactionsPane)
    assert made.panes[0].role == "reactions"
    assert problem.help == "Did you mean “reactions”?"


def test_a_pane_without_a_role_that_is_known_is_read_by_its_keys() -> None:
    made, (problem,) = briefing("panes: [{role: summit, expected: [{text: x}], watch: [y]}]")
    assert isinstance(made.panes[0], OutlookPane)
    assert problem.help == "It is one of: background, actors, outlook, reactions, issue."
    made, problems = briefing(f"{HEAD.replace('[]', '[{show: [a]}]')}")
    assert isinstance(made.panes[0], ActorsPane)
    assert [problem.message for problem in problems] == ["this actors pane has no “role”."]


# ids, citations and sources


def test_an_item_without_an_id_has_one_from_its_place() -> None:
    first, second, third = claims("[x, {id: c1, text: y}, {text: z}]")
    assert [first.id, second.id, third.id] == ["issue/1", "c1", "issue/3"]
    made = faultless(
        "actors: [{name: x, kind: state, interests: [a, b]}]\n"
        "key_judgments: [{text: x, gaps: [y]}, {id: j2, text: x, gaps: [y]}]\n"
        "notes: [{on: x, text: y}]\n"
    )
    assert [point.id for point in made.actors[0].interests] == ["actor/1/1", "actor/1/2"]
    assert [judgment.gaps[0].id for judgment in made.key_judgments] == ["judgment/1/1", "j2/1"]
    assert made.notes[0].id == "note/1"


def test_an_excerpt_in_place_is_put_with_the_others_and_cited_by_its_derived_id() -> None:
    made = faultless(
        CLAIMS.replace("CLAIMS", "[{id: c4, text: x, cites: [x1, {exact: a}, {id: x2, exact: b}]}]")
        + "sources: [{id: s}]\nexcerpts: [{id: x1, exact: c}]\n"
    )
    assert made.panes[0].sections[0].claims[0].cites == ("x1", "c4/1", "x2")  # type: ignore[attr-defined]
    assert [(each.id, each.exact) for each in made.excerpts] == [
        ("x1", "c"),
        ("c4/1", "a"),
        ("x2", "b"),
    ]


def test_an_excerpt_needs_no_source_where_there_is_one_only() -> None:
    made = faultless("sources: [{id: s}]\nexcerpts: [{exact: a}, {exact: b, source: t}]\n")
    assert [each.source for each in made.excerpts] == ["s", "t"]
    made, problems = briefing("sources: [{id: s}, {id: t}]\nexcerpts: [{exact: a}]\n")
    assert [problem.message for problem in problems] == [
        "this excerpt has no “source”, and the file has 2."
    ]


def test_that_a_file_has_no_sources_is_said_once() -> None:
    _, (problem,) = briefing("excerpts: [{exact: a}, {exact: b}, {exact: c}]\n")
    assert problem.message == "this excerpt has no “source”, and the file has none."
    _, (problem,) = briefing("sources: x\nexcerpts: [{exact: a}, {exact: b}]\n")
    assert problem.code == "wrong-type"


def test_a_bad_id_is_kept_so_that_references_to_it_hold() -> None:
    made, (problem,) = briefing("actors: [{id: NATO HQ, name: x, kind: group}]")
    assert made.actors[0].id == "NATO HQ"
    assert problem.help == "Write “nato-hq”."
    made, _ = briefing("actors: [{id: a/1, name: x, kind: group}]")
    assert made.actors[0].id == "actor/1"


# near misses


def test_a_misspelt_key_is_read_as_what_seems_to_be_meant() -> None:
    made, (problem,) = briefing("bottom_line: {txt: It is so.}")
    assert made.bottom_line is not None
    assert made.bottom_line.text == "It is so."
    assert problem.message == "“txt” is no key of this bottom line."
    assert problem.help == "Did you mean “text”?"


def test_a_key_that_is_like_none_is_told_which_there_are() -> None:
    _, (problem,) = briefing("allow: [{rule: a, reason: b, because: c}]")
    assert problem.help == "It has: rule, on, reason."


def test_a_misspelt_word_is_read_as_the_nearest() -> None:
    made, problems = briefing(
        "status: finl\nmarking: tlp:amber strict\nestimative_language: PHIA\n"
    )
    assert (made.status, made.marking) == ("final", "TLP:AMBER+STRICT")
    assert made.estimative_language == "phia"
    assert problems[0].help == "Did you mean “final”?"


def test_the_former_name_of_a_marking_is_told_the_present_one() -> None:
    made, (problem,) = briefing("marking: TLP:WHITE")
    assert made.marking == "TLP:CLEAR"
    assert problem.advice == "Write TLP:CLEAR. `briefing fix` replaces it."


def test_a_marking_that_is_none_is_read_as_the_strictest() -> None:
    assert briefing("marking: SECRET")[0].marking == "TLP:RED"


def test_an_item_that_cannot_be_read_leaves_the_others() -> None:
    made, problems = briefing("actors: [x, {id: a, name: A, kind: state}, [y], {id: b}]")
    assert [actor.id for actor in made.actors] == ["a", "b"]
    assert [problem.code for problem in problems] == ["wrong-type", "wrong-type", "missing-key"]


def test_one_value_without_the_list_that_is_meant_is_reported_and_read() -> None:
    made, (problem,) = briefing("actors: {id: a, name: A, kind: state}")
    assert made.actors[0].name == "A"
    assert problem.message == "“actors” is a list, and a mapping is written."


def test_a_problem_names_the_item_that_has_it() -> None:
    _, (problem,) = briefing("actors: [{id: a, name: A, kind: stat}]")
    assert problem.item == "a"


# prose


@pytest.mark.parametrize(
    "gaps",
    [
        "[What Seoul wants, Whether it says so]",
        '["What it says, if anything", "and when"]',
        "[It is open., whether it is]",
        "[trade, security of key infrastructure]",
        "\n  - What it says, if anything",
    ],
)
def test_a_list_in_brackets_whose_entries_are_whole_is_fine(gaps: str) -> None:
    faultless(f"key_judgments:\n- text: x\n  gaps: {gaps}")


def test_keywords_in_brackets_are_fine() -> None:
    faultless("topics: [NATO, cyber defence, 5 eyes]")


def test_a_split_sentence_is_told_in_how_many() -> None:
    _, (problem,) = briefing("key_judgments: [{text: x, gaps: [What it says, if anything]}]")
    assert problem.message == "the comma made two gaps of one."
    _, (problem,) = briefing("panes: [{role: outlook, watch: [What it says, where, and when]}]")
    assert problem.message == "the commas made three entries of one."


@pytest.mark.parametrize(
    "line",
    ["lang: en # BCP 47", "title: NATO  # or so", "title: It is so. # sure?", "title: 'NATO' # x"],
)
def test_a_comment_after_a_text_is_fine_where_it_looks_like_one(line: str) -> None:
    faultless(line)


def test_what_a_comment_has_cut_off_is_shown() -> None:
    _, (problem,) = briefing("title: Our # 1 priority")
    assert problem.message == "“#” after a space dropped “# 1 priority”."


def test_control_characters_by_escape_are_the_sources_own_in_its_text() -> None:
    made = faultless('sources: [{id: s}]\nexcerpts: [{exact: "a\\fb\\u202ec"}]')
    assert made.excerpts[0].exact == "a\x0cb\u202ec"


# much of it


def test_of_very_many_problems_of_one_kind_the_first_are_told() -> None:
    _, problems = briefing("".join(f"key-{number}: x\n" for number in range(MOST + 100)))
    assert len(problems) == MOST
    assert "further problems of the kind unknown-key are not told" in problems[-1].message


@pytest.mark.parametrize("text", ["", "text", "- a", "[a]"])
def test_what_is_no_mapping_is_an_empty_briefing(text: str) -> None:
    made, (problem,) = briefing(text)
    assert made.panes == ()
    assert problem.code == "wrong-type"


def claims(written: str) -> tuple[Claim, ...]:
    """The claims of a briefing that is faultless but for what they leave out."""
    (pane,) = faultless(CLAIMS.replace("CLAIMS", written)).panes
    assert isinstance(pane, IssuePane)
    return pane.sections[0].claims


def told(value: Any) -> Any:
    """A record or a sample as plain values."""
    match value:
        case Record():
            return {each.name: told(getattr(value, each.name)) for each in fields_of(type(value))}
        case dict():
            return {key: told(each) for key, each in value.items()}
        case list() | tuple():
            return [told(each) for each in value]
        case _:
            return value

"""Every problem that reading finds stands where the mistake is, once and alone."""

from pathlib import Path

import pytest

from tests.checks.briefings import MARK, marked, whole
from tui.checks import loader_rules
from tui.load import load_text

CODES = {rule.id for rule in loader_rules.RULES} | {"duplicate-id"}

CASES: dict[str, tuple[str, tuple[str, ...]]] = {
    # the YAML itself
    "a colon in a text": ("title: NATO§: what it says", ("yaml-syntax",)),
    "an open quotation mark": ('lang: en\ntitle: §"NATO', ("yaml-syntax",)),
    "an open bracket": ("lang: en\ntopics: §[NATO, China", ("yaml-syntax",)),
    "an open bracket at the end": ("lang: en\ntopics: [NATO, §[", ("yaml-syntax",)),
    "an open brace": ("topics: §{NATO: x", ("yaml-syntax",)),
    "an unknown escape": ('title: "§\\q"', ("yaml-syntax",)),
    "a tab for indentation": ("lang: en\nbottom_line:\n§\ttext: x", ("yaml-syntax",)),
    "an at sign": ("title: §@home", ("yaml-syntax",)),
    "a text after a quotation": ("title: 'NATO' §and China", ("yaml-syntax",)),
    "a line that is no key": ("lang: en\nformat\n§title: x", ("yaml-syntax",)),
    "a list on the line of its key": ("topics: §- NATO", ("yaml-syntax",)),
    "a second document": ("title: x\n§---\ntitle: y", ("yaml-syntax",)),
    "an anchor": ("lang: §&a en", ("alias",)),
    "an alias": ("title: §*bold", ("alias",)),
    "an alias in a list": ("topics: [NATO, §*a, China]", ("alias",)),
    "a tag": ("title: §!!str 2022", ("tag",)),
    "a tag on a list": ("topics: §!seq [NATO]", ("tag",)),
    "a tag on a key": ("§!a lang: en", ("tag",)),
    "a merge key": ("bottom_line:\n  §<<: *a\n  text: x", ("merge-key",)),
    "a key twice": ("lang: en\n§lang: ko", ("duplicate-key",)),
    "a quoted key twice": ('lang: en\n§"lang": {a: b}', ("duplicate-key",)),
    "a key that is a list": ("§[a, b]: c\ntitle: x", ("wrong-type",)),
    "a key that is a mapping": ("§{a: b}: c\ntitle: x", ("wrong-type",)),
    "a key that is an alias": ("lang: en\n? §*a\n: b", ("alias",)),
    "too deep": (f"topics: {'[' * 31}§{'[' * 9}x{']' * 40}", ("too-deep",)),
    "a long text": (f"title: §{'x' * (2**20 + 1)}", ("long-scalar",)),
    # characters
    "a control character": ("title: a§\x1b[1m b", ("control-character",)),
    "a null": ("title: a§\0b", ("control-character",)),
    "two control characters": ("title: a§\x07§\x9bb", ("control-character",) * 2),
    "a lone carriage return": ("title: a§\rb", ("control-character",)),
    "a next line": ("title: a§\x85b\nlang: §@", ("control-character", "yaml-syntax")),
    "a line separator": ("title: a§\u2028b\nlang: §@", ("control-character", "yaml-syntax")),
    "an escape that makes a control character": ('title: §"a\\e[1m"', ("control-character",)),
    "an escape that makes a C1 control": ('title: §"a\\x9b1m"', ("control-character",)),
    "an escape that makes a null": ('title: §"a\\0"', ("control-character",)),
    "an override": ("title: a§\u202eb", ("bidi-control",)),
    "an isolate": ("title: a§\u2067b", ("bidi-control",)),
    "an override by escape": ('title: §"a\\u202eb"', ("bidi-control",)),
    "an override in words of a source": ("excerpts: [{exact: a§\u202eb}]", ("bidi-control",)),
    "a byte order mark": ("§\ufefftitle: x", ("byte-order-mark",)),
    # how texts are written
    "a folded excerpt": ("excerpts:\n  - exact: §>-\n      a b", ("folded-exact",)),
    "a text cut by a comment": ("title: §The # 1 desk", ("text-cut-by-comment",)),
    "a text cut by a number": ("title: §Issue #1 of many", ("text-cut-by-comment",)),
    "a sentence split in two": (
        "key_judgments: [{text: x, gaps: §[What it says, if anything]}]",
        ("prose-in-flow-list",),
    ),
    # keys and values
    "no mapping": ("§- a\n- b", ("wrong-type",)),
    "an unknown key": ("§foo: x", ("unknown-key",)),
    "an unknown quoted key": ('§"foo" : x', ("unknown-key",)),
    "an unknown key in a list": (
        "actors: [{id: a, name: b, kind: state, §foo: x}]",
        ("unknown-key",),
    ),
    "an unknown key without a value": ("lang: en\n§foo:", ("unknown-key",)),
    "a misspelt key that is required": ("§titel: x", ("unknown-key",)),
    "a missing key": ("notes:\n  - §on: x", ("missing-key",)),
    "two missing keys": ("actors:\n  - §id: x", ("missing-key",)),
    "a required key without a value": ("notes: [§{on: x, text: ~}]", ("missing-key",)),
    "an excerpt of nothing": ('excerpts: [§{exact: ""}]', ("missing-key",)),
    "an excerpt of no source": ("sources: []\nexcerpts: [§{exact: a}]", ("missing-key",)),
    "a mapping for a text": ("title: §{a: b}", ("wrong-type",)),
    "a list for a text": ("title: §[a, b]", ("wrong-type",)),
    "an empty list for a text": ("title: §[]", ("wrong-type",)),
    "a text for a list": ("actors: §x", ("wrong-type",)),
    "a mapping for a list": ("revisions: §{date: 2022}", ("wrong-type",)),
    "a text for a mapping": ("meeting: §x", ("wrong-type",)),
    "a list for a mapping": ("coverage: §[a]", ("wrong-type",)),
    "a text in a list of mappings": ("actors: [§x]", ("wrong-type",)),
    "a text for a number": ("meeting: {minutes: §x}", ("wrong-type",)),
    "yes for true": ("meeting: {agenda: [{show: a, must_cover: §yes}]}", ("wrong-type",)),
    "a number out of range": ("meeting: {minutes: §2000}", ("unknown-value",)),
    "an unknown word": ("status: §done", ("unknown-value",)),
    "an unknown word, quoted": ('status: §"done"', ("unknown-value",)),
    "an unknown role": ("panes: [{role: §people}]", ("unknown-value",)),
    "an unknown format": ("format: §briefing/2", ("unknown-value",)),
    "an unknown marking": ("marking: §TLP:WHITE", ("bad-marking",)),
    "an id in capitals": ("id: §NATO", ("bad-id",)),
    "an id of a derived pane": ("panes: [{role: issue, id: §summary}]", ("bad-id",)),
    "an id twice": (
        "actors:\n  - {id: a, name: A, kind: state}\n  - {id: §a, name: B, kind: state}",
        ("duplicate-id",),
    ),
    "a month that is none": ("issued: §2022-13", ("bad-date",)),
    "a day that is none": ("information_cutoff: §2022-02-30", ("bad-date",)),
    "an interval that ends first": ("information_cutoff: {date: §2022/2021}", ("bad-date",)),
    # several at once, in the order of the file
    "several": (
        "title: §[a]\n§foo: x\nissued: §May\nmarking: §SECRET\nlang: §*a",
        ("wrong-type", "unknown-key", "bad-date", "bad-marking", "alias"),
    ),
}


@pytest.mark.parametrize(("text", "codes"), CASES.values(), ids=list(CASES))
def test_a_problem_is_reported_at_its_place_and_nothing_else(
    text: str, codes: tuple[str, ...]
) -> None:
    assert found(completed(text, codes)) == marked(text, *codes)


def test_bytes_that_are_not_utf8_are_reported_where_the_first_is() -> None:
    assert found(whole("title: Gespräch ö").encode("latin-1")) == [(1, 13, "not-utf8")]


def test_a_file_in_utf16_is_read_and_reported_once() -> None:
    assert found(whole("lang: en").encode("utf-16")) == [(1, 1, "not-utf8")]


def test_of_a_file_that_is_no_text_at_all_not_each_control_character_is_told() -> None:
    picture = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x1f\x02" * 300
    assert [code for *_, code in found(picture)].count("control-character") == 0
    assert found(picture)[0] == (1, 1, "not-utf8")


def test_columns_count_code_points_and_lines_end_at_lf_or_crlf_alone() -> None:
    text = whole("title: 𝄞한국\r\ntopics: [한국, *a]\nlang: a\u2028b")
    assert found(text.encode())[:2] == [(2, 14, "alias"), (3, 8, "control-character")]


def test_a_file_with_lone_carriage_returns_for_line_ends_is_read_and_reported_once() -> None:
    text = whole("title: x\nlang: *a").replace("\n", "\r")
    assert found(text.encode()) == [(1, 9, "control-character"), (2, 7, "alias")]


def test_a_file_that_is_too_large_is_not_read() -> None:
    assert found(b"title: x\n" + b"# x\n" * 2**23) == [(1, 1, "too-large")]


def test_a_file_with_too_many_nodes_is_read_up_to_there() -> None:
    data = b"format: briefing/1\nid: a\ntitle: T\npanes: []\ntopics: [" + b"a," * 2_000_000 + b"]\n"
    document = load_text(data, "many", folder=None)
    assert [(*each.span[:2], each.code) for each in document.problems if each.code in CODES] == [
        (5, 9, "too-many-nodes")
    ]
    assert len(document.briefing.topics) > 1_999_000


def test_every_code_of_reading_has_its_place_tested() -> None:
    tested = {code for _, codes in CASES.values() for code in codes}
    assert tested | {"not-utf8", "too-large", "too-many-nodes"} == CODES


def completed(text: str, codes: tuple[str, ...]) -> bytes:
    """A briefing of a fragment, and behind it what it lacks, if that would be read."""
    bare = text.replace(MARK, "")
    read = "yaml-syntax" not in codes and not bare.startswith("-")
    return (whole(bare) if read else bare).encode()


def found(data: bytes) -> list[tuple[int, int, str]]:
    """The places and codes of what reading has found."""
    problems = load_text(data, "example.yaml", folder=Path("nowhere")).problems
    return [(*each.span[:2], each.code) for each in problems if each.code in CODES]

"""Where in a TOML file things stand."""

import tomllib
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tui.app.keyboard.toml_places import Path, places
from tui.diagnostics import Span

SAMPLE = r'''
# a comment with "quotes" and = signs
plain = 1.5
"quoted.name" = ["a", 'b', """c
d""", [1, 2]] # [not, an, array]
date = 1979-05-27 07:32:00
dotted . "x" = {one = "1", two.three = '2', "esc\"aped" = true}
[table]
key = [ # first
  "one",

  "two",
]
[table.'below it']
key = "\\"
[[array]]
key = 1
[[array]]
key = {a = [{b = 2}]}
[array.inner]
key = +inf
'''

NAMES = st.sampled_from(["a", "b-1", '"c.d"', "'e f'", '"g\\"h"', "1"])
PLAIN = "1 -1.5e3 true 1979-05-27 07:32:00 '[a'"
SCALARS = st.sampled_from([*PLAIN.split(), '"x # y"', '"""a\n"b" = 1"""', "''''q'''"])
SPACE = st.sampled_from(["", " ", " \t"])


def values(depth: int = 2) -> st.SearchStrategy[str]:
    if depth == 0:
        return SCALARS
    inner = values(depth - 1)
    arrays = st.lists(inner, max_size=3).map(lambda each: f"[ {' , '.join(each)}\n]")
    tables = st.lists(
        st.tuples(NAMES, inner.filter(lambda value: "\n]" not in value)), max_size=2
    ).map(lambda pairs: "{" + ", ".join(f"{name} = {value}" for name, value in pairs) + "}")
    return SCALARS | arrays | tables


LINES = (
    st.tuples(st.lists(NAMES, min_size=1, max_size=3), SPACE, values()).map(
        lambda line: f"{'.'.join(line[0])}{line[1]}={line[1]}{line[2]}{line[1]}# end"
    )
    | st.lists(NAMES, min_size=1, max_size=2).map(lambda names: f"[{' . '.join(names)}]")
    | st.lists(NAMES, min_size=1, max_size=2).map(lambda names: f"[[{'.'.join(names)}]]")
    | st.just("# = [")
)


def paths(value: Any, path: Path = ()) -> Iterator[Path]:
    if isinstance(value, dict):
        for name, each in value.items():
            yield (*path, name)
            yield from paths(each, (*path, name))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield (*path, number)
            yield from paths(each, (*path, number))


def known(text: str) -> set[Path]:
    found = places(text)
    return {*found.keys, *found.values}


def at(text: str, span: Span) -> str:
    return text.split("\n")[span.line - 1][span.column - 1 :][: span.length]


def test_every_key_and_value_has_its_place() -> None:
    assert known(SAMPLE) == set(paths(tomllib.loads(SAMPLE)))


def test_places_are_those_of_what_is_written() -> None:
    found = places(SAMPLE)
    assert at(SAMPLE, found.keys["plain",]) == "plain"
    assert at(SAMPLE, found.values["plain",]) == "1.5"
    assert at(SAMPLE, found.keys["quoted.name",]) == '"quoted.name"'
    assert at(SAMPLE, found.values["quoted.name", 1]) == "'b'"
    assert at(SAMPLE, found.values["quoted.name", 2]) == '"""c'
    assert at(SAMPLE, found.values["quoted.name", 3, 0]) == "1"
    assert at(SAMPLE, found.values["date",]) == "1979-05-27 07:32:00"
    assert at(SAMPLE, found.keys["dotted", "x"]) == 'dotted . "x"'
    assert at(SAMPLE, found.keys["dotted", "x", 'esc"aped']) == r'"esc\"aped"'
    assert at(SAMPLE, found.values["table", "key", 1]) == '"two"'
    assert at(SAMPLE, found.keys["table", "below it"]) == "table.'below it'"
    assert at(SAMPLE, found.values["array", 1, "key", "a", 0, "b"]) == "2"
    assert at(SAMPLE, found.values["array", 1, "inner", "key"]) == "+inf"


@given(st.lists(LINES, max_size=6).map("\n".join))
def test_whatever_tomllib_reads_has_its_places(text: str) -> None:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    found = places(text)
    assert {*found.keys, *found.values} == set(paths(data))
    lines = text.split("\n")
    for span in (*found.keys.values(), *found.values.values()):
        assert span.column - 1 + span.length <= len(lines[span.line - 1])

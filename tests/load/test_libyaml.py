"""PyYAML's parser without PyYAML."""

import subprocess
import sys

import pytest

from tui.load.libyaml import YAMLError, events

FIRST = """
import sys
from tui.load.libyaml import ScalarEvent, YAMLError, events
read = [each.value for each in events("a: [b]") if type(each) is ScalarEvent]
assert read == ["a", "b"], read
"""

ALONE = """
unwanted = {"yaml.constructor", "yaml.reader", "yaml.resolver", "yaml.scanner"} & {*sys.modules}
assert not unwanted, unwanted
"""

WHOLE = """
import yaml
assert yaml.__with_libyaml__
assert yaml.safe_load("a: [1]") == {"a": [1]}
assert yaml.load("a: [1]", yaml.CSafeLoader) == {"a": [1]}
assert yaml.dump({"a": 1}, Dumper=yaml.CSafeDumper) == "a: 1\\n"
assert yaml.YAMLError is yaml.error.YAMLError is YAMLError
assert yaml.ScalarEvent is ScalarEvent
from yaml import reader, scanner
"""

BEFORE = """
import yaml
from tui.load import libyaml
assert libyaml.YAMLError is yaml.YAMLError
assert [each.value for each in libyaml.events("a") if hasattr(each, "value")] == ["a"]
"""

LACKING = """
import sys
sys.modules["yaml._yaml"] = None
"""


def run(script: str) -> None:
    subprocess.run([sys.executable, "-c", script], check=True)


def test_what_makes_values_and_writes_is_not_loaded() -> None:
    run(FIRST + ALONE)


def test_the_package_is_whole_for_whoever_asks_it_for_more() -> None:
    run(FIRST + WHOLE)


def test_a_package_that_is_there_already_is_taken_as_it_is() -> None:
    run(BEFORE)


def test_without_libyaml_the_parser_is_that_in_python() -> None:
    run(LACKING + FIRST)


@pytest.mark.parametrize(
    ("text", "index"), [("a: [1", 5), ("a: 'x", 5), ("a: \x01", 3), ("a: b: c", 4), ("a: @b", 3)]
)
def test_what_is_no_yaml_is_told_with_its_place(text: str, index: int) -> None:
    with pytest.raises(YAMLError) as raised:
        list(events(text))
    error = raised.value
    mark = getattr(error, "problem_mark", None)
    assert getattr(error, "position", mark.index if mark else None) == index
    assert getattr(error, "reason", "") or getattr(error, "problem", "")

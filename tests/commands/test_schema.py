"""`briefing schema` prints the JSON Schema, or the tables of the fields."""

import json

import pytest

from tui import cli
from tui.commands.exit import Exit
from tui.render import json_schema, manual


def test_the_schema_is_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema"]) == Exit.OK
    printed = capsys.readouterr()
    assert printed.out == json_schema.render()
    assert json.loads(printed.out) == json_schema.json_schema()
    assert printed.err == ""


def test_the_tables_of_the_fields_are_printed_as_markdown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["schema", "--tables"]) == Exit.OK
    assert capsys.readouterr().out == manual.fields()

"""Expressions that are compiled late."""

import re
from unittest.mock import Mock

import pytest

from tui.text.expression import expression


def test_it_finds_what_the_compiled_one_finds() -> None:
    late, compiled = expression("(a+)b", re.IGNORECASE), re.compile("(a+)b", re.IGNORECASE)
    assert late.sub("x", "AAB aab") == compiled.sub("x", "AAB aab")
    assert late.findall("AAB ab") == compiled.findall("AAB ab")
    assert late.pattern == compiled.pattern
    assert late.flags == compiled.flags


def test_it_is_compiled_when_it_is_first_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compile = Mock(wraps=re.compile)
    monkeypatch.setattr(re, "compile", compile)
    late = expression("a")
    assert not compile.called
    assert [late.search(text) is not None for text in ("a", "b", "ba")] == [True, False, True]
    assert compile.call_count == 1

"""Addresses of the web, harmless to a terminal; all else is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.addresses import LONGEST, web_address
from tui.text.clean import clean


@pytest.mark.parametrize(
    ("written", "handed_on"),
    [
        ("https://example.org", "https://example.org"),
        ("HTTP://example.org:8080/a?b=c&d#e", "HTTP://example.org:8080/a?b=c&d#e"),
        ("https://example.org/한", "https://example.org/%ED%95%9C"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ('https://example.org/">`{|}\\^', "https://example.org/%22%3E%60%7B%7C%7D%5C%5E"),
    ],
)
def test_an_address_of_the_web_is_handed_on_percent_encoded(written: str, handed_on: str) -> None:
    assert web_address(written) == handed_on


@pytest.mark.parametrize(
    "written",
    [
        "",
        "example.org",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://example.org",
        "https://",
        "https:///etc/passwd",
        "https://example.org/a b",
        "https://example.org/\x1b]8;;",
        "https://example.org/\x9c",
        "https://example.org/\u202egpj.exe",
        "https://example.org\n",
        " https://example.org",
        "https://example.org@evil.example",
        "https://example.org\\@evil.example/",
        clean("https://example.org/\x1b]8;;"),
        clean("https://example.org/\u202egpj.exe"),
        "https://example.org/" + "a" * LONGEST,
    ],
)
def test_what_is_none_is_no_link(written: str) -> None:
    assert web_address(written) == ""


@given(st.text(max_size=60))
def test_nothing_but_printable_ascii_is_handed_on(rest: str) -> None:
    found = web_address(f"https://example.org/{rest}")
    assert found.isascii()
    assert not found or found.isprintable()
    assert " " not in found

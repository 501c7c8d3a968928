"""Language tags are those of the registry, and the usual ones are known without a library."""

import subprocess
import sys

import pytest
from langcodes import tag_is_valid

from tui.checks.languages import is_language_tag, probable_tag


@pytest.mark.parametrize(
    "tag", ["en", "EN", "ko", "zh-Hans", "en-GB", "sr-Latn-RS", "es-419", "und", "x-private", "grc"]
)
def test_a_tag_of_the_registry_is_one(tag: str) -> None:
    assert is_language_tag(tag)


@pytest.mark.parametrize("tag", ["zz", "jp", "xyz", "english", "en_GB", "en-GBR", "", "en-"])
def test_what_is_not_in_the_registry_is_none(tag: str) -> None:
    assert not is_language_tag(tag)


def test_two_letters_are_a_language_where_the_library_says_so() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    pairs = [first + second for first in letters for second in letters]
    known = {pair for pair in pairs if is_language_tag(pair)}
    assert known == {pair for pair in pairs if tag_is_valid(pair)}


def test_the_tag_that_is_meant_is_told() -> None:
    assert probable_tag("en_GB") == "en-GB"
    assert probable_tag("jp") == "ja"
    assert probable_tag("english") == ""


def test_a_usual_tag_does_not_load_the_library() -> None:
    script = (
        "import sys\nfrom tui.checks.languages import is_language_tag\n"
        "assert is_language_tag('ko') and 'langcodes' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)

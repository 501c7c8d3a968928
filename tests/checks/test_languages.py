"""Language tags are valid if registered, and common ones need no library."""

import subprocess
import sys

import pytest
from langcodes import tag_is_valid

from tui.checks.languages import is_language_tag, probable_tag


@pytest.mark.parametrize(
    "tag",
    [
        *("en", "EN", "ko", "zh-Hans", "en-GB", "sr-Latn-RS", "es-419", "und", "x-private", "grc"),
        *("sl-rozaj", "de-1996", "zh-yue-HK", "haw", "en-u-ca-gregory", "de-CH-x-phonebk"),
    ],
)
def test_a_registered_tag_is_valid(tag: str) -> None:
    assert is_language_tag(tag)


@pytest.mark.parametrize(
    "tag",
    [
        *("zz", "jp", "xyz", "english", "en_GB", "en-GBR", "", "en-", "e", "-en", "en--GB"),
        "한국어",
    ],
)
def test_an_unregistered_tag_is_invalid(tag: str) -> None:
    assert not is_language_tag(tag)


def test_two_letter_codes_agree_with_the_library() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    pairs = [first + second for first in letters for second in letters]
    known = {pair for pair in pairs if is_language_tag(pair)}
    assert known == {pair for pair in pairs if tag_is_valid(pair)}


def test_the_probable_tag_is_suggested() -> None:
    assert probable_tag("en_GB") == "en-GB"
    assert probable_tag("jp") == "ja"
    assert probable_tag("english") == ""


def test_a_common_tag_does_not_load_the_library() -> None:
    script = (
        "import sys\nfrom tui.checks.languages import is_language_tag\n"
        "assert is_language_tag('ko') and 'langcodes' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)

"""Hashes of what is read."""

import hashlib

import pytest

from tui.text.digest import digest


@pytest.mark.parametrize("length", [0, 1, 1000, (1 << 20) - 1, 1 << 20, (1 << 20) + 1])
def test_it_is_the_sha256_that_everybody_else_computes(length: int) -> None:
    data = b"\xea\xb0\x80" * length
    assert digest(data[:length]) == hashlib.sha256(data[:length]).hexdigest()

"""Outputs that are kept as files: `REWRITE_GOLDENS=1 pytest` writes them anew, for review."""

import os
from pathlib import Path

FOLDER = Path(__file__).parent


def assert_golden(name: str, output: str) -> None:
    """Compare an output, byte for byte, with the file of that name."""
    file = FOLDER / name
    if os.environ.get("REWRITE_GOLDENS"):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(output.encode())
    assert output.encode() == file.read_bytes(), f"{file} differs; see {__name__}"

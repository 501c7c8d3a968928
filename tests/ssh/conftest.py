"""Servers to go to, and the archive that lies there."""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sshd import Server, need

ROOT = Path(__file__).parent.parent.parent
PROGRAM = f"{sys.executable} -m tui"
SEED = ROOT / "briefings" / "nato-rok-china-2022.yaml"
SECRET = "the-secret-of-the-house"


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on which one is at home."""
    need("sshd", "ssh")
    with Server(tmp_path_factory.mktemp("plain")) as server:
        yield server


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of briefings, with traps in it, beside a folder that nobody may see."""
    top = tmp_path_factory.mktemp("server")
    root, outside = top / "archive", top / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(f"{SECRET} is told here.\n")
    (outside / "secret.yaml").write_text(f"{_head('outside')}title: {SECRET}\npanes: []\n")
    shutil.copytree(ROOT / "seeds", root / "seeds")
    folder = root / "briefings"
    folder.mkdir()
    shutil.copy(SEED, folder)
    (folder / "outward.yaml").symlink_to(outside / "secret.yaml")
    (folder / "secret.txt").symlink_to(outside / "secret.txt")
    (folder / "leaky.yaml").write_text(
        f"{_head('leaky')}title: A briefing that leaks\npanes:\n  - role: background\n"
        "    sections: [{claims: [{text: Something., cites: [x]}]}]\n"
        "sources:\n  - {id: s, file: secret.txt, short: a note}\n"
        "excerpts: [{id: x, source: s, voice: narrator, exact: is told here}]\n"
    )
    (folder / "--reader=eve.yaml").write_text(f"{_head('eve')}title: Like an option\npanes: []\n")
    (root / "away").symlink_to(outside)
    return root


@pytest.fixture(scope="module")
def walled(tmp_path_factory: pytest.TempPathFactory, archive: Path) -> Iterator[Server]:
    """A server as the README sets it up, but that it takes every variable that a client sends."""
    need("sshd", "ssh")
    folder = tmp_path_factory.mktemp("walled")
    with Server(folder, options=recipe(archive), accepts="*") as server:
        yield server


def recipe(archive: Path) -> str:
    """What the README writes before a key, for the briefings of an archive."""
    readme = (ROOT / "README.md").read_text("utf-8")
    found = re.search(
        r"<!-- server -->\n```text\n(\S+ .*) ssh-ed25519 .*\n```\n<!-- /server -->", readme
    )
    assert found, "the README has no recipe for a server"
    line = found[1].replace('"briefing ', f'"{PROGRAM} ').replace("/srv/briefings", str(archive))
    assert line != found[1]
    return line


def _head(id: str) -> str:
    return f"format: briefing/1\nid: {id}\n"

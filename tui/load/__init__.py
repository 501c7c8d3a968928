"""Loading of a briefing file into a `Document`: reading, verification and checks.

Errors in the file are data in the document; no content of a file raises an exception.
"""

import gc
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from tui import checks
from tui.frozen import replace
from tui.load import hygiene, schema
from tui.load.allowed_roots import opened
from tui.load.index import index
from tui.load.nodes import Parsed, parse
from tui.load.problems import Problems
from tui.load.sources import read_copies
from tui.load.verifier import verify
from tui.load.yaml_tree import SourceText
from tui.model.document import Document


def load_document(
    path: Path | str, *, roots: Sequence[Path] = (), within: Path | None = None
) -> Document:
    """Read a briefing from a file.

    Args:
        path: The file.
        roots: Folders that may contain local copies of its sources, besides its own.
        within: A real folder outside which neither the briefing nor a copy is read.

    Raises:
        OSError: The file cannot be opened.
    """
    path = Path(path)
    with path.open("rb") if within is None else opened(path, [within]) as file:
        data = file.read(hygiene.LARGEST + 1)
    return load_text(data, str(path), folder=path.parent, roots=roots, within=within)


def load_text(
    data: bytes,
    name: str,
    *,
    folder: Path | None,
    roots: Sequence[Path] = (),
    within: Path | None = None,
) -> Document:
    """Read a briefing from bytes, such as standard input.

    Local copies are looked for in `folder`, if there is one, and in `roots`.
    """
    collecting = gc.isenabled()
    gc.disable()  # the tree is alive throughout: collections would find nothing
    try:
        return _load(data, name, folder, roots, within)
    finally:
        if collecting:
            gc.enable()


def _load(
    data: bytes, name: str, folder: Path | None, roots: Sequence[Path], within: Path | None
) -> Document:
    raw = hygiene.read(data)
    page = SourceText(raw.text)
    problems = Problems(page)
    for finding in raw.findings:
        problems.add(*finding)
    parsed = parse(raw.parsable, page, problems) if raw.whole else Parsed()
    briefing = schema.read(parsed, problems)
    copies, unread = read_copies(briefing, folder, roots, within)
    problems.extend(unread)
    tables = index(briefing, problems)
    document = Document(
        name=name,
        text=raw.text,
        briefing=briefing,
        problems=problems.found(),
        copies=copies,
        verifications=verify(briefing, copies),
        sha256=sha256(data).hexdigest(),
        **tables._asdict(),
    )
    return replace(document, problems=checks.run(document))

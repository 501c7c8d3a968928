"""What the program remembers for one reader: where they were in each briefing.

It lies in the user's state folder, one small file a briefing, readable by its owner alone.
A folder that is missing, full or read-only is no error: then nothing is remembered.
"""

import contextlib
import json
import os
from hashlib import sha256
from pathlib import Path

from tui.model.document import Document
from tui.places import Place, View


class State:
    """The reader's own state, in `folder` (default: the platform's state folder)."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def recall(self, document: Document) -> Place | None:
        """Where the reader left this briefing; `None` if that is not known."""
        try:
            told = json.loads(self._file(document).read_text("utf-8"))
            return Place(View(told["view"]), str(told["key"]), str(told["item"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, document: Document, place: Place) -> None:
        """Remember where the reader is; a failure to write is silent and harms nothing."""
        with contextlib.suppress(OSError):
            file = self._file(document)
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            told = {"view": place.view, "key": place.key, "item": place.item}
            replace(file, json.dumps(told, ensure_ascii=True).encode())

    def _file(self, document: Document) -> Path:
        if self._folder is None:
            from platformdirs import user_state_path  # noqa: PLC0415 - 15 ms, not for pipes

            self._folder = user_state_path("briefing-tui", appauthor=False)
        named = document.briefing.id or document.name
        digest = sha256(named.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / "places" / f"{digest[:32]}.json"


def replace(file: Path, data: bytes) -> None:
    """Write a file whole or not at all: whoever reads it sees the old bytes or the new ones.

    Raises `OSError`; the old file then stands as it was.
    """
    import tempfile  # noqa: PLC0415 - 5 ms, when a reader leaves and not when they come

    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as new:
            new.write(data)
            new.flush()
            os.fsync(new.fileno())
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise

"""Small briefings of which only some fields matter."""

import json
from pathlib import Path
from typing import Any

from tui.load import load_text
from tui.model.document import Document


def load(folder: Path | None = None, **fields: Any) -> Document:
    """A briefing with those fields; its sources lie in `folder`."""
    briefing = {"format": "briefing/1", "id": "b", "title": "T", "panes": [], **fields}
    return load_text(json.dumps(briefing).encode(), "test", folder=folder)


def claims(*shown: dict[str, Any], **pane: Any) -> list[dict[str, Any]]:
    """A pane with those claims."""
    return [{"role": "background", "sections": [{"claims": [*shown]}], **pane}]

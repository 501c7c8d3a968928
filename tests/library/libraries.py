"""Folders of briefings for the tests."""

from pathlib import Path

from tui.load import load_document
from tui.search.library_index import LibraryIndex

DRAFT = """format: briefing/1
id: {id}
title: {title}
marking: {marking}
issued: 2022-0{month}-01
actors:
  - {{id: rok, kind: state, name: South Korea, also: [ROK, 한국]}}
panes:
  - role: background
    id: background
    sections:
      - claims:
          - {{id: c, text: {text}}}
  - role: reactions
    id: reactions
    by: [rok]
    reactions:
      - id: r
        actor: rok
        form: official-statement
        about: [background]
        text: We welcome the {id}.
"""


def write(folder: Path, path: str, text: str, marking: str = "TLP:CLEAR", month: int = 5) -> Path:
    """Write a briefing with one claim and one reaction."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    id = file.stem
    file.write_text(
        DRAFT.format(id=id, title=f"On {id}", marking=marking, text=text, month=month), "utf-8"
    )
    return file


def index(folder: Path, cache: Path) -> LibraryIndex:
    """Return an index that is up to date."""
    made = LibraryIndex(folder, load_document, cache=cache)
    made.update()
    return made


def paths(made: LibraryIndex) -> list[str]:
    """Return the paths of the indexed briefings."""
    return [each.path for each in made.summaries()]

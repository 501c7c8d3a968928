"""The entries of a search."""

from tests.reading.sessions import small
from tui.search.entries import EntryPart, SearchEntry, aliases, entries


def entry(id: str) -> SearchEntry:
    return next(each for each in entries(small()) if each.id == id)


def text(id: str, part: EntryPart) -> str:
    return "\n".join(said for where, said in entry(id).parts if where is part)


def test_all_items_have_entries_and_panes_have_none() -> None:
    found = [each.id for each in entries(small())]
    assert {"j1", "j1-word", "seoul", "e-entry", "r-globe", "article", "x-trap", "n-trap"} < {
        *found
    }
    assert len(found) == len({*found})
    assert not {"background", "reactions"} & {*found}


def test_no_part_is_empty() -> None:
    assert all(said for each in entries(small()) for _, said in each.parts)


def test_a_reaction_has_speaker_subject_and_text() -> None:
    assert text("r-globe", EntryPart.WHO) == "Globe"
    assert text("r-globe", EntryPart.TEXT) == "newspaper\nIt is a trap."
    assert "Seoul joins" in text("r-globe", EntryPart.ABOUT)
    assert "The Globe wrote that it is a trap." in text("r-globe", EntryPart.WORDS)
    assert text("r-globe", EntryPart.FORM) == "state media"


def test_an_event_has_its_date_in_words_and_in_figures() -> None:
    assert "May 5" in text("e-entry", EntryPart.WHEN)
    assert "2022-05-05" in text("e-entry", EntryPart.WHEN)


def test_an_item_has_its_heading_and_its_pane() -> None:
    assert text("c-joined", EntryPart.HEADING) == "Entry"
    assert text("c-joined", EntryPart.PANE)
    assert text("j1-word", EntryPart.HEADING).startswith(
        "Beijing will likely stay silent. would change"
    )


def test_silence_is_official_and_state_media_are_not() -> None:
    assert entry("r-silence").official
    assert "silent" in text("r-silence", EntryPart.FORM)
    assert not entry("r-globe").official


def test_an_actor_has_all_names_and_whom_it_belongs_to() -> None:
    assert ("Seoul", "서울") in [*aliases(small())]
    assert text("seoul", EntryPart.WHO) == "Seoul\n서울"
    assert text("ministry", EntryPart.BEHIND) == "Seoul\n서울"

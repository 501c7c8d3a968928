"""What of a briefing can be asked for."""

from tests.reading.sessions import small
from tui.search.entries import EntryPart, SearchEntry, aliases, entries


def entry(id: str) -> SearchEntry:
    return next(each for each in entries(small()) if each.id == id)


def text(id: str, part: EntryPart) -> str:
    return "\n".join(said for where, said in entry(id).parts if where is part)


def test_all_items_can_be_asked_for_and_panes_cannot() -> None:
    found = [each.id for each in entries(small())]
    assert {"j1", "j1-word", "seoul", "e-entry", "r-globe", "article", "x-trap", "n-trap"} < {
        *found
    }
    assert len(found) == len({*found})
    assert not {"background", "reactions"} & {*found}


def test_no_part_is_empty() -> None:
    assert all(said for each in entries(small()) for _, said in each.parts)


def test_a_reaction_is_known_by_who_spoke_on_what_and_in_which_words() -> None:
    assert text("r-globe", EntryPart.WHO) == "Globe"
    assert text("r-globe", EntryPart.TEXT) == "newspaper\nIt is a trap."
    assert "Seoul joins" in text("r-globe", EntryPart.ABOUT)
    assert "The Globe wrote that it is a trap." in text("r-globe", EntryPart.WORDS)
    assert text("r-globe", EntryPart.FORM) == "state media"


def test_an_event_is_known_by_its_day_as_it_is_spoken_and_as_it_is_written() -> None:
    assert "May 5" in text("e-entry", EntryPart.WHEN)
    assert "2022-05-05" in text("e-entry", EntryPart.WHEN)


def test_a_thing_is_known_by_the_heading_it_stands_under_and_its_pane() -> None:
    assert text("c-joined", EntryPart.HEADING) == "Entry"
    assert text("c-joined", EntryPart.PANE)
    assert text("j1-word", EntryPart.HEADING).startswith(
        "Beijing will likely stay silent. would change"
    )


def test_silence_counts_as_official_and_state_media_do_not() -> None:
    assert entry("r-silence").official
    assert "silent" in text("r-silence", EntryPart.FORM)
    assert not entry("r-globe").official


def test_an_actor_is_known_by_all_names_and_whose_it_is() -> None:
    assert ("Seoul", "서울") in [*aliases(small())]
    assert text("seoul", EntryPart.WHO) == "Seoul\n서울"
    assert text("ministry", EntryPart.BEHIND) == "Seoul\n서울"

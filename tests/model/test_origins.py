"""Sources of one origin count once."""

from tui.load import load_text
from tui.model.document import Document
from tui.model.origins import origin_of_each, origins


def document(*sources: str) -> Document:
    lines = ["format: briefing/1", "id: origins", "title: Origins", "panes: [{role: issue}]"]
    lines += ["sources:", *(f"  - {{id: s{number}{each}}}" for number, each in enumerate(sources))]
    lines += ["excerpts:", *(f"  - {{source: s{at}, exact: a}}" for at in range(len(sources)))]
    return load_text("\n".join(lines).encode(), "origins.yaml", folder=None)


def count(*sources: str) -> int:
    loaded = document(*sources)
    return len(origins(loaded, loaded.briefing.excerpts))


def test_a_source_that_declares_nothing_is_its_own_origin() -> None:
    assert count("", "", "") == 3


def test_sources_of_one_group_have_one_origin() -> None:
    assert count(", origin_group: agency", ", origin_group: agency", "") == 2


def test_sources_that_are_derived_from_one_text_have_one_origin() -> None:
    release = ", derived_from: [{text: Release of the port}]"
    assert count(release, ", derived_from: [{text: release  of the Port}]", "") == 2
    assert count(release + ", origin_group: agency", ", origin_group: agency", release) == 1


def test_origins_are_told_by_one_source_each() -> None:
    loaded = document(", origin_group: agency", ", origin_group: agency")
    assert origins(loaded, loaded.briefing.excerpts) == {"agency": "s0"}


def test_each_source_can_be_asked_for_its_origin() -> None:
    sources = document(", origin_group: agency", ", origin_group: agency", "").briefing.sources
    assert origin_of_each(sources) == {"s0": "agency", "s1": "agency", "s2": "s2"}

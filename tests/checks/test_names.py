"""Country codes, language tags and names shared by two actors are checked."""

from pathlib import Path

import pytest

from tests.checks.briefings import found, load, marked, messages


def actors(*fields: str) -> str:
    listed = "\n".join(
        f"  - {{id: a{number}, kind: state, {each}}}" for number, each in enumerate(fields)
    )
    return f"panes: [{{role: actors}}]\nactors:\n{listed}\n"


@pytest.mark.parametrize(
    ("fields", "help"),
    [
        ("name: South Korea, iso3166: §ROK", "The code of South Korea is KOR."),
        ("name: Republic, also: [ROK, South Korea], iso3166: §KR", "of South Korea is KOR."),
        ("name: South Korea, iso3166: §kor", "Write KOR, in capitals."),
        ("name: Atlantis, iso3166: §ATL", "Leave it out where there is no code"),
    ],
)
def test_an_unknown_country_code_is_reported(fields: str, help: str, tmp_path: Path) -> None:
    text = actors(fields)
    document = load(text, tmp_path)
    assert found(document) == marked(text, "bad-country")
    assert help in messages(document)[0]


def test_the_country_code_of_a_place_is_checked(tmp_path: Path) -> None:
    text = (
        "panes:\n  - role: background\n    timeline:\n"
        "      - {title: NATO meets, place: {name: Madrid, iso3166: §SPA}}\n"
    )
    assert found(load(text, tmp_path)) == marked(text, "bad-country")


@pytest.mark.parametrize("code", ["KOR", "CHN", "ESP", "XKX"])
def test_a_known_country_code_is_accepted(code: str, tmp_path: Path) -> None:
    assert found(load(actors(f"name: State, iso3166: {code}"), tmp_path)) == []


@pytest.mark.parametrize(
    ("text", "help"),
    [
        ("lang: §en_GB", "Write en-GB."),
        ("sources: [{id: s, lang: §jp}]", "Write ja."),
        ("excerpts: [{id: x, exact: partner, lang: §english}]", "such as en or ko."),
        (
            "excerpts: [{id: x, exact: global partner, translation: {lang: §kr_KR, text: 파트너}}]",
            "Write kr-KR.",
        ),
    ],
)
def test_every_language_in_the_format_is_checked(text: str, help: str, tmp_path: Path) -> None:
    document = load(text.replace("exact: partner", "exact: global partner"), tmp_path)
    assert found(document) == marked(
        text.replace(": partner", ": global partner"), "bad-language-tag"
    )
    assert help in messages(document)[0]


@pytest.mark.parametrize(
    "fields",
    [
        ("name: South Korea, also: [ROK, Korea]", "name: North Korea, also: [DPRK, §korea]"),
        ("name: Georgia", "name: State, also: §Georgia"),
        ("name: State, also: Georgia", "name: §Georgia"),
    ],
)
def test_a_name_of_two_actors_is_reported_at_the_second(
    fields: tuple[str, str], tmp_path: Path
) -> None:
    text = actors(*fields)
    document = load(text, tmp_path)
    assert found(document) == marked(text, "alias-of-two-actors")
    assert "is a name of a0 and of a1." in messages(document)[0]


def test_one_actor_can_have_a_name_twice(tmp_path: Path) -> None:
    assert found(load(actors("name: ROK, also: [rok, ROK]", "name: DPRK"), tmp_path)) == []

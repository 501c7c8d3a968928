"""The table of country codes is that of ISO 3166-1, as a well-kept library has it."""

import pycountry

from tui.checks.countries import COUNTRIES


def test_the_codes_are_those_of_pycountry_and_kosovo() -> None:
    assert COUNTRIES.keys() - {"XKX"} == {country.alpha_3 for country in pycountry.countries}


def test_every_code_has_a_name_of_its_own() -> None:
    assert all(COUNTRIES.values())
    assert len(set(COUNTRIES.values())) == len(COUNTRIES)

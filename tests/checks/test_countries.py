"""The table of country codes agrees with ISO 3166-1 as published by pycountry."""

import pycountry

from tui.checks.countries import COUNTRIES


def test_the_codes_are_those_of_pycountry_and_kosovo() -> None:
    assert COUNTRIES.keys() - {"XKX"} == {country.alpha_3 for country in pycountry.countries}


def test_every_code_has_a_unique_name() -> None:
    assert all(COUNTRIES.values())
    assert len(set(COUNTRIES.values())) == len(COUNTRIES)

"""The checks of names: country codes, language tags, aliases of actors."""

from tui.checks.rule import ERROR, Rule

BAD_COUNTRY = Rule(
    "bad-country",
    "dates and names",
    ERROR,
    "A country code is one of ISO 3166-1 alpha-3: three capitals, such as KOR or CHN.",
    wrong="panes: [{role: actors}]\nactors:\n"
    "  - {id: rok, name: South Korea, kind: state, iso3166: ROK}",
    right="panes: [{role: actors}]\nactors:\n"
    "  - {id: rok, name: South Korea, kind: state, iso3166: KOR}",
)
BAD_LANGUAGE_TAG = Rule(
    "bad-language-tag",
    "dates and names",
    ERROR,
    "A language is a well-formed BCP 47 tag (RFC 5646), such as en, ko, zh-Hans or en-GB.",
    wrong="lang: en_GB",
    right="lang: en-GB",
)
ALIAS_OF_TWO_ACTORS = Rule(
    "alias-of-two-actors",
    "dates and names",
    ERROR,
    "A name stands under two actors, so whoever asks by that name gets the wrong one half of the "
    "time. Case does not count.",
    wrong="panes: [{role: actors}]\nactors:\n"
    "  - {id: rok, name: South Korea, kind: state, also: Korea}\n"
    "  - {id: dprk, name: North Korea, kind: state, also: Korea}",
    right="panes: [{role: actors}]\nactors:\n"
    "  - {id: rok, name: South Korea, kind: state, also: ROK}\n"
    "  - {id: dprk, name: North Korea, kind: state, also: DPRK}",
)

RULES = (BAD_COUNTRY, BAD_LANGUAGE_TAG, ALIAS_OF_TWO_ACTORS)

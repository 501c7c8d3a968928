"""The checks of names: country codes, language tags, aliases of actors."""

from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.checks.countries import COUNTRIES
from tui.checks.languages import is_language_tag, meant_by
from tui.checks.rule import ERROR, Rule
from tui.diagnostics import Diagnostic
from tui.model.fields import Record
from tui.model.items import Actor, Location

BAD_COUNTRY = Rule("bad-country", "dates and names", ERROR)
BAD_LANGUAGE_TAG = Rule("bad-language-tag", "dates and names", ERROR)
ALIAS_OF_TWO_ACTORS = Rule("alias-of-two-actors", "dates and names", ERROR)

RULES = (BAD_COUNTRY, BAD_LANGUAGE_TAG, ALIAS_OF_TWO_ACTORS)


def check(survey: CheckContext) -> Iterator[Diagnostic]:
    """Codes that are none, and names that are two actors'."""
    for actor, owner in survey.of(Actor):
        yield from _country(actor, actor.iso3166, owner, (actor.name, *actor.also))
    for place, owner in survey.of(Location):
        yield from _country(place, place.iso3166, owner, (place.name,))
    for made, visits in survey.by_class.items():
        if hasattr(made, "lang"):
            for record, owner in visits:
                yield from _language(record, record.lang, owner)
    yield from _aliases(survey.briefing.actors)


def _country(record: Record, code: str, owner: str, names: tuple[str, ...]) -> Iterator[Diagnostic]:
    if not code or code in COUNTRIES:
        return
    known = {name.casefold(): code for code, name in COUNTRIES.items()}
    named = next((name for name in names if name.casefold() in known), "")
    if code.upper() in COUNTRIES:
        help = f"Write {code.upper()}, in capitals."
    elif named:
        help = f"The code of {named} is {known[named.casefold()]}."
    else:
        help = "Leave it out where there is no code: it is optional."
    message = f"{code} is no country code of ISO 3166-1 alpha-3."
    yield BAD_COUNTRY.found(record.origin.span("iso3166"), message, help, item=owner)


def _language(record: Record, tag: str, owner: str) -> Iterator[Diagnostic]:
    if tag and not is_language_tag(tag):
        meant = meant_by(tag)
        yield BAD_LANGUAGE_TAG.found(
            record.origin.span("lang"),
            f"{tag} is no language tag of BCP 47.",
            f"Write {meant}." if meant else "Write the language's code, such as en or ko.",
            item=owner,
        )


def _aliases(actors: tuple[Actor, ...]) -> Iterator[Diagnostic]:
    known: dict[str, Actor] = {}
    for actor in actors:
        written = [
            (actor.name, ("name",)),
            *((also, ("also", at)) for at, also in enumerate(actor.also)),
        ]
        for name, path in written:
            key = " ".join(name.casefold().split())
            first = known.setdefault(key, actor) if key else actor
            if first is not actor:
                yield ALIAS_OF_TWO_ACTORS.found(
                    actor.origin.span(*path),
                    f"{name} is a name of {first.id} and of {actor.id}.",
                    "Leave it to one of them, or write the longer form for each.",
                    item=actor.id,
                )

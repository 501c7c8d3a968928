"""Checks of country codes, language tags and the names of actors."""

from collections.abc import Iterator

from tui.checks.context import CheckContext
from tui.checks.countries import COUNTRIES
from tui.checks.languages import is_language_tag, probable_tag
from tui.checks.rule import ERROR, Rule
from tui.diagnostics import Diagnostic
from tui.model.fields import Record
from tui.model.items import Actor, Location

BAD_COUNTRY = Rule("bad-country", "dates and names", ERROR)
BAD_LANGUAGE_TAG = Rule("bad-language-tag", "dates and names", ERROR)
ALIAS_OF_TWO_ACTORS = Rule("alias-of-two-actors", "dates and names", ERROR)

RULES = (BAD_COUNTRY, BAD_LANGUAGE_TAG, ALIAS_OF_TWO_ACTORS)


def check(context: CheckContext) -> Iterator[Diagnostic]:
    """Report invalid codes, and names that belong to two actors."""
    for actor, owner in context.of(Actor):
        yield from _check_country(actor, actor.iso3166, owner, (actor.name, *actor.also))
    for place, owner in context.of(Location):
        yield from _check_country(place, place.iso3166, owner, (place.name,))
    for record_class, records in context.by_class.items():
        if hasattr(record_class, "lang"):
            for record, owner in records:
                yield from _check_language(record, record.lang, owner)
    yield from _check_names(context.briefing.actors)


def _check_country(
    record: Record, code: str, owner: str, names: tuple[str, ...]
) -> Iterator[Diagnostic]:
    if not code or code in COUNTRIES:
        return
    codes = {name.casefold(): code for code, name in COUNTRIES.items()}
    country = next((name for name in names if name.casefold() in codes), "")
    if code.upper() in COUNTRIES:
        help = f"Write {code.upper()}, in capitals."
    elif country:
        help = f"The code of {country} is {codes[country.casefold()]}."
    else:
        help = "Leave it out where there is no code: it is optional."
    message = f"{code} is no country code of ISO 3166-1 alpha-3."
    yield BAD_COUNTRY.diagnostic(record.origin.span("iso3166"), message, help, item=owner)


def _check_language(record: Record, tag: str, owner: str) -> Iterator[Diagnostic]:
    if tag and not is_language_tag(tag):
        probable = probable_tag(tag)
        yield BAD_LANGUAGE_TAG.diagnostic(
            record.origin.span("lang"),
            f"{tag} is no language tag of BCP 47.",
            f"Write {probable}." if probable else "Write the language's code, such as en or ko.",
            item=owner,
        )


def _check_names(actors: tuple[Actor, ...]) -> Iterator[Diagnostic]:
    actors_by_name: dict[str, Actor] = {}
    for actor in actors:
        aliases = ((alias, ("also", at)) for at, alias in enumerate(actor.also))
        for name, path in ((actor.name, ("name",)), *aliases):
            key = " ".join(name.casefold().split())
            first = actors_by_name.setdefault(key, actor) if key else actor
            if first is not actor:
                yield ALIAS_OF_TWO_ACTORS.diagnostic(
                    actor.origin.span(*path),
                    f"{name} is a name of {first.id} and of {actor.id}.",
                    "Leave it to one of them, or write the longer form for each.",
                    item=actor.id,
                )

"""Sources and the excerpts taken from them: what a briefing rests on."""

from tui.model import vocabularies as words
from tui.model.fields import (
    DateKind,
    FlagKind,
    IdentifierKind,
    ListOf,
    Record,
    RecordOf,
    ReferenceKind,
    TextKind,
    WordKind,
    key,
    record,
)


@record
class Derived(Record):
    """A text that a source reports and that may or may not be held."""

    text: str = key(
        TextKind(), "What the source reports, such as “Global Times article”.", required=True
    )
    held: bool = key(FlagKind(), "Whether a local copy of it is held.")


@record
class Source(Record):
    """A document that excerpts are taken from; bibliographic names as in CSL 1.0.2."""

    id: str = key(IdentifierKind(), "The source's id.", required=True)
    short: str = key(TextKind(), "How it is named in speech: “an undated article”.")
    type: str = key(TextKind(), "CSL type: `article-newspaper`, `webpage`, `report` …")
    title: str = key(TextKind(), "Its title.")
    author: tuple[str, ...] = key(ListOf(TextKind(), or_one=True), "Its author or authors.")
    container_title: str = key(TextKind(), "The newspaper, site or series that it appeared in.")
    issued: str = key(DateKind(), "When it appeared.")
    accessed: str = key(DateKind(), "When it was retrieved.")
    url: str = key(TextKind(), "Its address; only http and https are ever shown as a link.")
    lang: str = key(TextKind(), "Its language, BCP 47.")
    file: str = key(TextKind(), "The local copy, relative to the briefing.")
    sha256: str = key(
        TextKind(), "The pin: the SHA-256 of the copy that was excerpted, in hexadecimal."
    )
    not_content: tuple[str, ...] = key(
        ListOf(TextKind(of_source=True), or_one=True), "Exact texts of it that are boilerplate."
    )
    descriptor: str = key(
        TextKind(), "Source descriptor, ICD 206: who wrote it, with what access and aim."
    )
    reliability: str = key(WordKind(tuple(words.RELIABILITY)), "Admiralty code, A to F.")
    basis: str = key(TextKind(), "Why that reliability.")
    origin_group: str = key(
        TextKind(), "Sources of one origin share it; they do not confirm each other."
    )
    derived_from: tuple[Derived, ...] = key(
        ListOf(RecordOf(Derived)), "The texts that it reports or rewrites."
    )
    marking: str = key(WordKind(words.MARKINGS), "Its own marking, if not the file's.")


@record
class Hop(Record):
    """One who passed the words on, on their way from the speaker to the source."""

    agent: str = key(ReferenceKind(("actor",)), "The actor; or else `unnamed: true`.")
    unnamed: bool = key(FlagKind(), "The source names nobody: “analysts”, “it is noted”.")
    cue: str = key(TextKind(of_source=True), "The source's words for it: “told the newspaper”.")
    inferred: bool = key(
        FlagKind(), "The hop is not stated at the excerpt but follows from `basis`."
    )
    basis: str = key(TextKind(), "What it is inferred from.")


@record
class Translation(Record):
    """An excerpt in another language; never quotable as the speaker's words."""

    lang: str = key(TextKind(), "Its language, BCP 47.", required=True)
    text: str = key(TextKind(), "The translation.", required=True)
    by: str = key(TextKind(), "Who translated it.")
    method: str = key(WordKind(words.METHODS), "By a person or by a machine.")


@record
class QuotationMarks(Record):
    """Quotation marks that the source itself leaves unbalanced."""

    opening: str = key(
        WordKind(words.QUOTATION_MARKS), "`missing` where the source never opens it."
    )
    closing: str = key(
        WordKind(words.QUOTATION_MARKS), "`missing` where the source never closes it."
    )


@record
class Excerpt(Record):
    """Words of a source, located as a W3C Web Annotation TextQuoteSelector."""

    id: str = key(IdentifierKind(), "The excerpt's id; one written in place needs none.")
    source: str = key(
        ReferenceKind(("source",)), "The source; may be left out where the file has only one."
    )
    exact: str = key(
        TextKind(of_source=True), "The words, code point for code point.", required=True
    )
    prefix: str = key(
        TextKind(of_source=True),
        "What stands immediately before, only if `exact` stands more than once.",
    )
    suffix: str = key(TextKind(of_source=True), "What stands immediately after, likewise.")
    lang: str = key(TextKind(), "Its language if not the source's, BCP 47.")
    translation: Translation | None = key(RecordOf(Translation), "A translation of it.")
    voice: str = key(WordKind(words.VOICES), "Whose words they are: the speaker's or the source's.")
    basis: str = key(TextKind(), "Why the voice is unclear.")
    chain: tuple[Hop, ...] = key(
        ListOf(RecordOf(Hop)),
        "Who said it to whom, after the source itself, the reader's end first.",
    )
    emphasis: tuple[str, ...] = key(
        ListOf(TextKind(of_source=True), or_one=True), "Parts of `exact` to bring out."
    )
    quotation_marks: QuotationMarks | None = key(
        RecordOf(QuotationMarks), "Marks that the source leaves out."
    )


@record
class Skipped(Record):
    """A content sentence of a source that the briefing leaves out."""

    exact: str = key(
        TextKind(of_source=True), "The sentence, code point for code point.", required=True
    )
    reason: str = key(TextKind(), "Why it is left out.", required=True)


@record
class Coverage(Record):
    """What the briefing leaves out of one source."""

    skipped: tuple[Skipped, ...] = key(ListOf(RecordOf(Skipped)), "The sentences left out.")

"""The closed vocabularies of the format, each with its origin and date."""

from typing import NamedTuple


class Band(NamedTuple):
    """A range of probability in per cent."""

    low: int
    high: int
    open_above: bool = False
    """The upper end is not reached: `<50`."""

    def __str__(self) -> str:
        return f"{self.low}–{'<' if self.open_above else ''}{self.high} %"


class Scale(NamedTuple):
    """The one estimative scale of a file: terms with their bands."""

    name: str
    origin: str
    rows: tuple[dict[str, Band], ...]
    """Rows of terms that are not mixed within one product."""


ICD203 = Scale(
    "ICD 203",
    "Intelligence Community Directive 203, Analytic Standards (2 January 2015), D.6.e(2)(a)",
    (
        {
            "almost no chance": Band(1, 5),
            "very unlikely": Band(5, 20),
            "unlikely": Band(20, 45),
            "roughly even chance": Band(45, 55),
            "likely": Band(55, 80),
            "very likely": Band(80, 95),
            "almost certain": Band(95, 99),
        },
        {
            "remote": Band(1, 5),
            "highly improbable": Band(5, 20),
            "improbable": Band(20, 45),
            "roughly even odds": Band(45, 55),
            "probable": Band(55, 80),
            "highly probable": Band(80, 95),
            "nearly certain": Band(95, 99),
        },
    ),
)

PHIA = Scale(
    "PHIA",
    "Professional Head of Intelligence Assessment, Probability Yardstick (2023)",
    (
        {
            "remote chance": Band(0, 5),
            "highly unlikely": Band(10, 20),
            "unlikely": Band(25, 35),
            "realistic possibility": Band(40, 50, open_above=True),
            "likely": Band(55, 75),
            "probable": Band(55, 75),
            "highly likely": Band(80, 90),
            "almost certain": Band(95, 100, open_above=True),
        },
    ),
)

SCALES = {"icd203": ICD203, "phia": PHIA}

MARKINGS = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
"""Traffic Light Protocol 2.0 (FIRST, August 2022), from the least strict to the strictest."""

RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""Reliability of a source, Admiralty code (NATO AJP-2.1); F is not a midpoint."""

CREDIBILITY = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}
"""Credibility of information, Admiralty code (NATO AJP-2.1); 6 is not a midpoint."""

STATUSES = ("draft", "final", "revised", "recalled")
CONFIDENCES = ("high", "moderate", "low")
"""Levels of analytic confidence, ICD 203 D.6.e(2)(b)."""
CLAIM_KINDS = ("information", "assumption")
EVENT_STATUSES = ("occurred", "pending", "undetermined")
ACTOR_KINDS = ("state", "organization", "person", "media", "group")
FORMS = ("official-statement", "state-media", "expert-comment", "commentary", "no-statement")
STANCES = ("supportive", "conciliatory", "neutral", "critical", "hostile", "unclear")
VOICES = ("direct", "indirect", "mixed", "narrator", "heading", "unclear")
DATE_PARTS = ("year", "month", "day")
METHODS = ("human", "machine")
REVISION_TYPES = ("revision", "recall")
SIGNIFICANCES = ("minor", "significant")
QUOTATION_MARKS = ("missing",)


def band(scale: str, term: str) -> Band | None:
    """The band of a likelihood term on a scale (`icd203`, `phia`); `None` if it is not on it."""
    return band_of(SCALES[scale], term) if scale in SCALES else None


def band_of(scale: Scale, term: str) -> Band | None:
    """The band of a likelihood term on a scale; `None` if it is not on it."""
    return next((row[term] for row in scale.rows if term in row), None)


def rank(marking: str) -> int:
    """The place of a marking from the least strict, 0; an unknown one counts as the strictest."""
    return MARKINGS.index(marking) if marking in MARKINGS else len(MARKINGS) - 1

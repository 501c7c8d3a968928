"""Briefings that are written for measuring: their words are as frequent as those of a language.

The word of rank n is used a share of 1/n of the time (Zipf), names among them. The same number
always gives the same text.
"""

import random
from collections.abc import Iterator

_SYLLABLES = [first + vowel for first in "bdfgklmnprstvz" for vowel in ("a", "e", "i", "o", "an")]
VOCABULARY = [
    "".join(random.Random(f"word {rank}").choices(_SYLLABLES, k=1 + rank.bit_length() // 4))
    for rank in range(20_000)
]
_SHARES = [1 / (rank + 2) for rank in range(len(VOCABULARY))]

ACTORS = {
    "rok": ("South Korea", "ROK", "Republic of Korea", "한국", "대한민국"),
    "dprk": ("North Korea", "DPRK", "북한", "조선"),
    "china": ("China", "PRC", "People's Republic of China", "中国"),
    "estonia": ("Estonia",),
    "wang": ("Wang Yi", "王毅"),
    "xinhua": ("Xinhua", "新华社"),
    "us": ("United States", "US", "USA"),
}


def large(items: int) -> str:
    """A briefing of so many items: claims, events and reactions in equal parts."""
    lines = [*_head("large", "TLP:CLEAR"), "panes:", "  - role: background", "    id: background"]
    lines += ["    sections:"]
    for number in range(items // 3):
        if number % 100 == 0:
            lines += [f"      - heading: Section {number // 100}", "        claims:"]
        lines += [f"          - {{id: c{number}, text: {sentence(number, 16)}}}"]
    lines += ["    timeline:"]
    for number in range(items // 3):
        year, month = 1990 + number % 33, 1 + number % 12
        lines += [
            f"      - {{id: e{number}, title: {sentence(number + 7, 5)}, status: occurred, "
            f"when: {year}-{month:02}}}"
        ]
    lines += ["  - role: reactions", "    id: reactions", "    by: [china]", "    reactions:"]
    names, forms = [*ACTORS], ("official-statement", "state-media", "commentary")
    for number in range(items - 2 * (items // 3)):
        lines += [
            f"      - {{id: r{number}, actor: {names[number % len(names)]}, "
            f"form: {forms[number % 3]}, about: [e{number // 2}], text: {sentence(-number, 12)}}}"
        ]
    return "\n".join(lines) + "\n"


def small(number: int, marking: str = "TLP:CLEAR") -> str:
    """One of many briefings: four claims, an event and two reactions."""
    lines = [*_head(f"small-{number}", marking), "panes:", "  - role: background"]
    lines += ["    id: background", "    sections:", "      - heading: Before", "        claims:"]
    lines += [
        f"          - {{id: c{at}, text: {sentence(number * 9 + at, 16)}}}" for at in range(4)
    ]
    lines += [
        "    timeline:",
        f"      - {{id: e, title: {sentence(number * 9 + 4, 5)}, status: occurred, "
        f"when: {1990 + number % 33}-0{1 + number % 9}}}",
        "  - {role: reactions, id: reactions, by: [china], reactions: [",
    ]
    names = [*ACTORS]
    for at in range(2):
        actor = names[(number + at * 3) % len(names)]
        lines += [
            f"      {{id: r{at}, actor: {actor}, form: official-statement, about: [e], "
            f"text: {sentence(number * 9 + 5 + at, 12)}}},"
        ]
    return "\n".join([*lines, "    ]}"]) + "\n"


def sentence(seed: int, length: int) -> str:
    """Some words, others for each seed."""
    return " ".join(random.Random(f"sentence {seed}").choices(VOCABULARY, _SHARES, k=length))


def _head(id: str, marking: str) -> Iterator[str]:
    yield from ("format: briefing/1", f"id: {id}", f"title: {sentence(hash_of(id), 4)}")
    yield from (f"marking: {marking}", "status: final", "actors:")
    for actor, (name, *also) in ACTORS.items():
        yield f"  - {{id: {actor}, kind: state, name: {name}, also: [{', '.join(also)}]}}"


def hash_of(id: str) -> int:
    """A number for a name, the same in each run."""
    return sum(id.encode())
